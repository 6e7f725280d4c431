#include "unit/site/samples.h"

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <vector>

#include <webp/decode.h>
#include <zlib.h>

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"
#pragma GCC diagnostic ignored "-Wconversion"
#include <stb_image_write.h>
#pragma GCC diagnostic pop

namespace hubglass::site {
namespace {

namespace fs = std::filesystem;

void append(void* context, void* data, int size) {
  static_cast<std::string*>(context)->append(static_cast<const char*>(data), static_cast<std::size_t>(size));
}

std::vector<std::uint8_t> painted(int width, int height, int channels, const Paint& paint) {
  std::vector<std::uint8_t> pixels;
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      const Rgba colour = paint(x, y);
      pixels.insert(pixels.end(), colour.begin(), colour.begin() + channels);
    }
  }
  return pixels;
}

std::string big_endian(std::uint32_t value) {
  std::string bytes;
  for (int shift = 24; shift >= 0; shift -= 8) {
    bytes += static_cast<char>(value >> shift);
  }
  return bytes;
}

}  // namespace

TemporaryFolder::TemporaryFolder() {
  std::string name = (fs::temp_directory_path() / "hubglass-test-XXXXXX").string();
  path_ = mkdtemp(name.data());
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

std::string make_png(int width, int height, const Paint& paint) {
  std::string bytes;
  const auto pixels = painted(width, height, 4, paint);
  stbi_write_png_to_func(append, &bytes, width, height, 4, pixels.data(), width * 4);
  return bytes;
}

std::string make_jpeg(int width, int height, const Paint& paint) {
  std::string bytes;
  const auto pixels = painted(width, height, 3, paint);
  stbi_write_jpg_to_func(append, &bytes, width, height, 3, pixels.data(), 95);
  return bytes;
}

std::string with_orientation(const std::string& jpeg, int orientation) {
  std::string tiff("MM\0*\0\0\0\x08\0\x01", 10);         // big endian, one directory with one entry
  tiff += std::string("\x01\x12\0\x03\0\0\0\x01\0", 9);  // orientation, one short
  tiff += static_cast<char>(orientation);
  tiff += std::string(6, '\0');
  const std::string payload = std::string("Exif\0\0", 6) + tiff;
  const std::size_t size = payload.size() + 2;
  const std::string segment =
      std::string("\xff\xe1") + static_cast<char>(size >> 8) + static_cast<char>(size) + payload;
  return jpeg.substr(0, 2) + segment + jpeg.substr(2);
}

std::string png_chunk(std::string_view type, std::string_view payload) {
  const std::string body = std::string(type) + std::string(payload);
  const uLong checksum = crc32(0, reinterpret_cast<const Bytef*>(body.data()), static_cast<uInt>(body.size()));
  return big_endian(static_cast<std::uint32_t>(payload.size())) + body +
         big_endian(static_cast<std::uint32_t>(checksum));
}

Rgba noise(int x, int y) {
  std::uint32_t value = static_cast<std::uint32_t>(x) * 2654435761u ^ static_cast<std::uint32_t>(y) * 2246822519u;
  value ^= value >> 15;
  value *= 2246822519u;
  value ^= value >> 13;
  return {static_cast<std::uint8_t>(value), static_cast<std::uint8_t>(value >> 8),
          static_cast<std::uint8_t>(value >> 16), 255};
}

Rgba webp_pixel(const std::string& webp, int x, int y) {
  int width = 0;
  int height = 0;
  std::uint8_t* pixels =
      WebPDecodeRGBA(reinterpret_cast<const std::uint8_t*>(webp.data()), webp.size(), &width, &height);
  Rgba colour = {};
  if (pixels != nullptr && x < width && y < height) {
    const std::uint8_t* pixel =
        pixels + (static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x)) * 4;
    colour = {pixel[0], pixel[1], pixel[2], pixel[3]};
  }
  WebPFree(pixels);
  return colour;
}

Size webp_size(const std::string& webp) {
  Size size;
  WebPGetInfo(reinterpret_cast<const std::uint8_t*>(webp.data()), webp.size(), &size.width, &size.height);
  return size;
}

void put_file(const fs::path& path, std::string_view bytes) {
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

std::string get_file(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(file), {});
}

std::map<std::string, std::string> all_files(const fs::path& folder) {
  std::map<std::string, std::string> files;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) {
      files[entry.path().lexically_relative(folder).generic_string()] = get_file(entry.path());
    }
  }
  return files;
}

}  // namespace hubglass::site
