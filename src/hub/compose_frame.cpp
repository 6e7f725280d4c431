#include "hub/compose_frame.h"

#include "document/interface_icons.h"
#include "hub/address.h"
#include "hub/edition.h"
#include "hub/index.h"
#include "hub/writer.h"
#include "text/address.h"

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

/// Two levels are open where they are not more entries than this; deeper lists, and in larger hubs all, only on the way
/// to the page.
constexpr std::size_t most_open_entries = 80;
/// Lists that are longer show this many entries before the one on the way to the page, and after it.
constexpr std::size_t longest_list = 60;
constexpr std::size_t neighbours = 20;

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
      const float scale = std::min(document::logo_height / logo.height, document::logo_width / logo.width);
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
    const Index link =
        writer.link(block, text::percent_encode_path(route_in(hub, language, target)), LinkKind::internal);
    writer.link_of(link).language = writer.document().store(hub.languages[language].code);
    writer.link_of(link).current = language == hub.edition;
    writer.builder().add_text_child(link, hub.languages[language].name);
  }
}

/// The part of a list of `size` entries that is shown, where `here` is the one on the way to the page, or none.
struct Window {
  Window(std::size_t size, std::size_t here) {
    end = size;
    if (size <= longest_list) return;
    const std::size_t middle = here < size ? here : 0;
    begin = middle > neighbours ? middle - neighbours : 0;
    end = std::min(size, middle + neighbours + 1);
  }
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// An entry that stands for `count` others and leads to the nearest of them.
void add_more(Writer& writer, Index list, std::size_t count, const Target& nearest) {
  if (count == 0) return;
  const Index block = writer.paragraph(writer.item(list));
  writer.say(block, {});
  const std::string text = fill(writer.strings().more_pages, std::to_string(count));
  if (nearest.missing()) {
    writer.builder().add_text(block, text);
  } else {
    writer.builder().add_text_child(writer.link_to(block, nearest), text);
  }
}

void add_initiative_items(Writer& writer, Index parent, const Cluster& cluster, const Target& target) {
  const std::vector<Index>& all = cluster.initiatives;
  if (all.empty()) return;
  const Index list = writer.list(parent, Role::navigation_list);
  const auto here = static_cast<std::size_t>(std::find(all.begin(), all.end(), target.initiative) - all.begin());
  const Window window(all.size(), here);
  if (window.begin > 0) add_more(writer, list, window.begin, Target{cluster.page, all[window.begin - 1]});
  for (std::size_t i = window.begin; i < window.end; ++i) {
    const Index block = writer.paragraph(writer.item(list));
    writer.say(block, writer.hub().initiatives[all[i]].language);
    const Index link = writer.link_to(block, Target{cluster.page, all[i]});
    writer.link_of(link).current = all[i] == target.initiative;
    writer.builder().add_text_child(link, short_name(writer.hub().initiatives[all[i]].name));
  }
  if (window.end < all.size()) add_more(writer, list, all.size() - window.end, Target{cluster.page, all[window.end]});
}

class NavigationWriter {
 public:
  NavigationWriter(Writer& writer, const Outline& outline, const Target& target)
      : writer_(writer), target_(target), path_(outline.path(target.page)) {
    open_levels_ = outline.upper_entries() <= most_open_entries ? 2 : 1;
  }

  void add_list(Index parent, const std::vector<NavigationItem>& items, std::size_t depth) {
    const Index list = writer_.list(parent, Role::navigation_list);
    std::size_t here = items.size();
    for (std::size_t i = 0; i < items.size() && depth < path_.size(); ++i) {
      if (&items[i] == path_[depth]) here = i;
    }
    const Window window(items.size(), here);
    if (window.begin > 0) add_more(writer_, list, window.begin, leads_to(items[window.begin - 1]));
    for (std::size_t i = window.begin; i < window.end; ++i) add_item(list, items[i], i == here, depth);
    if (window.end < items.size()) add_more(writer_, list, items.size() - window.end, leads_to(items[window.end]));
  }

 private:
  [[nodiscard]] static Target leads_to(const NavigationItem& item) { return Target{first_page(item), none}; }

  void add_item(Index list, const NavigationItem& item, bool on_the_way, std::size_t depth) {
    const Hub& hub = writer_.hub();
    const Index entry = writer_.item(list);
    const Index block = writer_.paragraph(entry);
    writer_.say(block, item.language);
    const bool open = on_the_way || depth + 1 < open_levels_;
    const Index page = item.page < hub.pages.size() || open ? item.page : first_page(item);
    if (page < hub.pages.size()) {
      const Index link = writer_.link_to(block, Target{page, none});
      writer_.link_of(link).current = page == target_.page && target_.initiative == none;
      writer_.builder().add_text_child(link, item.title);
    } else if (!item.href.empty()) {
      const Index link = writer_.link(block, item.href, kind_of_href(item.href));
      writer_.builder().add_text_child(link, item.title);
    } else {
      writer_.builder().add_text(block, item.title);
    }
    if (item.page < hub.pages.size() && item.page == target_.page) {
      const Index cluster = hub.pages[item.page].cluster;
      if (cluster < hub.clusters.size()) add_initiative_items(writer_, entry, hub.clusters[cluster], target_);
    }
    if (!item.children.empty() && open) add_list(entry, item.children, depth + 1);
  }

  Writer& writer_;
  const Target& target_;
  std::vector<const NavigationItem*> path_;
  std::size_t open_levels_ = 1;
};

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
  add_control(writer, controls, "theme", themes, document::interface_icons::theme_automatic);
  add_control(writer, controls, "menu", strings.open_navigation, document::interface_icons::menu);
  return document;
}

Document compose_navigation(const Hub& hub, const Outline& outline, const Target& target) {
  Document document;
  Writer writer(document, hub);
  add_languages(writer, 0, Role::languages_drawer, target);
  const Index navigation = writer.group(0, Role::navigation);
  if (!hub.navigation.empty()) NavigationWriter(writer, outline, target).add_list(navigation, hub.navigation, 0);
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
