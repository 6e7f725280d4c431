#include "hub/outline.h"

#include <algorithm>

namespace hubglass::hub {

Outline::Outline(const Hub& hub) : entry_of_page_(hub.pages.size(), none), place_of_page_(hub.pages.size(), none) {
  add(hub.navigation, none, 0);
}

void Outline::add(const std::vector<NavigationItem>& items, Index parent, int depth) {
  for (const NavigationItem& item : items) {
    const auto index = static_cast<Index>(entries_.size());
    entries_.push_back({&item, parent});
    if (depth < 2) {
      ++upper_entries_;
    }
    if (item.page < entry_of_page_.size()) {
      if (entry_of_page_[item.page] == none) {
        entry_of_page_[item.page] = index;
        place_of_page_[item.page] = static_cast<Index>(pages_.size());
      }
      pages_.push_back(&item);
    }
    add(item.children, index, depth + 1);
  }
}

std::vector<const NavigationItem*> Outline::path(Index page) const {
  std::vector<const NavigationItem*> path;
  Index at = page < entry_of_page_.size() ? entry_of_page_[page] : none;
  for (; at != none; at = entries_[at].parent) {
    path.push_back(entries_[at].item);
  }
  std::reverse(path.begin(), path.end());
  return path;
}

const NavigationItem* Outline::before(Index page) const {
  return neighbour(page, -1);
}

const NavigationItem* Outline::after(Index page) const {
  return neighbour(page, 1);
}

const NavigationItem* Outline::neighbour(Index page, int step) const {
  if (page >= place_of_page_.size() || place_of_page_[page] == none) {
    return nullptr;
  }
  const Index place = place_of_page_[page] + static_cast<Index>(step);  // below the first it wraps, past all
  return place < pages_.size() ? pages_[place] : nullptr;
}

Index first_page(const NavigationItem& item) {
  if (item.page != none) {
    return item.page;
  }
  for (const NavigationItem& child : item.children) {
    if (const Index page = first_page(child); page != none) {
      return page;
    }
  }
  return none;
}

}  // namespace hubglass::hub
