#pragma once

#include "app/app.h"
#include "platform/web/web_raster.h"

#include <cstdint>

namespace hubglass::platform::web {

/// One canvas: its GL context, ImGui's OpenGL 3 backend in it, and what the last frame cost.
class WebSurface {
 public:
  WebSurface(app::Instance& app, std::uint32_t instance, app::Surface surface);

  bool start(std::uint32_t context);
  /// Nothing is drawn until it starts again. The context may be lost.
  void stop();
  /// Draws and submits; see app::Instance::draw.
  float frame(const app::Instance::View& view, double now_ms);

  double frame_ms = 0;   ///< C++ without submission
  double submit_ms = 0;  ///< handing the draw data to WebGL

 private:
  app::Instance& app_;
  app::Surface surface_;
  WebRaster raster_;
  std::uint32_t context_ = 0;
};

}  // namespace hubglass::platform::web
