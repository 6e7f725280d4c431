#pragma once

#include <cstdint>
#include <string_view>

/// What a PNG or JPEG file's own structure says, read before anything decodes it.
namespace hubglass::site {

/// Null when the file is whole; else what is wrong with it. PNG: every chunk's checksum up to IEND. JPEG: every segment
/// up to the end marker. Decoders accept less and show garbage or grey instead.
const char* damage_of_png(std::string_view bytes);
const char* damage_of_jpeg(std::string_view bytes);

struct RasterSize {
  std::uint32_t width = 0;
  std::uint32_t height = 0;
};
/// What the header states; zeros when there is none.
RasterSize size_of_png(std::string_view bytes);
RasterSize size_of_jpeg(std::string_view bytes);

/// True for a PNG with several frames (acTL chunk), which re-encoding would stop.
bool is_animated_png(std::string_view bytes);

/// EXIF orientation of a JPEG, 1–8; 1 when it states none. Browsers turn the picture by it; re-encoding loses it.
int jpeg_orientation(std::string_view bytes);

}  // namespace hubglass::site
