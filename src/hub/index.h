#pragma once

#include "document/document.h"
#include "hub/hub.h"

#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

/// Tables over a Hub that make resolving thousands of links linear. Built once per build, or per navigation.
namespace hubglass::hub {

struct HubIndex {
  std::unordered_map<std::string, Index> pages_by_source;
  std::unordered_map<std::string, Target> targets_by_route;  ///< by route_key()
  std::unordered_map<std::string, Index> assets_by_source;
  /// Ids that links to a page may name, by page; empty when anchors are not known (and then not checked).
  std::vector<std::unordered_set<std::string>> anchors;
  /// Files that are there but must not be published; null when that is not known.
  const std::set<std::string, std::less<>>* excluded = nullptr;
  /// Files that are published at their own address; null where none is but for pages' assets.
  const std::set<std::string, std::less<>>* files = nullptr;
};

HubIndex make_index(const Hub& hub);

/// Adds the ids of a page's Document to `index.anchors`.
void add_anchors(HubIndex& index, Index page, const document::Document& document);

/// A route without leading slash, "index.html", query, fragment and trailing slash, and with %XX decoded.
std::string route_key(std::string_view route);

/// Percent-decodes; what is not a valid escape stays as it is.
std::string percent_decode(std::string_view text);
/// Percent-encodes what may not stand in the path of an address. Letters beyond ASCII stay readable.
std::string percent_encode_path(std::string_view path);

}  // namespace hubglass::hub
