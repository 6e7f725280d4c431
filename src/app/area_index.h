#pragma once

#include "layout/display_list.h"

#include <cstdint>
#include <vector>

namespace hubglass::app {

/// Finds the areas of a growing DisplayList that lie between two heights, without looking at all of them.
class AreaIndex {
 public:
  /// The list was laid out anew.
  void reset();
  /// Takes in what was appended since the last call.
  void extend(const layout::DisplayList& list);
  /// Replaces `found` by the indices of the areas that touch the rectangle, in document order.
  void find(const layout::DisplayList& list, const layout::Rect& rect, std::vector<std::uint32_t>& found) const;
  /// Index of the last area that contains the point, or none: a later one lies on top.
  static constexpr std::uint32_t none = 0xFFFFFFFFu;
  [[nodiscard]] std::uint32_t at(const layout::DisplayList& list, float x, float y) const;

 private:
  struct Group {
    float top = 0;
    float bottom = 0;
  };
  static constexpr std::uint32_t group_size = 64;

  std::vector<Group> groups_;
  std::uint32_t known_ = 0;
};

}  // namespace hubglass::app
