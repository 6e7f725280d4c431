#include "pack/model_reader.h"
#include "pack/format.h"

#include <string>

#include <nlohmann/json.hpp>

namespace hubglass::pack {
namespace {

using Json = nlohmann::json;

/// Bytes that a named entity stands for, at most: two characters.
constexpr std::size_t longest_entity = 8;

/// True when brackets nest at most `limit` deep: a parsed tree is walked recursively.
bool nests_within(std::string_view json, int limit) {
  int depth = 0;
  bool quoted = false;
  for (std::size_t i = 0; i < json.size(); ++i) {
    const char c = json[i];
    if (quoted) {
      if (c == '\\') {
        ++i;
      } else if (c == '"') {
        quoted = false;
      }
    } else if (c == '"') {
      quoted = true;
    } else if (c == '[' || c == '{') {
      if (++depth > limit) {
        return false;
      }
    } else if (c == ']' || c == '}') {
      --depth;
    }
  }
  return true;
}

/// Takes members out of JSON objects. The first thing that is wrong is kept with its path; all later calls do nothing.
class Reader {
 public:
  [[nodiscard]] bool failed() const { return failed_; }
  [[nodiscard]] Error error() const { return Error{ErrorCode::pack_malformed, message_, where_}; }

  void text(const Json& object, const char* key, std::string& out) {
    if (const Json* value = member(object, key)) {
      if (const auto* string = value->get_ptr<const std::string*>()) {
        out = *string;
      } else {
        wrong(key, "a text");
      }
    }
  }

  void unsigned_number(const Json& object, const char* key, std::uint64_t most, std::uint64_t& out) {
    if (const Json* value = member(object, key)) {
      const auto* number = value->get_ptr<const std::uint64_t*>();
      if (number != nullptr && *number <= most) {
        out = *number;
      } else {
        wrong(key, "a whole number in range");
      }
    }
  }

  void index(const Json& object, const char* key, hub::Index& out) {
    std::uint64_t number = out;
    unsigned_number(object, key, hub::none, number);
    out = static_cast<hub::Index>(number);
  }

  void number(const Json& object, const char* key, float& out) {
    if (const Json* value = member(object, key)) {
      if (const auto* real = value->get_ptr<const double*>()) {
        out = static_cast<float>(*real);
      } else if (const auto* whole = value->get_ptr<const std::uint64_t*>()) {
        out = static_cast<float>(*whole);
      } else {
        wrong(key, "a number");
      }
    }
  }

  void flag(const Json& object, const char* key, bool& out) {
    if (const Json* value = member(object, key)) {
      if (const auto* boolean = value->get_ptr<const bool*>()) {
        out = *boolean;
      } else {
        wrong(key, "true or false");
      }
    }
  }

  template <typename T, typename ReadItem>
  void list(const Json& object, const char* key, std::vector<T>& out, ReadItem&& read_item) {
    const Json* value = member(object, key);
    if (value == nullptr) {
      return;
    }
    if (!value->is_array()) {
      wrong(key, "a list");
      return;
    }
    out.reserve(value->size());
    for (const Json& item : *value) {
      const std::size_t path_size = enter(std::string(key) + "[" + std::to_string(out.size()) + "]");
      out.emplace_back();
      read_item(*this, item, out.back());
      if (failed_) {
        return;
      }
      path_.resize(path_size);
    }
  }

  template <typename ReadItem>
  void dictionary(const Json& object, const char* key, ReadItem&& read_item) {
    const Json* value = member(object, key);
    if (value == nullptr) {
      return;
    }
    if (!value->is_object()) {
      wrong(key, "an object");
      return;
    }
    const std::size_t path_size = enter(key);
    for (auto item = value->begin(); item != value->end() && !failed_; ++item) {
      read_item(*this, *value, item.key(), item.value());
    }
    path_.resize(path_size);
  }

  /// An item that must be a number or text itself.
  void expect(bool right, const char* what) {
    if (!right && !failed_) {
      failed_ = true;
      message_ = std::string("the pack's description has something else than ") + what + " here";
      where_ = "manifest: " + path_;
    }
  }

 private:
  const Json* member(const Json& object, const char* key) {
    if (failed_) {
      return nullptr;
    }
    if (!object.is_object()) {
      expect(false, "an object");
      return nullptr;
    }
    const auto found = object.find(key);
    return found == object.end() ? nullptr : &*found;
  }

  void wrong(const char* key, const char* what) {
    enter(key);
    expect(false, what);
  }

  std::size_t enter(std::string_view name) {
    const std::size_t size = path_.size();
    if (size > 0) {
      path_ += '.';
    }
    path_ += name;
    return size;
  }

  bool failed_ = false;
  std::string path_;
  std::string message_;
  std::string where_;
};

void read_index(Reader& reader, const Json& json, hub::Index& out) {
  const auto* number = json.get_ptr<const std::uint64_t*>();
  reader.expect(number != nullptr && *number < hub::none, "a whole number in range");
  if (!reader.failed()) {
    out = static_cast<hub::Index>(*number);
  }
}

void read_text(Reader& reader, const Json& json, std::string& out) {
  const auto* string = json.get_ptr<const std::string*>();
  reader.expect(string != nullptr, "a text");
  if (string != nullptr) {
    out = *string;
  }
}

void read_navigation(Reader& reader, const Json& json, hub::NavigationItem& item) {
  reader.text(json, "title", item.title);
  reader.index(json, "page", item.page);
  reader.text(json, "href", item.href);
  reader.list(json, "children", item.children, read_navigation);
}

void read_page(Reader& reader, const Json& json, hub::Page& page) {
  reader.text(json, "source", page.source);
  reader.text(json, "route", page.route);
  reader.text(json, "title", page.title);
  reader.text(json, "description", page.description);
  reader.index(json, "cluster", page.cluster);
}

void read_cluster(Reader& reader, const Json& json, hub::Cluster& cluster) {
  reader.text(json, "id", cluster.id);
  reader.text(json, "title", cluster.title);
  reader.text(json, "summary", cluster.summary);
  reader.text(json, "icon", cluster.icon);
  reader.index(json, "page", cluster.page);
  std::uint64_t accent = cluster.accent;
  reader.unsigned_number(json, "accent", 6, accent);
  cluster.accent = static_cast<std::uint8_t>(accent);
  reader.list(json, "initiatives", cluster.initiatives, read_index);
}

void read_field(Reader& reader, const Json& json, hub::Field& field) {
  reader.text(json, "key", field.key);
  reader.text(json, "label", field.label);
  reader.text(json, "text", field.text);
}

void read_link(Reader& reader, const Json& json, hub::LinkRecord& link) {
  reader.text(json, "text", link.text);
  reader.text(json, "href", link.href);
}

void read_initiative(Reader& reader, const Json& json, hub::Initiative& initiative) {
  reader.text(json, "id", initiative.id);
  reader.text(json, "name", initiative.name);
  reader.text(json, "summary", initiative.summary);
  reader.text(json, "route", initiative.route);
  reader.index(json, "cluster", initiative.cluster);
  reader.index(json, "section", initiative.section);
  reader.index(json, "logo", initiative.logo);
  reader.list(json, "fields", initiative.fields, read_field);
  reader.list(json, "links", initiative.links, read_link);
  reader.list(json, "related", initiative.related, read_index);
}

void read_asset(Reader& reader, const Json& json, hub::Asset& asset) {
  reader.text(json, "source", asset.source);
  reader.text(json, "file", asset.file);
  reader.number(json, "width", asset.width);
  reader.number(json, "height", asset.height);
  reader.flag(json, "transparent", asset.transparent);
}

void read_term(Reader& reader, const Json& json, hub::Term& term) {
  reader.text(json, "name", term.name);
  reader.list(json, "short_forms", term.short_forms, read_text);
  reader.text(json, "explanation", term.explanation);
  reader.text(json, "anchor", term.anchor);
}

void read_glossary(Reader& reader, const Json& json, hub::Glossary& glossary) {
  reader.text(json, "language", glossary.language);
  reader.index(json, "page", glossary.page);
  reader.list(json, "terms", glossary.terms, read_term);
}

void read_labels(Reader& reader, const Json& json,
                 std::map<std::string, std::vector<std::string>, std::less<>>& labels) {
  reader.dictionary(json, "labels", [&labels](Reader& in, const Json& object, const std::string& key, const Json&) {
    in.list(object, key.c_str(), labels[key], read_text);
  });
}

void read_page_translation(Reader& reader, const Json& json, hub::PageTranslation& translation) {
  reader.index(json, "page", translation.page);
  reader.text(json, "source", translation.source);
  reader.text(json, "title", translation.title);
  reader.text(json, "description", translation.description);
}

void read_initiative_translation(Reader& reader, const Json& json, hub::InitiativeTranslation& translation) {
  reader.index(json, "initiative", translation.initiative);
  reader.index(json, "section", translation.section);
  reader.text(json, "name", translation.name);
  reader.text(json, "summary", translation.summary);
}

void read_language(Reader& reader, const Json& json, hub::Language& language) {
  reader.text(json, "code", language.code);
  reader.text(json, "name", language.name);
  reader.text(json, "title", language.title);
  reader.text(json, "description", language.description);
  reader.text(json, "copyright", language.copyright);
  reader.list(json, "navigation", language.navigation, read_text);
  reader.list(json, "clusters", language.clusters, read_text);
  reader.list(json, "pages", language.pages, read_page_translation);
  reader.list(json, "initiatives", language.initiatives, read_initiative_translation);
  read_labels(reader, json, language.labels);
}

void read_hub(Reader& reader, const Json& json, hub::Hub& hub) {
  reader.text(json, "title", hub.title);
  reader.text(json, "language", hub.language);
  reader.text(json, "description", hub.description);
  reader.text(json, "site_url", hub.site_url);
  reader.text(json, "copyright", hub.copyright);
  reader.text(json, "version", hub.version);
  reader.text(json, "home_link", hub.home_link);
  reader.text(json, "licence_name", hub.licence.name);
  reader.text(json, "licence_url", hub.licence.url);
  reader.index(json, "logo", hub.logo);
  reader.index(json, "favicon", hub.favicon);
  reader.list(json, "navigation", hub.navigation, read_navigation);
  reader.list(json, "pages", hub.pages, read_page);
  reader.list(json, "clusters", hub.clusters, read_cluster);
  reader.list(json, "initiatives", hub.initiatives, read_initiative);
  reader.list(json, "assets", hub.assets, read_asset);
  reader.list(json, "glossaries", hub.glossaries, read_glossary);
  reader.dictionary(json, "icons", [&hub](Reader& in, const Json&, const std::string& name, const Json& value) {
    hub::Icon& icon = hub.icons[name];
    in.number(value, "width", icon.width);
    in.number(value, "height", icon.height);
    in.text(value, "path", icon.path);
  });
  read_labels(reader, json, hub.labels);
  reader.list(json, "languages", hub.languages, read_language);
}

void read_entry(Reader& reader, const Json& json, Entry& entry) {
  constexpr std::uint64_t any = ~std::uint64_t{0};
  reader.text(json, "name", entry.name);
  reader.unsigned_number(json, "offset", any, entry.offset);
  reader.unsigned_number(json, "size", any, entry.size);
  reader.text(json, "sha256", entry.sha256);
}

}  // namespace

Result<Manifest> read_manifest(std::string_view json) {
  if (!nests_within(json, manifest_depth)) {
    return fail(ErrorCode::budget_exceeded, "the pack's description nests too deeply", "manifest");
  }
  const Json root = Json::parse(json.begin(), json.end(), nullptr, false);
  if (root.is_discarded() || !root.is_object()) {
    return fail(ErrorCode::pack_malformed, "the pack's description is not valid JSON", "manifest");
  }
  Manifest manifest;
  Reader reader;
  reader.list(root, "entries", manifest.entries, read_entry);
  reader.dictionary(root, "entities", [&manifest](Reader& in, const Json&, const std::string& name, const Json& value) {
    std::string& text = manifest.entities[name];
    read_text(in, value, text);
    in.expect(text.size() <= longest_entity, "one or two characters");
  });
  const auto hub = root.find("hub");
  reader.expect(hub != root.end(), "the member \"hub\"");
  if (!reader.failed()) {
    read_hub(reader, *hub, manifest.hub);
  }
  if (reader.failed()) {
    return tl::unexpected<Error>(reader.error());
  }
  return manifest;
}

}  // namespace hubglass::pack
