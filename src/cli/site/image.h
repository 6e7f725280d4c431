#pragma once

#include "cli/site/cache.h"
#include "document/pictures.h"
#include "document/result.h"

#include <string>
#include <string_view>

/// Images as readers get them: no wider than needed, encoded as WebP where that is smaller, checked before anything
/// decodes them. Hostile files cost at most what the budgets allow.
namespace hubglass::site {

/// Wider images are scaled down to this: the widest content column at twice the density.
inline constexpr int widest_image = static_cast<int>(document::widest_picture);
/// The same column on plain screens; an image that is a good deal wider has a file of this width, too.
inline constexpr int plain_image = widest_image / 2;
/// The hub's logo, where it is only that: as high as the header shows it, at twice the density.
inline constexpr int highest_logo = 64;
/// Browser tabs show icons at 16 px, at up to thrice the density; search engines ask for 48.
inline constexpr int widest_icon = 48;

/// What an image is for.
enum class ImageUse {
  text,   ///< in pages
  logo,   ///< only in the header
  icon,   ///< only as the icon of browser tabs, which stays a PNG: browsers do not agree on WebP there
  as_is,  ///< keeps its bytes, but is checked and measured
  look,   ///< nothing is made of it: only its header and the structure of its file are read
};

struct Image {
  std::string bytes;
  std::string plain_bytes;  ///< the same format at plain_image px of width; empty when there is no need
  std::string extension;    ///< of the bytes, with the dot: ".webp"
  float width = 0;          ///< natural size of the original in CSS px (after its EXIF orientation)
  float height = 0;
  bool transparent = false;  ///< some pixel lets the background through
};

enum class ImageFormat { none, png, jpeg, gif, webp, svg };

/// By content; SVG also by the name's ending. `none` for what is no image we know.
ImageFormat image_format(std::string_view bytes, std::string_view name);
/// By the name's ending alone, for what should be an image but may be damaged.
bool is_image_name(std::string_view name);

/// Makes an image ready. Errors (image_malformed, image_too_large) name `name`.
Result<Image> prepare_image(std::string_view bytes, std::string_view name, ImageUse use);
/// As prepare_image, by way of the cache.
Result<Image> cached_image(std::string_view bytes, std::string_view name, ImageUse use, Cache& cache);

/// PNG or JPEG.
Result<Image> prepare_raster(std::string_view bytes, std::string_view name, ImageFormat format, ImageUse use);
/// Only checked and measured: GIF (may be animated), WebP.
Result<Image> measure_gif(std::string_view bytes, std::string_view name);
Result<Image> measure_webp(std::string_view bytes, std::string_view name);

}  // namespace hubglass::site
