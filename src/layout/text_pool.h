#pragma once

#include "document/document.h"
#include "layout/box_style.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// The text of the leaves being laid out, flattened: what the line breaker works on. Flat arrays that are filled for a
/// few blocks at a time and reused.
namespace hubglass::layout {

using document::Index;

/// Where a leaf stands: what it inherits.
struct TextContext {
  TextRole role = TextRole::body;
  bool bold = false;
  Colour colour = Colour::text;
  LinkLook links = LinkLook::underlined;
  std::uint8_t accent = 0;
  std::uint8_t variant = 0;  ///< admonitions: 0 note, 1 tip, 2 warning, 3 danger
  document::Align align = document::Align::none;
};

/// What a run of text looks like.
struct Ink {
  Style style;
  Colour colour = Colour::text;
  bool underline = false;
  bool strike = false;
  bool dotted = false;  ///< a dotted line below: hovering it explains the word
  ActionId action = 0;
  float raise = 0;          ///< px above the line's baseline
  std::uint32_t frame = 0;  ///< 1 + index into TextPool::frames of the coloured box around it
  friend bool operator==(const Ink&, const Ink&) = default;
};

/// A box drawn behind inline text: code, a mark, a key, a button.
enum class FrameKind : std::uint8_t { code, mark, key, button, primary_button };
struct InlineFrame {
  FrameKind kind = FrameKind::code;
};

enum class ElementKind : std::uint8_t {
  text,
  open,   ///< space that begins an inline (padding); belongs to the character after it
  close,  ///< space that ends an inline; belongs to the character before it
  atom,   ///< image or icon; U+FFFC in the flat text
};

/// A stretch of a leaf's inline content, in order.
struct Element {
  std::uint32_t begin = 0;  ///< bytes of TextPool::text; open and close are empty
  std::uint32_t end = 0;
  ElementKind kind = ElementKind::text;
  std::uint32_t ink = 0;
  float width = 0;              ///< all but text
  float height = 0;             ///< atoms; a close's or open's least line height (buttons)
  Index node = document::none;  ///< atoms
  bool joined = false;          ///< text: shaped in one with the text element before it, in the same font
};

/// Maps flat text back to the inline it came from.
struct Piece {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  Index node = document::none;
  std::uint32_t source = 0;  ///< byte offset in the inline's text
};

/// A part of a word in one font, as the Measurer knows it.
struct Segment {
  std::uint32_t word = 0;  ///< the Measurer's number
  bool taken_off = false;  ///< what the next segment has of this one, to be shaped in one with it
};

inline constexpr std::uint32_t no_hyphen = 0xFFFFFFFFu;
inline constexpr std::string_view soft_hyphen = "\xC2\xAD";
inline constexpr std::string_view shown_hyphen = "\xE2\x80\x90";

/// What lies between two places where a line may break: text, then spaces that hang when a line ends there.
struct Word {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;   ///< of the text
  std::uint32_t next = 0;  ///< where the next word begins
  std::uint32_t first_segment = 0;
  std::uint32_t segment_count = 0;
  std::uint8_t space_key = 0;  ///< style of the space
  bool spaced = false;         ///< a space follows
  bool hard = false;           ///< the line ends here
  float extra = 0;             ///< px of its elements that are not text
  std::uint32_t hyphen =
      no_hyphen;  ///< it ends with a soft hyphen: the Measurer's number of what a line end there shows
};

/// A wbr inline: flat offset and node.
struct AddressBreak {
  std::uint32_t at = 0;
  Index node = document::none;
};

/// One flattened leaf: ranges of the pool's arrays.
struct LeafText {
  Index block = document::none;
  std::uint32_t text_begin = 0, text_end = 0;
  std::uint32_t element_begin = 0, element_end = 0;
  std::uint32_t piece_begin = 0, piece_end = 0;
  std::uint32_t word_begin = 0, word_end = 0;
  std::uint32_t break_begin = 0, break_end = 0;  ///< places of wbr inlines
  bool forced_breaks = false;
  bool tall = false;                     ///< holds images or buttons, which may be higher than a line
  Index leading_image = document::none;  ///< brand: shown beside the text
  ActionId first_action = 0;
};

struct TextPool {
  std::string text;
  std::vector<Ink> inks;
  std::vector<InlineFrame> frames;
  std::vector<Element> elements;
  std::vector<Piece> pieces;
  std::vector<AddressBreak> breaks;
  std::vector<Word> words;
  std::vector<Segment> segments;
  std::vector<LeafText> leaves;
  bool joins = true;  ///< see TextEngine::joins; clear() leaves it

  void clear() {
    text.clear();
    inks.clear();
    frames.clear();
    elements.clear();
    pieces.clear();
    breaks.clear();
    words.clear();
    segments.clear();
    leaves.clear();
  }
};

/// Calls visit(element, begin, end) for the elements that belong to the flat range [begin, end) of a line or word; for
/// text the part of it that lies inside. `cursor` is where to start looking and is moved on; ranges must be asked for
/// in order.
template <typename Visit>
void visit_elements(const TextPool& pool, std::uint32_t& cursor, std::uint32_t element_end, std::uint32_t begin,
                    std::uint32_t end, Visit&& visit) {
  for (; cursor < element_end; ++cursor) {
    const Element& element = pool.elements[cursor];
    if (element.kind == ElementKind::close ? element.begin > end : element.begin >= end) {
      return;
    }
    if (element.kind != ElementKind::text) {
      if (element.end > begin || element.kind != ElementKind::atom) {
        visit(element, element.begin, element.end);
      }
      continue;
    }
    const std::uint32_t from = element.begin > begin ? element.begin : begin;
    const std::uint32_t to = element.end < end ? element.end : end;
    if (from < to) {
      visit(element, from, to);
    }
    if (element.end > end) {
      return;  // more of it in the next range
    }
  }
}

/// px that an inline frame adds before and after its text.
float frame_padding(FrameKind kind);
inline constexpr float button_line_height = 43;  ///< of lines that hold a button; CSS has the same
inline constexpr float superscript_raise = 6;
inline constexpr float subscript_raise = -3;
inline constexpr float unknown_image_width = 320;  ///< of images whose size nobody knows, at most
inline constexpr float unknown_image_ratio = 9.0F / 16.0F;

/// Flattens the inlines of leaf `block` to the pool's end and returns its record (words are found later).
LeafText flatten(const document::Document& document, Index block, Look look, const TextContext& context,
                 TextPool& pool);
/// px box of an image that is shown at most `available` wide.
struct ImageSize {
  float width = 0;
  float height = 0;
};
ImageSize image_size(const document::Image& image, float available);
/// Whether an image can be shown at all; else its alternative text stands for it.
bool shows_image(const document::Document& document, const document::Image& image);
/// What an inline shows as text of its own: that of text and code, and of an image that cannot be shown.
document::Text shown_text(const document::Document& document, const document::Inline& node);
/// Whether a link leads anywhere; else its text is plain text.
bool leads_somewhere(const document::Document& document, const document::Link& link);

}  // namespace hubglass::layout
