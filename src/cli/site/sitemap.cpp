#include "cli/site/sitemap.h"

#include "html/html_sink.h"
#include "hub/edition.h"
#include "text/address.h"

#include <algorithm>
#include <string_view>

namespace hubglass::site {

namespace {

constexpr std::string_view declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
constexpr std::string_view name_space = "http://www.sitemaps.org/schemas/sitemap/0.9";

std::string list_of(std::string_view list_tag, std::string_view entry_tag, const std::string* first,
                    const std::string* last) {
  std::string output;
  html::HtmlSink sink(output, true);
  sink.raw(declaration);
  sink.open(list_tag);
  sink.attribute("xmlns", name_space);
  sink.newline();
  for (; first != last; ++first) {
    sink.open(entry_tag);
    sink.open("loc");
    sink.text(*first);
    sink.close();
    sink.close();
    sink.newline();
  }
  sink.close();
  sink.newline();
  return output;
}

}  // namespace

std::vector<SitemapFile> sitemap(const hub::Hub& hub, std::size_t limit) {
  if (hub.site_url.empty()) {
    return {};
  }
  std::vector<std::string> addresses;
  addresses.reserve(hub.pages.size() + hub.initiatives.size());
  for (const hub::Page& page : hub.pages) {
    addresses.push_back(text::route_address(hub.site_url, page.route));
  }
  for (const hub::Initiative& initiative : hub.initiatives) {
    addresses.push_back(text::route_address(hub.site_url, initiative.route));
  }
  for (hub::Index language = 1; language < hub.languages.size(); ++language) {
    const auto add = [&](const hub::Target& target) {
      addresses.push_back(text::route_address(hub.site_url, hub::route_in(hub, language, target)));
    };
    for (const hub::PageTranslation& translation : hub.languages[language].pages) {
      add({translation.page, hub::none});
    }
    for (const hub::InitiativeTranslation& translation : hub.languages[language].initiatives) {
      add({hub::none, translation.initiative});
    }
  }
  const std::string* all = addresses.data();
  if (addresses.size() <= limit) {
    return {{"sitemap.xml", list_of("urlset", "url", all, all + addresses.size())}};
  }
  std::vector<SitemapFile> files(1);
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin < addresses.size(); begin += limit) {
    const std::size_t end = std::min(begin + limit, addresses.size());
    const std::string name = "sitemap-" + std::to_string(parts.size() + 1) + ".xml";
    files.push_back({name, list_of("urlset", "url", all + begin, all + end)});
    parts.push_back(text::route_address(hub.site_url, name));
  }
  files.front() = {"sitemap.xml", list_of("sitemapindex", "sitemap", parts.data(), parts.data() + parts.size())};
  return files;
}

}  // namespace hubglass::site
