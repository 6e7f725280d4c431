#pragma once

#include "document/document.h"
#include "document/result.h"
#include "pack/pack.h"

#include <cstdint>
#include <vector>

namespace hubglass::app {

/// Parsed and resolved pages, the few used last: going back to a page, or from a cluster to its initiatives, parses
/// nothing.
class PageStore {
 public:
  /// The Document of a page of the pack; stays valid until the next call.
  Result<const document::Document*> page(const pack::Pack& pack, hub::Index page);
  void clear();

 private:
  static constexpr std::size_t capacity = 4;
  struct Entry {
    hub::Index page = hub::none;
    std::uint64_t used = 0;
    document::Document document;
  };

  std::vector<Entry> entries_;
  std::uint64_t clock_ = 0;
};

}  // namespace hubglass::app
