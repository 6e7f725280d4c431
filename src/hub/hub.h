#pragma once

#include "document/page.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

/// The Hub: pages, navigation, clusters, initiatives, assets and strings, as plain data; what a project's files mean.
/// It finds initiatives in Documents, resolves links, and composes what each route shows. It never draws or writes
/// HTML. Reading project files (hub.json, mkdocs.yml) is in hub/native/ and is not part of the WebAssembly build.
namespace hubglass::hub {

using document::Icon;
using document::Icons;
using document::Index;
using document::none;

// `language` members below are set in editions only (hub/edition.h): the language of a text that is not in the
// edition's own, because nobody has translated it yet. Empty: the hub's language.

struct NavigationItem {
  std::string title;
  std::string language;
  Index page = none;  ///< index into Hub::pages, or none for a group or an external link
  std::string href;   ///< without a page: see kind_of_href()
  std::vector<NavigationItem> children;
};

struct Page {
  std::string source;  ///< path of the Markdown file relative to the content folder, with forward slashes
  /// "" for the home page, else with a trailing slash ("a/b/"), or of a file ("a/b.html"); case kept.
  std::string route;
  std::string title;        ///< navigation title, else first heading, else from the file name
  std::string description;  ///< one plain sentence for search engines and cards
  Index cluster = none;     ///< index into Hub::clusters when the page is a cluster
  std::string language;     ///< of title, description and text
};

struct Field {
  std::string key;    ///< "short_description", "key_role", "relevance", "resources", "website", "contact", …
  std::string label;  ///< as the author wrote it, without the colon
  std::string text;   ///< plain text of the field's blocks
};

struct LinkRecord {
  std::string text;
  std::string href;
};

struct Initiative {
  std::string id;       ///< slug, unique in the hub
  std::string name;     ///< the section heading's text as written
  std::string summary;  ///< first sentence of the first field (or of the first paragraph)
  std::string route;    ///< below its cluster's page
  Index cluster = none;
  Index section = 0;  ///< ordinal of its `##` section in the cluster's page
  Index logo = none;  ///< index into Hub::assets
  std::vector<Field> fields;
  std::vector<LinkRecord> links;
  std::vector<Index> related;  ///< initiatives that mention it or that it mentions
  std::string language;        ///< of the name and of all that its page shows; empty when only parts are not translated
  std::string summary_language;
  Index translated_section = none;  ///< editions: ordinal of its section in the translated page
};

struct Cluster {
  std::string id;
  std::string title;
  std::string language;
  std::string summary;
  std::string icon;  ///< icon name ("material-database")
  Index page = none;
  std::uint8_t accent = 1;  ///< 1–6, the palette of the theme
  std::vector<Index> initiatives;
};

/// A file of the project that pages refer to, after the build has made it ready.
struct Asset {
  std::string source;  ///< path relative to the content folder
  std::string file;    ///< path relative to the output's root ("assets/ecosystem.1a2b3c4d.webp")
  float width = 0;     ///< natural size in CSS px; 0 when not an image
  float height = 0;
  bool transparent = false;
};

/// A term that the hub explains wherever it stands.
struct Term {
  std::string name;                      ///< "Local digital twin"; empty when there are only short forms
  std::vector<std::string> short_forms;  ///< "LDT"
  std::string explanation;               ///< one plain sentence
  std::string anchor;                    ///< id of the heading that explains it on the glossary's page, or empty
};

/// The terms of one language.
struct Glossary {
  std::string language;
  Index page = none;  ///< the page that is the glossary, or none when the terms come from elsewhere
  std::vector<Term> terms;
};

struct Licence {
  std::string name;
  std::string url;
};

/// A page's text in another language ("data-spaces.de.md").
struct PageTranslation {
  Index page = none;
  std::string source;
  std::string title;
  std::string description;
};

/// An initiative's section in a translated page.
struct InitiativeTranslation {
  Index initiative = none;
  Index section = 0;    ///< ordinal of its `##` section in the translated page
  std::string name;     ///< the section heading's text
  std::string summary;  ///< empty: the original's
};

/// One of the languages of a hub that has several. What is empty or missing is shown as in the original.
struct Language {
  std::string code;  ///< BCP 47 ("de", "pt-BR"); also the first part of the routes, but for the original's
  std::string name;  ///< in itself ("Deutsch")
  std::string title;
  std::string description;
  std::string copyright;
  std::vector<std::string> navigation;                                  ///< titles of all items, in document order
  std::vector<std::string> clusters;                                    ///< titles, by cluster
  std::map<std::string, std::vector<std::string>, std::less<>> labels;  ///< field key -> labels, the first is shown
  std::vector<PageTranslation> pages;                                   ///< ascending by page
  std::vector<InitiativeTranslation> initiatives;                       ///< ascending by initiative
};

struct Hub {
  std::string title;
  std::string language = "en";
  std::string description;
  std::string site_url;   ///< absolute address with a trailing slash, or empty
  std::string copyright;  ///< plain text
  std::string version;    ///< content version, shown in the footer
  std::string home_link;  ///< where the brand leads when not to the home page (mkdocs extra.homepage); external
  Licence licence;
  Index logo = none;  ///< index into assets
  Index favicon = none;
  std::vector<NavigationItem> navigation;
  std::vector<Page> pages;
  std::vector<Cluster> clusters;
  std::vector<Initiative> initiatives;
  std::vector<Asset> assets;
  std::vector<Glossary> glossaries;
  Icons icons;
  std::map<std::string, std::vector<std::string>, std::less<>> labels;  ///< field key -> labels that name it
  std::vector<Language> languages;  ///< the original's first; empty in a hub of one language
  Index edition = 0;                ///< which of them this is
  std::string title_language;
  std::string copyright_language;
};

/// What a route leads to.
struct Target {
  Index page = none;        ///< set for a page, and for the cluster page of an initiative
  Index initiative = none;  ///< set for an initiative
  [[nodiscard]] bool missing() const { return page == none; }
};

/// Finds what a route (no leading slash, no fragment; with or without the trailing slash or "index.html") leads to.
/// Routes in Hub are those of the original; what stands before them in other languages is split_route()'s business.
Target find_route(const Hub& hub, std::string_view route);

/// The route of a target.
std::string_view route_of(const Hub& hub, const Target& target);

}  // namespace hubglass::hub
