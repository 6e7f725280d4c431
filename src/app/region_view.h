#pragma once

#include "app/area_index.h"
#include "app/motion.h"
#include "layout/layout.h"
#include "paint/painter.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace hubglass::app {

/// One region on a surface: its layout, what is live in it (hover, press, focus, lifted cards), and its painter.
/// Between frames the pointer is tested against the layout, to know whether a frame is worth drawing; in a frame ImGui
/// decides.
class RegionView {
 public:
  /// Shows another layout; what was live in the old one ends.
  void show(layout::Layout layout);
  /// Lays out on; takes in what was added. True when complete.
  bool advance(float bottom);
  [[nodiscard]] const layout::DisplayList& list() const { return layout_->list(); }

  /// What is under a point, px of the region: expected() until the next frame. True when that changed.
  bool point(float x, float y);
  bool point_away();
  struct Target {
    layout::ActionId action = 0;
    std::uint32_t card = 0;
    friend bool operator==(const Target&, const Target&) = default;
  };
  [[nodiscard]] const Target& expected() const { return expected_; }

  /// Inside an ImGui window: items for the areas that are visible. `x`, `y`: device px of the region's origin in the
  /// canvas.
  void run_items(float x, float y, float scale, const layout::Rect& visible);
  /// Moves the lifts of cards on. True while one moves.
  bool advance_lifts(float elapsed_ms, bool at_once);
  /// Fills in the live part of a paint state.
  void live(paint::PaintState& state) const;
  /// Whether ImGui found what the pointer test expects. It knows a window's place only from the frame before.
  [[nodiscard]] bool settled() const { return hovered_ == expected_; }

  [[nodiscard]] std::optional<layout::Layout>& layout() { return layout_; }
  [[nodiscard]] const std::optional<layout::Layout>& layout() const { return layout_; }

  paint::Painter painter;
  float scroll = 0;  ///< px that navigation or contents are scrolled by
  layout::ActionId focused = 0;
  layout::ActionId current = 0;

 private:
  struct LiftedCard {
    std::uint32_t card = 0;
    Motion motion;
  };

  std::optional<layout::Layout> layout_;
  AreaIndex areas_;
  std::vector<std::uint32_t> visible_areas_;
  std::vector<LiftedCard> lifted_;
  std::vector<paint::CardLift> lifts_;
  Target expected_;
  Target hovered_;
  layout::ActionId pressed_ = 0;
};

}  // namespace hubglass::app
