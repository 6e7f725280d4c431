#include "cli/site/raster_file.h"

#include <cstddef>
#include <cstdint>

#include <zlib.h>

namespace hubglass::site {
namespace {

std::uint8_t byte_at(std::string_view bytes, std::size_t at) {
  return static_cast<std::uint8_t>(bytes[at]);
}

std::uint32_t big_endian(std::string_view bytes, std::size_t at, int size) {
  std::uint32_t value = 0;
  for (int i = 0; i < size; ++i) {
    value = value << 8 | byte_at(bytes, at + static_cast<std::size_t>(i));
  }
  return value;
}

constexpr std::size_t png_signature = 8;
constexpr std::size_t png_chunk_frame = 12;  // length, type and checksum

/// Calls visit(type, payload offset, size) for each chunk until it returns false. False when the file is cut short.
template <typename Visit>
bool walk_png(std::string_view bytes, Visit&& visit) {
  for (std::size_t at = png_signature; at + png_chunk_frame <= bytes.size();) {
    const std::size_t size = big_endian(bytes, at, 4);
    if (size > bytes.size() - at - png_chunk_frame) {
      return false;
    }
    const std::string_view type = bytes.substr(at + 4, 4);
    if (!visit(type, at + 8, size) || type == "IEND") {
      return true;
    }
    at += png_chunk_frame + size;
  }
  return false;
}

/// One segment of a JPEG. `offset` is that of its payload.
struct Segment {
  std::uint8_t marker = 0;
  std::size_t offset = 0;
  std::size_t size = 0;
};

constexpr std::uint8_t start_of_scan = 0xda;
constexpr std::uint8_t end_of_image = 0xd9;

/// As walk_png, for the segments of a JPEG; the compressed data behind a scan's header is stepped over.
template <typename Visit>
bool walk_jpeg(std::string_view bytes, Visit&& visit) {
  std::size_t at = 2;
  while (at + 2 <= bytes.size()) {
    if (byte_at(bytes, at) != 0xff) {
      return false;
    }
    const std::uint8_t marker = byte_at(bytes, at + 1);
    if (marker == 0xff) {  // a fill byte
      ++at;
      continue;
    }
    if (marker == end_of_image) {
      visit(Segment{marker, at + 2, 0});
      return true;
    }
    if (at + 4 > bytes.size()) {
      return false;
    }
    const std::size_t size = big_endian(bytes, at + 2, 2);
    if (size < 2 || size > bytes.size() - at - 2) {
      return false;
    }
    if (!visit(Segment{marker, at + 4, size - 2})) {
      return true;
    }
    at += 2 + size;
    if (marker == start_of_scan) {
      for (; at + 2 <= bytes.size(); ++at) {
        const std::uint8_t next = byte_at(bytes, at + 1);
        if (byte_at(bytes, at) == 0xff && next != 0 && next != 0xff && (next < 0xd0 || next > 0xd7)) {
          break;
        }
      }
    }
  }
  return false;
}

/// Huffman tables (DHT) may list at most 256 codes each; decoders have trusted that and overrun their tables.
bool has_sound_huffman_tables(std::string_view payload) {
  constexpr std::size_t counts = 16;
  while (!payload.empty()) {
    if (payload.size() < 1 + counts) {
      return false;
    }
    std::size_t codes = 0;
    for (std::size_t i = 1; i <= counts; ++i) {
      codes += byte_at(payload, i);
    }
    if (codes > 256 || codes > payload.size() - 1 - counts) {
      return false;
    }
    payload.remove_prefix(1 + counts + codes);
  }
  return true;
}

/// The orientation in a TIFF block, or 0.
int tiff_orientation(std::string_view tiff) {
  if (tiff.size() < 8) {
    return 0;
  }
  const bool little = tiff.starts_with("II");
  const auto number = [&](std::size_t at, std::size_t size) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < size; ++i) {
      value = value << 8 | byte_at(tiff, little ? at + size - 1 - i : at + i);
    }
    return value;
  };
  const std::size_t directory = number(4, 4);
  if (directory > tiff.size() - 2 || (!little && !tiff.starts_with("MM"))) {
    return 0;
  }
  const std::size_t count = number(directory, 2);
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t entry = directory + 2 + i * 12;
    if (entry + 12 > tiff.size()) {
      return 0;
    }
    constexpr std::uint32_t orientation_tag = 0x0112;
    if (number(entry, 2) == orientation_tag) {
      const std::uint32_t value = number(entry + 8, 2);
      return value >= 1 && value <= 8 ? static_cast<int>(value) : 0;
    }
  }
  return 0;
}

}  // namespace

const char* damage_of_png(std::string_view bytes) {
  bool ended = false;
  bool sound = true;
  const bool walked = walk_png(bytes, [&](std::string_view type, std::size_t offset, std::size_t size) {
    const uLong expected = big_endian(bytes, offset + size, 4);
    const uLong found =
        crc32(0, reinterpret_cast<const Bytef*>(bytes.data() + offset - 4), static_cast<uInt>(size + 4));
    sound = expected == found;
    ended = type == "IEND";
    return sound;
  });
  if (!sound) {
    return "this PNG is damaged (a checksum is wrong)";
  }
  return walked && ended ? nullptr : "this PNG was cut short";
}

RasterSize size_of_png(std::string_view bytes) {
  constexpr std::size_t header_end = png_signature + png_chunk_frame + 13;
  if (bytes.size() < header_end || bytes.substr(png_signature + 4, 4) != "IHDR") {
    return {};
  }
  return {big_endian(bytes, png_signature + 8, 4), big_endian(bytes, png_signature + 12, 4)};
}

RasterSize size_of_jpeg(std::string_view bytes) {
  RasterSize size;
  walk_jpeg(bytes, [&](const Segment& segment) {
    // Frame headers are C0–CF without the tables DHT (C4) and DAC (CC) and the reserved JPG (C8).
    const bool frame = segment.marker >= 0xc0 && segment.marker <= 0xcf && segment.marker != 0xc4 &&
                       segment.marker != 0xc8 && segment.marker != 0xcc;
    if (frame && segment.size >= 5) {
      size = {big_endian(bytes, segment.offset + 3, 2), big_endian(bytes, segment.offset + 1, 2)};
    }
    return !frame;
  });
  return size;
}

bool is_animated_png(std::string_view bytes) {
  bool animated = false;
  walk_png(bytes, [&](std::string_view type, std::size_t, std::size_t) {
    animated = type == "acTL";
    return !animated && type != "IDAT";
  });
  return animated;
}

const char* damage_of_jpeg(std::string_view bytes) {
  bool ended = false;
  bool sound = true;
  const bool walked = walk_jpeg(bytes, [&](const Segment& segment) {
    constexpr std::uint8_t define_huffman_tables = 0xc4;
    if (segment.marker == define_huffman_tables) {
      sound = sound && has_sound_huffman_tables(bytes.substr(segment.offset, segment.size));
    }
    ended = segment.marker == end_of_image;
    return sound;
  });
  return walked && ended && sound ? nullptr : "this JPEG is damaged or was cut short";
}

int jpeg_orientation(std::string_view bytes) {
  int orientation = 0;
  walk_jpeg(bytes, [&](const Segment& segment) {
    constexpr std::uint8_t application_1 = 0xe1;
    constexpr std::string_view exif("Exif\0\0", 6);
    const std::string_view payload = bytes.substr(segment.offset, segment.size);
    if (segment.marker == application_1 && payload.starts_with(exif)) {
      orientation = tiff_orientation(payload.substr(exif.size()));
      return false;
    }
    return segment.marker != start_of_scan;
  });
  return orientation == 0 ? 1 : orientation;
}

}  // namespace hubglass::site
