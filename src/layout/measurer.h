#pragma once

#include "layout/text_engine.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hubglass::layout {

/// Remembers the advances of words, so that laying out again (a resize, a page with the same words) asks the engine for
/// few. One per instance, shared by its Layouts; clear() when fonts change.
class Measurer {
 public:
  explicit Measurer(TextEngine& engine) : engine_(engine) { clear(); }

  /// Number of a word in a style. Its advance is known after flush(); numbers hold until trim() or clear(). O(size).
  std::uint32_t word(std::string_view text, std::uint8_t style_key);
  /// Measures all words asked for since the last flush, in one batch.
  void flush();
  [[nodiscard]] float advance(std::uint32_t word) const { return advances_[word]; }
  /// Advance of a space.
  float space(std::uint8_t style_key);
  /// Forgets everything when more is remembered than is worth its memory.
  void trim();
  void clear();
  /// Changes whenever words' numbers lose their meaning.
  [[nodiscard]] std::uint32_t generation() const { return generation_; }
  [[nodiscard]] TextEngine& engine() { return engine_; }

 private:
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t entry = empty;
  };
  struct Entry {
    std::uint32_t begin = 0;
    std::uint32_t size = 0;
    std::uint8_t style_key = 0;
  };
  static constexpr std::uint32_t empty = 0xFFFFFFFFu;

  void grow();

  TextEngine& engine_;
  std::string text_;
  std::vector<Slot> slots_;  ///< open addressing, a power of two, at most half full
  std::vector<Entry> entries_;
  std::vector<float> advances_;
  std::array<float, style_count> spaces_{};
  std::vector<Run> runs_;
  std::uint32_t generation_ = 0;
};

}  // namespace hubglass::layout
