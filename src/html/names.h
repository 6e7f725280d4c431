#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

/// Every tag and attribute that a writer may use, sorted, so that a name has a number. Nothing outside these tables can
/// reach a page: there is no `script`, no `style`, no `on…`.
namespace hubglass::html {

using namespace std::string_view_literals;

inline constexpr std::array tag_names = {
    "a"sv,       "abbr"sv,       "article"sv, "aside"sv,  "b"sv,       "blockquote"sv, "br"sv,  "button"sv, "caption"sv,
    "cite"sv,    "code"sv,       "dd"sv,      "del"sv,    "details"sv, "dfn"sv,        "div"sv, "dl"sv,     "dt"sv,
    "em"sv,      "figcaption"sv, "figure"sv,  "footer"sv, "h1"sv,      "h2"sv,         "h3"sv,  "h4"sv,     "h5"sv,
    "h6"sv,      "header"sv,     "hr"sv,      "img"sv,    "input"sv,   "ins"sv,        "kbd"sv, "li"sv,     "main"sv,
    "mark"sv,    "nav"sv,        "ol"sv,      "p"sv,      "path"sv,    "pre"sv,        "q"sv,   "s"sv,      "samp"sv,
    "section"sv, "small"sv,      "span"sv,    "strong"sv, "sub"sv,     "summary"sv,    "sup"sv, "svg"sv,    "table"sv,
    "tbody"sv,   "td"sv,         "th"sv,      "thead"sv,  "tr"sv,      "ul"sv,         "var"sv, "wbr"sv,
};

inline constexpr std::array attribute_names = {
    "align"sv,
    "alt"sv,
    "aria-checked"sv,
    "aria-current"sv,
    "aria-description"sv,
    "aria-expanded"sv,
    "aria-hidden"sv,
    "aria-label"sv,
    "aria-labelledby"sv,
    "checked"sv,
    "class"sv,
    "colspan"sv,
    "crossorigin"sv,
    "d"sv,
    "data-action"sv,
    "data-chrome"sv,
    "data-line"sv,
    "data-media"sv,
    "data-names"sv,
    "data-tab"sv,
    "decoding"sv,
    "disabled"sv,
    "focusable"sv,
    "height"sv,
    "href"sv,
    "hreflang"sv,
    "id"sv,
    "lang"sv,
    "loading"sv,
    "open"sv,
    "rel"sv,
    "role"sv,
    "rowspan"sv,
    "scope"sv,
    "src"sv,
    "srcset"sv,
    "start"sv,
    "tabindex"sv,
    "title"sv,
    "type"sv,
    "viewBox"sv,
    "width"sv,
};

static_assert(std::is_sorted(tag_names.begin(), tag_names.end()));
static_assert(std::is_sorted(attribute_names.begin(), attribute_names.end()));

inline constexpr std::size_t unknown_name = 0xFF;
static_assert(tag_names.size() < unknown_name && attribute_names.size() < unknown_name);

/// Number of a name in one of the tables, or unknown_name. O(log n).
template <std::size_t size>
constexpr std::size_t name_index(const std::array<std::string_view, size>& names, std::string_view name) {
  const auto found = std::lower_bound(names.begin(), names.end(), name);
  return found != names.end() && *found == name ? static_cast<std::size_t>(found - names.begin()) : unknown_name;
}

/// Elements without an end tag; `link` and `meta` occur in a page's head only.
constexpr bool is_void_tag(std::string_view tag) {
  return tag == "link"sv || tag == "meta"sv || tag == "br"sv || tag == "hr"sv || tag == "img"sv || tag == "input"sv ||
         tag == "wbr"sv;
}

}  // namespace hubglass::html
