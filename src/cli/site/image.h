#pragma once

#include "cli/site/cache.h"
#include "document/result.h"

#include <string>
#include <string_view>

/// Images as readers get them: no wider than needed, encoded as WebP where that is smaller, checked before anything
/// decodes them. Hostile files cost at most what the budgets allow.
namespace hubglass::site {

/// Wider images are scaled down to this: the widest content column at twice the density.
inline constexpr int widest_image = 1440;

struct Image {
  std::string bytes;
  std::string extension;  ///< of the bytes, with the dot: ".webp"
  float width = 0;        ///< natural size of the original in CSS px (after its EXIF orientation)
  float height = 0;
  bool transparent = false;  ///< some pixel lets the background through
};

enum class ImageFormat { none, png, jpeg, gif, webp, svg };

/// By content; SVG also by the name's ending. `none` for what is no image we know.
ImageFormat image_format(std::string_view bytes, std::string_view name);
/// By the name's ending alone, for what should be an image but may be damaged.
bool is_image_name(std::string_view name);

/// Makes an image ready. `as_is` keeps the original bytes (favicons) but still checks and measures them. Errors
/// (image_malformed, image_too_large) name `name`.
Result<Image> prepare_image(std::string_view bytes, std::string_view name, bool as_is);
/// As prepare_image, by way of the cache.
Result<Image> cached_image(std::string_view bytes, std::string_view name, bool as_is, Cache& cache);

/// PNG or JPEG.
Result<Image> prepare_raster(std::string_view bytes, std::string_view name, ImageFormat format, bool as_is);
/// Only checked and measured: GIF (may be animated), WebP.
Result<Image> measure_gif(std::string_view bytes, std::string_view name);
Result<Image> measure_webp(std::string_view bytes, std::string_view name);

}  // namespace hubglass::site
