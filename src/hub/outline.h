#pragma once

#include "hub/hub.h"

#include <cstddef>
#include <vector>

namespace hubglass::hub {

/// The navigation of a hub as a table: where each page stands in it. Made once, so that no page costs the whole of it.
class Outline {
 public:
  /// O(entries). Refers to `hub`, which must outlive it.
  explicit Outline(const Hub& hub);

  /// The way to a page, top item first, itself last; empty when the page is not in the navigation. O(depth).
  [[nodiscard]] std::vector<const NavigationItem*> path(Index page) const;
  /// The items of the pages before and after one, in the order of the navigation; nullptr where there is none.
  [[nodiscard]] const NavigationItem* before(Index page) const;
  [[nodiscard]] const NavigationItem* after(Index page) const;
  /// Entries of the two upper levels.
  [[nodiscard]] std::size_t upper_entries() const { return upper_entries_; }

 private:
  struct Entry {
    const NavigationItem* item = nullptr;
    Index parent = none;
  };
  void add(const std::vector<NavigationItem>& items, Index parent, int depth);
  [[nodiscard]] const NavigationItem* neighbour(Index page, int step) const;

  std::vector<Entry> entries_;
  std::vector<Index> entry_of_page_;
  std::vector<const NavigationItem*> pages_;
  std::vector<Index> place_of_page_;  ///< in pages_
  std::size_t upper_entries_ = 0;
};

/// The first page of an item and all below it; none when it has none. O(entries before it).
Index first_page(const NavigationItem& item);

}  // namespace hubglass::hub
