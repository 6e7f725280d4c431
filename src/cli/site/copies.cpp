#include "cli/site/copies.h"

#include "cli/site/files.h"
#include "cli/site/page_template.h"
#include "html/html.h"
#include "hub/address.h"
#include "text/address.h"
#include "text/safe.h"

#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hubglass::site {
namespace {

constexpr std::string_view start_page = "index.html";
constexpr std::uint64_t most_file_bytes = std::uint64_t{1} << 30;

/// The addresses of a site, and the folders that they make.
class Places {
 public:
  explicit Places(const std::vector<OutputFile>& files) {
    for (const OutputFile& file : files) add(file.path);
  }

  void add(const std::string& path) {
    files_.insert(path);
    for (std::size_t slash = path.find('/'); slash != std::string::npos; slash = path.find('/', slash + 1)) {
      folders_.insert(path.substr(0, slash));
    }
  }

  [[nodiscard]] bool is_taken(const std::string& path) const {
    if (files_.contains(path) || folders_.contains(path)) return true;
    for (std::size_t slash = path.find('/'); slash != std::string::npos; slash = path.find('/', slash + 1)) {
      if (files_.contains(path.substr(0, slash))) return true;
    }
    return false;
  }

 private:
  std::set<std::string> files_;
  std::set<std::string> folders_;
};

/// A page that leads on. Crawlers take the canonical address; readers whose browser does not move on get a link.
std::string redirect_page(const hub::Hub& hub, const hub::Redirect& redirect) {
  const bool inside = hub::kind_of_href(redirect.href) != document::LinkKind::external;
  const std::string base = base_of_route(redirect.file);
  const std::string address = html::escape(inside ? text::internal_address(base.empty() ? "./" : base, redirect.href)
                                                  : text::encode_address(redirect.href));
  const std::string whole =
      inside && !hub.site_url.empty() ? html::escape(text::encode_address(hub.site_url + redirect.href)) : address;
  const std::string title = html::escape(redirect.title);
  return "<!doctype html>\n<html lang=\"" + html::escape(hub.language) +
         "\">\n<head>\n<meta charset=\"utf-8\">\n<title>" + title + "</title>\n<link rel=\"canonical\" href=\"" +
         whole.substr(0, whole.find('#')) + "\">\n<meta name=\"robots\" content=\"noindex\">\n" +
         "<meta http-equiv=\"refresh\" content=\"0; url=" + address + "\">\n</head>\n<body>\n<p><a href=\"" + address +
         "\">" + title + "</a></p>\n</body>\n</html>\n";
}

}  // namespace

void add_redirects(const hub::Project& project, std::vector<OutputFile>& files, Diagnostics& diagnostics) {
  Places places(files);
  for (const hub::Redirect& redirect : project.redirects) {
    if (!text::is_safe_path(redirect.file, false) || places.is_taken(redirect.file)) {
      diagnostics.push_back(
          Diagnostic{Severity::warning, project.configuration_file, 0, 0,
                     "the redirect at '" + redirect.file + "' is left out, because a page stands there"});
      continue;
    }
    places.add(redirect.file);
    files.push_back({redirect.file, redirect_page(project.hub, redirect)});
  }
}

void add_copies(const hub::Project& project, std::vector<OutputFile>& files, Diagnostics& diagnostics) {
  Places places(files);
  for (const std::string& source : project.files) {
    const std::filesystem::path path = std::filesystem::path(project.content_folder) / source;
    const auto leave_out = [&](std::string why) {
      diagnostics.push_back(Diagnostic{Severity::warning, path.string(), 0, 0, std::move(why)});
    };
    if (!text::is_safe_path(source, false)) {
      leave_out("this file is left out, because its name can be no address; give it another");
      continue;
    }
    const bool is_start_page = project.start_page_is_made && source == start_page;
    if (places.is_taken(source) && !is_start_page) {
      leave_out("this file is left out, because the site has something of its own at the address '" + source +
                "'; give it another name if readers need it");
      continue;
    }
    auto bytes = read_file(path, most_file_bytes);
    if (!bytes) {
      leave_out("this file is left out: " + bytes.error().message);
      continue;
    }
    if (is_start_page) {
      std::erase_if(files, [](const OutputFile& file) { return file.path == start_page; });
    }
    places.add(source);
    files.push_back({source, std::move(*bytes)});
  }
}

}  // namespace hubglass::site
