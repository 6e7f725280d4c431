#include "hub/writer.h"

#include "document/interface_icons.h"
#include "document/slug.h"
#include "hub/index.h"
#include "hub/text.h"
#include "text/address.h"

namespace hubglass::hub {

using document::BlockKind;
using document::Document;
using document::Inline;
using document::InlineKind;
using document::LinkKind;
using document::Role;

Index Writer::text_paragraph(Index parent, Role role, std::string_view text) {
  const Index block = paragraph(parent, role);
  builder_.add_text(block, text);
  return block;
}

Index Writer::list(Index parent, Role role) {
  const Index block = builder_.add_block(parent, BlockKind::bullet_list, role);
  document().blocks[block].tight = true;
  return block;
}

Index Writer::item(Index list, Role role) {
  return builder_.add_block(list, BlockKind::list_item, role);
}

Index Writer::heading(Index parent, std::uint8_t level, std::string_view text, std::string_view id_text) {
  const Index block = builder_.add_block(parent, BlockKind::heading);
  document().blocks[block].level = level;
  document().blocks[block].id = document().store(unique_id(id_text.empty() ? text : id_text));
  builder_.add_text(block, text);
  return block;
}

Index Writer::link(Index block, std::string_view href, LinkKind kind) {
  const Index index = builder_.add_inline(block, InlineKind::link);
  document::Link link;
  link.href = document().store(href);
  link.kind = kind;
  document().inlines[index].detail = static_cast<Index>(document().links.size());
  document().links.push_back(link);
  return index;
}

Index Writer::link_to(Index block, const Target& target, std::string_view fragment) {
  std::string href = text::percent_encode_path(route_of(hub_, target));
  if (!fragment.empty()) href += "#" + std::string(fragment);
  return link(block, href, LinkKind::internal);
}

void Writer::icon(Index block, std::string_view name) {
  if (hub_.icons.find(name) == hub_.icons.end()) return;
  const Index index = builder_.add_inline(block, InlineKind::icon);
  document().inlines[index].text = document().store(name);
}

void Writer::icon_child(Index inline_parent, std::string_view name) {
  if (hub_.icons.find(name) == hub_.icons.end()) return;
  const Index index = builder_.add_inline_child(inline_parent, InlineKind::icon);
  document().inlines[index].text = document().store(name);
}

void Writer::small_child(Index inline_parent, std::string_view text) {
  builder_.add_text_child(builder_.add_inline_child(inline_parent, InlineKind::small), text);
}

void Writer::say(Index block, std::string_view language) {
  if (language.empty()) language = hub_.language;
  if (language_around(document(), document().blocks[block].parent, hub_.language) == language) return;
  document().blocks[block].language = document().store(language);
}

void Writer::text_child(Index inline_parent, std::string_view text, std::string_view language) {
  if (!language.empty() && language != hub_.language) {
    inline_parent = builder_.add_inline_child(inline_parent, InlineKind::span);
    document().inlines[inline_parent].text2 = document().store(language);
  }
  builder_.add_text_child(inline_parent, text);
}

void Writer::copy(const Document& source, const Piece& piece, Index parent) {
  if (piece.whole) {
    builder_.copy_block(source, piece.block, parent);
    return;
  }
  const Index block = paragraph(parent);
  document().blocks[block].line = source.blocks[piece.block].line;
  copy_inlines(source, piece.first_inline, piece.end_inline, piece.skip, block);
}

void Writer::copy_inlines(const Document& source, Index first, Index end, std::uint32_t skip, Index block) {
  copy_inline_list(source, first, end, skip, block, none);
}

Index Writer::copy_inline(const Document& source, Index inline_index, Index block) {
  const auto copy = static_cast<Index>(document().inlines.size());
  copy_inline_list(source, inline_index, source.inlines[inline_index].next, 0, block, none);
  return copy;
}

void Writer::copy_inline_list(const Document& source, Index first, Index end, std::uint32_t skip, Index block,
                              Index parent_inline) {
  for (Index i = first; i != end && i != none; i = source.inlines[i].next, skip = 0) {
    const Inline& original = source.inlines[i];
    Document& target = document();
    const Index copy = parent_inline == none ? builder_.add_inline(block, original.kind)
                                             : builder_.add_inline_child(parent_inline, original.kind);
    const auto store = [&](document::Text range) { return range.empty() ? range : target.store(source.view(range)); };
    document::Text text = original.text;
    text.begin += std::min(skip, text.size);
    text.size -= std::min(skip, text.size);
    target.inlines[copy].text = store(text);
    target.inlines[copy].text2 = store(original.text2);
    target.inlines[copy].classes = store(original.classes);
    target.inlines[copy].id = store(original.id);
    target.inlines[copy].line = original.line;
    target.inlines[copy].column = original.column;
    if (original.kind == InlineKind::link && original.detail != none) {
      document::Link link = source.links[original.detail];
      link.href = store(link.href);
      link.title = store(link.title);
      link.language = store(link.language);
      target.inlines[copy].detail = static_cast<Index>(target.links.size());
      target.links.push_back(link);
    } else if (original.kind == InlineKind::image && original.detail != none) {
      document::Image image = source.images[original.detail];
      image.source = store(image.source);
      image.alt = store(image.alt);
      image.title = store(image.title);
      target.inlines[copy].detail = static_cast<Index>(target.images.size());
      target.images.push_back(image);
    }
    copy_inline_list(source, original.first_child, none, 0, block, copy);
  }
}

std::string Writer::unique_id(std::string_view text) {
  std::string slug = document::slugify(text);
  if (slug.empty()) slug = "section";
  std::string id = slug;
  for (int suffix = 1; !ids_.insert(id).second; ++suffix) id = slug + "_" + std::to_string(suffix);
  return id;
}

void Writer::mark(Index parent, Index initiative, bool named) {
  const Initiative& record = hub_.initiatives[initiative];
  const Index block = paragraph(parent, Role::mark);
  if (record.logo >= hub_.assets.size()) {
    const Index span = builder_.add_inline(block, InlineKind::span);
    builder_.add_text_child(span, monogram(record.name));
    return;
  }
  const Asset& asset = hub_.assets[record.logo];
  document::Image image;
  image.source = document().store(asset.file.empty() ? asset.source : asset.file);
  if (named) image.alt = document().store(short_name(record.name));
  image.decorative = !named;
  image.width = asset.width;
  image.height = asset.height;
  image.transparent = asset.transparent;
  const Index inline_index = builder_.add_inline(block, InlineKind::image);
  document().inlines[inline_index].detail = static_cast<Index>(document().images.size());
  document().images.push_back(image);
}

void Writer::initiative_cards(Index parent, const std::vector<Index>& initiatives, bool cluster_names) {
  const Index grid = builder_.add_block(parent, BlockKind::bullet_list, Role::card_grid);
  say(grid, {});
  for (const Index index : initiatives) {
    const Initiative& initiative = hub_.initiatives[index];
    const Cluster& cluster = hub_.clusters[initiative.cluster];
    const Index card = item(grid, Role::card);
    document().blocks[card].accent = cluster.accent;
    mark(card, index, false);
    say(text_paragraph(card, Role::card_title, initiative.name), initiative.language);
    if (!initiative.summary.empty()) {
      say(text_paragraph(card, Role::none, initiative.summary), initiative.summary_language);
    }
    if (cluster_names) say(text_paragraph(card, Role::card_meta, cluster.title), cluster.language);
    const Index action = paragraph(card, Role::card_action);
    const Index link_inline = link_to(action, Target{cluster.page, index});
    link_of(link_inline).covers_card = true;
    icon_child(link_inline, document::interface_icons::arrow_right);
    builder_.add_text_child(link_inline, " " + fill(strings_.more_about, short_name(initiative.name)));
  }
}

std::string_view language_around(const Document& document, Index block, std::string_view otherwise) {
  for (; block != none; block = document.blocks[block].parent) {
    if (!document.blocks[block].language.empty()) return document.view(document.blocks[block].language);
  }
  return otherwise;
}

std::string monogram(std::string_view name) {
  const std::string shortened = short_name(name);
  std::string letters;
  std::size_t count = 0;
  bool word_start = true;
  for (std::size_t i = 0; i < shortened.size() && count < 2;) {
    const std::string_view character = first_character(std::string_view(shortened).substr(i));
    if (is_word_character(character.front())) {
      if (word_start) {
        letters += character;
        ++count;
      }
      word_start = false;
    } else {
      word_start = true;
    }
    i += character.size();
  }
  if (count == 1) {
    const std::string_view rest = std::string_view(shortened).substr(letters.size());
    const std::string_view second = first_character(rest);
    if (!second.empty() && is_word_character(second.front())) letters += second;
  }
  return letters;
}

}  // namespace hubglass::hub
