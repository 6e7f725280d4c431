#pragma once

#include "document/document.h"

#include <array>

/// What the kinds of a Document mean to everybody who reads one: a row for each, in their order.
namespace hubglass::document {

/// How an inline reads as text.
enum class ReadsAs : std::uint8_t {
  children,  ///< as what it holds, if it holds anything
  text,      ///< as its own text
  space,
  alternative,  ///< as its image's alternative text
  action,       ///< as the name of what it does
};

struct InlineTraits {
  InlineKind kind = InlineKind::text;
  ReadsAs reads = ReadsAs::children;
  bool holds_words = false;  ///< terms of the glossary are explained inside
};

inline constexpr std::array inline_traits = {
    InlineTraits{InlineKind::text, ReadsAs::text},
    InlineTraits{InlineKind::soft_break, ReadsAs::space},
    InlineTraits{InlineKind::hard_break, ReadsAs::space},
    InlineTraits{InlineKind::code, ReadsAs::text},
    InlineTraits{InlineKind::emphasis, ReadsAs::children, true},
    InlineTraits{InlineKind::strong, ReadsAs::children, true},
    InlineTraits{InlineKind::strikethrough, ReadsAs::children, true},
    InlineTraits{InlineKind::mark, ReadsAs::children, true},
    InlineTraits{InlineKind::insert, ReadsAs::children, true},
    InlineTraits{InlineKind::subscript, ReadsAs::children, true},
    InlineTraits{InlineKind::superscript, ReadsAs::children, true},
    InlineTraits{InlineKind::keyboard},
    InlineTraits{InlineKind::small, ReadsAs::children, true},
    InlineTraits{InlineKind::abbreviation},
    InlineTraits{InlineKind::span, ReadsAs::children, true},
    InlineTraits{InlineKind::link, ReadsAs::children, true},
    InlineTraits{InlineKind::image, ReadsAs::alternative},
    InlineTraits{InlineKind::icon},
    InlineTraits{InlineKind::button, ReadsAs::action},
    InlineTraits{InlineKind::wbr},
    InlineTraits{InlineKind::html},
    InlineTraits{InlineKind::defined_term},
    InlineTraits{InlineKind::citation},
    InlineTraits{InlineKind::variable},
    InlineTraits{InlineKind::sample},
    InlineTraits{InlineKind::quotation, ReadsAs::children, true},
};

struct RoleTraits {
  Role role = Role::none;
  bool leads_elsewhere = false;  ///< its words name a place to go to, or are drawn rather than read
};

inline constexpr std::array role_traits = {
    RoleTraits{Role::none},
    RoleTraits{Role::admonition},
    RoleTraits{Role::admonition_title},
    RoleTraits{Role::details},
    RoleTraits{Role::summary},
    RoleTraits{Role::card_grid},
    RoleTraits{Role::card},
    RoleTraits{Role::card_icon, true},
    RoleTraits{Role::card_title},
    RoleTraits{Role::card_action, true},
    RoleTraits{Role::card_meta, true},
    RoleTraits{Role::figure},
    RoleTraits{Role::captioned},
    RoleTraits{Role::caption},
    RoleTraits{Role::container},
    RoleTraits{Role::main},
    RoleTraits{Role::breadcrumb, true},
    RoleTraits{Role::page_head},
    RoleTraits{Role::page_head_text},
    RoleTraits{Role::mark, true},
    RoleTraits{Role::chip, true},
    RoleTraits{Role::facts},
    RoleTraits{Role::fact},
    RoleTraits{Role::fact_label, true},
    RoleTraits{Role::lead},
    RoleTraits{Role::pager, true},
    RoleTraits{Role::pager_previous},
    RoleTraits{Role::pager_next},
    RoleTraits{Role::footer, true},
    RoleTraits{Role::notice, true},
    RoleTraits{Role::language_notice},
    RoleTraits{Role::header_bar, true},
    RoleTraits{Role::brand},
    RoleTraits{Role::header_controls},
    RoleTraits{Role::control},
    RoleTraits{Role::languages},
    RoleTraits{Role::languages_drawer},
    RoleTraits{Role::language_list},
    RoleTraits{Role::language_item},
    RoleTraits{Role::language_entry},
    RoleTraits{Role::navigation, true},
    RoleTraits{Role::navigation_list},
    RoleTraits{Role::contents, true},
    RoleTraits{Role::contents_title},
    RoleTraits{Role::contents_list},
    RoleTraits{Role::definition_list},
    RoleTraits{Role::definition_term},
    RoleTraits{Role::definition},
    RoleTraits{Role::footnotes},
    RoleTraits{Role::footnote},
    RoleTraits{Role::listing},
    RoleTraits{Role::code_head, true},
    RoleTraits{Role::code_title},
    RoleTraits{Role::code_language},
    RoleTraits{Role::tab_set},
    RoleTraits{Role::tab},
    RoleTraits{Role::tab_label, true},
    RoleTraits{Role::media, true},
    RoleTraits{Role::outline, true},
};

/// Whether a table has one row per value of an enumeration, in its order. `key` is the row's member that says which.
template <typename Table, typename Key>
constexpr bool in_order(const Table& table, Key key, std::size_t count) {
  if (table.size() != count) {
    return false;
  }
  for (std::size_t i = 0; i < count; ++i) {
    if (static_cast<std::size_t>(table[i].*key) != i) {
      return false;
    }
  }
  return true;
}

static_assert(in_order(inline_traits, &InlineTraits::kind, inline_kind_count), "one row per InlineKind, in its order");
static_assert(in_order(role_traits, &RoleTraits::role, role_count), "one row per Role, in its order");

constexpr const InlineTraits& traits_of(InlineKind kind) {
  return inline_traits[static_cast<std::size_t>(kind)];
}
constexpr const RoleTraits& traits_of(Role role) {
  return role_traits[static_cast<std::size_t>(role)];
}

}  // namespace hubglass::document
