#include "markdown/html_allow_list.h"

#include "markdown/characters.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace hubglass::markdown {

using document::BlockKind;
using document::InlineKind;
using document::Role;

namespace {

constexpr Element container(std::string_view name, BlockKind block, Role role = Role::none, bool markdown = false) {
  return {.name = name, .form = Form::container, .block = block, .role = role, .may_hold_markdown = markdown};
}

constexpr Element section(std::string_view name) {
  return container(name, BlockKind::group, Role::container, true);
}

constexpr Element leaf(std::string_view name, BlockKind block, std::uint8_t level = 0, Role role = Role::none) {
  return {.name = name, .form = Form::leaf, .block = block, .role = role, .level = level};
}

constexpr Element wrapper(std::string_view name, InlineKind kind) {
  return {.name = name, .form = Form::wrapper, .inline_kind = kind};
}

constexpr Element special(std::string_view name, Form form, bool markdown = false) {
  return {.name = name, .form = form, .may_hold_markdown = markdown};
}

constexpr std::array elements = {
    special("a", Form::link),
    wrapper("abbr", InlineKind::abbreviation),
    section("article"),
    section("aside"),
    wrapper("b", InlineKind::strong),
    container("blockquote", BlockKind::quote, Role::none, true),
    special("br", Form::line_break),
    section("center"),
    special("code", Form::code),
    wrapper("del", InlineKind::strikethrough),
    container("details", BlockKind::group, Role::details, true),
    section("div"),
    wrapper("em", InlineKind::emphasis),
    leaf("figcaption", BlockKind::paragraph, 0, Role::caption),
    container("figure", BlockKind::group, Role::captioned, true),
    section("footer"),
    leaf("h1", BlockKind::heading, 1),
    leaf("h2", BlockKind::heading, 2),
    leaf("h3", BlockKind::heading, 3),
    leaf("h4", BlockKind::heading, 4),
    leaf("h5", BlockKind::heading, 5),
    leaf("h6", BlockKind::heading, 6),
    section("header"),
    special("hr", Form::rule),
    wrapper("i", InlineKind::emphasis),
    special("img", Form::image),
    wrapper("ins", InlineKind::insert),
    wrapper("kbd", InlineKind::keyboard),
    container("li", BlockKind::list_item),
    section("main"),
    wrapper("mark", InlineKind::mark),
    container("ol", BlockKind::ordered_list),
    leaf("p", BlockKind::paragraph),
    special("pre", Form::code_block),
    wrapper("s", InlineKind::strikethrough),
    section("section"),
    wrapper("small", InlineKind::small),
    wrapper("span", InlineKind::span),
    wrapper("strong", InlineKind::strong),
    wrapper("sub", InlineKind::subscript),
    leaf("summary", BlockKind::paragraph),
    wrapper("sup", InlineKind::superscript),
    container("table", BlockKind::table),
    special("tbody", Form::part),
    leaf("td", BlockKind::table_cell),
    special("tfoot", Form::part),
    leaf("th", BlockKind::table_cell),
    special("thead", Form::part),
    container("tr", BlockKind::table_row),
    wrapper("u", InlineKind::insert),
    container("ul", BlockKind::bullet_list),
    special("wbr", Form::word_break),
};

constexpr bool by_name(const Element& a, const Element& b) {
  return a.name < b.name;
}
static_assert(std::is_sorted(elements.begin(), elements.end(), by_name));

constexpr std::array<std::string_view, 18> classes = {
    "annotate",           "card",   "cards", "center", "end", "figure",  "grid", "inline", "left", "lg", "md-button",
    "md-button--primary", "middle", "right", "sm",     "top", "twemoji", "xl",
};

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

ElementId find_element(std::string_view name) {
  constexpr std::size_t longest = 10;
  if (name.empty() || name.size() > longest) return no_element;
  std::array<char, longest> buffer{};
  std::transform(name.begin(), name.end(), buffer.begin(), to_lower);
  const Element wanted{.name = std::string_view(buffer.data(), name.size())};
  const auto found = std::lower_bound(elements.begin(), elements.end(), wanted, by_name);
  if (found == elements.end() || found->name != wanted.name) return no_element;
  return static_cast<ElementId>(found - elements.begin());
}

const Element& element_at(ElementId element) {
  return elements[element];
}

bool allowed_attribute(const Element& element, std::string_view name) {
  if (is_one_of(name, {"class", "id", "markdown", "title"})) return true;
  switch (element.form) {
    case Form::link:
      return is_one_of(name, {"href", "name"});
    case Form::image:
      return is_one_of(name, {"src", "alt", "width", "height", "align"});
    case Form::container:
      return (element.block == BlockKind::ordered_list && name == "start") ||
             (element.role == Role::details && name == "open");
    case Form::leaf:
      return element.block == BlockKind::table_cell && name == "align";
    default:
      return false;
  }
}

bool allowed_class(std::string_view name) {
  return std::find(classes.begin(), classes.end(), name) != classes.end();
}

bool allowed_id(std::string_view id) {
  constexpr std::size_t longest = 200;
  return !id.empty() && id.size() <= longest && std::all_of(id.begin(), id.end(), [](char byte) {
    return is_alphanumeric(byte) || byte == '-' || byte == '_' || byte == '.' || byte == ':' ||
           static_cast<unsigned char>(byte) >= 0x80;
  });
}

}  // namespace hubglass::markdown
