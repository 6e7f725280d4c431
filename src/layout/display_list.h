#pragma once

#include "document/document.h"
#include "layout/text_engine.h"

#include <cstdint>
#include <string>
#include <vector>

namespace hubglass::layout {

/// px; y grows downwards.
struct Rect {
  float x = 0;
  float y = 0;
  float width = 0;
  float height = 0;
  [[nodiscard]] float right() const { return x + width; }
  [[nodiscard]] float bottom() const { return y + height; }
  [[nodiscard]] bool contains(float px, float py) const { return px >= x && px < right() && py >= y && py < bottom(); }
};

/// A colour by name; the Theme gives its value in light and dark, so switching needs no new layout.
enum class Colour : std::uint8_t {
  none,
  surface,
  raised,
  sunken,
  text,
  muted,
  line,
  accent,
  on_accent,
  code_background,
  mark_background,
  image_plate,
  shadow,
  note,
  tip,
  warning,
  danger,  // admonitions: rules and icons
  note_tint,
  tip_tint,
  warning_tint,
  danger_tint,  // admonitions: title background
  cluster_1,
  cluster_2,
  cluster_3,
  cluster_4,
  cluster_5,
  cluster_6,
  cluster_1_tint,
  cluster_2_tint,
  cluster_3_tint,
  cluster_4_tint,
  cluster_5_tint,
  cluster_6_tint,
  accent_tint,  // current entry of the navigation
  count
};

/// Names something that can be activated, as html::Sink::action does: 1 + block index, or 0x80000000 + inline index.
using ActionId = std::uint32_t;
inline constexpr ActionId inline_action = 0x80000000u;

enum class ItemKind : std::uint8_t {
  fill,    ///< rounded rectangle
  border,  ///< its outline, one device pixel wide, inside the box
  shadow,  ///< soft shadow of a raised box
  text,    ///< one fragment: a run of one style on one line
  image,
  icon,
  rule,  ///< horizontal or vertical line, one device pixel thick at the box's top or left edge
};

/// One thing to paint. What a member means depends on `kind`.
struct Item {
  ItemKind kind = ItemKind::fill;
  Colour colour = Colour::none;
  Style style;               ///< text
  bool underline = false;    ///< text: always underlined; a hovered action underlines its text anyway
  bool strike = false;       ///< text
  bool dotted = false;       ///< text: a muted dotted line where the underline would be
  bool transparent = false;  ///< image: needs a light plate in dark mode
  float radius = 0;          ///< fill, border, shadow, image
  float baseline = 0;        ///< text: y of the baseline
  Rect box;                  ///< text: left edge, top of the line, advance width, line height
  document::Text text;       ///< text: UTF-8 in DisplayList::text; icon: its name; image: its file (Image::source)
  ActionId action = 0;       ///< link or button it belongs to
  std::uint32_t card = 0;    ///< 1 + index into DisplayList::cards of the raised card it lies on
};

/// Something the pointer can be over or the focus on.
struct Area {
  ActionId action = 0;
  Rect box;
  float radius = 0;
  std::uint32_t card = 0;  ///< as Item::card
};

/// A card that lifts when hovered. `action` is that of its link.
struct Card {
  Rect box;
  ActionId action = 0;
  std::uint8_t accent = 0;
};

/// A run of items that lie between two heights; painting skips whole chunks that are out of sight. At most 64 items.
struct Chunk {
  float top = 0;
  float bottom = 0;
  std::uint32_t first = 0;
  std::uint32_t count = 0;
};

/// All that is to be painted of one region, in paint order, px from the region's origin. Retained; repainting reads it
/// only.
struct DisplayList {
  std::vector<Item> items;
  std::vector<Area> areas;  ///< in document order
  std::vector<Card> cards;
  std::vector<Chunk> chunks;
  std::string text;
  float width = 0;
  float height = 0;
};

}  // namespace hubglass::layout
