#include "hub/compose_frame.h"

#include "hub/address.h"
#include "hub/edition.h"
#include "hub/index.h"
#include "hub/interface_icons.h"
#include "hub/writer.h"

#include <algorithm>
#include <string>
#include <vector>

namespace hubglass::hub {

using document::BlockKind;
using document::Document;
using document::InlineKind;
using document::LinkKind;
using document::Role;

namespace {

constexpr int always_open_levels = 2;  // deeper lists show only on the way to the page

void add_control(Writer& writer, Index controls, std::string_view action, std::string_view name,
                 std::string_view icon) {
  const Index block = writer.paragraph(controls, Role::control);
  const Index button = writer.builder().add_inline(block, InlineKind::button);
  writer.document().inlines[button].text = writer.document().store(action);
  writer.document().inlines[button].text2 = writer.document().store(name);
  writer.icon_child(button, icon);
}

void add_brand(Writer& writer, Index bar) {
  const Hub& hub = writer.hub();
  const Index block = writer.paragraph(bar, Role::brand);
  writer.say(block, hub.title_language);
  const Index link = hub.home_link.empty() ? writer.link(block, "", LinkKind::internal)
                                           : writer.link(block, hub.home_link, LinkKind::external);
  if (hub.logo < hub.assets.size()) {
    const Asset& logo = hub.assets[hub.logo];
    document::Image image;
    image.source = writer.document().store(logo.file.empty() ? logo.source : logo.file);
    image.decorative = true;  // the title beside it says the same
    if (logo.width > 0 && logo.height > 0) {
      const float scale = std::min(logo_height / logo.height, logo_width / logo.width);
      image.width = logo.width * scale;
      image.height = logo.height * scale;
    }
    image.transparent = logo.transparent;
    const Index index = writer.builder().add_inline_child(link, InlineKind::image);
    writer.document().inlines[index].detail = static_cast<Index>(writer.document().images.size());
    writer.document().images.push_back(image);
  }
  writer.builder().add_text_child(link, hub.title);
}

/// More languages than this have no place in the header.
constexpr std::size_t most_in_header = 5;

/// The same target in every language: a link each, so that the choice needs neither script nor storage.
void add_languages(Writer& writer, Index parent, Role role, const Target& target) {
  const Hub& hub = writer.hub();
  if (hub.languages.size() < 2) return;
  const Index group = writer.group(parent, role);
  writer.document().blocks[group].open = hub.languages.size() > most_in_header;
  const Index list = writer.list(group, Role::language_list);
  for (Index language = 0; language < hub.languages.size(); ++language) {
    const Index block = writer.paragraph(writer.item(list, Role::language_item), Role::language_entry);
    const Index link = writer.link(block, percent_encode_path(route_in(hub, language, target)), LinkKind::internal);
    writer.link_of(link).language = writer.document().store(hub.languages[language].code);
    writer.link_of(link).current = language == hub.edition;
    writer.builder().add_text_child(link, hub.languages[language].name);
  }
}

bool holds_page(const NavigationItem& item, Index page) {
  if (item.page == page) return true;
  for (const NavigationItem& child : item.children) {
    if (holds_page(child, page)) return true;
  }
  return false;
}

void add_initiative_items(Writer& writer, Index parent, const Cluster& cluster, const Target& target) {
  if (cluster.initiatives.empty()) return;
  const Index list = writer.list(parent, Role::navigation_list);
  for (const Index initiative : cluster.initiatives) {
    const Index block = writer.paragraph(writer.item(list));
    writer.say(block, writer.hub().initiatives[initiative].language);
    const Index link = writer.link_to(block, Target{cluster.page, initiative});
    writer.link_of(link).current = initiative == target.initiative;
    writer.builder().add_text_child(link, short_name(writer.hub().initiatives[initiative].name));
  }
}

void add_items(Writer& writer, Index parent, const std::vector<NavigationItem>& items, const Target& target,
               int depth) {
  const Hub& hub = writer.hub();
  const Index list = writer.list(parent, Role::navigation_list);
  for (const NavigationItem& item : items) {
    const Index entry = writer.item(list);
    const Index block = writer.paragraph(entry);
    writer.say(block, item.language);
    if (item.page < hub.pages.size()) {
      const Index link = writer.link_to(block, Target{item.page, none});
      writer.link_of(link).current = item.page == target.page && target.initiative == none;
      writer.builder().add_text_child(link, item.title);
    } else if (!item.href.empty()) {
      const Index link = writer.link(block, item.href, kind_of_href(item.href));
      writer.builder().add_text_child(link, item.title);
    } else {
      writer.builder().add_text(block, item.title);
    }
    if (item.page < hub.pages.size() && item.page == target.page) {
      const Index cluster = hub.pages[item.page].cluster;
      if (cluster < hub.clusters.size()) add_initiative_items(writer, entry, hub.clusters[cluster], target);
    }
    const bool open = depth + 1 < always_open_levels || (!target.missing() && holds_page(item, target.page));
    if (!item.children.empty() && open) add_items(writer, entry, item.children, target, depth + 1);
  }
}

}  // namespace

Document compose_header(const Hub& hub, const Target& target) {
  Document document;
  Writer writer(document, hub);
  const Strings& strings = writer.strings();
  const Index bar = writer.group(0, Role::header_bar);
  add_brand(writer, bar);
  if (hub.languages.size() <= most_in_header) add_languages(writer, bar, Role::languages, target);
  const Index controls = writer.group(bar, Role::header_controls);
  const std::string themes = std::string(strings.theme_automatic) + "\n" + std::string(strings.theme_light) + "\n" +
                             std::string(strings.theme_dark);
  add_control(writer, controls, "theme", themes, interface_icons::theme_automatic);
  add_control(writer, controls, "menu", strings.open_navigation, interface_icons::menu);
  return document;
}

Document compose_navigation(const Hub& hub, const Target& target) {
  Document document;
  Writer writer(document, hub);
  add_languages(writer, 0, Role::languages_drawer, target);
  const Index navigation = writer.group(0, Role::navigation);
  if (!hub.navigation.empty()) add_items(writer, navigation, hub.navigation, target, 0);
  return document;
}

Document compose_contents(const Hub& hub, const Target& target, const Document& content) {
  Document document;
  Writer writer(document, hub);
  std::vector<Index> headings;
  document::visit_blocks(content, 0, [&](Index index, int) {
    const document::Block& block = content.blocks[index];
    const bool listed = block.kind == BlockKind::heading && (block.level == 2 || block.level == 3);
    if (listed && !block.id.empty()) headings.push_back(index);
  });
  if (headings.empty()) return document;
  const Index contents = writer.group(0, Role::contents);
  writer.text_paragraph(contents, Role::contents_title, writer.strings().on_this_page);
  const Index list = writer.list(contents, Role::contents_list);
  Index section = none;
  Index nested = none;
  for (const Index heading : headings) {
    const document::Block& block = content.blocks[heading];
    Index parent = list;
    if (block.level == 3 && section != none) {
      if (nested == none) nested = writer.list(section, Role::contents_list);
      parent = nested;
    }
    const Index entry = writer.item(parent);
    if (block.level == 2) {
      section = entry;
      nested = none;
    }
    const Index line = writer.paragraph(entry);
    writer.say(line, language_around(content, heading, hub.language));
    const Index link = writer.link_to(line, target, content.view(block.id));
    writer.link_of(link).heading = 1 + heading;
    writer.builder().add_text_child(link, document::inline_text(content, block.first_inline));
  }
  return document;
}

}  // namespace hubglass::hub
