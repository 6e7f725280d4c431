#pragma once

#include <cstdint>
#include <string_view>

namespace hubglass::document {

/// Reads which lines of a code block stand out, "2 5-7", for lines that are asked in rising order. O(lines + marks).
class LineMarks {
 public:
  explicit LineMarks(std::string_view ranges) : rest_(ranges) { next(); }

  bool holds(std::uint32_t line) {
    while (last_ < line && more_) {
      next();
    }
    return first_ <= line && line <= last_;
  }

 private:
  void next() {
    while (!rest_.empty() && !is_digit(rest_.front())) {
      rest_.remove_prefix(1);
    }
    more_ = !rest_.empty();
    first_ = number();
    last_ = first_;
    if (!rest_.empty() && rest_.front() == '-') {
      rest_.remove_prefix(1);
      last_ = number();
    }
  }

  std::uint32_t number() {
    std::uint32_t value = 0;
    while (!rest_.empty() && is_digit(rest_.front())) {
      value = value < most / 10 ? value * 10 + static_cast<std::uint32_t>(rest_.front() - '0') : most;
      rest_.remove_prefix(1);
    }
    return value;
  }

  static constexpr bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }
  static constexpr std::uint32_t most = 100'000'000;

  std::string_view rest_;
  std::uint32_t first_ = 0;
  std::uint32_t last_ = 0;
  bool more_ = true;
};

}  // namespace hubglass::document
