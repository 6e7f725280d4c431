#pragma once

#include "markdown/source.h"

#include <cstddef>
#include <span>
#include <string_view>

/// How the dialect's block extensions plug in: one file each in extensions/, listed in extensions.cpp. A scanner offers
/// them the lines of a text before md4c sees it. An extension that finds itself names the range it takes; md4c reads a
/// comment in its place, and where that comes out as a block the extension writes its own. Where it comes out elsewhere
/// (in a code block, say), the author's text stands again: nothing is ever lost.
namespace hubglass::markdown {

class PageParser;
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
  /// Whether the extension stands on this line. Fills in the range it takes, at least from `line.text` on.
  bool (*find)(Scanner& scanner, const Line& line, Edit& edit);
  /// Writes its blocks. `content` is what lies between Edit::content_begin and content_end, dedented.
  void (*write)(PageParser& page, const Edit& edit, const Content& content) = nullptr;
};

/// A change to the scanned text: the bytes from `begin` to `end` are replaced.
struct Edit {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string_view replacement;
  std::size_t indent = 0;                     ///< columns of the line it begins on
  const BlockExtension* extension = nullptr;  ///< set when it writes blocks of its own
  std::size_t at = 0;                         ///< where the replacement lies in the text that md4c reads
  std::size_t content_begin = 0;
  std::size_t content_end = 0;
  std::size_t content_indent = 0;  ///< columns to take off the content's lines
  std::string_view type;           ///< "note", or the element's name
  std::string_view classes;        ///< further words, or the element's attributes
  std::string_view title;          ///< Markdown
  bool has_title = false;
  std::size_t source = 0;        ///< where `begin` lies in the page; set when the extension is to write
  std::size_t title_source = 0;  ///< where `title` lies in the page; likewise
  bool open = false;
};

/// What stands where an extension writes blocks.
inline constexpr std::string_view placeholder = "<!--.-->";

std::span<const BlockExtension> block_extensions();

}  // namespace hubglass::markdown
