#pragma once

#include "app/app.h"
#include "app/region_view.h"
#include "paint/fragment_atlas.h"

#include <array>
#include <cstdint>
#include <span>

struct ImGuiContext;

namespace hubglass::app {

/// What one canvas keeps from frame to frame.
struct SurfaceState {
  SurfaceState();
  ~SurfaceState();
  SurfaceState(const SurfaceState&) = delete;
  SurfaceState& operator=(const SurfaceState&) = delete;

  ImGuiContext* context = nullptr;
  paint::FragmentAtlas atlas;
  Statistics statistics;
  double last_ms = 0;
  int unsettled = 0;  ///< frames in a row in which ImGui had not caught up with the pointer
  bool dirty = true;
  bool animating = false;
};

/// A plain filled box of a pane, below its region: canvas px.
struct Plate {
  layout::Rect box;
  paint::Rgba colour = 0;
};

/// One clipped part of a canvas: an ImGui window, its plates, and maybe a region in it.
struct Pane {
  const char* name = "";
  layout::Rect clip;  ///< canvas px
  std::array<Plate, 3> plates;
  RegionView* region = nullptr;
  float x = 0;  ///< canvas px of the region's origin
  float y = 0;
  paint::HoverLook look = paint::HoverLook::underline;
};

/// What all panes of a frame share.
struct FrameInput {
  float width = 0;  ///< canvas px
  float height = 0;
  double now_ms = 0;
  const Viewport* viewport = nullptr;
  const layout::Theme* theme = nullptr;
  const paint::Icons* icons = nullptr;
  bool pointer_inside = false;
  float pointer_x = 0;  ///< canvas px
  float pointer_y = 0;
  bool pointer_down = false;
  std::size_t most_fragments = paint::FragmentAtlas::all;  ///< to rasterise in this frame
};

/// Milliseconds since the frame before that a motion should go on by; little after a pause, so that none jumps.
float elapsed_ms(const SurfaceState& surface, double now_ms);

/// Runs one ImGui frame of `panes`, back to front, and leaves its draw data. True while something moves,
/// or is missing still.
bool run_frame(SurfaceState& surface, std::span<Pane> panes, const FrameInput& input, paint::Raster& raster);

}  // namespace hubglass::app
