#pragma once

#include "document/abbreviations.h"
#include "document/diagnostic.h"
#include "document/document.h"
#include "document/page.h"
#include "hub/hub.h"
#include "hub/index.h"
#include "hub/outline.h"

#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace hubglass::hub {

/// Resolves every link and image of a page's Document against the hub: relative Markdown targets become routes, images
/// become assets with their sizes. What leads nowhere is marked broken and reported (when `diagnostics` is given).
///
/// A missing or foreign image keeps its alternative text and gets an empty source. Diagnostics name the page's source
/// file.
void resolve(document::Document& document, const Hub& hub, Index page, Diagnostics* diagnostics);

/// The same with tables made beforehand; for a whole hub this is linear. Anchors are checked when the index knows them.
void resolve(document::Document& document, const Hub& hub, const HubIndex& index, Index page, Diagnostics* diagnostics);

/// A finished page that still knows what it was made from.
struct Composed : document::Page {
  Target target;
};

/// Composes the pages of a hub or edition, with tables over it that are made once. Pages may be composed side by side.
class Composer {
 public:
  /// O(size of the hub), which must outlive the composer.
  explicit Composer(const Hub& hub);

  /// Composes a page or an initiative from its page's resolved Document. For an initiative, `page_document` is that of
  /// its cluster's page. A missing target gives the hub's "not found" page (`page_document` is then not read).
  ///
  /// In an edition, `page_document` is the translation where there is one, else the original; an initiative that is
  /// translated shows what its translation leaves out from the cluster's `original` page. O(size of the page and of
  /// what of the navigation it shows).
  [[nodiscard]] Composed compose(const Target& target, const document::Document& page_document,
                                 const document::Document* original = nullptr) const;

 private:
  const Hub& hub_;
  HubIndex index_;
  Outline outline_;
  std::map<std::string, document::TermMatcher, std::less<>> glossaries_;  ///< by language
};

}  // namespace hubglass::hub
