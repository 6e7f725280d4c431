#include "hub/compose.h"

#include "document/address_breaks.h"
#include "document/interface_icons.h"
#include "hub/compose_frame.h"
#include "hub/compose_initiative.h"
#include "hub/compose_ways.h"
#include "hub/edition.h"
#include "hub/glossary.h"
#include "hub/strings.h"
#include "hub/text.h"
#include "hub/writer.h"

#include <algorithm>
#include <string>
#include <unordered_set>

namespace hubglass::hub {

using document::BlockKind;
using document::Document;
using document::InlineKind;
using document::LinkKind;
using document::Role;

namespace {

/// Text with its web addresses as links.
void add_linked_text(Writer& writer, Index block, std::string_view text) {
  while (!text.empty()) {
    std::size_t start = std::min(text.find("https://"), text.find("http://"));
    if (start == std::string_view::npos) start = text.size();
    if (start > 0) writer.builder().add_text(block, text.substr(0, start));
    text.remove_prefix(start);
    std::size_t end = std::min(text.find_first_of(" \t\n<>\""), text.size());
    while (end > 0 && std::string_view(".,;:)").find(text[end - 1]) != std::string_view::npos) --end;
    if (end == 0) continue;
    const Index link = writer.link(block, text.substr(0, end), LinkKind::external);
    std::vector<std::uint32_t> breaks;
    document::find_address_breaks(text.substr(0, end), breaks);
    std::size_t begin = 0;
    for (const std::uint32_t at : breaks) {
      writer.builder().add_text_child(link, text.substr(begin, at - begin));
      writer.builder().add_inline_child(link, InlineKind::wbr);
      begin = at;
    }
    writer.builder().add_text_child(link, text.substr(begin, end - begin));
    text.remove_prefix(end);
  }
}

/// A button that reads as text; `words` is what the page needs to say when it is pressed.
void add_switch(Writer& writer, Index parent, std::string_view action, std::string_view name, std::string_view words) {
  const Index block = writer.paragraph(parent);
  const Index button = writer.builder().add_inline(block, InlineKind::button);
  writer.document().inlines[button].text = writer.document().store(action);
  writer.document().inlines[button].text2 = writer.document().store(words);
  writer.builder().add_text_child(button, name);
}

void add_footer(Writer& writer) {
  const Hub& hub = writer.hub();
  const Index footer = writer.group(0, Role::footer);
  if (!hub.copyright.empty()) {
    const Index block = writer.paragraph(footer);
    writer.say(block, hub.copyright_language);
    add_linked_text(writer, block, hub.copyright);
  }
  if (!hub.licence.name.empty()) {
    const Index block = writer.paragraph(footer);
    if (hub.licence.url.empty()) {
      writer.builder().add_text(block, fill(writer.strings().licence, hub.licence.name));
    } else {
      const std::string_view pattern = writer.strings().licence;
      const std::size_t brace = std::min(pattern.find('{'), pattern.size());
      if (brace > 0) writer.builder().add_text(block, pattern.substr(0, brace));
      const Index link = writer.link(block, hub.licence.url, LinkKind::external);
      writer.builder().add_text_child(link, hub.licence.name);
    }
  }
  if (!hub.version.empty()) {
    writer.text_paragraph(footer, Role::none, fill(writer.strings().content_version, hub.version));
  }
  writer.text_paragraph(footer, Role::none, writer.strings().made_with);
  const std::string_view shortcuts = writer.strings().shortcuts;
  add_switch(writer, footer, "plain", writer.strings().plain_page, {});
  add_switch(writer, footer, "shortcuts", shortcuts.substr(0, shortcuts.find('\n')), shortcuts);
}

/// The cluster that a card leads to; its link is told to cover the card.
Index cluster_of_card(Writer& writer, const HubIndex& index, Index card, Index& action) {
  Document& document = writer.document();
  const Hub& hub = writer.hub();
  Index cluster = none;
  for (Index block = document.blocks[card].first_child; block != none; block = document.blocks[block].next) {
    document::visit_inlines(document, document.blocks[block].first_inline, [&](Index i) {
      if (document.inlines[i].kind != InlineKind::link || document.inlines[i].detail == none || cluster != none) return;
      document::Link& link = document.links[document.inlines[i].detail];
      if (link.kind != LinkKind::internal) return;
      const Target target = find_route(index, document.view(link.href));
      if (target.missing() || target.initiative != none) return;
      cluster = hub.pages[target.page].cluster;
      if (cluster == none) return;
      if (document.blocks[block].role == Role::card_action) {
        action = block;
        link.covers_card = true;
      }
    });
  }
  return cluster;
}

/// Makes `block` (already the last child of its parent) come right before `before`.
void move_before(Document& document, Index block, Index before) {
  const Index parent = document.blocks[block].parent;
  Index previous = none;  // of `before`
  for (Index i = document.blocks[parent].first_child; i != before; i = document.blocks[i].next) {
    previous = i;
  }
  Index last = before;  // comes right before `block`
  while (document.blocks[last].next != block) {
    last = document.blocks[last].next;
  }
  document.blocks[last].next = none;
  document.blocks[block].next = before;
  (previous == none ? document.blocks[parent].first_child : document.blocks[previous].next) = block;
}

/// Cards that lead to clusters get the cluster's colour, the number of its initiatives, and its icon if they have none.
void decorate_cards(Writer& writer, const HubIndex& index) {
  Document& document = writer.document();
  const std::size_t count = document.blocks.size();
  for (Index card = 0; card < count; ++card) {
    if (document.blocks[card].role != Role::card || document.blocks[card].accent != 0) continue;
    Index action = none;
    const Index cluster = cluster_of_card(writer, index, card, action);
    if (cluster >= writer.hub().clusters.size()) continue;
    const Cluster& record = writer.hub().clusters[cluster];
    document.blocks[card].accent = record.accent;
    const Index first = document.blocks[card].first_child;
    const bool has_icon = first != none && document.blocks[first].role == Role::card_icon;
    if (!has_icon && first != none && writer.hub().icons.contains(record.icon)) {
      const Index tile = writer.paragraph(card, Role::card_icon);
      writer.icon(tile, record.icon);
      move_before(document, tile, first);
    }
    if (record.initiatives.empty()) continue;
    const Index meta =
        writer.text_paragraph(card, Role::card_meta, initiative_count(writer.strings(), record.initiatives.size()));
    writer.say(meta, {});
    if (action != none) move_before(document, meta, action);
  }
}

/// One h1, and no level left out on the way down.
void order_headings(Document& document) {
  std::uint8_t previous = 0;
  document::visit_blocks(document, 0, [&](Index index, int) {
    document::Block& block = document.blocks[index];
    if (block.kind != BlockKind::heading) return;
    if (previous != 0 && block.level == 1) block.level = 2;
    block.level = std::min<std::uint8_t>(block.level, static_cast<std::uint8_t>(previous + 1));
    previous = block.level;
  });
}

/// Says above a page that is not translated that it is not, and what is shown instead.
void add_language_notice(Writer& writer, Index main) {
  const Strings& strings = writer.strings();
  const auto name = [&](const Language& language) { return language_name(strings, language.code, language.name); };
  const std::vector<Language>& languages = writer.hub().languages;
  const std::string text = fill(strings.not_translated, name(languages[writer.hub().edition])) + " " +
                           fill(strings.original_shown, name(languages.front()));
  writer.say(writer.text_paragraph(main, Role::language_notice, text), {});
}

void compose_page(Writer& writer, Index main, Index page, const Document& source) {
  const Hub& hub = writer.hub();
  for (const document::Block& block : source.blocks) {
    if (!block.id.empty()) writer.reserve_id(source.view(block.id));
  }
  Index first_heading = source.blocks[0].first_child;
  while (first_heading != none && source.blocks[first_heading].kind != BlockKind::heading) {
    first_heading = source.blocks[first_heading].next;
  }
  if (first_heading == none || source.blocks[first_heading].level != 1) {
    writer.say(writer.heading(main, 1, hub.pages[page].title), hub.pages[page].language);
  }
  const Index cluster = hub.pages[page].cluster;
  bool cards_wanted = cluster < hub.clusters.size() && !hub.clusters[cluster].initiatives.empty();
  const auto add_cards = [&] {
    writer.say(writer.heading(main, 2, writer.strings().initiatives), {});
    writer.initiative_cards(main, hub.clusters[cluster].initiatives, false);
    cards_wanted = false;
  };
  for (Index block = source.blocks[0].first_child; block != none; block = source.blocks[block].next) {
    const document::Block& node = source.blocks[block];
    const auto starts_sections = [&](Index index) {
      return index != none && source.blocks[index].kind == BlockKind::heading && source.blocks[index].level == 2;
    };
    if (cards_wanted && starts_sections(block)) add_cards();
    // The rule between a cluster's intro and its first section would stand above the cards for no reason.
    if (cards_wanted && node.kind == BlockKind::rule && starts_sections(node.next)) continue;
    writer.builder().copy_block(source, block, main);
  }
  if (cards_wanted) add_cards();  // a translation may leave all sections to the original
}

void compose_missing(Writer& writer, Index main, const Target& home) {
  const Hub& hub = writer.hub();
  const Strings& strings = writer.strings();
  const Index notice = writer.group(main, Role::notice);
  writer.heading(notice, 1, strings.missing_title);
  writer.text_paragraph(notice, Role::none, strings.missing_what);
  writer.text_paragraph(notice, Role::none, strings.missing_works);
  writer.text_paragraph(notice, Role::none, strings.missing_to_do);
  const Index list = writer.list(notice);
  if (!home.missing()) {
    const Index link = writer.link_to(writer.paragraph(writer.item(list)), home);
    writer.builder().add_text_child(link, strings.missing_home);
  }
  for (const Cluster& cluster : hub.clusters) {
    const Index block = writer.paragraph(writer.item(list));
    writer.say(block, cluster.language);
    writer.builder().add_text_child(writer.link_to(block, Target{cluster.page, none}), cluster.title);
  }
}

/// Parts of two pages may bring the same id; the first keeps it.
void drop_repeated_ids(Document& document) {
  std::unordered_set<std::string> seen;
  document::visit_blocks(document, 0, [&](Index index, int) {
    document::Block& block = document.blocks[index];
    if (!block.id.empty() && !seen.emplace(document.view(block.id)).second) block.id = {};
  });
}

/// Until here all routes are the original's. Links that name their language have their whole route.
void lead_to_edition(Document& document, const std::string& prefix) {
  for (document::Link& link : document.links) {
    if (link.kind != LinkKind::internal || !link.language.empty()) continue;
    link.href = document.store(prefix + std::string(document.view(link.href)));
  }
}

document::PageKind kind_of(const Hub& hub, const Target& target) {
  if (target.missing()) return document::PageKind::missing;
  if (target.initiative != none) return document::PageKind::initiative;
  if (hub.pages[target.page].cluster < hub.clusters.size()) return document::PageKind::cluster;
  return hub.pages[target.page].route.empty() ? document::PageKind::home : document::PageKind::ordinary;
}

/// Of the page for wrong addresses.
std::string missing_route(const Hub& hub, Index language) {
  return route_prefix(hub, language) + "404.html";
}

void add_languages(const Hub& hub, const Target& target, Composed& composed) {
  if (hub.languages.size() < 2) return;
  for (Index language = 0; language < hub.languages.size(); ++language) {
    composed.languages.push_back({hub.languages[language].code,
                                  target.missing() ? missing_route(hub, language) : route_in(hub, language, target)});
  }
}

/// The outlines of all icons that the page may show.
void gather_icons(const Hub& hub, Composed& composed) {
  const auto gather = [&](std::string_view name) {
    if (const auto icon = hub.icons.find(name); icon != hub.icons.end()) composed.icons.insert(*icon);
  };
  for (const std::string_view name : document::interface_icons::switches) gather(name);
  for (const Document* document : {&composed.header, &composed.navigation, &composed.content, &composed.contents}) {
    for (const document::Inline& node : document->inlines) {
      if (node.kind == InlineKind::icon) gather(document->view(node.text));
    }
  }
}

}  // namespace

Composer::Composer(const Hub& hub) : hub_(hub), index_(make_index(hub)), outline_(hub) {
  for (const Glossary& glossary : hub.glossaries) {
    glossaries_.emplace(glossary.language, document::TermMatcher(forms_of(glossary)));
  }
}

Composed Composer::compose(const Target& target, const Document& page_document, const Document* original) const {
  const Hub& hub = hub_;
  const Target home = find_route(index_, "");
  Composed composed;
  composed.target = target;
  if (target.page >= hub.pages.size()) composed.target = Target{};
  const Target& here = composed.target;
  composed.language = hub.language;
  composed.text_language = hub.language;
  composed.hub_title = hub.title;
  composed.labels = labels_in(hub.language);
  composed.missing = missing_route(hub, hub.edition);
  composed.kind = kind_of(hub, here);
  add_languages(hub, here, composed);
  if (!here.missing()) {
    composed.route = route_in(hub, hub.edition, here);
    if (!is_translated(hub, hub.edition, here)) composed.text_language = hub.languages.front().code;
  }
  Writer writer(composed.content, hub);
  const Index main = writer.group(0, Role::main);
  writer.say(main, composed.text_language);
  const bool translated = composed.text_language == hub.language;
  if (here.missing()) {
    composed.title = writer.strings().missing_title;
    composed.description = writer.strings().missing_what;
    compose_missing(writer, main, home);
  } else if (here.initiative < hub.initiatives.size()) {
    const Initiative& initiative = hub.initiatives[here.initiative];
    composed.title = initiative.name;
    composed.description = initiative.summary;
    composed.accent = hub.clusters[initiative.cluster].accent;
    composed.content.blocks[main].accent = composed.accent;
    add_breadcrumb(writer, main, outline_, home, here);
    if (!translated) add_language_notice(writer, main);
    compose_initiative(writer, main, here.initiative, page_document, original);
    add_initiative_pager(writer, main, here);
  } else {
    const Page& page = hub.pages[here.page];
    composed.title = page.title;
    composed.description = page.description;
    if (page.cluster < hub.clusters.size()) composed.accent = hub.clusters[page.cluster].accent;
    composed.content.blocks[main].accent = composed.accent;
    add_breadcrumb(writer, main, outline_, home, here);
    if (!translated) add_language_notice(writer, main);
    compose_page(writer, main, here.page, page_document);
    decorate_cards(writer, index_);
    add_page_pager(writer, main, outline_, here.page);
  }
  add_footer(writer);
  order_headings(composed.content);
  if (original != nullptr) drop_repeated_ids(composed.content);
  composed.header = compose_header(hub, here);
  composed.navigation = compose_navigation(hub, outline_, here);
  composed.contents = here.missing() ? Document{} : compose_contents(hub, here, composed.content);
  if (!here.missing()) {
    const auto matcher = glossaries_.find(composed.text_language);
    explain_page(hub, here.page, composed.text_language, matcher == glossaries_.end() ? nullptr : &matcher->second,
                 page_document, composed.content);
  }
  if (hub.edition != 0) {
    const std::string prefix = route_prefix(hub, hub.edition);
    for (Document* document : {&composed.content, &composed.header, &composed.navigation, &composed.contents}) {
      lead_to_edition(*document, prefix);
    }
  }
  gather_icons(hub, composed);
  return composed;
}

}  // namespace hubglass::hub
