#include "hub/native/project.h"

#include "document/budgets.h"
#include "document/interface_icons.h"
#include "document/slug.h"
#include "hub/address.h"
#include "hub/compose.h"
#include "hub/edition.h"
#include "hub/initiatives.h"
#include "hub/native/configuration.h"
#include "hub/native/files.h"
#include "hub/native/front_matter.h"
#include "hub/native/glossary.h"
#include "hub/native/icons.h"
#include "hub/native/pages.h"
#include "hub/native/translations.h"
#include "hub/text.h"
#include "markdown/markdown.h"
#include "text/address.h"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <set>
#include <unordered_map>
#include <utility>

namespace hubglass::hub {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t largest_configuration = 4u << 20;

/// The configuration file that a path means.
Result<std::string> find_configuration(const std::string& path, Diagnostics& diagnostics) {
  std::error_code error;
  if (fs::is_regular_file(path, error)) {
    const fs::path extension = fs::path(path).extension();
    if (extension == ".json" || extension == ".yml" || extension == ".yaml") return path;
    return fail(ErrorCode::project_missing, "this file is neither a hub.json nor an mkdocs.yml", path);
  }
  if (!fs::is_directory(path, error)) {
    return fail(ErrorCode::project_missing, "there is no such project", path);
  }
  const auto inside = [&path](const char* name) {
    if (path == ".") return std::string(name);
    return path + (path.ends_with('/') ? "" : "/") + name;
  };
  const std::string own = inside("hub.json");
  const bool has_own = fs::is_regular_file(own, error);
  for (const char* name : {"mkdocs.yml", "mkdocs.yaml"}) {
    const std::string mkdocs = inside(name);
    if (!fs::is_regular_file(mkdocs, error)) continue;
    if (!has_own) return mkdocs;
    diagnostics.push_back(
        Diagnostic{Severity::note, mkdocs, 0, 0, "this file is not read, because hub.json is beside it"});
  }
  if (has_own) return own;
  return fail(ErrorCode::project_missing, "this folder holds neither a hub.json nor an mkdocs.yml", path);
}

Result<Configuration> read_configuration(const std::string& file, Diagnostics& diagnostics) {
  auto text = read_file(file, largest_configuration);
  if (!text) return tl::unexpected<Error>(text.error());
  if (text->starts_with("\xEF\xBB\xBF")) text->erase(0, 3);
  Reporter reporter(file, diagnostics);
  return file.ends_with(".json") ? read_hub_json(*text, reporter) : read_mkdocs(*text, reporter);
}

class ProjectReader {
 public:
  ProjectReader(Project& project, Configuration& configuration, const ContentFolder& folder,
                const ProjectOptions& options)
      : project_(project),
        hub_(project.hub),
        configuration_(configuration),
        folder_(folder),
        options_(options),
        pages_(project, configuration, folder) {}

  void read() {
    files_ = folder_.list(configuration_.exclusions, project_.diagnostics);
    project_.excluded = std::move(files_.excluded);
    project_.is_mkdocs = configuration_.is_mkdocs;
    if (project_.is_mkdocs) project_.files = files_.others;
    pages_.read(files_.pages, options_.progress);
    add_redirects();
    add_glossary();
    add_clusters();
    translate_clusters(project_, configuration_, folder_);
    add_assets();
    add_icons();
    finish();
  }

 private:
  void report(const Setting& setting, Severity severity, std::string message) {
    project_.diagnostics.push_back(
        Diagnostic{severity, project_.configuration_file, setting.line, setting.column, std::move(message)});
  }

  void add_redirects() {
    for (const RedirectEntry& entry : configuration_.redirects) {
      Redirect redirect;
      const Address to = read_address(entry.to.value);
      const Index page = pages_.find(join_path({}, to.path).value_or(std::string()));
      if (to.kind == AddressKind::external) {
        redirect.href = redirect.title = to.text;
      } else if (page != none) {
        redirect.href = text::percent_encode_path(hub_.pages[page].route);
        if (!to.fragment.empty()) redirect.href += "#" + to.fragment;
        redirect.title = hub_.pages[page].title;
      } else {
        report(entry.to, Severity::warning,
               "the redirect from '" + entry.from + "' leads to '" + entry.to.value +
                   "', which is no page of this hub, so it is left out; correct it");
        continue;
      }
      std::string file =
          is_markdown(entry.from) ? route_of_source(entry.from, configuration_.directory_urls) : entry.from;
      if (file.empty() || file.ends_with('/')) file += "index.html";
      redirect.file = join_path({}, file).value_or(std::string());
      project_.redirects.push_back(std::move(redirect));
    }
  }

  void add_glossary() {
    Glossary glossary{.language = hub_.language, .page = none, .terms = {}};
    if (const Setting& setting = configuration_.glossary; !setting.value.empty()) {
      glossary.page = pages_.find(setting.value);
      if (glossary.page == none) {
        report(setting, Severity::error,
               "the glossary '" + setting.value + "' is no page of this hub; correct the name, or write the page");
      } else {
        glossary.terms = read_glossary(project_.documents[glossary.page],
                                       folder_.full(hub_.pages[glossary.page].source), project_.diagnostics);
      }
    }
    for (const Setting& setting : configuration_.appended) add_appended(setting, glossary.terms);
    const Index page = glossary.page;
    if (!glossary.terms.empty()) hub_.glossaries.push_back(std::move(glossary));
    visit_translations(
        project_, [&](Index language, const PageTranslation& translation, const document::Document& document) {
          if (translation.page != page) return;
          hub_.glossaries.push_back(
              Glossary{.language = hub_.languages[language].code,
                       .page = page,
                       .terms = read_glossary(document, folder_.full(translation.source), project_.diagnostics)});
        });
  }

  /// The file lies beside the configuration rather than among the pages, but never outside the project.
  void add_appended(const Setting& setting, std::vector<Term>& terms) {
    const std::string own(folder_of(project_.configuration_file));
    auto project_folder = ContentFolder::open(own, own);
    for (const std::string& base : configuration_.appended_folders) {
      const auto path = join_path({}, base + "/" + setting.value);
      if (!project_folder || !path || !project_folder->has_file(*path)) continue;
      const std::string file = project_folder->full(*path);
      auto text = read_file(file, budgets::page_bytes);
      auto parsed = text ? markdown::parse(*text, file) : tl::unexpected<Error>(text.error());
      if (!parsed) {
        project_.diagnostics.push_back(Diagnostic{Severity::error, file, 0, 0, parsed.error().message});
        return;
      }
      std::move(parsed->diagnostics.begin(), parsed->diagnostics.end(), std::back_inserter(project_.diagnostics));
      for (Term& term : read_abbreviations(parsed->document, file, project_.diagnostics)) {
        terms.push_back(std::move(term));
      }
      return;
    }
    report(setting, Severity::warning,
           "the file '" + setting.value +
               "', which auto_append names, is not in the project; correct the path, or write the file");
  }

  void add_clusters() {
    if (configuration_.finds_clusters) {
      for (const Index page : pages_.in_navigation_order()) {
        if (!is_cluster(find_sections(project_.documents[page], hub_.labels))) continue;
        configuration_.clusters.push_back(ClusterEntry{
            .id = {}, .title = hub_.pages[page].title, .page = Setting{hub_.pages[page].source}, .icon = {}});
      }
    }
    document::SlugSet ids;
    TakenNames taken;
    for (const Page& page : hub_.pages) taken.routes.insert(page.route);
    for (ClusterEntry& entry : configuration_.clusters) {
      const Index page = pages_.find(entry.page.value);
      if (page == none) {
        report(entry.page, Severity::error,
               "the cluster's page '" + entry.page.value + "' does not exist; correct the name, or write the page");
        continue;
      }
      if (hub_.pages[page].cluster != none) {
        report(entry.page, Severity::error,
               "the page '" + entry.page.value + "' is the page of two clusters; give each its own");
        continue;
      }
      const auto index = static_cast<Index>(hub_.clusters.size());
      Cluster cluster;
      cluster.title = entry.title.empty() ? hub_.pages[page].title : entry.title;
      cluster.id = ids.unique(entry.id.empty() ? document::slugify(cluster.title) : entry.id);
      cluster.icon = entry.icon.value;
      cluster.page = page;
      cluster.accent = entry.accent != 0 ? entry.accent : static_cast<std::uint8_t>(1 + index % 6);
      hub_.pages[page].cluster = index;
      hub_.clusters.push_back(std::move(cluster));
      cluster_icons_.push_back(entry.icon);
      add_initiatives(hub_, taken, index, project_.documents[page]);
    }
  }

  Index add_asset(const std::string& source) {
    const auto [found, added] = assets_.try_emplace(source, static_cast<Index>(hub_.assets.size()));
    if (added) {
      hub_.assets.push_back(Asset{.source = source, .file = {}});
      if (const char* problem = problem_of_name(source)) {
        project_.diagnostics.push_back(Diagnostic{Severity::error, folder_.full(source), 0, 0, problem});
      }
    }
    return found->second;
  }

  Index add_configured_asset(const Setting& setting, std::string_view what) {
    if (setting.value.empty()) return none;
    const Address address = read_address(setting.value);
    const auto path = address.kind == AddressKind::relative ? join_path({}, address.path) : std::nullopt;
    if (path && files_.others.contains(*path)) return add_asset(*path);
    report(setting, project_.is_mkdocs ? Severity::warning : Severity::error,
           "the " + std::string(what) + " '" + setting.value +
               "' is no file of the content folder; correct the path, or add the file");
    return none;
  }

  void add_assets() {
    hub_.logo = add_configured_asset(configuration_.logo, "logo");
    hub_.favicon = add_configured_asset(configuration_.favicon, "favicon");
    for (Index page = 0; page < hub_.pages.size(); ++page) {
      add_assets_of(project_.documents[page], hub_.pages[page].source, hub_.pages[page].route);
    }
    visit_translations(project_, [this](Index, const PageTranslation& translation, const document::Document& document) {
      add_assets_of(document, translation.source, hub_.pages[translation.page].route);
    });
  }

  void add_assets_of(const document::Document& document, std::string_view source, std::string_view route) {
    const auto add = [&](std::string_view written) {
      const Address address = read_address(written);
      if (address.kind != AddressKind::relative || address.path.empty()) return;
      const std::vector<std::string> meant = files_meant(address, source, route);
      const auto found = std::find_if(meant.begin(), meant.end(),
                                      [this](const std::string& file) { return files_.others.contains(file); });
      if (found != meant.end()) add_asset(*found);
    };
    for (const document::Image& image : document.images) add(document.view(image.source));
    for (const document::Link& link : document.links) {
      if (link.kind == document::LinkKind::unresolved) add(document.view(link.href));
    }
  }

  /// The icon and the text of each cluster's card, where the configuration does not give them.
  void read_cards() {
    const HubIndex index = make_index(hub_);
    for (Index page = 0; page < hub_.pages.size(); ++page) {
      const document::Document& document = resolved_[page];
      for (Index block = 0; block < document.blocks.size(); ++block) {
        if (document.blocks[block].role == document::Role::card) read_card(document, block, index);
      }
    }
    for (Cluster& cluster : hub_.clusters) {
      if (cluster.summary.empty()) cluster.summary = hub_.pages[cluster.page].description;
    }
  }

  void read_card(const document::Document& document, Index card, const HubIndex& index) {
    std::string icon;
    std::string text;
    Index cluster = none;
    document::visit_blocks(document, card, [&](Index block, int) {
      const document::Block& node = document.blocks[block];
      document::visit_inlines(document, node.first_inline, [&](Index i) {
        const document::Inline& inline_node = document.inlines[i];
        if (inline_node.kind == document::InlineKind::icon && icon.empty() && node.role == document::Role::card_icon) {
          icon = document.view(inline_node.text);
        }
        if (inline_node.kind != document::InlineKind::link || inline_node.detail == none || cluster != none) return;
        const document::Link& link = document.links[inline_node.detail];
        if (link.kind != document::LinkKind::internal) return;
        const auto found = index.targets_by_route.find(route_key(document.view(link.href)));
        if (found != index.targets_by_route.end() && found->second.initiative == none) {
          cluster = hub_.pages[found->second.page].cluster;
        }
      });
      if (node.role != document::Role::none || node.kind != document::BlockKind::paragraph) return;
      if (!text.empty()) text += ' ';
      text += document::inline_text(document, node.first_inline);
    });
    if (cluster == none) return;
    if (hub_.clusters[cluster].icon.empty()) hub_.clusters[cluster].icon = icon;
    if (hub_.clusters[cluster].summary.empty()) hub_.clusters[cluster].summary = collapse(text);
  }

  void add_icons() {
    std::set<std::string, std::less<>> names(document::interface_icons::all.begin(),
                                             document::interface_icons::all.end());
    for (const Cluster& cluster : hub_.clusters) {
      if (!cluster.icon.empty()) names.insert(cluster.icon);
    }
    const auto add_names = [&names](const document::Document& document) {
      for (const document::Inline& node : document.inlines) {
        if (node.kind == document::InlineKind::icon) names.emplace(document.view(node.text));
      }
    };
    for (const document::Document& document : project_.documents) add_names(document);
    visit_translations(project_,
                       [&](Index, const PageTranslation&, const document::Document& document) { add_names(document); });
    const std::string folder = options_.icon_folder.empty() ? find_icon_folder() : options_.icon_folder;
    if (folder.empty()) {
      project_.diagnostics.push_back(Diagnostic{Severity::error, project_.configuration_file, 0, 0,
                                                "the icon packages were not found; run 'npm ci' beside the command, or "
                                                "name their node_modules with --icons"});
      return;
    }
    bool any = false;
    for (const std::string& name : names) {
      auto icon = load_icon(folder, name);
      if (icon) hub_.icons.emplace(name, std::move(*icon));
      any = any || icon.has_value();
      if (!icon && icon.error().code != ErrorCode::file_missing) {
        project_.diagnostics.push_back(Diagnostic{Severity::warning, icon.error().where, 0, 0, icon.error().message});
      }
    }
    if (!any) {
      project_.diagnostics.push_back(Diagnostic{Severity::error, folder, 0, 0,
                                                "this folder holds no icon packages; name the right one with --icons"});
    }
    for (std::size_t i = 0; i < cluster_icons_.size(); ++i) {
      const Setting& setting = cluster_icons_[i];
      if (setting.value.empty() || hub_.icons.contains(setting.value)) continue;
      report(setting, Severity::warning, "there is no icon '" + setting.value + "'; write it like 'material-database'");
    }
  }

  void finish() {
    HubIndex index = make_index(hub_);
    for (Index page = 0; page < hub_.pages.size(); ++page) add_anchors(index, page, project_.documents[page]);
    index.excluded = &project_.excluded;
    if (project_.is_mkdocs) index.files = &project_.files;
    resolved_ = project_.documents;
    for (Index page = 0; page < hub_.pages.size(); ++page) {
      resolve_page(resolved_[page], index, page, hub_.pages[page].source);
    }
    for (Index language = 1; language < hub_.languages.size(); ++language) {
      const HubIndex own = index_of_language(index, project_, language);
      for (std::size_t i = 0; i < hub_.languages[language].pages.size(); ++i) {
        document::Document copy = project_.translations[language].documents[i];
        const PageTranslation& translation = hub_.languages[language].pages[i];
        resolve_page(copy, own, translation.page, translation.source);
      }
    }
    std::vector<std::string> texts(hub_.initiatives.size());
    for (Index cluster = 0; cluster < hub_.clusters.size(); ++cluster) {
      complete_initiatives(hub_, index, cluster, resolved_[hub_.clusters[cluster].page], texts);
    }
    relate_initiatives(hub_, texts);
    read_cards();
  }

  void resolve_page(document::Document& document, const HubIndex& index, Index page, const std::string& source) {
    Diagnostics found;
    resolve(document, hub_, index, page, &found);
    for (Diagnostic& diagnostic : found) {
      diagnostic.file = folder_.full(source);
      project_.diagnostics.push_back(std::move(diagnostic));
    }
  }

  Project& project_;
  Hub& hub_;
  Configuration& configuration_;
  const ContentFolder& folder_;
  const ProjectOptions& options_;
  FileList files_;
  PageReader pages_;
  std::unordered_map<std::string, Index> assets_;
  std::vector<Setting> cluster_icons_;
  std::vector<document::Document> resolved_;
};

}  // namespace

HubIndex index_of_language(const HubIndex& originals, const Project& project, Index language) {
  HubIndex index = originals;
  const std::vector<PageTranslation>& pages = project.hub.languages[language].pages;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    if (pages[i].page < index.anchors.size()) index.anchors[pages[i].page] = {};
    add_anchors(index, pages[i].page, project.translations[language].documents[i]);
  }
  return index;
}

Result<Project> read_project(std::string_view path, const ProjectOptions& options) {
  Project project;
  std::string given(path.empty() ? "." : path);
  while (given.size() > 1 && given.back() == '/') given.pop_back();
  auto file = find_configuration(given, project.diagnostics);
  if (!file) return tl::unexpected<Error>(file.error());
  project.configuration_file = std::move(*file);
  auto configuration = read_configuration(project.configuration_file, project.diagnostics);
  if (!configuration) return tl::unexpected<Error>(configuration.error());
  auto folder = ContentFolder::open(configuration->content_folder, std::string(folder_of(project.configuration_file)));
  if (!folder) {
    folder.error().message += ", which " + project.configuration_file + " names";
    return tl::unexpected<Error>(folder.error());
  }
  project.content_folder = folder->path();
  project.hub = std::move(configuration->hub);
  ProjectReader(project, *configuration, *folder, options).read();
  return project;
}

}  // namespace hubglass::hub
