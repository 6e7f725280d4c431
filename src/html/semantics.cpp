#include "html/semantics.h"

#include "document/kinds.h"

#include <array>

namespace hubglass::html {

namespace {

using document::Block;
using document::BlockKind;
using document::Document;
using document::InlineKind;
using document::none;
using document::Role;

/// An empty tag leaves it to the block's kind.
struct Row {
  Role role;
  Element element;
};

constexpr std::array rows = {
    Row{Role::none, {}},
    Row{Role::admonition, {"div", "hg-admonition", "note"}},
    Row{Role::admonition_title, {"p", "hg-admonition-title"}},
    Row{Role::details, {"details", "hg-details"}},
    Row{Role::summary, {"summary", "hg-summary"}},
    Row{Role::card_grid, {"ul", "hg-card-grid", "list"}},
    Row{Role::card, {"li", "hg-card"}},
    Row{Role::card_icon, {"div", "hg-card-icon"}},
    Row{Role::card_title, {"p", "hg-card-title"}},
    Row{Role::card_action, {"p", "hg-card-action"}},
    Row{Role::card_meta, {"p", "hg-card-meta"}},
    Row{Role::figure, {"figure", "hg-figure"}},
    Row{Role::captioned, {"figure", ""}},
    Row{Role::caption, {"figcaption", "hg-caption"}},
    Row{Role::container, {"div", ""}},
    Row{Role::main, {"main", "hg-main"}},
    Row{Role::breadcrumb, {"nav", "hg-breadcrumb", "", &Labels::breadcrumb}},
    Row{Role::page_head, {"div", "hg-page-head"}},
    Row{Role::page_head_text, {"div", "hg-page-head-text"}},
    Row{Role::mark, {"div", "hg-mark"}},
    Row{Role::chip, {"p", "hg-chip"}},
    Row{Role::facts, {"aside", "hg-facts", "", &Labels::facts}},
    Row{Role::fact, {"div", "hg-fact"}},
    Row{Role::fact_label, {"p", "hg-fact-label"}},
    Row{Role::lead, {"p", "hg-lead"}},
    Row{Role::pager, {"nav", "hg-pager", "", &Labels::pager}},
    Row{Role::pager_previous, {"div", "hg-pager-previous"}},
    Row{Role::pager_next, {"div", "hg-pager-next"}},
    Row{Role::footer, {"footer", "hg-footer"}},
    Row{Role::notice, {"div", "hg-notice"}},
    Row{Role::language_notice, {"p", "hg-language-notice"}},
    Row{Role::header_bar, {"header", "hg-header-bar"}},
    Row{Role::brand, {"div", "hg-brand"}},
    Row{Role::header_controls, {"div", "hg-header-controls"}},
    Row{Role::control, {"div", "hg-control"}},
    Row{Role::languages, {"nav", "hg-languages", "", &Labels::languages}},
    Row{Role::languages_drawer, {"nav", "hg-languages-drawer", "", &Labels::languages}},
    Row{Role::language_list, {"ul", "hg-language-list", "list"}},
    Row{Role::language_item, {"li", "hg-language-item"}},
    Row{Role::language_entry, {"div", "hg-language"}},
    Row{Role::navigation, {"nav", "hg-navigation", "", &Labels::navigation}},
    Row{Role::navigation_list, {"ul", "hg-navigation-list", "list"}},
    Row{Role::contents, {"nav", "hg-contents", "", &Labels::contents}},
    Row{Role::contents_title, {"p", "hg-contents-title"}},
    Row{Role::contents_list, {"ul", "hg-contents-list", "list"}},
    Row{Role::definition_list, {"dl", "hg-definitions"}},
    Row{Role::definition_term, {"dt", "hg-term"}},
    Row{Role::definition, {"dd", "hg-definition"}},
    Row{Role::footnotes, {"ol", "hg-footnotes"}},
    Row{Role::footnote, {"li", "hg-footnote"}},
    Row{Role::listing, {"figure", "hg-code"}},
    Row{Role::code_head, {"figcaption", "hg-code-head"}},
    Row{Role::code_title, {"div", "hg-code-title"}},
    Row{Role::code_language, {"div", "hg-code-language"}},
    Row{Role::tab_set, {"div", "hg-tabs"}},
    Row{Role::tab, {"div", "hg-tab"}},
    Row{Role::tab_label, {"p", "hg-tab-label"}},
    Row{Role::media, {"p", "hg-media"}},
    Row{Role::outline, {"div", "hg-outline"}},
};
static_assert(document::in_order(rows, &Row::role, document::role_count), "one row per Role, in its order");

/// Inlines that are an element around their children; an empty tag: they are written otherwise.
struct InlineRow {
  InlineKind kind;
  std::string_view tag;
};

constexpr std::array inline_rows = {
    InlineRow{InlineKind::text},
    InlineRow{InlineKind::soft_break},
    InlineRow{InlineKind::hard_break},
    InlineRow{InlineKind::code},
    InlineRow{InlineKind::emphasis, "em"},
    InlineRow{InlineKind::strong, "strong"},
    InlineRow{InlineKind::strikethrough, "del"},
    InlineRow{InlineKind::mark, "mark"},
    InlineRow{InlineKind::insert, "ins"},
    InlineRow{InlineKind::subscript, "sub"},
    InlineRow{InlineKind::superscript, "sup"},
    InlineRow{InlineKind::keyboard, "kbd"},
    InlineRow{InlineKind::small, "small"},
    InlineRow{InlineKind::abbreviation, "abbr"},
    InlineRow{InlineKind::span, "span"},
    InlineRow{InlineKind::link},
    InlineRow{InlineKind::image},
    InlineRow{InlineKind::icon},
    InlineRow{InlineKind::button},
    InlineRow{InlineKind::wbr},
    InlineRow{InlineKind::html},
    InlineRow{InlineKind::defined_term, "dfn"},
    InlineRow{InlineKind::citation, "cite"},
    InlineRow{InlineKind::variable, "var"},
    InlineRow{InlineKind::sample, "samp"},
    InlineRow{InlineKind::quotation, "q"},
};
static_assert(document::in_order(inline_rows, &InlineRow::kind, document::inline_kind_count),
              "one row per InlineKind, in its order");

constexpr std::array<std::string_view, 6> heading_tags = {"h1", "h2", "h3", "h4", "h5", "h6"};

std::string_view tag_of_kind(const Block& block) {
  switch (block.kind) {
    case BlockKind::heading:
      return heading_tags[block.level >= 1 && block.level <= 6 ? block.level - 1u : 5u];
    case BlockKind::quote:
      return "blockquote";
    case BlockKind::bullet_list:
      return "ul";
    case BlockKind::ordered_list:
      return "ol";
    case BlockKind::list_item:
      return "li";
    case BlockKind::code:
      return "pre";
    case BlockKind::rule:
      return "hr";
    case BlockKind::table:
      return "table";
    case BlockKind::table_row:
      return "tr";
    case BlockKind::table_cell:
      return block.header ? "th" : "td";
    case BlockKind::paragraph:
      return "p";
    case BlockKind::root:
    case BlockKind::group:
    case BlockKind::html:
      return "div";
  }
  return "div";
}

bool holds_only(const Document& document, Index index, Role role) {
  const Index first = document.blocks[index].first_child;
  for (Index child = first; child != none; child = document.blocks[child].next) {
    if (document.blocks[child].role != role) {
      return false;
    }
  }
  return first != none;
}

}  // namespace

bool gives_list(const Document& document, Index index) {
  const Block& block = document.blocks[index];
  if (block.kind == BlockKind::bullet_list || block.kind == BlockKind::ordered_list) {
    return true;
  }
  return (block.role == Role::card_grid || block.role == Role::facts) &&
         holds_only(document, index, block.role == Role::facts ? Role::fact : Role::card);
}

Element element_of(const Document& document, Index index, bool listed) {
  const Block& block = document.blocks[index];
  const bool has_parent = block.parent != none;
  const Role parent_role = has_parent ? document.blocks[block.parent].role : Role::none;
  Element element = rows[static_cast<std::size_t>(block.role)].element;
  if (element.tag.empty()) {
    element.tag = tag_of_kind(block);
    // In a tight list an item's text stands close: a div has no spacing of its own and is no paragraph to a screen
    // reader.
    if (block.kind == BlockKind::paragraph && has_parent) {
      const Block& parent = document.blocks[block.parent];
      const bool tight_item =
          parent.kind == BlockKind::list_item && parent.parent != none && document.blocks[parent.parent].tight;
      if (tight_item || (parent.role == Role::definition && parent.tight)) {
        element.tag = "div";
      }
    }
    if (block.kind == BlockKind::bullet_list && parent_role == Role::breadcrumb) {
      element.tag = "ol";
      element.aria_role = "list";
    }
    return element;
  }
  const bool box_without_list = block.role == Role::card && !listed;
  const bool caption_alone = block.role == Role::caption && parent_role != Role::captioned;
  if (block.kind == BlockKind::heading) {
    element.tag = tag_of_kind(block);
  } else if (block.role == Role::card_grid && !gives_list(document, index)) {
    element = {"div", element.class_name};
  } else if (block.role == Role::fact_label && listed) {
    element.tag = "dt";
  } else if (box_without_list || (block.role == Role::figure && parent_role == Role::captioned)) {
    element.tag = "div";
  } else if (block.role == Role::caption && has_parent && document.blocks[block.parent].kind == BlockKind::table) {
    element.tag = "caption";
  } else if ((block.role == Role::definition_term || block.role == Role::definition) &&
             parent_role != Role::definition_list) {
    element.tag = block.role == Role::definition ? "div" : "p";
  } else if (caption_alone || (block.role == Role::summary && parent_role != Role::details)) {
    element.tag = "p";
  }
  return element;
}

bool leads_out(const Document& document, const document::Link& link) {
  const std::string_view address = document.view(link.href);
  return (link.kind == document::LinkKind::external || link.kind == document::LinkKind::unresolved) &&
         (address.substr(0, 7) == "http://" || address.substr(0, 8) == "https://");
}

bool is_marked_external(const Document& document, Index link) {
  const document::Inline& node = document.inlines[link];
  bool shows_picture = false;
  document::visit_inlines(document, node.first_child, [&](Index index) {
    const InlineKind kind = document.inlines[index].kind;
    shows_picture = shows_picture || kind == InlineKind::image || kind == InlineKind::icon;
  });
  return node.first_child != none && !shows_picture && leads_out(document, document.links[node.detail]);
}

std::string_view wrapper_tag(InlineKind kind) {
  return inline_rows[static_cast<std::size_t>(kind)].tag;
}

}  // namespace hubglass::html
