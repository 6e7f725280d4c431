#include "cli/site/image.h"

#include "cli/site/svg.h"
#include "document/budgets.h"

#include <algorithm>
#include <cstdio>
#include <cstring>

#include <webp/decode.h>

namespace hubglass::site {
namespace {

/// Changes whenever the same input gives other bytes: part of every cache key.
constexpr std::string_view recipe_version = "image 9";

std::string lower(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return result;
}

std::string extension_of(std::string_view name) {
  const std::size_t slash = name.find_last_of('/');
  const std::string_view file = slash == std::string_view::npos ? name : name.substr(slash + 1);
  const std::size_t dot = file.find_last_of('.');
  return dot == std::string_view::npos ? std::string() : lower(file.substr(dot));
}

/// A prepared image as cache bytes: sizes and flags on one line, then its file for plain screens, then the image.
/// `reuse` stands for the input's own bytes.
std::string to_cache(const Image& image, std::string_view input) {
  const bool reuse = image.bytes == input;
  char line[128];
  const int size = std::snprintf(line, sizeof line, "%s %.9g %.9g %d %d %zu\n", image.extension.c_str(),
                                 static_cast<double>(image.width), static_cast<double>(image.height),
                                 image.transparent ? 1 : 0, reuse ? 1 : 0, image.plain_bytes.size());
  std::string bytes(line, static_cast<std::size_t>(std::max(size, 0)));
  bytes += image.plain_bytes;
  return reuse ? bytes : bytes + image.bytes;
}

bool from_cache(std::string_view bytes, std::string_view input, Image& image) {
  const std::size_t line_end = bytes.find('\n');
  if (line_end > 120) {  // or no line end at all
    return false;
  }
  char extension[16] = {};
  int transparent = 0;
  int reuse = 0;
  std::size_t plain = 0;
  const std::string line(bytes.substr(0, line_end));
  if (std::sscanf(line.c_str(), "%15s %f %f %d %d %zu", extension, &image.width, &image.height, &transparent, &reuse,
                  &plain) != 6 ||
      plain > bytes.size() - line_end - 1) {
    return false;
  }
  image.extension = extension;
  image.transparent = transparent != 0;
  image.plain_bytes = bytes.substr(line_end + 1, plain);
  image.bytes = reuse != 0 ? input : bytes.substr(line_end + 1 + plain);
  return true;
}

tl::unexpected<Error> malformed(std::string message, std::string_view name) {
  return fail(ErrorCode::image_malformed, std::move(message), std::string(name));
}

unsigned little_endian_16(std::string_view bytes, std::size_t at) {
  return static_cast<std::uint8_t>(bytes[at]) | static_cast<unsigned>(static_cast<std::uint8_t>(bytes[at + 1])) << 8;
}

/// Walks the blocks of a GIF up to its trailer. Sets `transparent` when a frame has a transparent colour. False when
/// cut short or out of order.
bool walk_gif(std::string_view bytes, bool& transparent) {
  const auto table_size = [](unsigned flags) { return (flags & 0x80) != 0 ? std::size_t{3} << ((flags & 7) + 1) : 0; };
  const auto skip_sub_blocks = [&](std::size_t& at) {
    while (at < bytes.size()) {
      const std::size_t size = static_cast<std::uint8_t>(bytes[at++]);
      at += size;
      if (size == 0) {
        return true;
      }
    }
    return false;
  };
  std::size_t at = 13 + table_size(static_cast<std::uint8_t>(bytes[10]));
  bool any_frame = false;
  while (at + 1 < bytes.size()) {
    const auto kind = static_cast<std::uint8_t>(bytes[at]);
    if (kind == 0x21) {  // extension
      if (static_cast<std::uint8_t>(bytes[at + 1]) == 0xf9 && at + 3 < bytes.size() && (bytes[at + 3] & 1) != 0) {
        transparent = true;
      }
      at += 2;
    } else if (kind == 0x2c && at + 10 < bytes.size()) {  // frame
      any_frame = true;
      at += 10 + table_size(static_cast<std::uint8_t>(bytes[at + 9])) + 1;
    } else {
      return false;
    }
    if (!skip_sub_blocks(at)) {
      return false;
    }
  }
  return any_frame && at < bytes.size() && static_cast<std::uint8_t>(bytes[at]) == 0x3b;
}

}  // namespace

bool is_image_name(std::string_view name) {
  const std::string extension = extension_of(name);
  for (const char* known : {".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg"}) {
    if (extension == known) {
      return true;
    }
  }
  return false;
}

ImageFormat image_format(std::string_view bytes, std::string_view name) {
  if (bytes.starts_with("\x89PNG\r\n\x1a\n")) {
    return ImageFormat::png;
  }
  if (bytes.starts_with("\xff\xd8\xff")) {
    return ImageFormat::jpeg;
  }
  if (bytes.starts_with("GIF87a") || bytes.starts_with("GIF89a")) {
    return ImageFormat::gif;
  }
  if (bytes.starts_with("RIFF") && bytes.size() >= 12 && bytes.substr(8, 4) == "WEBP") {
    return ImageFormat::webp;
  }
  return extension_of(name) == ".svg" ? ImageFormat::svg : ImageFormat::none;
}

Result<Image> measure_gif(std::string_view bytes, std::string_view name) {
  Image image;
  if (bytes.size() < 14 || !walk_gif(bytes, image.transparent)) {
    return malformed("this GIF is damaged or was cut short", name);
  }
  image.width = static_cast<float>(little_endian_16(bytes, 6));
  image.height = static_cast<float>(little_endian_16(bytes, 8));
  if (image.width < 1 || image.height < 1) {
    return malformed("this GIF has no size", name);
  }
  image.bytes = bytes;
  image.extension = ".gif";
  return image;
}

Result<Image> measure_webp(std::string_view bytes, std::string_view name) {
  WebPBitstreamFeatures features;
  const VP8StatusCode status =
      WebPGetFeatures(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size(), &features);
  const std::uint64_t announced =
      bytes.size() < 12 ? 0
                        : std::uint64_t{little_endian_16(bytes, 4)} | std::uint64_t{little_endian_16(bytes, 6)} << 16;
  if (status != VP8_STATUS_OK || announced + 8 > bytes.size() || features.width < 1 || features.height < 1) {
    return malformed("this WebP image is damaged or was cut short", name);
  }
  Image image;
  image.width = static_cast<float>(features.width);
  image.height = static_cast<float>(features.height);
  image.transparent = features.has_alpha != 0;
  image.bytes = bytes;
  image.extension = ".webp";
  return image;
}

Result<Image> prepare_image(std::string_view bytes, std::string_view name, ImageUse use) {
  if (bytes.size() > budgets::image_bytes) {
    return fail(ErrorCode::image_too_large,
                "this image is larger than " + std::to_string(budgets::image_bytes >> 20) + " MiB", std::string(name));
  }
  const ImageFormat format = image_format(bytes, name);
  switch (format) {
    case ImageFormat::png:
    case ImageFormat::jpeg:
      return prepare_raster(bytes, name, format, use);
    case ImageFormat::gif:
      return measure_gif(bytes, name);
    case ImageFormat::webp:
      return measure_webp(bytes, name);
    case ImageFormat::svg:
      return prepare_svg(bytes, name);
    case ImageFormat::none:
      break;
  }
  return malformed(bytes.empty() ? "this image file is empty"
                                 : "this file is no PNG, JPEG, GIF, WebP or SVG image, whatever its name says",
                   name);
}

Result<Image> cached_image(std::string_view bytes, std::string_view name, ImageUse use, Cache& cache) {
  const ImageFormat format = image_format(bytes, name);
  // Only re-encoding is worth a cache entry; the rest is measured faster than looked up.
  if ((format != ImageFormat::png && format != ImageFormat::jpeg) || use == ImageUse::look ||
      bytes.size() > budgets::image_bytes) {
    return prepare_image(bytes, name, use);
  }
  const std::string recipe = std::string(recipe_version) + " webp " + std::to_string(WebPGetDecoderVersion()) +
                             " for " + std::to_string(static_cast<int>(use));
  const std::string key = Cache::key(recipe, bytes);
  if (const auto found = cache.find(key)) {
    Image image;
    if (from_cache(*found, bytes, image)) {
      return image;
    }
  }
  auto image = prepare_image(bytes, name, use);
  if (image) {
    cache.keep(key, to_cache(*image, bytes));
  }
  return image;
}

}  // namespace hubglass::site
