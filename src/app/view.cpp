#include "app/view.h"

namespace hubglass::app {

namespace {

using document::Block;
using document::BlockKind;
using document::Document;
using document::Index;
using document::none;
using document::PageKind;
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
bool is_own(PageKind kind, HubView view) {
  switch (view) {
    case HubView::cards:
      return kind == PageKind::home;
    case HubView::cluster:
      return kind == PageKind::cluster;
    case HubView::initiative:
      return kind == PageKind::initiative;
    default:
      return false;
  }
}

}  // namespace

void reduce_to(document::Page& page, HubView view) {
  if (view == HubView::page) return;
  page.header = Document{};
  page.navigation = Document{};
  page.contents = Document{};
  Document& content = page.content;
  keep_children(content, 0, [](const Block& block) { return block.role != Role::footer; });
  const Index main = content.blocks[0].first_child;
  if (main == none || !is_own(page.kind, view)) return;
  const bool only_cards = view != HubView::initiative && has_grid(content, main);
  keep_children(content, main, [&](const Block& block) {
    if (block.role == Role::breadcrumb || block.role == Role::pager) return false;
    const bool title = view == HubView::cluster && block.kind == BlockKind::heading && block.level == 1;
    return !only_cards || title || block.role == Role::card_grid || block.role == Role::language_notice;
  });
}

}  // namespace hubglass::app
