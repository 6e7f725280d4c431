#include "hub/view.h"

#include "hub/edition.h"

namespace hubglass::hub {

namespace {

using document::Block;
using document::BlockKind;
using document::Document;
using document::Role;

/// Takes every child of `parent` that `keep` refuses out of the tree.
template <typename Keep>
void keep_children(Document& document, Index parent, Keep keep) {
  Index last = none;
  Index next = none;
  for (Index child = document.blocks[parent].first_child; child != none; child = next) {
    next = document.blocks[child].next;
    if (!keep(document.blocks[child])) continue;
    (last == none ? document.blocks[parent].first_child : document.blocks[last].next) = child;
    last = child;
  }
  (last == none ? document.blocks[parent].first_child : document.blocks[last].next) = none;
}

bool has_grid(const Document& document, Index parent) {
  for (Index child = document.blocks[parent].first_child; child != none; child = document.blocks[child].next) {
    if (document.blocks[child].role == Role::card_grid) return true;
  }
  return false;
}

/// Whether a page is what the view is for.
bool is_own(const Hub& hub, const Target& target, View view) {
  if (target.missing()) return false;
  switch (view) {
    case View::cards:
      return route_of(hub, target).empty();
    case View::cluster:
      return target.initiative == none && hub.pages[target.page].cluster < hub.clusters.size();
    case View::initiative:
      return target.initiative != none;
    default:
      return false;
  }
}

}  // namespace

void reduce_to(Composed& composed, const Hub& hub, View view) {
  if (view == View::page) return;
  composed.header = Document{};
  composed.navigation = Document{};
  composed.contents = Document{};
  Document& content = composed.content;
  keep_children(content, 0, [](const Block& block) { return block.role != Role::footer; });
  const Index main = content.blocks[0].first_child;
  if (main == none || !is_own(hub, composed.target, view)) return;
  const bool only_cards = view != View::initiative && has_grid(content, main);
  keep_children(content, main, [&](const Block& block) {
    if (block.role == Role::breadcrumb || block.role == Role::pager) return false;
    const bool title = view == View::cluster && block.kind == BlockKind::heading && block.level == 1;
    return !only_cards || title || block.role == Role::card_grid || block.role == Role::language_notice;
  });
}

}  // namespace hubglass::hub
