#pragma once

#include "hub/hub.h"

#include <cstddef>
#include <string>
#include <vector>

namespace hubglass::site {

/// A file of the output, named relative to its root.
struct SitemapFile {
  std::string name;
  std::string text;
};

/// The site map protocol allows no more addresses in one file.
inline constexpr std::size_t sitemap_limit = 50'000;

/// "sitemap.xml" with the address of every page and initiative, in each language that it is translated to; beyond
/// `limit` addresses an index of that name and numbered parts. Nothing when the hub's site_url is not known, since a
/// site map holds absolute addresses.
std::vector<SitemapFile> sitemap(const hub::Hub& hub, std::size_t limit = sitemap_limit);

}  // namespace hubglass::site
