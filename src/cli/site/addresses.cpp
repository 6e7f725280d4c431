#include "cli/site/addresses.h"

#include "cli/site/routes.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace hubglass::site {

namespace {

/// Files that stand at fixed places of every site, or of some.
constexpr std::array<std::string_view, 13> fixed_files = {"404.html",
                                                          "_headers",
                                                          "data/initiatives.json",
                                                          "hub-glass.js",
                                                          "hub-glass.json",
                                                          "hosting/nginx.conf",
                                                          "hosting/Caddyfile",
                                                          "index.html",
                                                          "robots.txt",
                                                          "sitemap.xml",
                                                          "kiosk",
                                                          "embed",
                                                          "THIRD_PARTY_NOTICES.txt"};
/// Folders of pages that a site can do without, when its author has pages there.
constexpr std::array<std::string_view, 2> spare_folders = {"kiosk/", "embed/"};

/// The fixed file whose place one of the route's folders would take; empty when there is none.
std::string_view file_in_the_way(std::string_view route) {
  const auto* found = std::find_if(fixed_files.begin(), fixed_files.end(), [route](std::string_view file) {
    return route.starts_with(file) && (route.size() == file.size() || route[file.size()] == '/');
  });
  return found == fixed_files.end() ? std::string_view() : *found;
}

/// The spare folder that a route lies in.
std::string_view address_of_spare(std::string_view route) {
  const auto* found = std::find_if(spare_folders.begin(), spare_folders.end(),
                                   [route](std::string_view folder) { return route.starts_with(folder); });
  return found == spare_folders.end() ? std::string_view() : *found;
}

}  // namespace

bool has_pages_in(const hub::Hub& hub, std::string_view folder) {
  const std::vector<hub::Target> routes = all_routes(hub);
  return std::any_of(routes.begin(), routes.end(),
                     [&](const hub::Target& target) { return hub::route_of(hub, target).starts_with(folder); });
}

void check_addresses(const hub::Project& project, Diagnostics& diagnostics) {
  const hub::Hub& hub = project.hub;
  for (const hub::Target& target : all_routes(hub)) {
    const std::string_view route = hub::route_of(hub, target);
    const std::string_view file = file_in_the_way(route);
    const bool spare = project.is_mkdocs && !address_of_spare(route).empty();
    if (!file.empty() && !spare) {
      const std::string& source = hub.pages[target.page].source;
      diagnostics.push_back(Diagnostic{
          Severity::error, project.content_folder == "." ? source : project.content_folder + "/" + source, 0, 0,
          "the address '" + std::string(route) + "' is taken by the file '" + std::string(file) +
              "' that a site has; give the page another name"});
    }
  }
}

}  // namespace hubglass::site
