#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace hubglass::site {

/// A folder that is gone when the test ends.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

using Rgba = std::array<std::uint8_t, 4>;
using Paint = std::function<Rgba(int x, int y)>;

std::string make_png(int width, int height, const Paint& paint);
std::string make_jpeg(int width, int height, const Paint& paint);
/// A JPEG's bytes with an EXIF block that states an orientation.
std::string with_orientation(const std::string& jpeg, int orientation);
/// A PNG chunk with a checksum that fits.
std::string png_chunk(std::string_view type, std::string_view payload);
/// Noise that no encoder makes small.
Rgba noise(int x, int y);

/// Colour of one pixel of a WebP image.
Rgba webp_pixel(const std::string& webp, int x, int y);
struct Size {
  int width = 0;
  int height = 0;
};
Size webp_size(const std::string& webp);

void put_file(const std::filesystem::path& path, std::string_view bytes);
std::string get_file(const std::filesystem::path& path);
/// Every file below a folder by its relative path.
std::map<std::string, std::string> all_files(const std::filesystem::path& folder);

}  // namespace hubglass::site
