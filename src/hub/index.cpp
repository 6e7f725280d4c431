#include "hub/index.h"

#include "hub/address.h"
#include "hub/text.h"

#include <algorithm>

namespace hubglass::hub {

namespace {

int hexadecimal(char character) {
  if (character >= '0' && character <= '9') return character - '0';
  if (character >= 'a' && character <= 'f') return character - 'a' + 10;
  if (character >= 'A' && character <= 'F') return character - 'A' + 10;
  return -1;
}

void add_source(HubIndex& index, const std::string& source, Index page) {
  index.pages_by_source.emplace(source, page);
  if (std::string key = lower(source); key != source) index.sources_by_lower_case.emplace(std::move(key), source);
}

}  // namespace

std::string percent_decode(std::string_view text) {
  std::string decoded;
  decoded.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%' && i + 2 < text.size()) {
      const int high = hexadecimal(text[i + 1]);
      const int low = hexadecimal(text[i + 2]);
      if (high >= 0 && low >= 0) {
        decoded += static_cast<char>(high * 16 + low);
        i += 2;
        continue;
      }
    }
    decoded += text[i];
  }
  return decoded;
}

std::string percent_encode_path(std::string_view path) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  constexpr std::string_view reserved = " %?#\"<>\\^`{|}:";
  std::string encoded;
  encoded.reserve(path.size());
  for (const char character : path) {
    const auto byte = static_cast<unsigned char>(character);
    if (byte < 0x20 || byte == 0x7F || reserved.find(character) != std::string_view::npos) {
      encoded += '%';
      encoded += digits[byte >> 4];
      encoded += digits[byte & 15u];
    } else {
      encoded += character;
    }
  }
  return encoded;
}

std::string route_key(std::string_view route) {
  route = route.substr(0, std::min(route.find('#'), route.find('?')));
  while (!route.empty() && route.front() == '/') route.remove_prefix(1);
  constexpr std::string_view index_file = "index.html";
  if (route == index_file || (route.ends_with(index_file) && route[route.size() - index_file.size() - 1] == '/')) {
    route.remove_suffix(index_file.size());
  }
  while (!route.empty() && route.back() == '/') route.remove_suffix(1);
  return percent_decode(route);
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
