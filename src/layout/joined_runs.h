#pragma once

#include "layout/text_engine.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace hubglass::layout {

/// Bytes that are measured in one go with what they are shaped together with. Letters are kerned and joined with their
/// neighbours, not with a whole line of others: beyond this a text is measured with only the end of what stands before
/// it, or each of many short links would cost as much as all of them.
inline constexpr std::size_t most_joined = 128;

/// The end of `before` that decides how a text behind it is shaped.
std::string_view joined_tail(std::string_view before);

/// Measures texts in the order of a line. Browsers shape neighbours in one font in one go, links and all; the advance
/// of such a text is what it adds to those before it. O(bytes), and few runs more than texts.
class JoinedRuns {
 public:
  void clear();
  /// `joined`: shaped in one with the text added before it, when that lies right before it in memory.
  void add(std::string_view text, Style style, bool joined);
  /// One advance per text added, until the next clear().
  std::span<const float> measure(TextEngine& engine);

 private:
  static constexpr std::uint32_t no_run = 0xFFFFFFFFu;
  struct Entry {
    std::uint32_t run = 0;          ///< up to the end of the text
    std::uint32_t before = no_run;  ///< of it, what ends where the text begins
  };

  std::vector<Entry> entries_;
  std::vector<Run> runs_;
  std::vector<float> measured_;
  std::vector<float> advances_;
};

}  // namespace hubglass::layout
