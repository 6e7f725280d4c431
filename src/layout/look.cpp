#include "layout/box_style.h"

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

Look look_of_role(const Document& document, const Block& block, const Block* parent) {
  switch (block.role) {
    case Role::none:
      return Look::count;
    case Role::admonition:
      return Look::admonition;
    case Role::admonition_title:
      return Look::admonition_title;
    case Role::details:
      return Look::details;
    case Role::summary:
      return Look::summary;
    case Role::card_grid:
      return Look::card_grid;
    case Role::card:
      return Look::card;
    case Role::card_icon:
      return Look::card_icon;
    case Role::card_title:
      return Look::card_title;
    case Role::card_action:
      return Look::card_action;
    case Role::card_meta:
      return Look::card_meta;
    case Role::figure:
      return Look::figure;
    case Role::caption:
      return Look::caption;
    case Role::captioned:
    case Role::container:
      return Look::container;
    case Role::main:
      return Look::main;
    case Role::breadcrumb:
      return Look::breadcrumb;
    case Role::page_head:
      return Look::page_head;
    case Role::page_head_text:
      return Look::page_head_text;
    case Role::mark:
      for (const Block* around = parent; around != nullptr; around = parent_of(document, *around)) {
        if (around->role == Role::card) {
          return Look::card_mark;
        }
      }
      return Look::mark;
    case Role::chip:
      return Look::chip;
    case Role::facts:
      return Look::facts;
    case Role::fact:
      return Look::fact;
    case Role::fact_label:
      return Look::fact_label;
    case Role::lead:
      return Look::lead;
    case Role::pager:
      return Look::pager;
    case Role::pager_previous:
      return Look::pager_previous;
    case Role::pager_next:
      return Look::pager_next;
    case Role::footer:
      return Look::footer;
    case Role::notice:
      return Look::notice;
    case Role::languages:
      return Look::languages;
    case Role::languages_drawer:
      return Look::languages_drawer;
    case Role::language_list:
      return parent != nullptr && parent->role == Role::languages_drawer ? Look::drawer_language_list
                                                                         : Look::language_list;
    case Role::language_item:
      return Look::language_item;
    case Role::language_entry:
      return Look::language_entry;
    case Role::language_notice:
      return Look::language_notice;
    case Role::header_bar:
      return Look::header_bar;
    case Role::brand:
      return Look::brand;
    case Role::header_controls:
      return Look::header_controls;
    case Role::control:
      return Look::control;
    case Role::navigation:
      return Look::navigation;
    case Role::contents:
      return Look::contents;
    case Role::contents_title:
      return Look::contents_title;
    case Role::navigation_list:
      return in_item(parent) ? Look::navigation_sublist : Look::navigation_list;
    case Role::contents_list:
      return in_item(parent) ? Look::contents_sublist : Look::contents_list;
  }
  return Look::count;
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
