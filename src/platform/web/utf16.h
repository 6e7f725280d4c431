#pragma once

#include <cstdint>
#include <string_view>

namespace hubglass::platform::web {

/// UTF-16 code units that a UTF-8 text decodes to; assumes valid UTF-8, which Documents hold.
inline std::uint32_t utf16_length(std::string_view text) {
  std::uint32_t length = 0;
  for (const char character : text) {
    const auto byte = static_cast<unsigned char>(character);
    length += (byte & 0xC0) != 0x80 ? 1u : 0u;  // one per lead byte…
    length += byte >= 0xF0 ? 1u : 0u;           // …and a second for the surrogate pair of a four-byte sequence
  }
  return length;
}

}  // namespace hubglass::platform::web
