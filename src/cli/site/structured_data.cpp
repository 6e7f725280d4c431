#include "cli/site/structured_data.h"

#include "document/document.h"
#include "document/pictures.h"
#include "hub/edition.h"
#include "text/address.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <nlohmann/json.hpp>

namespace hubglass::site {

namespace {

using document::Role;
using json = nlohmann::ordered_json;

/// Networks show no smaller pictures.
constexpr float least_share_side = 200;

bool is_drawing(std::string_view file) {
  return file.ends_with(".svg");
}

/// Within a script element, "</script" and "<!--" would end or change what is read.
std::string for_script(const json& value) {
  const std::string text = value.dump(-1, ' ', false, json::error_handler_t::replace);
  std::string safe;
  safe.reserve(text.size());
  for (const char c : text) {
    switch (c) {
      case '<':
        safe += "\\u003c";
        break;
      case '>':
        safe += "\\u003e";
        break;
      case '&':
        safe += "\\u0026";
        break;
      default:
        safe += c;
    }
  }
  return safe;
}

class DataWriter {
 public:
  DataWriter(const hub::Hub& hub, const hub::Composed& composed, std::string_view address, std::string_view base)
      : hub_(hub), composed_(composed), address_(address), base_(base) {}

  std::string write() {
    json graph = json::array({site(), page()});
    if (json path = breadcrumb(); !path.is_null()) {
      graph.push_back(std::move(path));
    }
    if (composed_.target.initiative < hub_.initiatives.size()) {
      graph.push_back(initiative(hub_.initiatives[composed_.target.initiative]));
    }
    return for_script(json{{"@context", "https://schema.org"}, {"@graph", std::move(graph)}});
  }

 private:
  [[nodiscard]] std::string at(std::string_view route) const { return text::internal_address(base_, route); }
  [[nodiscard]] std::string home() const { return at(hub::route_prefix(hub_, hub_.edition)); }
  [[nodiscard]] std::string part(std::string_view name) const {
    return std::string(address_) + "#" + std::string(name);
  }

  [[nodiscard]] json site() const {
    json site = {{"@type", "WebSite"}, {"@id", home() + "#website"}, {"url", home()}, {"name", hub_.title}};
    say(site, "description", hub_.description);
    say(site, "inLanguage", hub_.language);
    say(site, "copyrightNotice", hub_.copyright);
    if (!hub_.licence.url.empty() && text::allowed_link(hub_.licence.url)) {
      site["license"] = hub_.licence.url;
    }
    return site;
  }

  [[nodiscard]] json page() const {
    const hub::Cluster* cluster = shown_cluster();
    json page = {{"@type", cluster != nullptr ? "CollectionPage" : "WebPage"},
                 {"@id", part("webpage")},
                 {"url", address_},
                 {"name", composed_.title.empty() ? hub_.title : composed_.title}};
    say(page, "description", composed_.description);
    say(page, "inLanguage", composed_.text_language.empty() ? hub_.language : composed_.text_language);
    page["isPartOf"] = {{"@id", home() + "#website"}};
    if (const SharePicture picture = share_picture(hub_, composed_); !picture.file.empty()) {
      page["primaryImageOfPage"] = {
          {"@type", "ImageObject"}, {"url", at(picture.file)}, {"width", picture.width}, {"height", picture.height}};
    }
    if (cluster != nullptr && !cluster->initiatives.empty()) {
      json items = json::array();
      for (const hub::Index index : cluster->initiatives) {
        const hub::Initiative& one = hub_.initiatives[index];
        items.push_back({{"@type", "ListItem"},
                         {"position", items.size() + 1},
                         {"name", one.name},
                         {"url", at(hub::route_in(hub_, hub_.edition, {cluster->page, index}))}});
      }
      page["mainEntity"] = {{"@type", "ItemList"}, {"itemListElement", std::move(items)}};
    } else if (composed_.target.initiative != hub::none) {
      page["mainEntity"] = {{"@id", part("initiative")}};
    }
    return page;
  }

  /// As the page itself shows the way, and then the page.
  [[nodiscard]] json breadcrumb() const {
    const document::Document& content = composed_.content;
    json items = json::array();
    for (hub::Index block = 0; block < content.blocks.size(); ++block) {
      if (content.blocks[block].role != Role::breadcrumb) {
        continue;
      }
      document::visit_blocks(content, block, [&](hub::Index child, int) {
        document::visit_inlines(content, content.blocks[child].first_inline, [&](hub::Index i) {
          const document::Inline& one = content.inlines[i];
          // A group of the navigation has no page to lead to.
          if (one.kind == document::InlineKind::link && one.detail < content.links.size()) {
            add(items, document::inline_text(content, one.first_child),
                at(content.view(content.links[one.detail].href)));
          }
        });
      });
    }
    if (items.empty()) {
      return nullptr;
    }
    add(items, composed_.title, std::string(address_));
    return {{"@type", "BreadcrumbList"}, {"@id", part("breadcrumb")}, {"itemListElement", std::move(items)}};
  }

  [[nodiscard]] json initiative(const hub::Initiative& initiative) const {
    // schema.org's Project is an Organization "planned and executed to achieve a particular aim".
    json data = {{"@type", "Project"}, {"@id", part("initiative")}, {"name", initiative.name}};
    say(data, "description", initiative.summary);
    const std::string website = website_of(initiative);
    data["url"] = website.empty() ? std::string(address_) : website;
    data["mainEntityOfPage"] = {{"@id", part("webpage")}};
    if (initiative.logo < hub_.assets.size()) {
      data["logo"] = at(hub_.assets[initiative.logo].file);
    }
    return data;
  }

  /// The initiative's own: the first link of its field for it.
  static std::string website_of(const hub::Initiative& initiative) {
    for (const hub::Field& field : initiative.fields) {
      if (field.key != "website") {
        continue;
      }
      for (const hub::LinkRecord& link : initiative.links) {
        const bool web = link.href.starts_with("https://") || link.href.starts_with("http://");
        const bool named = !link.text.empty() && field.text.find(link.text) != std::string::npos;
        if (web && (named || field.text.find(link.href) != std::string::npos)) {
          return link.href;
        }
      }
    }
    return {};
  }

  [[nodiscard]] const hub::Cluster* shown_cluster() const {
    const hub::Target& target = composed_.target;
    if (target.initiative != hub::none || target.page >= hub_.pages.size()) {
      return nullptr;
    }
    const hub::Index cluster = hub_.pages[target.page].cluster;
    return cluster < hub_.clusters.size() ? &hub_.clusters[cluster] : nullptr;
  }

  static void say(json& object, const char* name, std::string_view value) {
    if (!value.empty()) {
      object[name] = value;
    }
  }
  static void add(json& items, const std::string& name, const std::string& address) {
    items.push_back({{"@type", "ListItem"}, {"position", items.size() + 1}, {"name", name}, {"item", address}});
  }

  const hub::Hub& hub_;
  const hub::Composed& composed_;
  std::string_view address_;
  std::string_view base_;
};

}  // namespace

SharePicture share_picture(const hub::Hub& hub, const hub::Composed& composed) {
  const document::Document& content = composed.content;
  SharePicture picture;
  const auto look_at = [&](const document::Image& image) {
    const std::string_view file = content.view(image.source);
    if (!picture.file.empty() || file.empty() || is_drawing(file)) {
      return;
    }
    const auto asset = std::find_if(hub.assets.begin(), hub.assets.end(),
                                    [&](const hub::Asset& candidate) { return candidate.file == file; });
    if (asset == hub.assets.end() || asset->width < least_share_side || asset->height < least_share_side) {
      return;
    }
    // Only what was encoded anew was scaled.
    const float scale = file.ends_with(".webp") ? std::min(1.0F, document::widest_picture / asset->width) : 1.0F;
    picture = {asset->file, content.view(image.alt), static_cast<std::uint32_t>(std::lround(asset->width * scale)),
               static_cast<std::uint32_t>(std::lround(asset->height * scale))};
  };
  document::visit_blocks(content, 0, [&](hub::Index block, int) {
    document::visit_inlines(content, content.blocks[block].first_inline, [&](hub::Index i) {
      const document::Inline& one = content.inlines[i];
      if (one.kind == document::InlineKind::image && one.detail < content.images.size()) {
        look_at(content.images[one.detail]);
      }
    });
  });
  return picture;
}

std::string structured_data(const hub::Hub& hub, const hub::Composed& composed, std::string_view address,
                            std::string_view base) {
  return DataWriter(hub, composed, address, base).write();
}

}  // namespace hubglass::site
