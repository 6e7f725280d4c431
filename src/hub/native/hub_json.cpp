#include "hub/address.h"
#include "hub/initiatives.h"
#include "hub/native/configuration.h"
#include "hub/native/json_text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <vector>

namespace hubglass::hub {

namespace {

using nlohmann::json;

/// Colour names, in the order of the palette.
constexpr std::array<std::string_view, 6> colours = {"data-spaces",      "ai",    "local-digital-twins", "citiverse",
                                                     "interoperability", "cities"};

class HubJsonReader {
 public:
  HubJsonReader(std::string_view text, Reporter& reporter) : text_(text), reporter_(reporter) {}

  Configuration read(const json& root) {
    Configuration configuration;
    Hub& hub = configuration.hub;
    hub.title = text_member(root, "title");
    // Of a title that is no text, text_member has told.
    if (hub.title.empty() && (!root.contains("title") || root["title"].is_string()))
      problem(Severity::error, "\"title\"", "the hub has no title; add \"title\"");
    if (root.contains("language")) hub.language = text_member(root, "language");
    if (hub.language.empty()) hub.language = "en";
    hub.description = text_member(root, "description");
    hub.site_url = site_address(setting(root, "site_url"), reporter_);
    hub.copyright = strip_html(text_member(root, "copyright"));
    hub.version = text_member(root, "version");
    hub.home_link = external_member(root, "home_link");
    configuration.logo = setting(root, "logo");
    configuration.favicon = setting(root, "favicon");
    configuration.glossary = setting(root, "glossary");
    if (const json* licence = object_member(root, "licence")) {
      hub.licence.name = text_member(*licence, "name");
      hub.licence.url = external_member(*licence, "url");
      note_unknown(*licence, {"name", "url"});
    }
    hub.labels = default_labels();
    if (const json* labels = object_member(root, "labels")) read_labels(*labels, hub.labels);
    if (root.contains("nav")) {
      configuration.has_navigation = true;
      read_navigation(root["nav"], configuration.navigation);
    }
    if (root.contains("clusters")) {
      configuration.finds_clusters = false;
      read_clusters(root["clusters"], configuration.clusters);
    }
    if (root.contains("languages")) read_languages(root["languages"], configuration.languages);
    set_languages(configuration, reporter_);
    note_unknown(root, {"title", "language", "languages", "description", "site_url", "logo", "favicon", "copyright",
                        "licence", "version", "home_link", "glossary", "nav", "clusters", "labels", "$schema"});
    return configuration;
  }

 private:
  /// Reports at the first place where `token` stands in the file.
  void problem(Severity severity, std::string_view token, std::string message) {
    std::uint32_t line = 0;
    std::uint32_t column = 0;
    if (const std::size_t offset = text_.find(token); offset != std::string_view::npos)
      locate(text_, offset, line, column);
    reporter_.report(severity, line, column, std::move(message));
  }

  std::string text_member(const json& object, const char* key) {
    const auto found = object.find(key);
    if (found == object.end() || found->is_null()) return {};
    if (found->is_string()) return found->get<std::string>();
    problem(Severity::error, quoted(key), quoted(key) + " must be a text in quotes");
    return {};
  }

  std::string external_member(const json& object, const char* key) {
    const std::string value = text_member(object, key);
    if (value.empty()) return {};
    const Address address = read_address(value);
    if (address.kind == AddressKind::external) return address.text;
    problem(Severity::error, quoted(value), quoted(key) + " must be an address that begins with https://");
    return {};
  }

  const json* object_member(const json& object, const char* key) {
    const auto found = object.find(key);
    if (found == object.end() || found->is_null()) return nullptr;
    if (found->is_object()) return &*found;
    problem(Severity::error, quoted(key), quoted(key) + " must be an object in braces");
    return nullptr;
  }

  Setting setting(const json& object, const char* key) {
    Setting result{.value = text_member(object, key)};
    if (const std::size_t offset = text_.find(json(result.value).dump());
        !result.value.empty() && offset != std::string_view::npos) {
      locate(text_, offset, result.line, result.column);
    }
    return result;
  }

  void note_unknown(const json& object, std::initializer_list<std::string_view> known) {
    for (const auto& item : object.items()) {
      if (std::find(known.begin(), known.end(), item.key()) == known.end()) {
        problem(Severity::note, quoted(item.key()),
                "the key " + quoted(item.key()) + " is not known and has no effect");
      }
    }
  }

  void read_labels(const json& object, Labels& labels) {
    for (const auto& item : object.items()) {
      const json names = item.value().is_string() ? json::array({item.value()}) : item.value();
      if (!names.is_array()) {
        problem(Severity::error, quoted(item.key()),
                "the labels of " + quoted(item.key()) + " must be a list of texts");
        continue;
      }
      for (const json& name : names) {
        if (name.is_string()) {
          labels[item.key()].push_back(name.get<std::string>());
        } else {
          problem(Severity::error, quoted(item.key()),
                  "the labels of " + quoted(item.key()) + " must be texts in quotes");
        }
      }
    }
  }

  void read_navigation(const json& list, std::vector<NavigationEntry>& entries, const char* key = "\"nav\"") {
    if (!list.is_array()) {
      problem(Severity::error, key, "\"nav\" and \"children\" must be lists in square brackets");
      return;
    }
    for (const json& item : list) {
      if (!item.is_object()) {
        problem(Severity::error, "\"nav\"",
                "each entry of the navigation must be an object with \"title\" and \"page\", \"href\" or \"children\"");
        continue;
      }
      NavigationEntry entry;
      entry.title = text_member(item, "title");
      entry.page = setting(item, "page");
      entry.href = external_member(item, "href");
      if (item.contains("children")) read_navigation(item["children"], entry.children, "\"children\"");
      if (entry.page.value.empty() && entry.href.empty() && entry.children.empty()) {
        problem(Severity::error, quoted(entry.title),
                "the navigation entry " + quoted(entry.title) +
                    " leads nowhere; give it \"page\", \"href\" or \"children\"");
      }
      if (entry.title.empty() && entry.page.value.empty()) {
        problem(Severity::error, "\"nav\"", "a navigation entry without a page needs a \"title\"");
      }
      note_unknown(item, {"title", "page", "href", "children"});
      entries.push_back(std::move(entry));
    }
  }

  void read_clusters(const json& list, std::vector<ClusterEntry>& clusters) {
    if (!list.is_array()) {
      problem(Severity::error, "\"clusters\"", "\"clusters\" must be a list in square brackets");
      return;
    }
    for (const json& item : list) {
      if (!item.is_object()) {
        problem(Severity::error, "\"clusters\"", "each cluster must be an object with at least \"page\"");
        continue;
      }
      ClusterEntry cluster;
      cluster.id = text_member(item, "id");
      cluster.title = text_member(item, "title");
      cluster.page = setting(item, "page");
      cluster.icon = setting(item, "icon");
      if (const std::string colour = text_member(item, "colour"); !colour.empty()) {
        const auto found = std::find(colours.begin(), colours.end(), colour);
        if (found == colours.end()) {
          problem(Severity::warning, quoted(colour),
                  "there is no colour " + quoted(colour) +
                      "; use data-spaces, ai, local-digital-twins, citiverse, interoperability or cities");
        } else {
          cluster.accent = static_cast<std::uint8_t>(1 + (found - colours.begin()));
        }
      }
      if (cluster.page.value.empty()) {
        problem(Severity::error, quoted(cluster.id.empty() ? cluster.title : cluster.id), "a cluster has no \"page\"");
      } else {
        clusters.push_back(std::move(cluster));
      }
      note_unknown(item, {"id", "title", "page", "icon", "colour"});
    }
  }

  void read_languages(const json& list, std::vector<LanguageEntry>& languages) {
    constexpr const char* shape =
        "\"languages\" must be a list of objects such as {\"code\": \"de\", \"name\": \"Deutsch\"}";
    if (!list.is_array()) {
      problem(Severity::error, "\"languages\"", shape);
      return;
    }
    for (const json& item : list) {
      if (!item.is_object() || !item.contains("code")) {
        problem(Severity::error, "\"languages\"", shape);
        continue;
      }
      LanguageEntry entry;
      entry.code = setting(item, "code");
      entry.words.name = text_member(item, "name");
      entry.words.title = text_member(item, "title");
      entry.words.description = text_member(item, "description");
      entry.words.copyright = strip_html(text_member(item, "copyright"));
      if (const json* labels = object_member(item, "labels")) read_labels(*labels, entry.words.labels);
      read_words(item, "nav", entry.navigation);
      read_words(item, "clusters", entry.clusters);
      note_unknown(item, {"code", "name", "title", "description", "copyright", "labels", "nav", "clusters"});
      languages.push_back(std::move(entry));
    }
  }

  /// An object of texts: what is said in the original -> what is said here.
  void read_words(const json& object, const char* key, std::map<std::string, std::string, std::less<>>& words) {
    const json* list = object_member(object, key);
    if (list == nullptr) return;
    for (const auto& item : list->items()) {
      if (item.value().is_string()) {
        words[item.key()] = item.value().get<std::string>();
      } else {
        problem(Severity::error, quoted(item.key()), quoted(item.key()) + " must be a text in quotes");
      }
    }
  }

  static std::string quoted(std::string_view text) { return "\"" + std::string(text) + "\""; }

  std::string_view text_;
  Reporter& reporter_;
};

}  // namespace

Result<Configuration> read_hub_json(std::string_view text, Reporter& reporter) {
  auto root = read_json(text, reporter);
  if (!root) return tl::unexpected<Error>(root.error());
  if (!root->is_object()) {
    return fail(ErrorCode::project_malformed, "hub.json must hold one object in braces", reporter.file() + ":1:1");
  }
  Configuration configuration = HubJsonReader(text, reporter).read(*root);
  configuration.content_folder = std::string(folder_of(reporter.file()));
  configuration.exclusions.excluded.add(".*\nnode_modules/\n");
  return configuration;
}

}  // namespace hubglass::hub
