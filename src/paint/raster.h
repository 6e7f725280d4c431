#pragma once

#include "layout/display_list.h"
#include "layout/theme.h"

#include <cstdint>
#include <span>
#include <string_view>

namespace hubglass::paint {

/// A fragment to rasterise into the atlas of one surface: device px, its top-left corner at (x, y).
struct RasterJob {
  enum class Kind : std::uint8_t { text, icon } kind = Kind::text;
  std::string_view text;  ///< UTF-8; for an icon its SVG path data
  layout::Style style;
  layout::Rgba colour = 0;
  float scale = 1;      ///< device px per CSS px
  std::uint32_t x = 0;  ///< in the atlas texture, device px
  std::uint32_t y = 0;
  std::uint32_t width = 0;
  std::uint32_t height = 0;
  float origin_x = 0;     ///< device px from the job's left edge to the fragment's origin (negative for later slices)
  float origin_y = 0;     ///< device px from the job's top edge to the text's baseline, or to the icon's top edge
  float view_width = 24;  ///< icon: its view box
  float view_height = 24;
  float drawn_width = 0;  ///< icon: device px that its view box is scaled to
  float drawn_height = 0;
};

/// What painting needs from outside: texels. The browser implements it; tests record the jobs.
class Raster {
 public:
  virtual ~Raster() = default;
  /// The largest atlas texture that can be had, device px.
  [[nodiscard]] virtual std::uint32_t largest_atlas() const = 0;
  /// Makes the atlas texture (RGBA, straight alpha) exactly `side` device px square, empty; returns its texture id.
  virtual std::uint64_t resize_atlas(std::uint32_t side) = 0;
  /// Draws all of a frame's new fragments, uploading once.
  virtual void draw(std::span<const RasterJob> jobs) = 0;
  /// Texture of an image file at this size in device px, or 0 while it loads (a new frame is asked for when it is
  /// ready).
  virtual std::uint64_t image(std::string_view file, std::uint32_t width, std::uint32_t height) = 0;
};

}  // namespace hubglass::paint
