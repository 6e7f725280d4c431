#include "cli/site/image.h"
#include "cli/site/raster_file.h"
#include "document/budgets.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <memory>
#include <unordered_set>
#include <vector>

#include <stb_image.h>
#include <stb_image_resize.h>
#include <stb_image_write.h>
#include <webp/encode.h>

namespace hubglass::site {
namespace {

constexpr float lossy_quality = 76;
/// Drawings with up to this many colours are tried without loss, too: sharp, and often smaller.
constexpr std::size_t few_colours = 4096;
/// Pixels at least this opaque count as opaque; scanners and scalers leave a hair of transparency.
constexpr std::uint8_t opaque = 250;

/// RGBA, 8 bits each, rows without padding.
struct Pixels {
  int width = 0;
  int height = 0;
  std::vector<std::uint8_t> bytes;
};

/// Turns stored pixels the way EXIF orientation `orientation` (2–8) says they are meant.
Pixels turned(const Pixels& source, int orientation) {
  const bool swapped = orientation >= 5;
  Pixels result;
  result.width = swapped ? source.height : source.width;
  result.height = swapped ? source.width : source.height;
  result.bytes.resize(source.bytes.size());
  const bool from_right = orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
  const bool from_bottom = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
  for (int y = 0; y < result.height; ++y) {
    for (int x = 0; x < result.width; ++x) {
      int from_x = swapped ? y : x;
      int from_y = swapped ? x : y;
      from_x = from_right ? source.width - 1 - from_x : from_x;
      from_y = from_bottom ? source.height - 1 - from_y : from_y;
      const std::size_t from = (static_cast<std::size_t>(from_y) * static_cast<std::size_t>(source.width) +
                                static_cast<std::size_t>(from_x)) *
                               4;
      const std::size_t to =
          (static_cast<std::size_t>(y) * static_cast<std::size_t>(result.width) + static_cast<std::size_t>(x)) * 4;
      std::copy_n(source.bytes.data() + from, 4, result.bytes.data() + to);
    }
  }
  return result;
}

bool is_transparent(const Pixels& pixels) {
  for (std::size_t i = 3; i < pixels.bytes.size(); i += 4) {
    if (pixels.bytes[i] < opaque) {
      return true;
    }
  }
  return false;
}

bool has_few_colours(const Pixels& pixels) {
  std::unordered_set<std::uint32_t> colours;
  std::uint32_t last = 0;
  for (std::size_t i = 0; i < pixels.bytes.size(); i += 4) {
    const std::uint8_t* pixel = pixels.bytes.data() + i;
    const std::uint32_t colour = pixel[3] == 0 ? 0
                                               : static_cast<std::uint32_t>(pixel[0]) << 24 |
                                                     static_cast<std::uint32_t>(pixel[1]) << 16 |
                                                     static_cast<std::uint32_t>(pixel[2]) << 8 | pixel[3];
    if (colour != last) {
      last = colour;
      colours.insert(colour);
      if (colours.size() > few_colours) {
        return false;
      }
    }
  }
  return true;
}

/// The first width from `least` at which whole px keep the shape, or the one that keeps it best. Browsers go by the
/// shape of the file they load: with another one the page would move.
int width_that_keeps_shape(const Image& image, int least) {
  constexpr double unseen = 2e-4;  // of the height: 0.1 px of the highest that fits a screen
  const double shape = static_cast<double>(image.height) / static_cast<double>(image.width);
  int best = least;
  double least_error = 1;
  for (int width = least; width <= least + least / 8 && least_error > unseen; ++width) {
    const double height = width * shape;
    const double error = std::abs(std::max(1.0, std::round(height)) - height) / height;
    if (error < least_error) {
      least_error = error;
      best = width;
    }
  }
  return best;
}

/// Scaled down to at most `widest` px of width, averaging in linear light and with colours weighted by their alpha.
Result<Pixels> scaled(Pixels pixels, int widest, std::string_view name) {
  if (pixels.width <= widest) {
    return pixels;
  }
  Pixels result;
  result.width = widest;
  result.height = static_cast<int>(
      std::max<std::int64_t>(1, (static_cast<std::int64_t>(pixels.height) * widest + pixels.width / 2) / pixels.width));
  result.bytes.resize(static_cast<std::size_t>(result.width) * static_cast<std::size_t>(result.height) * 4);
  constexpr int channels = 4;
  constexpr int alpha_channel = 3;
  if (stbir_resize_uint8_srgb_edgemode(pixels.bytes.data(), pixels.width, pixels.height, 0, result.bytes.data(),
                                       result.width, result.height, 0, channels, alpha_channel, 0,
                                       STBIR_EDGE_CLAMP) == 0) {
    return fail(ErrorCode::image_too_large, "there is not enough memory to scale this image down", std::string(name));
  }
  return result;
}

std::string encode_webp(const Pixels& pixels, bool lossless, bool transparent) {
  WebPConfig config;
  WebPPicture picture;
  if (WebPConfigInit(&config) == 0 || WebPPictureInit(&picture) == 0) {
    return {};
  }
  if (lossless) {
    WebPConfigLosslessPreset(&config, 6);
  } else {
    config.quality = lossy_quality;
    config.method = 6;
    config.alpha_filtering = 2;  // the best
    config.use_sharp_yuv = 1;    // keeps coloured edges of logos and lettering crisp
  }
  picture.use_argb = 1;
  picture.width = pixels.width;
  picture.height = pixels.height;
  const int stride = pixels.width * 4;
  const int imported = transparent ? WebPPictureImportRGBA(&picture, pixels.bytes.data(), stride)
                                   : WebPPictureImportRGBX(&picture, pixels.bytes.data(), stride);
  WebPMemoryWriter writer;
  WebPMemoryWriterInit(&writer);
  picture.writer = WebPMemoryWrite;
  picture.custom_ptr = &writer;
  std::string bytes;
  if (imported != 0 && WebPEncode(&config, &picture) != 0) {
    bytes.assign(reinterpret_cast<const char*>(writer.mem), writer.size);
  }
  WebPMemoryWriterClear(&writer);
  WebPPictureFree(&picture);
  return bytes;
}

/// The smaller of both ways; drawings of few colours are tried without loss, too.
std::string best_webp(const Pixels& pixels, bool drawing, bool transparent) {
  std::string best = encode_webp(pixels, false, transparent);
  if (drawing) {
    std::string lossless = encode_webp(pixels, true, transparent);
    if (!lossless.empty() && (best.empty() || lossless.size() <= best.size())) {
      best = std::move(lossless);
    }
  }
  return best;
}

std::string encode_png(const Pixels& pixels) {
  std::string bytes;
  const auto append = [](void* context, void* data, int size) {
    static_cast<std::string*>(context)->append(static_cast<const char*>(data), static_cast<std::size_t>(size));
  };
  constexpr int channels = 4;
  const int done = stbi_write_png_to_func(append, &bytes, pixels.width, pixels.height, channels, pixels.bytes.data(),
                                          pixels.width * channels);
  return done != 0 ? bytes : std::string();
}

Result<void> check_size(RasterSize stated, std::string_view name) {
  if (stated.width == 0 || stated.height == 0) {
    return fail(ErrorCode::image_malformed, "this image is damaged: its size cannot be read", std::string(name));
  }
  if (std::uint64_t{stated.width} * stated.height > budgets::image_pixels) {
    return fail(ErrorCode::image_too_large,
                "this image has " + std::to_string(stated.width) + " × " + std::to_string(stated.height) +
                    " pixels, more than " + std::to_string(budgets::image_pixels >> 20) + " million",
                std::string(name));
  }
  return {};
}

Result<Pixels> decode(std::string_view bytes, std::string_view name) {
  const auto* data = reinterpret_cast<const stbi_uc*>(bytes.data());
  const int size = static_cast<int>(bytes.size());  // at most budgets::image_bytes
  Pixels pixels;
  int channels = 0;
  struct Free {
    void operator()(stbi_uc* memory) const { stbi_image_free(memory); }
  };
  const std::unique_ptr<stbi_uc, Free> decoded(
      stbi_load_from_memory(data, size, &pixels.width, &pixels.height, &channels, STBI_rgb_alpha));
  if (decoded == nullptr) {
    const char* reason = stbi_failure_reason();
    return fail(ErrorCode::image_malformed,
                std::string("this image is damaged: ") + (reason != nullptr ? reason : "it cannot be decoded"),
                std::string(name));
  }
  pixels.bytes.assign(decoded.get(), decoded.get() + static_cast<std::size_t>(pixels.width) *
                                                         static_cast<std::size_t>(pixels.height) * 4);
  return pixels;
}

}  // namespace

Result<Image> prepare_raster(std::string_view bytes, std::string_view name, ImageFormat format, ImageUse use) {
  const bool png = format == ImageFormat::png;
  if (const char* damage = png ? damage_of_png(bytes) : damage_of_jpeg(bytes)) {
    return fail(ErrorCode::image_malformed, damage, std::string(name));
  }
  const RasterSize size = png ? size_of_png(bytes) : size_of_jpeg(bytes);
  HUBGLASS_TRY(check_size(size, name));
  if (use == ImageUse::look) {
    Image image;
    image.width = static_cast<float>(size.width);
    image.height = static_cast<float>(size.height);
    return image;
  }
  auto pixels = decode(bytes, name);
  if (!pixels) {
    return tl::unexpected<Error>(pixels.error());
  }
  const int orientation = png ? 1 : jpeg_orientation(bytes);
  if (orientation != 1) {
    *pixels = turned(*pixels, orientation);
  }
  Image image;
  image.width = static_cast<float>(pixels->width);
  image.height = static_cast<float>(pixels->height);
  image.transparent = is_transparent(*pixels);
  image.bytes = bytes;
  image.extension = png ? ".png" : ".jpg";
  if (use == ImageUse::as_is || (png && is_animated_png(bytes)) || (use == ImageUse::icon && !png)) {
    return image;
  }
  if (use == ImageUse::icon) {
    if (pixels->width > widest_icon) {
      auto icon = scaled(std::move(*pixels), widest_icon, name);
      if (!icon) {
        return tl::unexpected<Error>(icon.error());
      }
      if (std::string smaller = encode_png(*icon); !smaller.empty() && smaller.size() < bytes.size()) {
        image.bytes = std::move(smaller);
      }
    }
    return image;
  }
  const bool drawing = has_few_colours(*pixels);
  int widest = widest_image;
  if (use == ImageUse::logo && pixels->height > highest_logo) {
    widest = std::clamp(static_cast<int>(std::int64_t{pixels->width} * highest_logo / pixels->height), 1, widest_image);
  }
  auto small = scaled(std::move(*pixels), widest, name);
  if (!small) {
    return tl::unexpected<Error>(small.error());
  }
  if (small->height > WEBP_MAX_DIMENSION) {
    return image;
  }
  std::string best = best_webp(*small, drawing, image.transparent);
  if (best.empty()) {
    return fail(ErrorCode::image_too_large, "there is not enough memory to encode this image", std::string(name));
  }
  if (best.size() >= bytes.size()) {
    return image;
  }
  // A file of its own pays only where it is a good deal smaller.
  if (use == ImageUse::text && small->width > plain_image + plain_image / 4) {
    auto plain = scaled(std::move(*small), width_that_keeps_shape(image, plain_image), name);
    if (!plain) {
      return tl::unexpected<Error>(plain.error());
    }
    std::string for_plain_screens = best_webp(*plain, drawing, image.transparent);
    if (for_plain_screens.size() < best.size() - best.size() / 4) {
      image.plain_bytes = std::move(for_plain_screens);
    }
  }
  image.bytes = std::move(best);
  image.extension = ".webp";
  return image;
}

}  // namespace hubglass::site
