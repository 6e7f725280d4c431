#include "app/page_store.h"

#include "hub/compose.h"
#include "hub/edition.h"
#include "markdown/markdown.h"

#include <algorithm>
#include <utility>

namespace hubglass::app {

Result<const document::Document*> PageStore::page(const pack::Pack& pack, hub::Index page, hub::Index language) {
  ++clock_;
  if (hub::translation_of(pack.hub, language, page) == nullptr) {
    language = 0;
  }
  for (Entry& entry : entries_) {
    if (entry.page == page && entry.language == language) {
      entry.used = clock_;
      return &entry.document;
    }
  }
  auto parsed =
      markdown::parse(pack.page_text(page, language), pack.hub.pages[page].source, {.entities = &pack.entities});
  if (!parsed) {
    return tl::unexpected<Error>(std::move(parsed.error()));
  }
  hub::resolve(parsed->document, pack.hub, page, nullptr);
  if (entries_.size() == capacity) {
    entries_.erase(std::min_element(entries_.begin(), entries_.end(),
                                    [](const Entry& a, const Entry& b) { return a.used < b.used; }));
  }
  entries_.push_back({.page = page, .language = language, .used = clock_, .document = std::move(parsed->document)});
  return &entries_.back().document;
}

void PageStore::clear() {
  entries_.clear();
}

}  // namespace hubglass::app
