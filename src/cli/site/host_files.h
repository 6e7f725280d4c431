#pragma once

#include "cli/site/output.h"
#include "hub/native/project.h"

#include <vector>

namespace hubglass::site {

/// What servers and crawlers read: _headers and hosting/ (policy, caching, embedding), robots.txt, and, when the hub's
/// address is known, sitemap.xml.
std::vector<OutputFile> host_files(const hub::Project& project);

}  // namespace hubglass::site
