#include "app/area_index.h"

#include <algorithm>

namespace hubglass::app {

void AreaIndex::reset() {
  groups_.clear();
  known_ = 0;
}

void AreaIndex::extend(const layout::DisplayList& list) {
  for (; known_ < list.areas.size(); ++known_) {
    const layout::Rect& box = list.areas[known_].box;
    if (known_ % group_size == 0) {
      groups_.push_back({box.y, box.bottom()});
    } else {
      groups_.back().top = std::min(groups_.back().top, box.y);
      groups_.back().bottom = std::max(groups_.back().bottom, box.bottom());
    }
  }
}

void AreaIndex::find(const layout::DisplayList& list, const layout::Rect& rect,
                     std::vector<std::uint32_t>& found) const {
  found.clear();
  for (std::size_t group = 0; group < groups_.size(); ++group) {
    if (groups_[group].bottom < rect.y || groups_[group].top > rect.bottom()) {
      continue;
    }
    const auto first = static_cast<std::uint32_t>(group) * group_size;
    for (std::uint32_t i = first; i < std::min(first + group_size, known_); ++i) {
      const layout::Rect& box = list.areas[i].box;
      if (box.bottom() >= rect.y && box.y <= rect.bottom() && box.right() >= rect.x && box.x <= rect.right()) {
        found.push_back(i);
      }
    }
  }
}

std::uint32_t AreaIndex::at(const layout::DisplayList& list, float x, float y) const {
  for (std::size_t group = groups_.size(); group-- > 0;) {
    if (y < groups_[group].top || y >= groups_[group].bottom) {
      continue;
    }
    const auto first = static_cast<std::uint32_t>(group) * group_size;
    for (std::uint32_t i = std::min(first + group_size, known_); i-- > first;) {
      if (list.areas[i].box.contains(x, y)) {
        return i;
      }
    }
  }
  return none;
}

}  // namespace hubglass::app
