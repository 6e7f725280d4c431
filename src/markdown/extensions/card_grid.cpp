#include "markdown/characters.h"

#include "markdown/extensions/extensions.h"
#include "markdown/page_parser.h"

/// Cards, as MkDocs Material writes them: a list in `<div class="grid cards" markdown>`. Each item is a card; its parts
/// are told by what they hold.
namespace hubglass::markdown {

using document::Block;
using document::BlockKind;
using document::Document;
using document::Index;
using document::Inline;
using document::InlineKind;
using document::none;
using document::Role;

namespace {

bool is_gap(const Document& document, Index i) {
  const Inline& node = document.inlines[i];
  return node.kind == InlineKind::soft_break || node.kind == InlineKind::hard_break ||
         (node.kind == InlineKind::text && trim(document.view(node.text)).empty());
}

Index skip_gaps(const Document& document, Index first) {
  while (first != none && is_gap(document, first)) first = document.inlines[first].next;
  return first;
}

/// The one inline of this kind that stands in the list with nothing but blanks around it, or none.
Index only_inline(const Document& document, Index first, InlineKind kind) {
  const Index found = skip_gaps(document, first);
  if (found == none || document.inlines[found].kind != kind) return none;
  return skip_gaps(document, document.inlines[found].next) == none ? found : none;
}

bool is_title(const Document& document, Index first) {
  if (only_inline(document, first, InlineKind::strong) != none) return true;
  const Index link = only_inline(document, first, InlineKind::link);
  return link != none && only_inline(document, document.inlines[link].first_child, InlineKind::strong) != none;
}

/// A card's first paragraph: `:icon: **Title**`. The icon gets a paragraph of its own.
void split_head(Document& document, Index paragraph) {
  const Index icon = skip_gaps(document, document.blocks[paragraph].first_inline);
  if (icon == none) return;
  if (document.inlines[icon].kind != InlineKind::icon) {
    if (is_title(document, icon)) document.blocks[paragraph].role = Role::card_title;
    return;
  }
  const Index rest = skip_gaps(document, document.inlines[icon].next);
  document.blocks[paragraph].role = Role::card_icon;
  document.blocks[paragraph].first_inline = icon;
  document.inlines[icon].next = none;
  if (rest == none) return;
  Block title;
  title.kind = BlockKind::paragraph;
  title.role = is_title(document, rest) ? Role::card_title : Role::none;
  title.parent = document.blocks[paragraph].parent;
  title.next = document.blocks[paragraph].next;
  title.first_inline = rest;
  title.line = document.inlines[rest].line;
  document.blocks[paragraph].next = static_cast<Index>(document.blocks.size());
  document.blocks.push_back(title);
}

void make_card(Document& document, Index card) {
  document.blocks[card].role = Role::card;
  const Index first = document.blocks[card].first_child;
  if (first == none) return;
  if (document.blocks[first].kind == BlockKind::paragraph) split_head(document, first);
  Index last = document.blocks[card].first_child;
  while (document.blocks[last].next != none) last = document.blocks[last].next;
  if (last == first || document.blocks[last].kind != BlockKind::paragraph ||
      document.blocks[last].role == Role::card_title) {
    return;
  }
  const Index link = only_inline(document, document.blocks[last].first_inline, InlineKind::link);
  if (link == none || document.inlines[link].detail == none) return;
  document.blocks[last].role = Role::card_action;
  document.links[document.inlines[link].detail].covers_card = true;
}

/// Puts a group around a block, in its place. The group is the last of Document::blocks.
void wrap_in_card(Document& document, Index* slot) {
  const Index inner = *slot;
  const auto group = static_cast<Index>(document.blocks.size());
  Block card;
  card.kind = BlockKind::group;
  card.role = Role::card;
  card.parent = document.blocks[inner].parent;
  card.next = document.blocks[inner].next;
  card.first_child = inner;
  card.line = document.blocks[inner].line;
  document.blocks[inner].parent = group;
  document.blocks[inner].next = none;
  *slot = group;
  document.blocks.push_back(card);
}

}  // namespace

void make_cards(PageParser& page, Index list) {
  Document& document = page.document();
  document.blocks[list].role = Role::card_grid;
  document.blocks[list].tight = false;
  for (Index card = document.blocks[list].first_child; card != none; card = document.blocks[card].next) {
    make_card(document, card);
  }
}

void make_grid(PageParser& page, Index group, bool cards) {
  Document& document = page.document();
  const Index first = document.blocks[group].first_child;
  document.blocks[group].classes = {};  // the role says it
  if (first == none) return;
  const auto is_bullet_list = [&](Index block) { return document.blocks[block].kind == BlockKind::bullet_list; };
  if (cards && is_bullet_list(first) && document.blocks[first].next == none) {
    // The list itself is the grid, in the group's place. sort_blocks drops what is left of the list's own block.
    Block& block = document.blocks[group];
    block.kind = BlockKind::bullet_list;
    block.first_child = document.blocks[first].first_child;
    for (Index card = block.first_child; card != none; card = document.blocks[card].next) {
      document.blocks[card].parent = group;
    }
    make_cards(page, group);
    return;
  }
  if (cards) {
    for (Index child = first; child != none; child = document.blocks[child].next) {
      if (is_bullet_list(child)) make_cards(page, child);
    }
    return;
  }
  document.blocks[group].role = Role::card_grid;
  Index* slot = &document.blocks[group].first_child;
  for (Index child = first; child != none;) {
    const Index next = document.blocks[child].next;
    wrap_in_card(document, slot);
    slot = &document.blocks.back().next;
    child = next;
  }
}

}  // namespace hubglass::markdown
