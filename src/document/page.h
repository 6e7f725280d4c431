#pragma once

#include "document/document.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

/// A finished page: all that one route shows, in one language. The press composes it once; the static page and the pack
/// are written from it, and the glass shows it without knowing anything else of the hub.
namespace hubglass::document {

/// Room for the logo in the header, px: it is as large as fits. The Document states that size, so that a page keeps its
/// place free until it has loaded.
inline constexpr float logo_height = 32;
inline constexpr float logo_width = 160;

/// Colours of clusters in the theme's palette: accents are 1 to this.
inline constexpr std::uint8_t accents = 6;

/// An icon's outline: one SVG path in a square or oblong view box at the origin.
struct Icon {
  float width = 24;
  float height = 24;
  std::string path;
  friend bool operator==(const Icon&, const Icon&) = default;
};

using Icons = std::map<std::string, Icon, std::less<>>;

/// Words that no Document holds but the interface needs, in the language of the page's frame.
struct Labels {
  std::string skip = "Skip to the content";
  std::string navigation = "Main";
  std::string contents = "On this page";
  std::string breadcrumb = "Breadcrumb";
  std::string pager = "Previous and next page";
  std::string facts = "Facts";
  std::string languages = "Language";
  std::string task_open = "To do";
  std::string task_done = "Done";
  std::string leads_out = "Leads to another site";
  std::string unreadable = "This page cannot be shown";  ///< title of what stands in for a page that cannot be read
  friend bool operator==(const Labels&, const Labels&) = default;
};

/// What a page is for; decides what an embed's view leaves of it.
enum class PageKind : std::uint8_t { ordinary, home, cluster, initiative, missing };

/// The same page in another language.
struct LanguageRoute {
  std::string code;  ///< BCP 47
  std::string route;
  friend bool operator==(const LanguageRoute&, const LanguageRoute&) = default;
};

struct Page {
  PageKind kind = PageKind::ordinary;
  std::string route;        ///< with the language's prefix; empty for the start page, and for a missing one
  std::string title;        ///< of the browser tab, without the hub's title
  std::string description;  ///< one plain sentence
  std::string hub_title;
  std::string language;                  ///< BCP 47, of the interface
  std::string text_language;             ///< of the page's own text; another one when it is not translated
  std::string missing;                   ///< route whose pack is the "not found" page in this language
  std::uint8_t accent = 0;               ///< of the cluster that the page belongs to
  std::vector<LanguageRoute> languages;  ///< this one among them; empty in a hub of one language
  Labels labels;
  Icons icons;  ///< those that the Documents name, and those of the header's switches
  Document header;
  Document navigation;
  Document content;   ///< main group (breadcrumb, title, text, pager) and footer group
  Document contents;  ///< "On this page"
};

}  // namespace hubglass::document
