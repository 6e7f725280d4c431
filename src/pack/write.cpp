#include "pack/format.h"
#include "pack/pack.h"
#include "pack/safe.h"

#include <nlohmann/json.hpp>

namespace hubglass::pack {
namespace {

using Json = nlohmann::json;

// Members that have their usual value are left out; the reader starts from the same defaults.

void put(Json& object, const char* key, const std::string& value) {
  if (!value.empty()) {
    object[key] = value;
  }
}

void put(Json& object, const char* key, hub::Index value) {
  if (value != hub::none) {
    object[key] = value;
  }
}

template <typename T, typename ToJson>
void put_list(Json& object, const char* key, const std::vector<T>& values, ToJson&& to_json) {
  if (values.empty()) {
    return;
  }
  Json list = Json::array();
  for (const T& value : values) {
    list.push_back(to_json(value));
  }
  object[key] = std::move(list);
}

Json index_json(hub::Index value) {
  return value;
}

Json navigation_json(const hub::NavigationItem& item) {
  Json json = Json::object();
  put(json, "title", item.title);
  put(json, "page", item.page);
  put(json, "href", item.href);
  put_list(json, "children", item.children, navigation_json);
  return json;
}

Json page_json(const hub::Page& page) {
  Json json = Json::object();
  put(json, "source", page.source);
  put(json, "route", page.route);
  put(json, "title", page.title);
  put(json, "description", page.description);
  put(json, "cluster", page.cluster);
  return json;
}

Json cluster_json(const hub::Cluster& cluster) {
  Json json = Json::object();
  put(json, "id", cluster.id);
  put(json, "title", cluster.title);
  put(json, "summary", cluster.summary);
  put(json, "icon", cluster.icon);
  put(json, "page", cluster.page);
  json["accent"] = cluster.accent;
  put_list(json, "initiatives", cluster.initiatives, index_json);
  return json;
}

Json field_json(const hub::Field& field) {
  Json json = Json::object();
  put(json, "key", field.key);
  put(json, "label", field.label);
  put(json, "text", field.text);
  return json;
}

Json link_json(const hub::LinkRecord& link) {
  Json json = Json::object();
  put(json, "text", link.text);
  put(json, "href", link.href);
  return json;
}

Json initiative_json(const hub::Initiative& initiative) {
  Json json = Json::object();
  put(json, "id", initiative.id);
  put(json, "name", initiative.name);
  put(json, "summary", initiative.summary);
  put(json, "route", initiative.route);
  put(json, "cluster", initiative.cluster);
  json["section"] = initiative.section;
  put(json, "logo", initiative.logo);
  put_list(json, "fields", initiative.fields, field_json);
  std::vector<hub::LinkRecord> links;
  for (const hub::LinkRecord& link : initiative.links) {
    if (is_safe_address(link.href)) {  // others were reported as broken when the page was resolved
      links.push_back(link);
    }
  }
  put_list(json, "links", links, link_json);
  put_list(json, "related", initiative.related, index_json);
  return json;
}

Json asset_json(const hub::Asset& asset) {
  Json json = Json::object();
  put(json, "source", asset.source);
  put(json, "file", asset.file);
  if (asset.width > 0 || asset.height > 0) {
    json["width"] = asset.width;
    json["height"] = asset.height;
  }
  if (asset.transparent) {
    json["transparent"] = true;
  }
  return json;
}

Json term_json(const hub::Term& term) {
  Json json = Json::object();
  put(json, "name", term.name);
  put_list(json, "short_forms", term.short_forms, [](const std::string& form) { return Json(form); });
  put(json, "explanation", term.explanation);
  put(json, "anchor", term.anchor);
  return json;
}

Json glossary_json(const hub::Glossary& glossary) {
  Json json = Json::object();
  put(json, "language", glossary.language);
  put(json, "page", glossary.page);
  put_list(json, "terms", glossary.terms, term_json);
  return json;
}

Json text_json(const std::string& value) {
  return value;
}

Json labels_json(const std::map<std::string, std::vector<std::string>, std::less<>>& labels) {
  Json json = Json::object();
  for (const auto& [key, names] : labels) {
    json[key] = names;
  }
  return json;
}

Json page_translation_json(const hub::PageTranslation& translation) {
  Json json = {{"page", translation.page}, {"source", translation.source}};
  put(json, "title", translation.title);
  put(json, "description", translation.description);
  return json;
}

Json initiative_translation_json(const hub::InitiativeTranslation& translation) {
  Json json = {{"initiative", translation.initiative}, {"section", translation.section}};
  put(json, "name", translation.name);
  put(json, "summary", translation.summary);
  return json;
}

Json language_json(const hub::Language& language) {
  Json json = {{"code", language.code}};
  put(json, "name", language.name);
  put(json, "title", language.title);
  put(json, "description", language.description);
  put(json, "copyright", language.copyright);
  put_list(json, "navigation", language.navigation, text_json);
  put_list(json, "clusters", language.clusters, text_json);
  put_list(json, "pages", language.pages, page_translation_json);
  put_list(json, "initiatives", language.initiatives, initiative_translation_json);
  if (!language.labels.empty()) {
    json["labels"] = labels_json(language.labels);
  }
  return json;
}

Json hub_json(const hub::Hub& hub) {
  Json json = Json::object();
  put(json, "title", hub.title);
  put(json, "language", hub.language);
  put(json, "description", hub.description);
  put(json, "site_url", hub.site_url);
  put(json, "copyright", hub.copyright);
  put(json, "version", hub.version);
  put(json, "home_link", hub.home_link);
  put(json, "licence_name", hub.licence.name);
  put(json, "licence_url", hub.licence.url);
  put(json, "logo", hub.logo);
  put(json, "favicon", hub.favicon);
  put_list(json, "navigation", hub.navigation, navigation_json);
  put_list(json, "pages", hub.pages, page_json);
  put_list(json, "clusters", hub.clusters, cluster_json);
  put_list(json, "initiatives", hub.initiatives, initiative_json);
  put_list(json, "assets", hub.assets, asset_json);
  put_list(json, "glossaries", hub.glossaries, glossary_json);
  Json icons = Json::object();
  for (const auto& [name, icon] : hub.icons) {
    icons[name] = {{"width", icon.width}, {"height", icon.height}, {"path", icon.path}};
  }
  json["icons"] = std::move(icons);
  json["labels"] = labels_json(hub.labels);
  put_list(json, "languages", hub.languages, language_json);
  return json;
}

void append_number(std::string& bytes, std::uint64_t value, int size) {
  for (int i = 0; i < size; ++i) {
    bytes += static_cast<char>(value >> (8 * i));
  }
}

}  // namespace

std::string write(const hub::Hub& hub, const std::vector<std::string>& page_texts,
                  const std::vector<std::vector<std::string>>& translation_texts) {
  Json entries = Json::array();
  std::vector<const std::string*> texts;
  std::uint64_t offset = 0;
  markdown::Entities entities;
  const auto add = [&](const std::string& source, const std::string& text) {
    entries.push_back({{"name", std::string(page_prefix) + source},
                       {"offset", offset},
                       {"size", text.size()},
                       {"sha256", hexadecimal(sha256(text))}});
    texts.push_back(&text);
    entities.merge(markdown::entities_in(text));
    offset += text.size();
  };
  for (std::size_t i = 0; i < page_texts.size() && i < hub.pages.size(); ++i) {
    add(hub.pages[i].source, page_texts[i]);
  }
  for (std::size_t language = 0; language < translation_texts.size() && language < hub.languages.size(); ++language) {
    const std::vector<hub::PageTranslation>& pages = hub.languages[language].pages;
    for (std::size_t i = 0; i < translation_texts[language].size() && i < pages.size(); ++i) {
      add(pages[i].source, translation_texts[language][i]);
    }
  }
  Json manifest = {{"entries", std::move(entries)}, {"hub", hub_json(hub)}};
  if (!entities.empty()) {
    manifest["entities"] = entities;
  }
  // Text that is not UTF-8 was refused where it was read; replacing is for file names, and keeps dump() from throwing.
  const std::string json = manifest.dump(-1, ' ', false, Json::error_handler_t::replace);

  std::string bytes(magic);
  bytes.reserve(header_size + json.size() + static_cast<std::size_t>(offset));
  append_number(bytes, major_version, 2);
  append_number(bytes, minor_version, 2);
  append_number(bytes, 0, 4);
  append_number(bytes, json.size(), 8);
  append_number(bytes, offset, 8);
  for (const std::uint8_t byte : manifest_hash(bytes, json)) {
    bytes += static_cast<char>(byte);
  }
  bytes += json;
  for (const std::string* text : texts) {
    bytes += *text;
  }
  return bytes;
}

}  // namespace hubglass::pack
