#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace hubglass::layout {

/// Bytes of text that one line holds at most. No line that anyone sees has as many; one of marks without a width would
/// otherwise never end, and each of its words would be measured with all before it.
inline constexpr std::uint32_t most_in_line = 4096;

/// Where the user-perceived character that begins at `at` ends: UTF-8 sequence with its combining marks, joiners and
/// variation selectors.
std::uint32_t next_character(std::string_view text, std::uint32_t at);

/// Cuts lines of what has no place to break, behind any character.
class LineCutter {
 public:
  /// The last end of a character in `text` [begin, end) for which fits(end of the line) holds, and at least the first
  /// one's, or there would be lines without end. fits() must hold up to some place and not beyond it. It is asked for
  /// `guess` bytes first: near the cut that is right, O(1) times, else O(log); never far beyond.
  template <typename Fits>
  std::uint32_t cut(std::string_view text, std::uint32_t begin, std::uint32_t end, std::uint32_t guess, Fits&& fits) {
    start(text.substr(0, end), begin, guess);
    std::size_t fitting = 0;
    std::size_t too_long = last();
    if (too_long == 0 || fits(ends_[too_long])) {
      fitting = too_long;
      for (std::size_t step = 1; reach(fitting + step) > fitting; step *= 2) {
        too_long = last() < fitting + step ? last() : fitting + step;
        if (!fits(ends_[too_long])) {
          break;
        }
        fitting = too_long;
      }
    } else {
      for (std::size_t step = 1; too_long > step; step *= 2) {
        if (fits(ends_[too_long - step])) {
          fitting = too_long - step;
          break;
        }
        too_long -= step;
      }
    }
    while (too_long > fitting + 1) {
      const std::size_t middle = (fitting + too_long) / 2;
      if (fits(ends_[middle])) {
        fitting = middle;
      } else {
        too_long = middle;
      }
    }
    return ends_[fitting];
  }

 private:
  /// Lists the characters of about `guess` bytes from `begin` on.
  void start(std::string_view text, std::uint32_t begin, std::uint32_t guess);
  /// Lists as many characters as it takes for ends_[index], or all; returns the last one's index.
  std::size_t reach(std::size_t index);
  [[nodiscard]] std::size_t last() const { return ends_.size() - 1; }

  std::string_view text_;
  std::uint32_t begin_ = 0;
  std::vector<std::uint32_t> ends_;  ///< of the characters
};

}  // namespace hubglass::layout
