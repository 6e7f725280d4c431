#include "html/semantics.h"

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
Element element_of_role(Role role) {
  switch (role) {
    case Role::none:
      return {};
    case Role::admonition:
      return {"div", "hg-admonition", "note"};
    case Role::admonition_title:
      return {"p", "hg-admonition-title"};
    case Role::details:
      return {"details", "hg-details"};
    case Role::summary:
      return {"summary", "hg-summary"};
    case Role::card_grid:
      return {"ul", "hg-card-grid", "list"};
    case Role::card:
      return {"li", "hg-card"};
    case Role::card_icon:
      return {"div", "hg-card-icon"};
    case Role::card_title:
      return {"p", "hg-card-title"};
    case Role::card_action:
      return {"p", "hg-card-action"};
    case Role::card_meta:
      return {"p", "hg-card-meta"};
    case Role::figure:
      return {"figure", "hg-figure"};
    case Role::captioned:
      return {"figure", ""};
    case Role::caption:
      return {"figcaption", "hg-caption"};
    case Role::container:
      return {"div", ""};
    case Role::main:
      return {"main", "hg-main"};
    case Role::breadcrumb:
      return {"nav", "hg-breadcrumb", "", &Labels::breadcrumb};
    case Role::page_head:
      return {"div", "hg-page-head"};
    case Role::page_head_text:
      return {"div", "hg-page-head-text"};
    case Role::mark:
      return {"div", "hg-mark"};
    case Role::chip:
      return {"p", "hg-chip"};
    case Role::facts:
      return {"aside", "hg-facts", "", &Labels::facts};
    case Role::fact:
      return {"div", "hg-fact"};
    case Role::fact_label:
      return {"p", "hg-fact-label"};
    case Role::lead:
      return {"p", "hg-lead"};
    case Role::pager:
      return {"nav", "hg-pager", "", &Labels::pager};
    case Role::pager_previous:
      return {"div", "hg-pager-previous"};
    case Role::pager_next:
      return {"div", "hg-pager-next"};
    case Role::footer:
      return {"footer", "hg-footer"};
    case Role::notice:
      return {"div", "hg-notice"};
    case Role::language_notice:
      return {"p", "hg-language-notice"};
    case Role::header_bar:
      return {"header", "hg-header-bar"};
    case Role::brand:
      return {"div", "hg-brand"};
    case Role::header_controls:
      return {"div", "hg-header-controls"};
    case Role::control:
      return {"div", "hg-control"};
    case Role::languages:
      return {"nav", "hg-languages", "", &Labels::languages};
    case Role::languages_drawer:
      return {"nav", "hg-languages-drawer", "", &Labels::languages};
    case Role::language_list:
      return {"ul", "hg-language-list", "list"};
    case Role::language_item:
      return {"li", "hg-language-item"};
    case Role::language_entry:
      return {"div", "hg-language"};
    case Role::navigation:
      return {"nav", "hg-navigation", "", &Labels::navigation};
    case Role::navigation_list:
      return {"ul", "hg-navigation-list", "list"};
    case Role::contents:
      return {"nav", "hg-contents", "", &Labels::contents};
    case Role::contents_title:
      return {"p", "hg-contents-title"};
    case Role::contents_list:
      return {"ul", "hg-contents-list", "list"};
  }
  return {};
}

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
  Element element = element_of_role(block.role);
  if (element.tag.empty()) {
    element.tag = tag_of_kind(block);
    // In a tight list an item's text stands close: a div has no spacing of its own and is no paragraph to a screen
    // reader.
    if (block.kind == BlockKind::paragraph && has_parent) {
      const Block& parent = document.blocks[block.parent];
      if (parent.kind == BlockKind::list_item && parent.parent != none && document.blocks[parent.parent].tight) {
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
  switch (kind) {
    case InlineKind::emphasis:
      return "em";
    case InlineKind::strong:
      return "strong";
    case InlineKind::strikethrough:
      return "del";
    case InlineKind::mark:
      return "mark";
    case InlineKind::insert:
      return "ins";
    case InlineKind::subscript:
      return "sub";
    case InlineKind::superscript:
      return "sup";
    case InlineKind::keyboard:
      return "kbd";
    case InlineKind::small:
      return "small";
    case InlineKind::abbreviation:
      return "abbr";
    case InlineKind::span:
      return "span";
    default:
      return {};
  }
}

}  // namespace hubglass::html
