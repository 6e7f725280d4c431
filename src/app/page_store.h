#pragma once

#include "document/document.h"
#include "document/result.h"
#include "pack/pack.h"

#include <cstdint>
#include <list>

namespace hubglass::app {

/// Parsed and resolved pages, the few used last: going back to a page, or from a cluster to its initiatives, parses
/// nothing.
class PageStore {
 public:
  /// The Document of a page of the pack in a language (of the original, where it is not translated); stays valid until
  /// the call after the next.
  Result<const document::Document*> page(const pack::Pack& pack, hub::Index page, hub::Index language);
  void clear();

 private:
  static constexpr std::size_t capacity = 4;
  struct Entry {
    hub::Index page = hub::none;
    hub::Index language = 0;
    std::uint64_t used = 0;
    document::Document document;
  };

  std::list<Entry> entries_;
  std::uint64_t clock_ = 0;
};

}  // namespace hubglass::app
