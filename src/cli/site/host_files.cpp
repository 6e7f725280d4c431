#include "cli/site/host_files.h"

#include "cli/site/host_rules.h"
#include "cli/site/sitemap.h"
#include "text/address.h"

#include <string>
#include <utility>

namespace hubglass::site {

std::vector<OutputFile> host_files(const hub::Project& project) {
  const hub::Hub& hub = project.hub;
  std::vector<OutputFile> files = {
      {"_headers", headers_file()}, {"hosting/nginx.conf", nginx_rules()}, {"hosting/Caddyfile", caddy_rules()}};
  for (SitemapFile& file : sitemap(hub)) {
    files.push_back({std::move(file.name), std::move(file.text)});
  }
  if (project.files.contains("robots.txt")) return files;  // the author's own is copied
  std::string robots = "User-agent: *\nAllow: /\n";
  if (!hub.site_url.empty()) {
    robots += "Sitemap: " + text::route_address(hub.site_url, "sitemap.xml") + "\n";
  }
  files.push_back({"robots.txt", std::move(robots)});
  return files;
}

}  // namespace hubglass::site
