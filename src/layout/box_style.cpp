#include "layout/box_style.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace hubglass::layout {

namespace {

using document::Align;

constexpr std::size_t look_count = static_cast<std::size_t>(Look::count);
constexpr float measure = 612;  // px of text: about 72 characters

struct Entry {
  Look look;
  std::string_view selector;
  BoxStyle style;
};

// In the order of Look. Selectors are weighed equally (:where), so a later entry refines an earlier one: an entry after
// the plain kinds states its own `before` and `padding`, and what it leaves out must not be set by a plain kind.
const std::array<Entry, look_count> entries = {{
    {Look::region, "", {}},
    {Look::container, ":is(.hg-main,.hg-footer) :is(div,figure)", {.before = 24, .base = true}},
    {Look::paragraph, "p", {.flow = Flow::leaf, .before = 24, .after_heading = 12, .base = true, .maximum = measure}},
    {Look::heading_1, "h1", {.flow = Flow::leaf, .before = 24, .base = true, .balanced = true, .text = TextRole::h1}},
    {Look::heading_2,
     "h2",
     {.flow = Flow::leaf, .before = 48, .after_heading = 20, .base = true, .balanced = true, .text = TextRole::h2}},
    {Look::heading_3,
     "h3",
     {.flow = Flow::leaf, .before = 32, .after_heading = 16, .base = true, .balanced = true, .text = TextRole::h3}},
    {Look::heading_4,
     ":is(h4,h5,h6)",
     {.flow = Flow::leaf, .before = 24, .after_heading = 12, .base = true, .balanced = true, .text = TextRole::h4}},
    {Look::quote,
     "blockquote",
     {.before = 24,
      .after_heading = 12,
      .base = true,
      .maximum = measure,
      .padding = {0, 0, 0, 20},
      .border = {0, 0, 0, 4},
      .colour = Colour::muted}},
    {Look::list,
     ":is(ul,ol)",
     {.before = 24, .after_heading = 12, .base = true, .maximum = measure + 28, .padding = {0, 0, 0, 28}}},
    {Look::list_item, "li", {.before = 12}},
    {Look::tight_item, ".hg-tight>li", {.before = 8}},
    {Look::code,
     "pre",
     {.flow = Flow::code,
      .before = 24,
      .after_heading = 12,
      .base = true,
      .padding = {16, 16, 16, 16},
      .radius = 8,
      .background = Colour::code_background,
      .text = TextRole::code}},
    {Look::rule,
     "hr",
     {.flow = Flow::rule, .before = 32, .after_heading = 24, .base = true, .height = 1, .background = Colour::line}},
    {Look::table,
     "table",
     {.flow = Flow::table, .before = 24, .after_heading = 16, .base = true, .text = TextRole::card}},
    {Look::table_row, "tr", {.flow = Flow::table_row, .border = {0, 0, 1, 0}}},
    {Look::table_head, "th", {.flow = Flow::leaf, .padding = {10, 12, 10, 12}, .bold = true}},
    {Look::table_cell, "td", {.flow = Flow::leaf, .padding = {10, 12, 10, 12}}},

    {Look::main, ".hg-main", {}},
    {Look::admonition,
     ".hg-admonition",
     {.before = 24,
      .padding = {0, 20, 20, 20},
      .border = {0, 0, 0, 4},
      .border_colour = own_variant,
      .text = TextRole::card}},
    {Look::admonition_title,
     ".hg-admonition-title",
     {.flow = Flow::leaf, .bleed = 20, .padding = {10, 20, 10, 52}, .background = own_variant_tint, .bold = true}},
    {Look::details,
     ".hg-details",
     {.before = 24, .padding = {0, 20, 20, 20}, .border = {1, 1, 1, 1}, .radius = 8, .text = TextRole::card}},
    {Look::summary, ".hg-summary", {.flow = Flow::leaf, .bleed = 20, .padding = {12, 20, 12, 52}, .bold = true}},
    {Look::card_grid, ".hg-card-grid", {.flow = Flow::grid, .before = 24, .gap = 24, .column = 280}},
    {Look::card,
     ".hg-card",
     {.padding = {24, 24, 24, 24},
      .border = {1, 1, 1, 1},
      .radius = 12,
      .shadow = true,
      .background = Colour::raised,
      .text = TextRole::card}},
    {Look::card_icon,
     ".hg-card-icon",
     {.flow = Flow::tile,
      .before = 16,
      .width = 48,
      .height = 48,
      .radius = 12,
      .background = own_accent_tint,
      .colour = own_accent,
      .text = TextRole::h2}},
    {Look::card_title,
     ".hg-card-title",
     {.flow = Flow::leaf, .before = 16, .text = TextRole::h3, .links = LinkLook::text}},
    {Look::card_action,
     ".hg-card-action",
     {.flow = Flow::leaf, .at_bottom = true, .padding = {16, 0, 0, 0}, .links = LinkLook::strong}},
    {Look::card_meta,
     ".hg-card-meta",
     {.flow = Flow::leaf, .before = 8, .colour = Colour::muted, .text = TextRole::small}},
    {Look::figure, ".hg-figure", {.flow = Flow::leaf, .before = 24}},
    {Look::caption, ".hg-caption", {.flow = Flow::leaf, .before = 8, .colour = Colour::muted, .text = TextRole::small}},
    {Look::breadcrumb,
     ".hg-breadcrumb",
     {.before = 24, .colour = Colour::muted, .text = TextRole::small, .links = LinkLook::quiet}},
    {Look::breadcrumb_list, ".hg-breadcrumb :is(ul,ol)", {.flow = Flow::wrap}},
    {Look::breadcrumb_item, ".hg-breadcrumb li", {.fit = true}},
    {Look::breadcrumb_entry, ".hg-breadcrumb li>*", {.flow = Flow::leaf}},
    {Look::page_head, ".hg-page-head", {.flow = Flow::row, .before = 16, .gap = 20}},
    {Look::page_head_text, ".hg-page-head-text", {.grow = true}},
    {Look::mark,
     ".hg-mark",
     {.flow = Flow::tile,
      .before = 16,
      .width = 72,
      .height = 72,
      .padding = {8, 8, 8, 8},
      .border = {1, 1, 1, 1},
      .radius = 12,
      .colour = own_accent,
      .text = TextRole::h2}},
    {Look::card_mark,
     ".hg-card .hg-mark",
     {.flow = Flow::tile,
      .before = 16,
      .width = 56,
      .height = 56,
      .padding = {6, 6, 6, 6},
      .border = {1, 1, 1, 1},
      .radius = 12,
      .colour = own_accent,
      .text = TextRole::h3}},
    {Look::chip,
     ".hg-chip",
     {.flow = Flow::leaf,
      .before = 8,
      .fit = true,
      .padding = {4, 12, 4, 12},
      .radius = 999,
      .background = own_accent_tint,
      .colour = Colour::text,
      .text = TextRole::small,
      .links = LinkLook::text}},
    {Look::facts,
     ".hg-facts",
     {.before = 24, .padding = {24, 24, 24, 24}, .radius = 12, .background = Colour::sunken, .text = TextRole::card}},
    {Look::fact, ".hg-fact", {.before = 16}},
    {Look::fact_label,
     ".hg-fact-label",
     {.flow = Flow::leaf, .colour = Colour::muted, .text = TextRole::small, .bold = true}},
    {Look::lead, ".hg-lead", {.flow = Flow::leaf, .before = 16, .colour = Colour::muted, .text = TextRole::lead}},
    {Look::pager, ".hg-pager", {.flow = Flow::grid, .before = 64, .gap = 16, .column = 240}},
    {Look::pager_previous,
     ".hg-pager-previous",
     {.flow = Flow::leaf,
      .whole_area = true,
      .padding = {16, 20, 16, 20},
      .border = {1, 1, 1, 1},
      .radius = 12,
      .text = TextRole::card,
      .links = LinkLook::plain}},
    {Look::pager_next,
     ".hg-pager-next",
     {.flow = Flow::leaf,
      .whole_area = true,
      .padding = {16, 20, 16, 20},
      .border = {1, 1, 1, 1},
      .radius = 12,
      .text = TextRole::card,
      .links = LinkLook::plain,
      .align = Align::right}},
    {Look::footer,
     ".hg-footer",
     {.before = 64,
      .padding = {24, 0, 48, 0},
      .border = {1, 0, 0, 0},
      .colour = Colour::muted,
      .text = TextRole::small}},
    {Look::notice,
     ".hg-notice",
     {.before = 24, .padding = {32, 32, 32, 32}, .radius = 12, .background = Colour::sunken}},

    {Look::header_bar,
     ".hg-header-bar",
     {.flow = Flow::row,
      .gap = 8,
      .height = header_height,
      .padding = {1, 10, 0, 24},
      .border = {0, 0, 1, 0},
      .background = Colour::surface,
      .text = TextRole::control}},
    {Look::brand,
     ".hg-brand",
     {.flow = Flow::leaf, .grow = true, .colour = Colour::text, .bold = true, .links = LinkLook::text, .lines = 2}},
    {Look::header_controls, ".hg-header-controls", {.flow = Flow::row}},
    {Look::control,
     ".hg-control",
     {.flow = Flow::tile, .width = 44, .height = 44, .radius = 8, .colour = Colour::text, .text = TextRole::control}},

    {Look::navigation, ".hg-navigation", {.padding = {24, 0, 32, 0}, .text = TextRole::control}},
    {Look::navigation_list, ".hg-navigation>:is(ul,ol)", {}},
    {Look::navigation_sublist, ".hg-navigation li :is(ul,ol)", {.before = 2, .padding = {0, 0, 0, 12}}},
    {Look::navigation_item, ".hg-navigation li", {.before = 2}},
    {Look::navigation_entry,
     ".hg-navigation :is(li>p,li>div)",
     {.flow = Flow::leaf,
      .whole_area = true,
      .padding = {9, 12, 9, 12},
      .radius = 8,
      .colour = Colour::muted,
      .links = LinkLook::text}},
    {Look::contents, ".hg-contents", {.padding = {36, 0, 32, 0}, .colour = Colour::muted, .text = TextRole::small}},
    {Look::contents_title, ".hg-contents-title", {.flow = Flow::leaf, .colour = Colour::text, .bold = true}},
    {Look::contents_list, ".hg-contents>:is(ul,ol)", {.before = 12, .border = {0, 0, 0, 1}}},
    {Look::contents_sublist, ".hg-contents li :is(ul,ol)", {.padding = {0, 0, 0, 12}}},
    {Look::contents_item, ".hg-contents li", {}},
    {Look::contents_entry,
     ".hg-contents :is(li>p,li>div)",
     {.flow = Flow::leaf, .whole_area = true, .padding = {5, 0, 5, 16}, .links = LinkLook::quiet}},
    {Look::languages, ".hg-languages", {}},
    {Look::languages_drawer, ".hg-languages-drawer", {.padding = {12, 0, 12, 0}, .border = {0, 0, 1, 0}}},
    {Look::language_list, ".hg-language-list", {.flow = Flow::row, .gap = 2}},
    {Look::drawer_language_list, ".hg-languages-drawer .hg-language-list", {.flow = Flow::wrap}},
    {Look::language_item, ".hg-language-item", {}},
    {Look::language_entry,
     ".hg-language",
     {.flow = Flow::leaf,
      .whole_area = true,
      .padding = {11, 12, 11, 12},
      .radius = 8,
      .colour = Colour::muted,
      .text = TextRole::control,
      .links = LinkLook::quiet}},
    {Look::language_notice,
     ".hg-language-notice",
     {.flow = Flow::leaf,
      .before = 16,
      .padding = {12, 16, 12, 16},
      .radius = 8,
      .background = Colour::sunken,
      .colour = Colour::text,
      .text = TextRole::small}},

    {Look::definition_list, ".hg-definitions", {.before = 24, .maximum = measure}},
    {Look::definition_term, ".hg-term", {.flow = Flow::leaf, .before = 16, .bold = true}},
    {Look::definition, ".hg-definition", {.before = 4, .padding = {0, 0, 0, 28}}},
    {Look::footnotes,
     ".hg-footnotes",
     {.before = 48,
      .maximum = measure + 28,
      .padding = {24, 0, 0, 28},
      .border = {1, 0, 0, 0},
      .text = TextRole::small}},
    {Look::listing, ".hg-code", {.before = 24, .radius = 8, .background = Colour::code_background}},
    {Look::code_head,
     ".hg-code-head",
     {.flow = Flow::row,
      .gap = 16,
      .padding = {8, 16, 8, 16},
      .border = {0, 0, 1, 0},
      .colour = Colour::muted,
      .text = TextRole::small}},
    {Look::code_title, ".hg-code-title", {.flow = Flow::leaf, .grow = true, .bold = true}},
    {Look::code_language, ".hg-code-language", {.flow = Flow::leaf}},
    {Look::tab_set, ".hg-tabs", {.before = 24}},
    {Look::tab, ".hg-tab", {.before = 24}},
    {Look::tab_label,
     ".hg-tab-label",
     {.flow = Flow::leaf,
      .padding = {8, 0, 8, 0},
      .border = {0, 0, 1, 0},
      .colour = Colour::accent,
      .text = TextRole::control,
      .bold = true}},
    {Look::media,
     ".hg-media",
     {.flow = Flow::leaf,
      .before = 24,
      .padding = {16, 20, 16, 20},
      .border = {1, 1, 1, 1},
      .radius = 8,
      .background = Colour::sunken,
      .text = TextRole::card}},
}};

Edges scaled(const Edges& edges, float factor) {
  return {std::round(edges.top * factor), std::round(edges.right * factor), std::round(edges.bottom * factor),
          std::round(edges.left * factor)};
}

/// Larger boxes for larger text, and targets of 48 px and more with 8 px between them.
void size_for_fingers(std::array<BoxStyle, look_count>& styles) {
  constexpr float larger = 1.25F;
  // Their padding holds an icon or a bullet of fixed size.
  constexpr std::array kept = {Look::list, Look::admonition, Look::admonition_title, Look::details, Look::summary};
  for (std::size_t i = 0; i < look_count; ++i) {
    BoxStyle& style = styles[i];
    style.maximum = std::round(style.maximum * larger);
    style.column = std::round(style.column * larger);
    style.width = std::round(style.width * larger);
    if (style.height > 2) {
      style.height = std::round(style.height * larger);
    }
    if (std::find(kept.begin(), kept.end(), static_cast<Look>(i)) == kept.end()) {
      style.padding = scaled(style.padding, larger);
    }
  }
  const auto style = [&styles](Look look) -> BoxStyle& { return styles[static_cast<std::size_t>(look)]; };
  const float header = kiosk_theme().frame.header_height;
  style(Look::header_bar).height = header;
  style(Look::header_bar).gap = 16;
  style(Look::header_bar).padding = {1, 20, 0, 24};
  style(Look::header_controls).gap = 8;
  style(Look::control).width = style(Look::control).height = 56;
  style(Look::summary).padding = {14, 20, 14, 52};
  style(Look::card_action).padding = {24, 0, 0, 0};
  style(Look::breadcrumb_entry).padding = {11, 0, 11, 0};
  style(Look::chip).padding = {11, 20, 11, 20};
  style(Look::navigation_sublist).before = style(Look::navigation_item).before = 8;
  style(Look::navigation_entry).padding = {12, 16, 12, 16};
  style(Look::contents_item).before = 8;
  style(Look::contents_sublist).before = 8;
  style(Look::contents_entry).padding = {11, 0, 11, 20};
  style(Look::language_list).gap = 8;
  style(Look::language_entry).padding = {13, 16, 13, 16};
}

std::array<BoxStyle, look_count> make_styles(bool phone, bool kiosk) {
  std::array<BoxStyle, look_count> styles;
  for (std::size_t i = 0; i < look_count; ++i) {
    styles[i] = entries[i].style;
  }
  if (phone) {
    const auto style = [&styles](Look look) -> BoxStyle& { return styles[static_cast<std::size_t>(look)]; };
    style(Look::heading_1).text = TextRole::h1_phone;
    style(Look::heading_2).before = 40;
    style(Look::card_grid).gap = 16;
    style(Look::card).padding = {20, 20, 20, 20};
    style(Look::facts).padding = {20, 20, 20, 20};
    style(Look::notice).padding = {20, 20, 20, 20};
    style(Look::table).text = TextRole::small;
    style(Look::table_head).padding = {8, 6, 8, 6};
    style(Look::table_cell).padding = {8, 6, 8, 6};
    style(Look::page_head).gap = 16;
    style(Look::header_bar).padding = {1, 4, 0, 16};
  }
  if (kiosk) {
    size_for_fingers(styles);
  }
  return styles;
}

constexpr float compact_before = 12;
constexpr float tight_before = 8;

constexpr std::array spacing_rules = {
    Spacing{":is(.hg-admonition,.hg-details,.hg-card,.hg-notice,.hg-tab,.hg-definition)>*", compact_before},
    Spacing{"li>*", compact_before},
    Spacing{":is(.hg-tight>li:not(.hg-card),.hg-fact,.hg-fact>dd,.hg-footer)>*", tight_before},
    Spacing{".hg-fact>.hg-fact-label+*", definition_gap},
    Spacing{".hg-code>*", 0},
};

}  // namespace

const BoxStyle& box_style(Look look, bool phone, bool kiosk) {
  static const std::array<std::array<BoxStyle, look_count>, 4> styles = {
      make_styles(false, false), make_styles(true, false), make_styles(false, true), make_styles(true, true)};
  return styles[(phone ? 1u : 0u) + (kiosk ? 2u : 0u)][static_cast<std::size_t>(look)];
}

std::string_view selector_of(Look look) {
  return entries[static_cast<std::size_t>(look)].selector;
}

std::span<const Spacing> spacings() {
  return spacing_rules;
}

float gap_before(const document::Document& document, document::Index block, document::Index previous, Look look,
                 bool phone, bool kiosk) {
  if (previous == document::none) {
    return 0;
  }
  const BoxStyle& style = box_style(look, phone, kiosk);
  if (!style.base) {
    return style.before;
  }
  const document::Block& parent = document.blocks[document.blocks[block].parent];
  const document::Block& sibling = document.blocks[previous];
  if (parent.role == document::Role::fact) {
    return sibling.role == document::Role::fact_label ? definition_gap : tight_before;
  }
  if (parent.role == document::Role::footer) {
    return tight_before;
  }
  if (parent.kind == document::BlockKind::list_item && parent.role != document::Role::card) {
    return parent.parent != document::none && document.blocks[parent.parent].tight ? tight_before : compact_before;
  }
  switch (parent.role) {
    case document::Role::admonition:
    case document::Role::details:
    case document::Role::card:
    case document::Role::notice:
    case document::Role::tab:
    case document::Role::definition:
      return compact_before;
    case document::Role::listing:
      return 0;
    default:
      break;
  }
  const bool after_heading = sibling.kind == document::BlockKind::heading;
  return after_heading && style.after_heading > 0 ? style.after_heading : style.before;
}

}  // namespace hubglass::layout
