#include "cli/site/page_icon.h"

#include <string_view>

namespace hubglass::site {
namespace {

/// A hub and its spokes, in a grey that can be seen on light and dark tabs.
constexpr std::string_view sign =
    R"(<svg xmlns="http://www.w3.org/2000/svg" width="32" height="32" viewBox="0 0 16 16">)"
    R"(<g fill="none" stroke="#76818E" stroke-width="1.5" stroke-linecap="round"><circle cx="8" cy="8" r="2.25"/>)"
    R"(<path d="M8 5.75V2M8 14v-3.75M5.75 8H2M14 8h-3.75"/></g></svg>)"
    "\n";

}  // namespace

std::string page_icon(const hub::Hub& hub, std::vector<OutputFile>& files) {
  const hub::Index icon = hub.favicon != hub::none ? hub.favicon : hub.logo;
  if (icon < hub.assets.size() && !hub.assets[icon].file.empty()) {
    return hub.assets[icon].file;
  }
  std::string path = hashed_name("icon.svg", ".svg", sign);
  files.push_back({path, std::string(sign)});
  return path;
}

}  // namespace hubglass::site
