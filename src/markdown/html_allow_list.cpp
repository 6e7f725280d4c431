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
    wrapper("acronym", InlineKind::abbreviation),
    section("address"),
    special("area", Form::part),
    section("article"),
    section("aside"),
    special("audio", Form::media),
    wrapper("b", InlineKind::strong),
    wrapper("bdi", InlineKind::span),
    wrapper("bdo", InlineKind::span),
    wrapper("big", InlineKind::span),
    special("blink", Form::part),
    container("blockquote", BlockKind::quote, Role::none, true),
    special("body", Form::part),
    special("br", Form::line_break),
    special("button", Form::part),
    special("canvas", Form::part),
    leaf("caption", BlockKind::paragraph, 0, Role::caption),
    section("center"),
    wrapper("cite", InlineKind::citation),
    special("code", Form::code),
    special("col", Form::part),
    special("colgroup", Form::part),
    wrapper("data", InlineKind::span),
    container("dd", BlockKind::group, Role::definition),
    wrapper("del", InlineKind::strikethrough),
    container("details", BlockKind::group, Role::details, true),
    wrapper("dfn", InlineKind::defined_term),
    special("dialog", Form::part),
    section("div"),
    container("dl", BlockKind::group, Role::definition_list, true),
    leaf("dt", BlockKind::paragraph, 0, Role::definition_term),
    wrapper("em", InlineKind::emphasis),
    special("embed", Form::media),
    section("fieldset"),
    leaf("figcaption", BlockKind::paragraph, 0, Role::caption),
    container("figure", BlockKind::group, Role::captioned, true),
    wrapper("font", InlineKind::span),
    section("footer"),
    section("form"),
    leaf("h1", BlockKind::heading, 1),
    leaf("h2", BlockKind::heading, 2),
    leaf("h3", BlockKind::heading, 3),
    leaf("h4", BlockKind::heading, 4),
    leaf("h5", BlockKind::heading, 5),
    leaf("h6", BlockKind::heading, 6),
    special("head", Form::hidden),
    section("header"),
    section("hgroup"),
    special("hr", Form::rule),
    special("html", Form::part),
    wrapper("i", InlineKind::emphasis),
    special("iframe", Form::media),
    special("img", Form::image),
    special("input", Form::part),
    wrapper("ins", InlineKind::insert),
    wrapper("kbd", InlineKind::keyboard),
    wrapper("label", InlineKind::span),
    special("legend", Form::part),
    container("li", BlockKind::list_item),
    special("link", Form::part),
    section("main"),
    special("map", Form::part),
    wrapper("mark", InlineKind::mark),
    special("marquee", Form::part),
    special("math", Form::hidden),
    special("meta", Form::part),
    special("meter", Form::part),
    section("nav"),
    wrapper("nobr", InlineKind::span),
    special("noscript", Form::hidden),
    special("object", Form::media),
    container("ol", BlockKind::ordered_list),
    special("optgroup", Form::part),
    special("option", Form::part),
    special("output", Form::part),
    leaf("p", BlockKind::paragraph),
    special("param", Form::part),
    special("picture", Form::part),
    special("pre", Form::code_block),
    special("progress", Form::part),
    wrapper("q", InlineKind::quotation),
    special("rp", Form::part),
    wrapper("rt", InlineKind::span),
    wrapper("ruby", InlineKind::span),
    wrapper("s", InlineKind::strikethrough),
    wrapper("samp", InlineKind::sample),
    special("script", Form::hidden),
    section("search"),
    section("section"),
    special("select", Form::part),
    special("slot", Form::part),
    wrapper("small", InlineKind::small),
    special("source", Form::part),
    wrapper("span", InlineKind::span),
    wrapper("strike", InlineKind::strikethrough),
    wrapper("strong", InlineKind::strong),
    special("style", Form::hidden),
    wrapper("sub", InlineKind::subscript),
    leaf("summary", BlockKind::paragraph),
    wrapper("sup", InlineKind::superscript),
    special("svg", Form::hidden),
    container("table", BlockKind::table),
    special("tbody", Form::part),
    leaf("td", BlockKind::table_cell),
    special("template", Form::hidden),
    special("textarea", Form::part),
    special("tfoot", Form::part),
    leaf("th", BlockKind::table_cell),
    special("thead", Form::part),
    wrapper("time", InlineKind::span),
    special("title", Form::hidden),
    container("tr", BlockKind::table_row),
    special("track", Form::part),
    special("tt", Form::code),
    wrapper("u", InlineKind::insert),
    container("ul", BlockKind::bullet_list),
    wrapper("var", InlineKind::variable),
    special("video", Form::media),
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
      return element.block == BlockKind::table_cell && is_one_of(name, {"align", "colspan", "rowspan", "scope"});
    case Form::part:
    case Form::hidden:
    case Form::media:
      return true;  // what they say is used, or means nothing here
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
