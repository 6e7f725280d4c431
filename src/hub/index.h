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

/// The ids that links to a page may name.
struct Anchors {
  std::unordered_set<std::string> ids;
  std::unordered_map<std::string, std::string> by_lower_case;  ///< those that hold capitals
};

struct HubIndex {
  std::unordered_map<std::string, Index> pages_by_source;
  std::unordered_map<std::string, std::string> sources_by_lower_case;  ///< those that hold capitals
  std::unordered_map<std::string, Target> targets_by_route;            ///< by route_key()
  std::unordered_map<std::string, Index> assets_by_source;
  /// By page; empty when anchors are not known (and then not checked).
  std::vector<Anchors> anchors;
  /// Files that are there but must not be published; null when that is not known.
  const std::set<std::string, std::less<>>* excluded = nullptr;
  /// Files that are published at their own address; null where none is but for pages' assets.
  const std::set<std::string, std::less<>>* files = nullptr;
};

HubIndex make_index(const Hub& hub);

/// Finds what a route leads to; see find_route() of a Hub. O(length of the route).
Target find_route(const HubIndex& index, std::string_view route);

/// Adds the ids of a page's Document to `index.anchors`.
void add_anchors(HubIndex& index, Index page, const document::Document& document);

/// A route without leading slash, "index.html", query, fragment and trailing slash, and with %XX decoded.
std::string route_key(std::string_view route);

}  // namespace hubglass::hub
