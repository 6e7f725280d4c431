#pragma once

#include "markdown/source.h"

#include <cstddef>
#include <memory>
#include <span>
#include <string_view>

/// How the dialect's block extensions plug in: one file each in extensions/, listed in extensions.cpp. A scanner offers
/// them the lines of a text before md4c sees it. An extension that finds itself names the range it takes; md4c reads a
/// comment in its place, and where that comes out as a block the extension writes its own. Where it comes out elsewhere
/// (in a code block, say), the author's text stands again: nothing is ever lost.
namespace hubglass::markdown {

class PageParser;
class Passage;
class Scanner;
struct Edit;

/// A line of the scanned text, as byte offsets.
struct Line {
  std::size_t begin = 0;
  std::size_t text = 0;    ///< first byte that is no blank; `end` when there is none
  std::size_t end = 0;     ///< its newline, or the text's end
  std::size_t indent = 0;  ///< columns before `text`; a tab goes on to the next multiple of 4
  [[nodiscard]] bool blank() const { return text == end; }
};

struct BlockExtension {
  std::string_view first_bytes;  ///< of lines that may belong to it, after blanks
  /// Whether the extension stands on this line. Fills in the range it takes, which holds `line.text`.
  bool (*find)(Scanner& scanner, const Line& line, Edit& edit);
  /// Writes its blocks.
  void (*write)(PageParser& page, const Passage& passage) = nullptr;
};

/// What an extension found and needs again to write it; each one that needs more than the range has its own kind.
struct Payload {
  Payload() = default;
  Payload(const Payload&) = delete;
  Payload& operator=(const Payload&) = delete;
  virtual ~Payload() = default;
};

/// Lines of the scanned text that hold Markdown, and the columns of blanks to take off each.
struct Extent {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t indent = 0;
};

/// A change to the scanned text: the bytes from `begin` to `end` are replaced.
struct Edit {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string_view replacement;
  std::size_t indent = 0;                     ///< columns of the line it begins on
  const BlockExtension* extension = nullptr;  ///< set when it writes blocks of its own
  std::size_t at = 0;                         ///< where the replacement lies in the text that md4c reads
  Extent content;                             ///< all of it that holds Markdown
  std::unique_ptr<Payload> payload;           ///< the extension's own
};

/// What an extension is asked to write: its edit, and the text that it was found in.
class Passage {
 public:
  Passage(const Edit& edit, std::string_view text, const SourceMap& map) : edit_(edit), text_(text), map_(map) {}

  [[nodiscard]] const Edit& edit() const { return edit_; }
  [[nodiscard]] std::string_view text() const { return text_; }
  template <typename Own>
  [[nodiscard]] const Own& payload() const {
    return static_cast<const Own&>(*edit_.payload);
  }
  /// Lines of the text, dedented.
  [[nodiscard]] Content content(const Extent& extent) const;
  /// Where a part of the scanned text lies in the page.
  [[nodiscard]] std::size_t source(std::string_view part) const {
    return map_.source(static_cast<std::size_t>(part.data() - text_.data()));
  }
  /// Where the passage begins in the page.
  [[nodiscard]] std::size_t source() const { return map_.source(edit_.begin); }

 private:
  const Edit& edit_;
  std::string_view text_;
  const SourceMap& map_;
};

/// What stands where an extension writes blocks.
inline constexpr std::string_view placeholder = "<!--.-->";

std::span<const BlockExtension> block_extensions();

}  // namespace hubglass::markdown
