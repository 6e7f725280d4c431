#include "document/kinds.h"
#include "layout/box_style.h"

#include <array>

namespace hubglass::layout {

namespace {

using document::Block;
using document::BlockKind;
using document::Document;
using document::Index;
using document::none;
using document::Role;

const Block* parent_of(const Document& document, const Block& block) {
  return block.parent == none ? nullptr : &document.blocks[block.parent];
}

bool is_list(const Block& block) {
  return block.kind == BlockKind::bullet_list || block.kind == BlockKind::ordered_list;
}

bool in_item(const Block* parent) {
  return parent != nullptr && parent->kind == BlockKind::list_item;
}

/// The frame's lists look alike at every depth, whatever role their inner lists have.
Look look_in_columns(const Block& block, const Block* parent, bool navigation) {
  if (block.role == Role::language_list || block.role == Role::language_item || block.role == Role::language_entry) {
    return Look::count;
  }
  if (is_list(block)) {
    if (in_item(parent)) {
      return navigation ? Look::navigation_sublist : Look::contents_sublist;
    }
    return navigation ? Look::navigation_list : Look::contents_list;
  }
  if (block.kind == BlockKind::list_item) {
    return navigation ? Look::navigation_item : Look::contents_item;
  }
  if (block.kind == BlockKind::paragraph && in_item(parent)) {
    return navigation ? Look::navigation_entry : Look::contents_entry;
  }
  return Look::count;
}

Look look_in_breadcrumb(const Document& document, const Block& block, const Block* parent) {
  if (parent == nullptr) {
    return Look::count;
  }
  if (is_list(block) && parent->role == Role::breadcrumb) {
    return Look::breadcrumb_list;
  }
  const Block* list = parent_of(document, *parent);
  if (block.kind == BlockKind::list_item && list != nullptr && list->role == Role::breadcrumb) {
    return Look::breadcrumb_item;
  }
  const Block* breadcrumb = list != nullptr ? parent_of(document, *list) : nullptr;
  if (block.kind == BlockKind::paragraph && breadcrumb != nullptr && breadcrumb->role == Role::breadcrumb) {
    return Look::breadcrumb_entry;
  }
  return Look::count;
}

Look look_of_kind(const Document& document, const Block& block, const Block* parent) {
  switch (block.kind) {
    case BlockKind::root:
      return Look::region;
    case BlockKind::group:
    case BlockKind::html:
      return Look::container;
    case BlockKind::paragraph:
      return Look::paragraph;
    case BlockKind::heading:
      return block.level <= 1   ? Look::heading_1
             : block.level == 2 ? Look::heading_2
             : block.level == 3 ? Look::heading_3
                                : Look::heading_4;
    case BlockKind::quote:
      return Look::quote;
    case BlockKind::bullet_list:
    case BlockKind::ordered_list:
      return Look::list;
    case BlockKind::list_item:
      return parent != nullptr && parent->tight ? Look::tight_item : Look::list_item;
    case BlockKind::code:
      return Look::code;
    case BlockKind::rule:
      return Look::rule;
    case BlockKind::table:
      return Look::table;
    case BlockKind::table_row:
      return Look::table_row;
    case BlockKind::table_cell:
      return block.header ? Look::table_head : Look::table_cell;
  }
  (void)document;
  return Look::container;
}

/// `count` leaves it to the block's kind.
struct Row {
  Role role;
  Look look;
};

constexpr std::array rows = {
    Row{Role::none, Look::count},
    Row{Role::admonition, Look::admonition},
    Row{Role::admonition_title, Look::admonition_title},
    Row{Role::details, Look::details},
    Row{Role::summary, Look::summary},
    Row{Role::card_grid, Look::card_grid},
    Row{Role::card, Look::card},
    Row{Role::card_icon, Look::card_icon},
    Row{Role::card_title, Look::card_title},
    Row{Role::card_action, Look::card_action},
    Row{Role::card_meta, Look::card_meta},
    Row{Role::figure, Look::figure},
    Row{Role::captioned, Look::container},
    Row{Role::caption, Look::caption},
    Row{Role::container, Look::container},
    Row{Role::main, Look::main},
    Row{Role::breadcrumb, Look::breadcrumb},
    Row{Role::page_head, Look::page_head},
    Row{Role::page_head_text, Look::page_head_text},
    Row{Role::mark, Look::mark},
    Row{Role::chip, Look::chip},
    Row{Role::facts, Look::facts},
    Row{Role::fact, Look::fact},
    Row{Role::fact_label, Look::fact_label},
    Row{Role::lead, Look::lead},
    Row{Role::pager, Look::pager},
    Row{Role::pager_previous, Look::pager_previous},
    Row{Role::pager_next, Look::pager_next},
    Row{Role::footer, Look::footer},
    Row{Role::notice, Look::notice},
    Row{Role::language_notice, Look::language_notice},
    Row{Role::header_bar, Look::header_bar},
    Row{Role::brand, Look::brand},
    Row{Role::header_controls, Look::header_controls},
    Row{Role::control, Look::control},
    Row{Role::languages, Look::languages},
    Row{Role::languages_drawer, Look::languages_drawer},
    Row{Role::language_list, Look::language_list},
    Row{Role::language_item, Look::language_item},
    Row{Role::language_entry, Look::language_entry},
    Row{Role::navigation, Look::navigation},
    Row{Role::navigation_list, Look::navigation_list},
    Row{Role::contents, Look::contents},
    Row{Role::contents_title, Look::contents_title},
    Row{Role::contents_list, Look::contents_list},
    Row{Role::definition_list, Look::definition_list},
    Row{Role::definition_term, Look::definition_term},
    Row{Role::definition, Look::definition},
    Row{Role::footnotes, Look::footnotes},
    Row{Role::footnote, Look::list_item},
    Row{Role::listing, Look::listing},
    Row{Role::code_head, Look::code_head},
    Row{Role::code_title, Look::code_title},
    Row{Role::code_language, Look::code_language},
    Row{Role::tab_set, Look::tab_set},
    Row{Role::tab, Look::tab},
    Row{Role::tab_label, Look::tab_label},
    Row{Role::media, Look::media},
    Row{Role::outline, Look::container},
};
static_assert(document::in_order(rows, &Row::role, document::role_count), "one row per Role, in its order");

bool within_card(const Document& document, const Block* around) {
  while (around != nullptr && around->role != Role::card) {
    around = parent_of(document, *around);
  }
  return around != nullptr;
}

Look look_of_role(const Document& document, const Block& block, const Block* parent) {
  switch (block.role) {
    case Role::mark:
      return within_card(document, parent) ? Look::card_mark : Look::mark;
    case Role::language_list:
      return parent != nullptr && parent->role == Role::languages_drawer ? Look::drawer_language_list
                                                                         : Look::language_list;
    case Role::navigation_list:
      return in_item(parent) ? Look::navigation_sublist : Look::navigation_list;
    case Role::contents_list:
      return in_item(parent) ? Look::contents_sublist : Look::contents_list;
    default:
      return rows[static_cast<std::size_t>(block.role)].look;
  }
}

}  // namespace

Look look_of(const Document& document, Index index, Region region) {
  const Block& block = document.blocks[index];
  const Block* parent = parent_of(document, block);
  if (region == Region::navigation || region == Region::contents) {
    const Look look = look_in_columns(block, parent, region == Region::navigation);
    if (look != Look::count) {
      return look;
    }
  }
  const Look look = look_of_role(document, block, parent);
  if (look != Look::count) {
    // A heading keeps its size whatever its role.
    return block.kind == BlockKind::heading && look == Look::container ? look_of_kind(document, block, parent) : look;
  }
  const Look breadcrumb = look_in_breadcrumb(document, block, parent);
  return breadcrumb != Look::count ? breadcrumb : look_of_kind(document, block, parent);
}

}  // namespace hubglass::layout
