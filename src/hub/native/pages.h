#pragma once

#include "hub/native/configuration.h"
#include "hub/native/files.h"
#include "hub/native/front_matter.h"
#include "hub/native/project.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace hubglass::hub {

/// Reads a project's pages: files, routes, titles and the navigation.
class PageReader {
 public:
  PageReader(Project& project, const Configuration& configuration, const ContentFolder& folder)
      : project_(project), configuration_(configuration), folder_(folder) {}

  /// Reads pages; drafts are added to what the project excludes.

  void read(const std::vector<std::string>& sources,
            const std::function<void(std::size_t done, std::size_t total)>& progress);

  /// Page by its source path; none when there is no such page.
  [[nodiscard]] Index find(std::string_view source) const;
  /// All pages, those of the navigation first and in its order.
  [[nodiscard]] std::vector<Index> in_navigation_order() const;

 private:
  struct Text {
    std::string text;
    document::Document document;
    FrontMatter front_matter;
  };
  /// A file "name.xx.md" in one of the hub's languages.
  struct Translation {
    std::string source;
    std::string original;
    Index language = 0;
    std::string title;
  };
  Text read_text(const std::string& source);
  [[nodiscard]] markdown::Options markdown_options() const;
  void read_page(const std::string& source);
  void add_page(const std::string& source, Text&& content);
  void add_start_page();
  [[nodiscard]] std::vector<bool> hidden_by_others(const std::vector<std::string>& sources);
  bool note_translation(const std::string& source);
  void read_translations();
  void title_translations();
  void check_routes();
  void read_navigation();
  void add_items(const std::vector<NavigationEntry>& entries, NavigationItem& parent, bool is_section);
  NavigationItem navigation_item(const NavigationEntry& entry);
  void add_navigation_from_files();
  void set_titles();
  void report(Severity severity, const std::string& file, std::uint32_t line, std::uint32_t column,
              std::string message);

  Project& project_;
  const Configuration& configuration_;
  const ContentFolder& folder_;
  std::unordered_map<std::string, Index> by_source_;
  std::vector<std::string> given_titles_;  ///< by page: from the navigation, else from front matter
  std::vector<bool> titled_;               ///< by page: the navigation gave the title
  std::vector<Translation> translations_;
};

/// The route MkDocs gives a page: "a/b.md" -> "a/b/", or without directory URLs "a/b.html"; "a/index.md" and
/// "a/README.md" -> "a/".
std::string route_of_source(std::string_view source, bool directory_urls);

/// A title made from a file or folder name, as MkDocs makes it: "open_calls" -> "Open calls".
std::string title_of_name(std::string_view name);

}  // namespace hubglass::hub
