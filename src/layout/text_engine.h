#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace hubglass::layout {

/// The sizes text comes in. Font sizes and line heights per role are in the Theme.
enum class TextRole : std::uint8_t { body, card, small, lead, h1, h2, h3, h4, control, code, h1_phone, count };

/// A text style: role plus the inline variations. Fits 8 bits, so it can index tables.
struct Style {
  TextRole role = TextRole::body;
  bool bold = false;
  bool italic = false;
  bool mono = false;

  [[nodiscard]] constexpr std::uint8_t key() const {
    return static_cast<std::uint8_t>((static_cast<unsigned>(role) << 3) | (bold ? 4u : 0u) | (italic ? 2u : 0u) |
                                     (mono ? 1u : 0u));
  }
  static constexpr Style from_key(std::uint8_t key) {
    return Style{static_cast<TextRole>(key >> 3), (key & 4) != 0, (key & 2) != 0, (key & 1) != 0};
  }
  friend constexpr bool operator==(Style, Style) = default;
};
inline constexpr std::size_t style_count = static_cast<std::size_t>(TextRole::count) * 8;

/// A piece of text in one style.
struct Run {
  std::string_view text;
  Style style;
};

/// Where a browser breaks within what stands between two spaces.
enum class Breaks : std::uint8_t {
  by_table,            ///< where Unicode Standard Annex 14 says, but between ASCII characters by a table of its own
  by_table_then_book,  ///< the same, but the Annex's next place after a character beyond ASCII holds also in ASCII
  by_the_book,         ///< where the Annex says
};

/// Where the padding of an inline that closes may stand out of the line.
enum class Overhang : std::uint8_t {
  nowhere,
  after_word,   ///< an inline alone on its line is not broken when it fits but for that padding
  within_word,  ///< a word too long for a line is broken where an inline closes in it, when it fits there but for that
};

/// What layout needs to know about text, and all it knows. The browser implements it (platform/web); a fixed-metrics
/// implementation serves native tests (layout/fixed_text_engine.h).
class TextEngine {
 public:
  virtual ~TextEngine() = default;
  /// Advance widths in px, one per run, each measured as a whole (kerning and ligatures included). Batched, because
  /// each crossing to the browser costs more than a measurement.
  virtual void measure(std::span<const Run> runs, std::span<float> advances) = 0;
  /// px from the top of a line box of the style's line height to the baseline, as the browser places it.
  virtual float baseline(Style style) = 0;
  /// Whether the browser balances the lines of headings as layout does; where not, neither does.
  [[nodiscard]] virtual bool balances() const { return true; }
  /// Whether the browser kerns over the ends of inlines in one style.
  [[nodiscard]] virtual bool joins() const { return true; }
  [[nodiscard]] virtual Breaks breaks() const { return Breaks::by_table; }
  /// px; the browser rounds the parts of a line up to it. 0 where what measure() tells is in its units already.
  [[nodiscard]] virtual float length_unit() const { return 1.0F / 64; }
  /// Whether the browser shapes the end of a line anew; else it keeps the kerning with what is on the next line.
  [[nodiscard]] virtual bool reshapes() const { return true; }
  /// Whether the last word of a line keeps its kerning with the space after it.
  [[nodiscard]] virtual bool kerns_hanging_space() const { return false; }
  [[nodiscard]] virtual Overhang overhang() const { return Overhang::nowhere; }
};

}  // namespace hubglass::layout
