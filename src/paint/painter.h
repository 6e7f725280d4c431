#pragma once

#include "document/page.h"
#include "layout/display_list.h"
#include "layout/theme.h"
#include "paint/fragment_atlas.h"
#include "paint/raster.h"
#include "paint/shapes.h"

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

/// DisplayList to ImDrawList. paint/ is the only user of ImDrawList: it turns what can be seen of a retained list into
/// triangles in device px, with the live states (hover, press, focus, lift) on top. It owns the texels of text and
/// icons. It never lays out, never decides what is hovered, and knows no browser: texels and images come from a Raster.
namespace hubglass::paint {

/// How a hovered link of a region shows itself.
enum class HoverLook : std::uint8_t {
  underline,
  plate,   ///< a faint rounded box behind it, where it has a box of its own
  accent,  ///< its text takes the accent colour
};

/// How far a card is lifted, 0–1.
struct CardLift {
  std::uint32_t card = 0;  ///< 1 + index into DisplayList::cards
  float amount = 0;
};

using document::Icons;

/// Where and how a region is painted in this frame.
struct PaintState {
  const layout::Theme* theme = nullptr;
  const Icons* icons = nullptr;
  bool dark = false;
  float scale = 1;  ///< device px per px
  float x = 0;      ///< px from the canvas' left edge to the region's origin
  float y = 0;
  layout::Rect visible;  ///< the part that can be seen, px of the region
  HoverLook hover_look = HoverLook::underline;
  layout::ActionId hovered = 0;
  layout::ActionId pressed = 0;
  layout::ActionId focused = 0;
  layout::ActionId current = 0;  ///< the entry being read: accent text and a bar at the region's left edge
  std::span<const CardLift> lifts;
  std::span<const std::uint32_t> visible_areas;  ///< indices into DisplayList::areas
};

/// Paints one region. It keeps its buffers from frame to frame, so that a steady frame allocates nothing.
class Painter {
 public:
  /// Resolves what is visible to device px and colours, and asks the atlas for it. `list` must stay as it is until
  /// paint.
  void prepare(const layout::DisplayList& list, const PaintState& state, FragmentAtlas& atlas);
  /// Appends what prepare found to a draw list between begin_shapes and end_shapes. The atlas was committed in between.
  void paint(ImDrawList& draw_list, const FragmentAtlas& atlas, Raster& raster) const;

 private:
  struct Command {
    enum class Kind : std::uint8_t { fill, dots, border, shadow, texels, picture } kind = Kind::fill;
    float radius = 0;  ///< device px
    float extent = 0;  ///< border: thickness; shadow: blur
    Rgba colour = 0;
    Box box;
    std::uint32_t source = 0;  ///< texels: the slot; picture: the item
  };

  void prepare_item(const layout::Item& item);
  void prepare_text(const layout::Item& item, const Box& box, float dy);
  /// Asks for a fragment of any size, its top left corner on these whole device px, in slices as far as it can be seen.
  void prepare_texels(const RasterJob& whole, float left, float top);
  void prepare_icon(const layout::Item& item, const Box& box);
  void prepare_picture(const layout::Item& item, const Box& box);
  void prepare_lines(const layout::Item& item, const Box& box, float baseline, Rgba colour);
  void prepare_plates();
  void prepare_rings();
  /// Device px: a radius as round as the theme wants it.
  [[nodiscard]] float corners(const layout::Rect& box, float radius) const;
  [[nodiscard]] Box device_box(const layout::Rect& rect) const;
  [[nodiscard]] Rgba colour(layout::Colour colour) const;
  [[nodiscard]] Rgba text_colour(const layout::Item& item) const;
  [[nodiscard]] Rgba fill_colour(const layout::Item& item) const;
  [[nodiscard]] Rgba border_colour(const layout::Item& item) const;
  [[nodiscard]] float lift(std::uint32_t card) const;
  [[nodiscard]] bool is_card(const layout::Item& item) const;

  std::vector<Command> commands_;
  const layout::DisplayList* list_ = nullptr;
  PaintState state_;
  FragmentAtlas* atlas_ = nullptr;
  float origin_x_ = 0;  ///< device px, whole
  float origin_y_ = 0;
};

}  // namespace hubglass::paint
