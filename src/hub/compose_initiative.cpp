#include "hub/compose_initiative.h"

#include "hub/address.h"
#include "hub/text.h"

#include <algorithm>
#include <array>

namespace hubglass::hub {

using document::BlockKind;
using document::Document;
using document::InlineKind;
using document::LinkKind;
using document::Role;

namespace {

constexpr std::size_t longest_fact = 200;  // bytes; a longer field is a section of the page

bool is_one_of(std::string_view key, std::initializer_list<std::string_view> keys) {
  return std::find(keys.begin(), keys.end(), key) != keys.end();
}

/// Fields of the fact panel: website, contact, resources, and any other field that is one short paragraph.
bool is_fact(const Document& source, const FieldPieces& field) {
  if (is_one_of(field.key, {"website", "contact", "resources"})) return true;
  if (is_one_of(field.key, {"short_description", "key_role", "relevance"})) return false;
  if (field.pieces.size() > 1) return false;
  if (field.pieces.empty()) return true;
  return source.blocks[field.pieces.front().block].kind == BlockKind::paragraph &&
         plain_text(source, field.pieces).size() <= longest_fact;
}

/// True for inlines that are links and nothing else but brackets, commas and blanks: a list written as a line.
bool is_list_of_links(const Document& source, const Piece& piece) {
  if (source.blocks[piece.block].kind != BlockKind::paragraph) return false;
  const Index first = piece.whole ? source.blocks[piece.block].first_inline : piece.first_inline;
  std::size_t links = 0;
  for (Index i = first; i != piece.end_inline && i != none; i = source.inlines[i].next) {
    const document::Inline& node = source.inlines[i];
    if (node.kind == InlineKind::link) {
      ++links;
      continue;
    }
    if (node.kind == InlineKind::soft_break || node.kind == InlineKind::hard_break || node.kind == InlineKind::wbr)
      continue;
    if (node.kind != InlineKind::text) return false;
    std::string_view text = source.view(node.text);
    if (i == first) text.remove_prefix(std::min<std::size_t>(piece.skip, text.size()));
    if (text.find_first_not_of(" \t[](),;|.") != std::string_view::npos) return false;
  }
  return links > 0;
}

/// Adds a line with the host of the paragraph's first web link, unless the link's text says it already.
void add_host(Writer& writer, Index block) {
  Document& document = writer.document();
  std::string host;
  document::visit_inlines(document, document.blocks[block].first_inline, [&](Index i) {
    const document::Inline& node = document.inlines[i];
    if (!host.empty() || node.kind != InlineKind::link || node.detail == none) return;
    const document::Link& link = document.links[node.detail];
    if (link.kind != LinkKind::external) return;
    const std::string candidate(host_of(document.view(link.href)));
    if (document::inline_text(document, node.first_child).find(candidate) == std::string::npos) host = candidate;
  });
  if (host.empty()) return;
  writer.builder().add_inline(block, InlineKind::hard_break);
  const Index small = writer.builder().add_inline(block, InlineKind::small);
  writer.builder().add_text_child(small, host);
}

void copy_resources(Writer& writer, Index fact, const Document& source, const std::vector<Piece>& pieces) {
  for (const Piece& piece : pieces) {
    if (is_list_of_links(source, piece)) {
      const Index list = writer.list(fact);
      const Index first = piece.whole ? source.blocks[piece.block].first_inline : piece.first_inline;
      for (Index i = first; i != piece.end_inline && i != none; i = source.inlines[i].next) {
        if (source.inlines[i].kind != InlineKind::link) continue;
        const Index block = writer.paragraph(writer.item(list));
        writer.copy_inline(source, i, block);
        add_host(writer, block);
      }
      continue;
    }
    const auto copied_from = static_cast<Index>(writer.document().blocks.size());
    writer.copy(source, piece, fact);
    const auto copied_to = static_cast<Index>(writer.document().blocks.size());
    for (Index block = copied_from; block < copied_to; ++block) {
      const document::Block& node = writer.document().blocks[block];
      const bool in_item = node.parent != none && writer.document().blocks[node.parent].kind == BlockKind::list_item;
      if (node.kind == BlockKind::paragraph && in_item) add_host(writer, block);
    }
  }
}

void add_fact(Writer& writer, Index facts, const Document& source, const FieldPieces& field) {
  const Index fact = writer.group(facts, Role::fact);
  writer.text_paragraph(fact, Role::fact_label, field.label);
  if (field.pieces.empty()) {
    writer.text_paragraph(fact, Role::none, writer.strings().not_stated);
  } else if (field.key == "resources") {
    copy_resources(writer, fact, source, field.pieces);
  } else {
    for (const Piece& piece : field.pieces) writer.copy(source, piece, fact);
  }
}

/// The fact panel: how to get there and whom to ask first, then what there is, then the rest in the author's order.
void add_facts(Writer& writer, Index main, const Document& source, const Section& section) {
  std::vector<const FieldPieces*> fields;
  for (const FieldPieces& field : section.fields) {
    if (is_fact(source, field)) fields.push_back(&field);
  }
  if (fields.empty()) return;
  const auto rank = [](const FieldPieces* field) {
    constexpr std::array<std::string_view, 3> first = {"website", "contact", "resources"};
    return std::find(first.begin(), first.end(), field->key) - first.begin();
  };
  std::stable_sort(fields.begin(), fields.end(),
                   [&rank](const FieldPieces* left, const FieldPieces* right) { return rank(left) < rank(right); });
  const Index facts = writer.group(main, Role::facts);
  for (const FieldPieces* field : fields) add_fact(writer, facts, source, *field);
}

bool shows_image(const Document& source, Index inline_index) {
  if (inline_index == none) return false;
  const Index detail = source.inlines[inline_index].detail;
  return detail != none && !source.images[detail].source.empty();
}

void add_head(Writer& writer, Index main, Index initiative, const Document& source, const Section& section) {
  const Hub& hub = writer.hub();
  const Initiative& record = hub.initiatives[initiative];
  const Cluster& cluster = hub.clusters[record.cluster];
  const Index head = writer.group(main, Role::page_head);
  if (shows_image(source, section.logo_inline)) {
    const Index copy = writer.copy_inline(source, section.logo_inline, writer.paragraph(head, Role::mark));
    document::Image& image = writer.document().images[writer.document().inlines[copy].detail];
    image.stated_width = false;
    image.align = document::Align::none;
  } else {
    writer.mark(head, initiative, true);
  }
  const Index text = writer.group(head, Role::page_head_text);
  const Index title = writer.builder().add_block(text, BlockKind::heading);
  document::Block& block = writer.document().blocks[title];
  block.level = 1;
  const document::Block& original = source.blocks[section.heading];
  if (!original.id.empty()) {
    block.id = writer.document().store(source.view(original.id));
  }
  writer.builder().copy_inlines(source, section.heading, title);
  const Index chip = writer.paragraph(text, Role::chip);
  const Index link = writer.link_to(chip, Target{cluster.page, none});
  writer.builder().add_text_child(link, cluster.title);
}

/// Body text that no label names. The logo is in the head; rules around it divide nothing here.
void add_body(Writer& writer, Index main, const Document& source, const Section& section) {
  std::vector<Piece> pieces = section.body;
  if (shows_image(source, section.logo_inline)) {
    std::erase_if(pieces, [&](const Piece& piece) { return piece.whole && piece.block == section.logo_block; });
  }
  const auto is_rule = [&](const Piece& piece) {
    return piece.whole && source.blocks[piece.block].kind == BlockKind::rule;
  };
  while (!pieces.empty() && is_rule(pieces.front())) pieces.erase(pieces.begin());
  while (!pieces.empty() && is_rule(pieces.back())) pieces.pop_back();
  for (const Piece& piece : pieces) writer.copy(source, piece, main);
}

void reserve_ids(Writer& writer, const Document& source, const Section& section) {
  writer.reserve_id(source.view(source.blocks[section.heading].id));
  const auto reserve = [&](const std::vector<Piece>& pieces) {
    for (const Piece& piece : pieces) {
      document::visit_blocks(source, piece.block, [&](Index block, int) {
        if (!source.blocks[block].id.empty()) writer.reserve_id(source.view(source.blocks[block].id));
      });
    }
  };
  reserve(section.body);
  for (const FieldPieces& field : section.fields) reserve(field.pieces);
}

}  // namespace

void compose_initiative(Writer& writer, Index main, Index initiative, const Document& page_document) {
  const Initiative& record = writer.hub().initiatives[initiative];
  const std::vector<Section> sections = find_sections(page_document, writer.hub().labels);
  if (record.section < sections.size()) {
    const Section& section = sections[record.section];
    reserve_ids(writer, page_document, section);
    add_head(writer, main, initiative, page_document, section);
    add_facts(writer, main, page_document, section);
    add_body(writer, main, page_document, section);
    for (const FieldPieces& field : section.fields) {
      if (is_fact(page_document, field)) continue;
      writer.heading(main, 2, field.label);
      if (field.pieces.empty()) writer.text_paragraph(main, Role::none, writer.strings().not_stated);
      for (const Piece& piece : field.pieces) writer.copy(page_document, piece, main);
    }
  } else {
    writer.heading(main, 1, record.name);
  }
  if (!record.related.empty()) {
    writer.heading(main, 2, writer.strings().related_initiatives);
    writer.initiative_cards(main, record.related, true);
  }
}

}  // namespace hubglass::hub
