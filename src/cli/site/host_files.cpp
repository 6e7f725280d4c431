#include "cli/site/host_files.h"

#include "html/native/sitemap.h"

#include <string>

namespace hubglass::site {
namespace {

std::string headers() {
  std::string text(output_mark);
  text += "\n/*\n  Content-Security-Policy: ";
  text += content_security_policy;
  text +=
      "\n"
      "  X-Content-Type-Options: nosniff\n"
      "  Referrer-Policy: strict-origin-when-cross-origin\n"
      // Other sites embed the hub, sandboxed frames have no origin at all: all of it may be read from anywhere.
      "  Access-Control-Allow-Origin: *\n"
      "  Cross-Origin-Resource-Policy: cross-origin\n"
      // Names of files below assets/ change with their content; all others are asked for anew.
      "/assets/*\n"
      "  Cache-Control: public, max-age=31536000, immutable\n"
      "/hub-glass.js\n"
      "  Cache-Control: no-cache\n"
      "/hub-glass.json\n"
      "  Cache-Control: no-cache\n";
  return text;
}

}  // namespace

std::vector<OutputFile> host_files(const hub::Hub& hub) {
  std::vector<OutputFile> files = {{"_headers", headers()}};
  for (html::SitemapFile& file : html::sitemap(hub)) {
    files.push_back({std::move(file.name), std::move(file.text)});
  }
  if (!hub.site_url.empty()) {
    files.push_back({"robots.txt", "User-agent: *\nAllow: /\nSitemap: " + hub.site_url + "sitemap.xml\n"});
  }
  return files;
}

}  // namespace hubglass::site
