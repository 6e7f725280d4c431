#include "hub/compose_ways.h"

#include "document/interface_icons.h"
#include "hub/text.h"

#include <algorithm>
#include <string>
#include <vector>

namespace hubglass::hub {

using document::InlineKind;
using document::Role;

namespace {

void add_pager_link(Writer& writer, Index pager, bool next, const Target& target, std::string_view title,
                    std::string_view language) {
  const Index block = writer.paragraph(pager, next ? Role::pager_next : Role::pager_previous);
  const Index link = writer.link_to(block, target);
  if (!next) writer.icon_child(link, document::interface_icons::arrow_left);
  writer.small_child(link,
                     next ? std::string(writer.strings().next) + " " : " " + std::string(writer.strings().previous));
  if (next) writer.icon_child(link, document::interface_icons::arrow_right);
  writer.builder().add_inline_child(link, InlineKind::hard_break);
  writer.text_child(link, title, language);
}

}  // namespace

void add_breadcrumb(Writer& writer, Index main, const Outline& outline, const Target& home, const Target& target) {
  const Hub& hub = writer.hub();
  if (route_of(hub, target).empty()) return;
  const Index group = writer.group(main, Role::breadcrumb);
  writer.say(group, {});
  const Index list = writer.list(group);
  const auto add_page = [&](Index page, std::string_view title, std::string_view language) {
    const Index block = writer.paragraph(writer.item(list));
    writer.say(block, language);
    writer.builder().add_text_child(writer.link_to(block, Target{page, none}), title);
  };
  if (!home.missing()) add_page(home.page, writer.strings().home, {});
  std::vector<const NavigationItem*> path = outline.path(target.page);
  if (target.initiative == none && !path.empty()) path.pop_back();
  for (const NavigationItem* item : path) {
    if (item->page == home.page && item->page != none) continue;
    if (item->page < hub.pages.size()) {
      add_page(item->page, item->title, item->language);
    } else {
      writer.say(writer.text_paragraph(writer.item(list), Role::none, item->title), item->language);
    }
  }
  if (path.empty() && target.initiative != none) {
    add_page(target.page, hub.pages[target.page].title, hub.pages[target.page].language);
  }
}

void add_page_pager(Writer& writer, Index main, const Outline& outline, Index page) {
  const NavigationItem* previous = outline.before(page);
  const NavigationItem* next_item = outline.after(page);
  if (previous == nullptr && next_item == nullptr) return;
  const Index pager = writer.group(main, Role::pager);
  writer.say(pager, {});
  const auto add = [&](bool next, const NavigationItem& item) {
    // By its own title: the navigation may call it by that of its section.
    const Page& to = writer.hub().pages[item.page];
    add_pager_link(writer, pager, next, Target{item.page, none}, to.title, to.language);
  };
  if (previous != nullptr) add(false, *previous);
  if (next_item != nullptr) add(true, *next_item);
}

void add_initiative_pager(Writer& writer, Index main, const Target& target) {
  const Hub& hub = writer.hub();
  const std::vector<Index>& siblings = hub.clusters[hub.initiatives[target.initiative].cluster].initiatives;
  const auto here = std::find(siblings.begin(), siblings.end(), target.initiative);
  if (here == siblings.end() || siblings.size() < 2) return;
  const Index pager = writer.group(main, Role::pager);
  writer.say(pager, {});
  const auto add = [&](bool next, Index initiative) {
    const Initiative& record = hub.initiatives[initiative];
    add_pager_link(writer, pager, next, Target{target.page, initiative}, short_name(record.name), record.language);
  };
  if (here != siblings.begin()) add(false, *(here - 1));
  if (here + 1 != siblings.end()) add(true, *(here + 1));
}

}  // namespace hubglass::hub
