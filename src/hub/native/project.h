#pragma once

#include "document/diagnostic.h"
#include "document/document.h"
#include "document/result.h"
#include "hub/hub.h"
#include "hub/index.h"

#include <cstddef>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

/// Reading a project from disk: hub.json or mkdocs.yml, its Markdown pages, and the list of files they refer to. Native
/// only. It never writes, and it never leaves the project's content folder, whatever a path or a symbolic link says.
namespace hubglass::hub {

/// The files of one language, in the order of Language::pages.
struct Translations {
  std::vector<std::string> texts;             ///< Markdown without a byte order mark
  std::vector<document::Document> documents;  ///< as parsed
};

/// A page that is no more where it was.
struct Redirect {
  std::string file;   ///< of the output, relative to its root ("old/index.html")
  std::string href;   ///< external, or relative to the output's root
  std::string title;  ///< of what it leads to
};

/// A project as read. `documents` and `page_texts` are in the order of Hub::pages.
struct Project {
  /// Complete but for what needs the files' bytes: assets have only their `source` path (relative to the content
  /// folder); the site writer fills in `file`, sizes and transparency.
  Hub hub;
  std::vector<std::string> page_texts;          ///< Markdown without a byte order mark
  std::vector<document::Document> documents;    ///< parsed, links and images still as written (see resolve())
  std::vector<Translations> translations;       ///< in the order of Hub::languages; nothing for the original's
  Diagnostics diagnostics;                      ///< everything found, in the order of the pages
  std::set<std::string, std::less<>> excluded;  ///< files of the content folder that settings keep from being published
  /// An MkDocs project: what is in the content folder is published as it is, and what MkDocs only warns about is no
  /// error here either. In a hub of our own, the folder holds other things, too.
  bool is_mkdocs = false;
  bool start_page_is_made = false;  ///< the author wrote none, so the first page is one with the hub's title
  /// Files of the content folder that are published at their own address, whether or not a page refers to them.
  std::set<std::string, std::less<>> files;
  std::vector<Redirect> redirects;
  std::string content_folder;      ///< where pages and assets lie, as given (not made absolute)
  std::string configuration_file;  ///< path of the hub.json or mkdocs.yml that was read
};

struct ProjectOptions {
  /// Folder that holds @mdi, @primer and the other icon packages; empty: found by find_icon_folder().
  std::string icon_folder;
  /// Told after each page how many have been read; may be empty.
  std::function<void(std::size_t done, std::size_t total)> progress = {};
};

/// hub.json, the project's own configuration (paths are relative to its folder, which is the content folder):
///
///     {"title": "…", "language": "en", "description": "…", "site_url": "https://…/", "version": "…",
///      "logo": "assets/logo.svg", "favicon": "assets/favicon.svg", "home_link": "https://…", "copyright": "…",
///      "glossary": "glossary.md",
///      "licence": {"name": "…", "url": "https://…"},
///      "nav": [{"title": "…", "page": "a.md"} | {"title": "…", "href": "https://…"} | {"title": "…", "children":
///      […]}], "clusters": [{"id": "…", "title": "…", "page": "a.md", "icon": "material-…", "colour": "data-spaces"}],
///      "labels": {"short_description": ["What it is"]},
///      "languages": [{"code": "de", "name": "Deutsch", "title": "…", "description": "…", "copyright": "…",
///                     "nav": {"About": "Über uns"}, "clusters": {"data-spaces": "Datenräume"},
///                     "labels": {"short_description": ["Was es ist"]}}]}
///
/// "languages" lists those beside "language". Only "code" is required; what is left out is as in the original. A file
/// "name.de.md" is then the translation of "name.md", and no page of its own. Without "languages", and with any other
/// code, it is a page like all others. In mkdocs.yml, the plugin i18n (docs_structure: suffix) says the same.
///
/// Only "title" is required. Without "nav" the files themselves are the navigation; without "clusters" a page is a
/// cluster when its sections say so, as in an MkDocs project. Colours: data-spaces, ai, local-digital-twins, citiverse,
/// interoperability, cities. The terms of the glossary (see read_glossary()) are explained on every page; in an MkDocs
/// project, those of the files that `pymdownx.snippets` appends to every page. Labels add to those every hub knows.
/// Unknown keys get a note.
///
/// The tables with the ids that links in language `language` may name: those of translations where there are any.
/// `originals` has those of all pages.
HubIndex index_of_language(const HubIndex& originals, const Project& project, Index language);

/// Reads the project in a folder (or the one whose configuration file `path` is). Fails only when there is nothing to
/// go on with: no such path, no configuration, or one that is not JSON or YAML (`where` is file:line:column). Whatever
/// else is wrong is in Project::diagnostics, all of it, so that one run names everything.
Result<Project> read_project(std::string_view path, const ProjectOptions& options = {});

}  // namespace hubglass::hub
