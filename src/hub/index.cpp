#include "hub/index.h"

#include "hub/address.h"
#include "hub/text.h"
#include "text/address.h"

#include <algorithm>

namespace hubglass::hub {

namespace {

void add_source(HubIndex& index, const std::string& source, Index page) {
  index.pages_by_source.emplace(source, page);
  if (std::string key = lower(source); key != source) index.sources_by_lower_case.emplace(std::move(key), source);
}

}  // namespace

std::string route_key(std::string_view route) {
  route = route.substr(0, std::min(route.find('#'), route.find('?')));
  while (!route.empty() && route.front() == '/') route.remove_prefix(1);
  constexpr std::string_view index_file = "index.html";
  if (route == index_file || (route.ends_with(index_file) && route[route.size() - index_file.size() - 1] == '/')) {
    route.remove_suffix(index_file.size());
  }
  while (!route.empty() && route.back() == '/') route.remove_suffix(1);
  return text::percent_decode(route);
}

HubIndex make_index(const Hub& hub) {
  HubIndex index;
  index.pages_by_source.reserve(hub.pages.size());
  index.targets_by_route.reserve(hub.pages.size() + hub.initiatives.size());
  index.assets_by_source.reserve(hub.assets.size());
  for (Index page = 0; page < hub.pages.size(); ++page) {
    add_source(index, hub.pages[page].source, page);
    index.targets_by_route.emplace(without_final_slash(hub.pages[page].route), Target{page, none});
  }
  for (const Language& language : hub.languages) {
    for (const PageTranslation& translation : language.pages) {
      add_source(index, translation.source, translation.page);
    }
  }
  for (Index i = 0; i < hub.initiatives.size(); ++i) {
    const Initiative& initiative = hub.initiatives[i];
    if (initiative.cluster >= hub.clusters.size()) continue;
    index.targets_by_route.emplace(without_final_slash(initiative.route),
                                   Target{hub.clusters[initiative.cluster].page, i});
  }
  for (Index asset = 0; asset < hub.assets.size(); ++asset) {
    index.assets_by_source.emplace(hub.assets[asset].source, asset);
  }
  return index;
}

void add_anchors(HubIndex& index, Index page, const document::Document& document) {
  if (index.anchors.size() <= page) index.anchors.resize(page + 1u);
  Anchors& anchors = index.anchors[page];
  for (const document::Block& block : document.blocks) {
    if (block.id.empty()) continue;
    const std::string id(document.view(block.id));
    if (std::string key = lower(id); key != id) anchors.by_lower_case.emplace(std::move(key), id);
    anchors.ids.insert(id);
  }
}

Target find_route(const HubIndex& index, std::string_view route) {
  const auto found = index.targets_by_route.find(route_key(route));
  return found == index.targets_by_route.end() ? Target{} : found->second;
}

Target find_route(const Hub& hub, std::string_view route) {
  const std::string key = route_key(route);
  for (Index page = 0; page < hub.pages.size(); ++page) {
    if (without_final_slash(hub.pages[page].route) == key) return Target{page, none};
  }
  for (Index i = 0; i < hub.initiatives.size(); ++i) {
    const Initiative& initiative = hub.initiatives[i];
    if (without_final_slash(initiative.route) == key && initiative.cluster < hub.clusters.size()) {
      return Target{hub.clusters[initiative.cluster].page, i};
    }
  }
  return {};
}

std::string_view route_of(const Hub& hub, const Target& target) {
  if (target.initiative < hub.initiatives.size()) return hub.initiatives[target.initiative].route;
  if (target.page < hub.pages.size()) return hub.pages[target.page].route;
  return {};
}

}  // namespace hubglass::hub
