#pragma once

#include "document/diagnostic.h"
#include "document/result.h"
#include "hub/hub.h"
#include "hub/native/files.h"
#include "markdown/markdown.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

/// What hub.json and mkdocs.yml say, before anything is known about the files they name.
namespace hubglass::hub {

/// A path or value of the configuration, and where it stands there.
struct Setting {
  std::string value;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
};

struct NavigationEntry {
  std::string title;     ///< empty: the page's own title
  Setting page;          ///< file relative to the content folder, or empty
  std::string fragment;  ///< of the page, with its '#', or empty
  std::string href;      ///< external link, or empty; with a page: where it leads when there is no such file
  std::vector<NavigationEntry> children;
};

/// An address that a page had before.
struct RedirectEntry {
  std::string from;  ///< the Markdown file that it was, or the address itself
  Setting to;        ///< a Markdown file, with or without a fragment, or an address elsewhere
};

struct ClusterEntry {
  std::string id;
  std::string title;
  Setting page;
  Setting icon;
  std::uint8_t accent = 0;  ///< 0: by its place in the list
};

struct LanguageEntry {
  Setting code;
  Language words;                                              ///< name, title, description, copyright, labels
  std::map<std::string, std::string, std::less<>> navigation;  ///< title of the navigation -> in this language
  std::map<std::string, std::string, std::less<>> clusters;    ///< id or title of a cluster -> title in this language
};

struct Configuration {
  markdown::Extensions extensions;  ///< `repository` is in the member of that name
  std::string repository;           ///< address of the project's own, where short references to it are links
  Hub hub;                          ///< title, language, addresses, licence, labels; nothing that needs files
  bool is_mkdocs = false;
  std::string content_folder;
  Exclusions exclusions;      ///< what is not published
  IgnorePatterns not_in_nav;  ///< pages that the navigation need not show
  Setting logo;               ///< relative to the content folder
  Setting favicon;
  Setting glossary;               ///< page of the content folder, or empty
  std::vector<Setting> appended;  ///< files with abbreviations, relative to one of the folders below
  std::vector<std::string> appended_folders = {"."};  ///< relative to the configuration file's folder
  bool has_navigation = false;
  std::vector<NavigationEntry> navigation;
  bool finds_clusters = true;  ///< false when the configuration lists them
  std::vector<ClusterEntry> clusters;
  bool directory_urls = true;  ///< "a.md" is shown at "a/", else at "a.html"
  std::vector<RedirectEntry> redirects;
  std::vector<LanguageEntry> languages;  ///< as written; the original's may be among them
};

/// Collects diagnostics about one file.
class Reporter {
 public:
  Reporter(std::string file, Diagnostics& diagnostics) : file_(std::move(file)), diagnostics_(diagnostics) {}
  void report(Severity severity, std::uint32_t line, std::uint32_t column, std::string message) {
    diagnostics_.push_back(Diagnostic{severity, file_, line, column, std::move(message)});
  }
  [[nodiscard]] const std::string& file() const { return file_; }

 private:
  std::string file_;
  Diagnostics& diagnostics_;
};

/// Sets Hub::languages (the original's first) from the entries, drops those that are no languages, and brings
/// `configuration.languages` into the same order. Labels of all languages are recognised on all pages.
void set_languages(Configuration& configuration, Reporter& reporter);

/// Both fail only when the text is not JSON or YAML at all, or not an object; `where` is file:line:column.
Result<Configuration> read_hub_json(std::string_view text, Reporter& reporter);
Result<Configuration> read_mkdocs(std::string_view text, Reporter& reporter);

/// Where the hub can be read, with a final slash. When the setting is no address of a folder on the web, nothing; then
/// that is reported at its place.
std::string site_address(const Setting& setting, Reporter& reporter);

/// Removes HTML tags and decodes the few entities that copyright lines use.
std::string strip_html(std::string_view html);

/// Line and column (1-based, in bytes) of an offset.
void locate(std::string_view text, std::size_t offset, std::uint32_t& line, std::uint32_t& column);

}  // namespace hubglass::hub
