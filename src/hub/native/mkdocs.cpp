#include "hub/address.h"
#include "hub/initiatives.h"
#include "hub/native/configuration.h"
#include "hub/native/inherit.h"
#include "hub/native/yaml_text.h"
#include "hub/text.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <set>

namespace hubglass::hub {

namespace {

constexpr int deepest_navigation = 64;
constexpr const char* environment_tag = "!ENV";

/// Members of a YAML map by key. A repeated key's last value counts, as MkDocs has it.
class MkdocsReader {
 public:
  explicit MkdocsReader(Reporter& reporter) : reporter_(reporter) {}

  Configuration read(const YAML::Node& root) {
    note_repeated_keys(root);
    Configuration configuration;
    configuration.is_mkdocs = true;
    Hub& hub = configuration.hub;
    hub.labels = default_labels();
    hub.title = text(member(root, "site_name"));
    const YAML::Node name = member(root, "site_name");
    if (hub.title.empty() && (!name.IsDefined() || name.IsScalar() || name.IsNull()))
      reporter_.report(Severity::error, 1, 1, "the project has no title; add 'site_name'");
    hub.site_url = site_address(setting(member(root, "site_url")), reporter_);
    hub.description = text(member(root, "site_description"));
    hub.copyright = strip_html(text(member(root, "copyright")));
    configuration.content_folder = text(member(root, "docs_dir"));
    if (configuration.content_folder.empty()) configuration.content_folder = "docs";
    read_theme(member(root, "theme"), configuration);
    const YAML::Node extra = member(root, "extra");
    if (const std::string homepage = text(member(extra, "homepage")); !homepage.empty()) {
      const Address address = read_address(homepage);
      if (address.kind == AddressKind::external) hub.home_link = address.text;
    }
    if (const YAML::Node navigation = member(root, "nav"); navigation.IsDefined() && !navigation.IsNull()) {
      configuration.has_navigation = true;
      const YAML::Node validation = member(root, "validation");
      const YAML::Node rule = member(member(validation, "nav"), "absolute_links");
      docs_are_root_ = text(rule.IsDefined() ? rule : member(validation, "absolute_links")) == "relative_to_docs";
      read_navigation(navigation, configuration, configuration.navigation, 0);
    }
    read_snippets(extension(member(root, "markdown_extensions"), "pymdownx.snippets"), configuration);
    read_dialect(root, configuration);
    read_exclusions(root, configuration);
    read_plugins(member(root, "plugins"), configuration);
    configuration.directory_urls = text(member(root, "use_directory_urls")) != "false";
    note_ignored(root);
    return configuration;
  }

 private:
  /// MkDocs knows no mark of these until an extension brings it.
  void read_dialect(const YAML::Node& root, Configuration& configuration) {
    const YAML::Node list = member(root, "markdown_extensions");
    const auto has = [&](std::string_view name) { return lists_extension(list, name); };
    const auto is_on = [&](std::string_view name, std::string_view part) {
      return has(name) && text(member(extension(list, name), part)) != "false";
    };
    markdown::Extensions& on = configuration.extensions;
    on.mark = has("pymdownx.mark");
    on.insert = is_on("pymdownx.caret", "insert");
    on.superscript = is_on("pymdownx.caret", "superscript");
    on.strikethrough = is_on("pymdownx.tilde", "delete");
    on.subscript = is_on("pymdownx.tilde", "subscript");
    on.keys = has("pymdownx.keys");
    on.critic = has("pymdownx.critic");
    on.smart_symbols = has("pymdownx.smartsymbols");
    const YAML::Node links = extension(list, "pymdownx.magiclink");
    const bool short_links = has("pymdownx.magiclink") && (text(member(links, "repo_url_shorthand")) == "true" ||
                                                           text(member(links, "social_url_shorthand")) == "true");
    if (short_links) configuration.repository = text(member(root, "repo_url"));
  }

  void read_exclusions(const YAML::Node& root, Configuration& configuration) {
    configuration.exclusions.excluded.add(".*\n/templates/\n");
    add_patterns(member(root, "exclude_docs"), configuration.exclusions.excluded);
    add_patterns(member(root, "draft_docs"), configuration.exclusions.drafts);
    add_patterns(member(root, "not_in_nav"), configuration.not_in_nav);
    const YAML::Node plugin = extension(member(root, "plugins"), "exclude");
    for (Setting& glob : settings(member(plugin, "glob"))) {
      configuration.exclusions.globs.push_back(std::move(glob.value));
    }
    // Better no site than one that shows what was to be hidden.
    if (const YAML::Node regex = member(plugin, "regex"); regex.IsDefined() && !regex.IsNull()) {
      report(Severity::error, regex,
             "regular expressions of the plugin 'exclude' are not read, and what they hide must not be published; "
             "name the files in 'exclude_docs'");
    }
  }

  /// Lines of patterns. They may also come as a list: what is to be hidden stays hidden however it is written.
  void add_patterns(const YAML::Node& node, IgnorePatterns& patterns) {
    if (!node.IsDefined() || node.IsNull()) return;
    if (node.IsSequence() && node.Tag() != environment_tag) {
      for (const YAML::Node& item : node) add_patterns(item, patterns);
      return;
    }
    // The text as it stands: blanks at the end of a line may be escaped.
    for (const std::string& pattern :
         patterns.add(node.IsScalar() && node.Tag() != environment_tag ? node.Scalar() : text(node))) {
      report(Severity::error, node, "the pattern '" + pattern + "' ends with a lone backslash; complete it");
    }
  }

  void read_plugins(const YAML::Node& plugins, Configuration& configuration) {
    if (const YAML::Node maps = member(extension(plugins, "redirects"), "redirect_maps"); maps.IsMap()) {
      for (const auto& pair : maps) {
        configuration.redirects.push_back({.from = text(pair.first), .to = setting(pair.second)});
      }
    }
    const YAML::Node languages = extension(plugins, "i18n");
    if (!languages.IsDefined() || !languages.IsMap()) return;
    if (const std::string structure = text(member(languages, "docs_structure")); structure == "folder") {
      report(Severity::note, languages,
             "languages in folders are not read, so each is shown as pages of its own; use docs_structure: suffix");
      return;
    }
    const YAML::Node list = member(languages, "languages");
    if (!list.IsDefined() || !list.IsSequence()) return;
    for (const YAML::Node& item : list) read_language(item, configuration);
    set_languages(configuration, reporter_);
  }

  void read_language(const YAML::Node& item, Configuration& configuration) {
    LanguageEntry entry;
    entry.code = setting(member(item, "locale"));
    if (text(member(item, "build")) == "false" || entry.code.value == "null") return;
    if (text(member(item, "default")) == "true") configuration.hub.language = entry.code.value;
    entry.words.name = text(member(item, "name"));
    entry.words.title = text(member(item, "site_name"));
    entry.words.description = text(member(item, "site_description"));
    entry.words.copyright = strip_html(text(member(item, "copyright")));
    if (const YAML::Node words = member(item, "nav_translations"); words.IsDefined() && words.IsMap()) {
      for (const auto& pair : words) entry.navigation[text(pair.first)] = text(pair.second);
    }
    configuration.languages.push_back(std::move(entry));
  }

  static YAML::Node member(const YAML::Node& map, std::string_view key) {
    YAML::Node found(YAML::NodeType::Undefined);
    if (!map.IsDefined() || !map.IsMap()) return found;
    for (const auto& pair : map) {
      if (pair.first.IsScalar() && pair.first.Scalar() == key) found.reset(pair.second);
    }
    return found;
  }

  /// The same where a list of keys, some with settings, may stand in for the map.
  static YAML::Node extension(const YAML::Node& list, std::string_view name) {
    if (!list.IsDefined() || !list.IsSequence()) return member(list, name);
    YAML::Node found(YAML::NodeType::Undefined);
    for (const auto& item : list) {
      if (const YAML::Node settings = member(item, name); settings.IsDefined()) found.reset(settings);
    }
    return found;
  }

  /// Whether a list of extensions, names or names with settings, has one.
  static bool lists_extension(const YAML::Node& list, std::string_view name) {
    if (!list.IsDefined() || !list.IsSequence()) return member(list, name).IsDefined();
    return std::any_of(list.begin(), list.end(), [&](const YAML::Node& item) {
      return item.IsScalar() ? item.Scalar() == name : member(item, name).IsDefined();
    });
  }

  /// A scalar's text. `!ENV NAME` is that of a variable of the environment, `!ENV [ONE, OTHER, default]` that of the
  /// first that is set.
  std::string text(const YAML::Node& node) {
    if (!node.IsDefined() || node.IsNull()) return {};
    if (node.Tag() == environment_tag) {
      const std::size_t names = !node.IsSequence() ? 1 : node.size() > 1 ? node.size() - 1 : node.size();
      for (std::size_t i = 0; i < names; ++i) {
        const YAML::Node name = node.IsSequence() ? node[i] : node;
        const char* value = name.IsScalar() ? std::getenv(name.Scalar().c_str()) : nullptr;
        if (value != nullptr) return std::string(trim(value));
      }
      return node.IsSequence() && names < node.size() ? text(node[names]) : std::string();
    }
    if (node.IsScalar()) return std::string(trim(node.Scalar()));
    report(Severity::error, node, "a text is expected here");
    return {};
  }

  void report(Severity severity, const YAML::Node& node, std::string message) {
    const YAML::Mark mark = node.Mark();
    const bool known = mark.line >= 0;
    reporter_.report(severity, known ? static_cast<std::uint32_t>(mark.line + 1) : 0,
                     known ? static_cast<std::uint32_t>(mark.column + 1) : 0, std::move(message));
  }

  Setting setting(const YAML::Node& node) {
    Setting result{.value = text(node)};
    if (node.IsDefined() && node.Mark().line >= 0) {
      result.line = static_cast<std::uint32_t>(node.Mark().line + 1);
      result.column = static_cast<std::uint32_t>(node.Mark().column + 1);
    }
    return result;
  }

  void note_repeated_keys(const YAML::Node& root) {
    std::set<std::string> seen;
    for (const auto& pair : root) {
      if (!pair.first.IsScalar() || seen.insert(pair.first.Scalar()).second) continue;
      report(Severity::note, pair.first,
             "the key '" + pair.first.Scalar() + "' stands here a second time; the last one counts");
    }
  }

  void read_theme(const YAML::Node& theme, Configuration& configuration) {
    if (!theme.IsDefined() || !theme.IsMap()) return;
    configuration.logo = setting(member(theme, "logo"));
    configuration.favicon = setting(member(theme, "favicon"));
    if (const std::string language = text(member(theme, "language")); !language.empty()) {
      configuration.hub.language = language;
    }
    if (const YAML::Node icon = member(member(theme, "icon"), "logo");
        icon.IsDefined() && configuration.logo.value.empty()) {
      report(Severity::note, icon, "an icon as the logo is not shown; name an image as theme.logo");
    }
  }

  /// A scalar, or a list of them.
  std::vector<Setting> settings(const YAML::Node& node) {
    std::vector<Setting> all;
    if (!node.IsDefined() || node.IsNull()) return all;
    if (!node.IsSequence() || node.Tag() == environment_tag) return {setting(node)};
    for (const YAML::Node& item : node) all.push_back(setting(item));
    return all;
  }

  /// Files that are appended to every page, of which the abbreviations count.
  void read_snippets(const YAML::Node& snippets, Configuration& configuration) {
    configuration.appended = settings(member(snippets, "auto_append"));
    const YAML::Node folders = member(snippets, "base_path");
    if (!folders.IsDefined() || folders.IsNull()) return;
    configuration.appended_folders.clear();
    for (Setting& folder : settings(folders)) configuration.appended_folders.push_back(std::move(folder.value));
  }

  void read_navigation(const YAML::Node& list, const Configuration& configuration,
                       std::vector<NavigationEntry>& entries, int depth) {
    if (!list.IsSequence() || depth > deepest_navigation) {
      report(Severity::error, list,
             depth > deepest_navigation ? "the navigation is nested too deeply"
                                        : "'nav' must be a list, one entry to a line beginning with '-'");
      return;
    }
    for (const YAML::Node& item : list) {
      if (item.IsMap()) {
        for (const auto& pair : item) {
          NavigationEntry entry;
          entry.title = text(pair.first);
          if (pair.second.IsSequence()) {
            read_navigation(pair.second, configuration, entry.children, depth + 1);
          } else {
            read_target(pair.second, configuration, entry);
          }
          entries.push_back(std::move(entry));
        }
      } else {
        NavigationEntry entry;
        read_target(item, configuration, entry);
        if (entry.title.empty()) entry.title = entry.href;
        entries.push_back(std::move(entry));
      }
    }
  }

  void read_target(const YAML::Node& node, const Configuration& configuration, NavigationEntry& entry) {
    const Setting target = setting(node);
    const Address address = read_address(target.value);
    if (target.value.empty()) {
      report(Severity::error, node,
             "the navigation entry '" + entry.title + "' leads nowhere; name a page or a list of pages");
    } else if (address.kind == AddressKind::external) {
      entry.href = address.text;
    } else if (address.kind == AddressKind::disallowed) {
      report(Severity::error, node,
             "the scheme '" + address.scheme + "' is not allowed in the navigation; use https or a page");
    } else {
      entry.page = target;
      entry.page.value = join_path({}, address.path).value_or(address.path);
      if (!address.fragment.empty()) entry.fragment = "#" + address.fragment;
      // A path from the host's root on leads beside the hub, unless the hub has such a page.
      if (address.absolute && !docs_are_root_) entry.href = origin_of(configuration.hub.site_url) + target.value;
    }
  }

  void note_ignored(const YAML::Node& root) {
    // Of the plugins, i18n, exclude and redirects alone are read.
    constexpr std::array<std::string_view, 14> used = {"site_name",
                                                       "site_url",
                                                       "site_description",
                                                       "copyright",
                                                       "docs_dir",
                                                       "theme",
                                                       "extra",
                                                       "nav",
                                                       "site_author",
                                                       "exclude_docs",
                                                       "draft_docs",
                                                       "not_in_nav",
                                                       "use_directory_urls",
                                                       "validation"};
    std::string ignored;
    std::set<std::string> seen;
    for (const auto& pair : root) {
      if (!pair.first.IsScalar()) continue;
      const std::string& key = pair.first.Scalar();
      if (std::find(used.begin(), used.end(), key) != used.end() || !seen.insert(key).second) continue;
      ignored += (ignored.empty() ? "" : ", ") + key;
    }
    if (ignored.empty()) return;
    reporter_.report(Severity::note, 0, 0, "these settings have no effect on a hub: " + ignored);
  }

  /// "https://host" of an address; empty when there is none.
  static std::string origin_of(std::string_view address) {
    const std::size_t host = address.find("://");
    return host == std::string_view::npos ? std::string() : std::string(address.substr(0, address.find('/', host + 3)));
  }

  Reporter& reporter_;
  bool docs_are_root_ = false;  ///< a path that begins with a slash begins in the content folder
};

}  // namespace

Result<Configuration> read_mkdocs(std::string_view text, Reporter& reporter) {
  const auto malformed = [&reporter](const YAML::Mark& mark, const std::string& message) {
    std::string where = reporter.file();
    if (mark.line >= 0) where += ":" + std::to_string(mark.line + 1) + ":" + std::to_string(mark.column + 1);
    return fail(ErrorCode::project_malformed, message, std::move(where));
  };
  try {
    const auto own = read_yaml(text);
    if (!own) return malformed(own.error().mark, "this " + own.error().sentence);
    if (!own->IsMap()) return malformed(own->Mark(), "mkdocs.yml must hold settings, one 'key: value' to a line");
    const auto root = with_inherited(*own, reporter.file());
    if (!root) return tl::unexpected<Error>(root.error());
    Configuration configuration = MkdocsReader(reporter).read(*root);
    const std::string_view folder = folder_of(reporter.file());
    if (!configuration.content_folder.starts_with('/')) {
      configuration.content_folder =
          folder.empty() ? configuration.content_folder : std::string(folder) + "/" + configuration.content_folder;
    }
    return configuration;
  } catch (const YAML::Exception& error) {
    return malformed(error.mark, "this is not YAML: " + error.msg);
  }
}

}  // namespace hubglass::hub
