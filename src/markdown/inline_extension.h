#pragma once

#include "document/document.h"
#include "markdown/markdown.h"
#include "markdown/source.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

/// How the dialect's inline extensions plug in: they work on finished lists of siblings, once a page is parsed, so what
/// Markdown itself marks is in place and they nest in it and around it. A pair of marks is a row of delimiters(); what
/// is told by its own text is a row of text_extensions(), with a small function.
namespace hubglass::markdown {

class PageParser;
class SiblingWriter;

/// Marks around words. What they enclose neither begins nor ends with a blank.
struct Delimiter {
  std::string_view open;
  std::string_view close;
  document::InlineKind kind = document::InlineKind::span;
  bool Extensions::*enabled = nullptr;
  bool apart = false;     ///< stands between words: no letter or digit before it or behind it
  bool no_blank = false;  ///< what it encloses has no blank in it
  bool framed = false;    ///< critic marks: braces tell them, so blanks may stand inside
};
std::span<const Delimiter> delimiters();

/// A text in which something may stand.
struct TextPlace {
  PageParser& page;
  std::string_view text;
  std::size_t done = 0;  ///< what lies before it is taken
  std::size_t at = 0;    ///< one of the extension's first bytes
  Position position;     ///< of the text's begin
  bool in_link = false;

  [[nodiscard]] Position moved(std::size_t offset) const {
    return {position.line, position.column + static_cast<std::uint32_t>(offset)};
  }
};

/// The bytes of a text that an extension takes; empty when it does not stand there.
struct Taken {
  std::size_t begin = 0;
  std::size_t end = 0;
};

struct TextExtension {
  std::string_view first_bytes;
  /// Whether the extension is at `place.at`, and how far it reaches.
  Taken (*find)(const TextPlace& place);
  /// Writes what stands for the bytes taken.
  void (*write)(const TextPlace& place, Taken taken, SiblingWriter& out);
  bool Extensions::*enabled = nullptr;  ///< null: always
};
std::span<const TextExtension> text_extensions();

/// Finds the inline extensions in all leaves of the page.
void transform_inlines(PageParser& page);

}  // namespace hubglass::markdown
