#pragma once

#include <cstdint>

/// What TypeScript (web/host.ts) does for C++: measuring and rasterising text, loading images. Each function forwards
/// to the method of the same name of the `host` object that the module was made with. Text crosses as UTF-8 in one
/// piece; lengths inside it are in UTF-16 code units, so that the other side decodes once and slices.
extern "C" {

/// `runs`: per run its UTF-16 length and style key. Writes one advance (px) per run.
void host_measure(std::uint32_t instance, const char* text, std::uint32_t text_size, const std::uint32_t* runs,
                  std::uint32_t count, float* advances);
/// px from the top of a line of this style to its baseline.
float host_baseline(std::uint32_t instance, std::uint32_t style_key);
/// Makes the atlas texture of a surface `side` device px square and empty; returns its GL name.
std::uint32_t host_resize_atlas(std::uint32_t instance, std::uint32_t surface, std::uint32_t side);
/// `jobs`: count × RasterWords, see raster.cpp.
void host_draw(std::uint32_t instance, std::uint32_t surface, const char* text, std::uint32_t text_size,
               const void* jobs, std::uint32_t count);
/// GL name of an image's texture at this size in device px, or 0 while it loads.
std::uint32_t host_image(std::uint32_t instance, std::uint32_t surface, const char* file, std::uint32_t file_size,
                         std::uint32_t width, std::uint32_t height);
}
