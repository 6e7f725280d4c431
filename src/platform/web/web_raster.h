#pragma once

#include "paint/raster.h"

#include <string>
#include <vector>

namespace hubglass::platform::web {

/// One raster job as it crosses to TypeScript: 16 words of 4 bytes, read by web/raster.ts.
struct RasterWords {
  std::uint32_t kind = 0;
  std::uint32_t text_length = 0;  ///< UTF-16 code units
  std::uint32_t style = 0;
  std::uint32_t colour = 0;  ///< 0xRRGGBBAA
  float scale = 1;
  std::uint32_t x = 0;
  std::uint32_t y = 0;
  std::uint32_t width = 0;
  std::uint32_t height = 0;
  float origin_x = 0;
  float origin_y = 0;
  float view_width = 0;
  float view_height = 0;
  float drawn_width = 0;
  float drawn_height = 0;
  std::uint32_t unused = 0;
};
static_assert(sizeof(RasterWords) == 64);

/// Raster over the browser: 2D canvas to WebGL texture, one upload per strip of new fragments.
class WebRaster final : public paint::Raster {
 public:
  WebRaster(std::uint32_t instance, std::uint32_t surface) : instance_(instance), surface_(surface) {}
  [[nodiscard]] std::uint32_t largest_atlas() const override { return largest; }
  std::uint64_t resize_atlas(std::uint32_t side) override;
  void draw(std::span<const paint::RasterJob> jobs) override;
  std::uint64_t image(std::string_view file, std::uint32_t width, std::uint32_t height) override;

  std::uint32_t largest = 0;  ///< the GL context's limit

 private:
  std::uint32_t instance_;
  std::uint32_t surface_;
  std::string text_;
  std::vector<RasterWords> words_;
};

}  // namespace hubglass::platform::web
