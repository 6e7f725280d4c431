#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

namespace hubglass::pack {

/// Reads forward through bytes. Past the end, and at numbers that are too large, it fails for good and gives zeros.
class Cursor {
 public:
  explicit Cursor(std::string_view bytes) : rest_(bytes) {}

  std::uint32_t number() {
    std::uint32_t value = 0;
    for (int shift = 0; shift < 35 && !rest_.empty(); shift += 7) {
      const auto byte = static_cast<std::uint8_t>(rest_.front());
      rest_.remove_prefix(1);
      if (shift == 28 && byte > 0x0F) {
        break;
      }
      value |= static_cast<std::uint32_t>(byte & 0x7F) << shift;
      if (byte < 0x80) {
        return value;
      }
    }
    failed_ = true;
    rest_ = {};
    return 0;
  }
  std::string_view text() { return take(number()); }
  float real() {
    std::uint32_t bits = 0;
    int shift = 0;
    for (const char byte : take(4)) {
      bits |= static_cast<std::uint32_t>(static_cast<std::uint8_t>(byte)) << shift;
      shift += 8;
    }
    float value = 0;  // no std::bit_cast in the libc++ of emcc 3.1.6
    std::memcpy(&value, &bits, sizeof value);
    return value;
  }
  void fail() {
    failed_ = true;
    rest_ = {};
  }
  [[nodiscard]] bool failed() const { return failed_; }
  [[nodiscard]] bool at_end() const { return rest_.empty(); }

 private:
  std::string_view take(std::uint32_t size) {
    if (size > rest_.size()) {
      fail();
      return {};
    }
    const std::string_view taken = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return taken;
  }

  std::string_view rest_;
  bool failed_ = false;
};

}  // namespace hubglass::pack
