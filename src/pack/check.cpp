#include "document/budgets.h"
#include "hub/edition.h"
#include "pack/format.h"
#include "pack/model_reader.h"
#include "pack/safe.h"

#include <string>

namespace hubglass::pack {
namespace {

/// Remembers the first thing found wrong, with its place.
class Findings {
 public:
  void require(bool right, const char* message, const char* list, std::size_t item, const char* member = "") {
    if (right || failed_) {
      return;
    }
    failed_ = true;
    error_.code = ErrorCode::pack_malformed;
    error_.message = message;
    error_.where = std::string("manifest: ") + list;
    if (item != whole) {
      error_.where += "[" + std::to_string(item) + "]";
    }
    if (*member != '\0') {
      error_.where += std::string(".") + member;
    }
  }
  [[nodiscard]] Result<void> result() const {
    if (failed_) {
      return tl::unexpected<Error>(error_);
    }
    return {};
  }
  static constexpr std::size_t whole = static_cast<std::size_t>(-1);

 private:
  bool failed_ = false;
  Error error_;
};

constexpr const char* no_such = "this points to something that is not in the pack";
constexpr const char* bad_path = "this is not a relative path below the hub's root";
constexpr const char* bad_address = "this address is not one of http, https, mailto or tel";
constexpr float largest_image = 1.0e6f;
constexpr float largest_icon = 4096.0f;

bool within(hub::Index index, std::size_t size) {
  return index < size;
}
bool within_or_none(hub::Index index, std::size_t size) {
  return index == hub::none || index < size;
}
/// False for NaN, too.
bool is_size(float value, float most) {
  return value >= 0 && value <= most;
}

bool is_path_data(std::string_view path) {
  for (const char c : path) {
    const bool letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    const bool digit = c >= '0' && c <= '9';
    if (!letter && !digit && std::string_view(" ,.+-\t\r\n").find(c) == std::string_view::npos) {
      return false;
    }
  }
  return true;
}

/// `item` counts in document order, so that a finding can be placed.
void check_navigation(Findings& findings, const hub::Hub& hub, const std::vector<hub::NavigationItem>& items,
                      std::size_t& item, int depth) {
  if (items.empty()) {
    return;
  }
  findings.require(depth <= navigation_depth, "the navigation nests too deeply", "navigation", item);
  if (depth > navigation_depth) {
    return;
  }
  for (const hub::NavigationItem& entry : items) {
    findings.require(within_or_none(entry.page, hub.pages.size()), no_such, "navigation", item, "page");
    findings.require(entry.href.empty() || is_external_address(entry.href), bad_address, "navigation", item, "href");
    ++item;
    check_navigation(findings, hub, entry.children, item, depth + 1);
  }
}

void check_pages(Findings& findings, const hub::Hub& hub) {
  for (std::size_t i = 0; i < hub.pages.size(); ++i) {
    const hub::Page& page = hub.pages[i];
    findings.require(is_safe_path(page.source, false), bad_path, "pages", i, "source");
    findings.require(is_safe_path(page.route, true), bad_path, "pages", i, "route");
    findings.require(within_or_none(page.cluster, hub.clusters.size()), no_such, "pages", i, "cluster");
  }
}

void check_clusters(Findings& findings, const hub::Hub& hub) {
  for (std::size_t i = 0; i < hub.clusters.size(); ++i) {
    const hub::Cluster& cluster = hub.clusters[i];
    findings.require(within_or_none(cluster.page, hub.pages.size()), no_such, "clusters", i, "page");
    findings.require(cluster.accent >= 1 && cluster.accent <= 6, "an accent is a number from 1 to 6", "clusters", i,
                     "accent");
    for (const hub::Index initiative : cluster.initiatives) {
      findings.require(within(initiative, hub.initiatives.size()), no_such, "clusters", i, "initiatives");
    }
  }
}

void check_initiatives(Findings& findings, const hub::Hub& hub) {
  for (std::size_t i = 0; i < hub.initiatives.size(); ++i) {
    const hub::Initiative& initiative = hub.initiatives[i];
    findings.require(is_safe_path(initiative.route, true), bad_path, "initiatives", i, "route");
    const bool has_cluster = within(initiative.cluster, hub.clusters.size());
    findings.require(has_cluster, no_such, "initiatives", i, "cluster");
    findings.require(has_cluster && within(hub.clusters[initiative.cluster].page, hub.pages.size()),
                     "the cluster of this initiative has no page", "initiatives", i, "cluster");
    findings.require(within_or_none(initiative.logo, hub.assets.size()), no_such, "initiatives", i, "logo");
    for (const hub::LinkRecord& link : initiative.links) {
      findings.require(is_safe_address(link.href), bad_address, "initiatives", i, "links");
    }
    for (const hub::Index related : initiative.related) {
      findings.require(within(related, hub.initiatives.size()), no_such, "initiatives", i, "related");
    }
  }
}

/// Codes stand in routes, and translations are found by halving, so they must be in order.
void check_languages(Findings& findings, const hub::Hub& hub) {
  const bool few = hub.languages.size() <= budgets::languages;
  findings.require(few, "the pack has too many languages", "languages", Findings::whole);
  for (std::size_t i = 0; few && i < hub.languages.size(); ++i) {
    const hub::Language& language = hub.languages[i];
    findings.require(hub::is_language_code(language.code) || i == 0, "this is no code of a language", "languages", i,
                     "code");
    findings.require(i > 0 || language.code == hub.language, "the original's language must come first", "languages", i,
                     "code");
    for (std::size_t k = 0; k < i; ++k) {
      findings.require(hub.languages[k].code != language.code, "two languages have this code", "languages", i, "code");
    }
    hub::Index next = 0;
    for (const hub::PageTranslation& translation : language.pages) {
      findings.require(is_safe_path(translation.source, false), bad_path, "languages", i, "pages");
      findings.require(within(translation.page, hub.pages.size()), no_such, "languages", i, "pages");
      findings.require(translation.page >= next, "the translations are not in order", "languages", i, "pages");
      next = translation.page + 1;
    }
    next = 0;
    for (const hub::InitiativeTranslation& translation : language.initiatives) {
      findings.require(within(translation.initiative, hub.initiatives.size()), no_such, "languages", i, "initiatives");
      findings.require(translation.initiative >= next, "the translations are not in order", "languages", i,
                       "initiatives");
      next = translation.initiative + 1;
    }
  }
}

void check_assets(Findings& findings, const hub::Hub& hub) {
  for (std::size_t i = 0; i < hub.assets.size(); ++i) {
    const hub::Asset& asset = hub.assets[i];
    findings.require(asset.file.empty() || is_safe_path(asset.file, false), bad_path, "assets", i, "file");
    findings.require(is_size(asset.width, largest_image) && is_size(asset.height, largest_image),
                     "an image's size is out of range", "assets", i);
  }
}

void check_glossaries(Findings& findings, const hub::Hub& hub) {
  for (std::size_t i = 0; i < hub.glossaries.size(); ++i) {
    const hub::Glossary& glossary = hub.glossaries[i];
    findings.require(within_or_none(glossary.page, hub.pages.size()), no_such, "glossaries", i, "page");
    findings.require(glossary.terms.size() <= budgets::terms_per_page, "a glossary has too many terms", "glossaries", i,
                     "terms");
  }
}

void check_icons(Findings& findings, const hub::Hub& hub) {
  std::size_t i = 0;
  for (const auto& [name, icon] : hub.icons) {
    findings.require(
        is_size(icon.width, largest_icon) && is_size(icon.height, largest_icon) && icon.width > 0 && icon.height > 0,
        "an icon's view box is out of range", "icons", i);
    findings.require(is_path_data(icon.path), "an icon's outline is not SVG path data", "icons", i);
    ++i;
  }
}

}  // namespace

Result<void> check_hub(const hub::Hub& hub) {
  Findings findings;
  findings.require(within_or_none(hub.logo, hub.assets.size()), no_such, "logo", Findings::whole);
  findings.require(within_or_none(hub.favicon, hub.assets.size()), no_such, "favicon", Findings::whole);
  for (const std::string* address : {&hub.site_url, &hub.home_link, &hub.licence.url}) {
    findings.require(address->empty() || is_external_address(*address), bad_address, "addresses", Findings::whole);
  }
  std::size_t item = 0;
  check_navigation(findings, hub, hub.navigation, item, 1);
  check_pages(findings, hub);
  check_clusters(findings, hub);
  check_initiatives(findings, hub);
  check_languages(findings, hub);
  check_assets(findings, hub);
  check_glossaries(findings, hub);
  check_icons(findings, hub);
  return findings.result();
}

}  // namespace hubglass::pack
