#include "platform/web/web_raster.h"

#include "platform/web/host.h"
#include "platform/web/utf16.h"

namespace hubglass::platform::web {

std::uint64_t WebRaster::resize_atlas(std::uint32_t side) {
  return host_resize_atlas(instance_, surface_, side);
}

void WebRaster::draw(std::span<const paint::RasterJob> jobs) {
  if (jobs.empty()) {
    return;
  }
  text_.clear();
  words_.clear();
  for (const paint::RasterJob& job : jobs) {
    text_ += job.text;
    words_.push_back(RasterWords{.kind = static_cast<std::uint32_t>(job.kind),
                                 .text_length = utf16_length(job.text),
                                 .style = job.style.key(),
                                 .colour = job.colour,
                                 .scale = job.scale,
                                 .x = job.x,
                                 .y = job.y,
                                 .width = job.width,
                                 .height = job.height,
                                 .origin_x = job.origin_x,
                                 .origin_y = job.origin_y,
                                 .view_width = job.view_width,
                                 .view_height = job.view_height,
                                 .drawn_width = job.drawn_width,
                                 .drawn_height = job.drawn_height});
  }
  host_draw(instance_, surface_, text_.data(), static_cast<std::uint32_t>(text_.size()), words_.data(),
            static_cast<std::uint32_t>(words_.size()));
}

std::uint64_t WebRaster::image(std::string_view file, std::uint32_t width, std::uint32_t height) {
  return host_image(instance_, surface_, file.data(), static_cast<std::uint32_t>(file.size()), width, height);
}

}  // namespace hubglass::platform::web
