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

/// A field as it is shown: the translation's, or the original's where the translation leaves it out.
struct ShownField {
  const Document* source = nullptr;
  const FieldPieces* field = nullptr;
  std::string_view language;  ///< of the original's; empty: the hub's
};

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

/// A label as the author wrote it; over an original's field, as translations name it. Says the block's language.
std::string_view label_of(const Writer& writer, const ShownField& shown, std::string_view& language) {
  language = shown.language;
  const Hub& hub = writer.hub();
  if (shown.language.empty() || hub.edition >= hub.languages.size()) return shown.field->label;
  const auto& labels = hub.languages[hub.edition].labels;
  const auto found = labels.find(shown.field->key);
  if (found == labels.end() || found->second.empty()) return shown.field->label;
  language = {};
  return found->second.front();
}

/// Says of all blocks that were added below `parent` since there were `from` of them that they are in `language`.
void say_since(Writer& writer, std::size_t from, Index parent, std::string_view language) {
  for (std::size_t block = from; block < writer.document().blocks.size(); ++block) {
    if (writer.document().blocks[block].parent == parent) writer.say(static_cast<Index>(block), language);
  }
}

void add_fact(Writer& writer, Index facts, const ShownField& shown) {
  const FieldPieces& field = *shown.field;
  const Index fact = writer.group(facts, Role::fact);
  std::string_view language;
  const std::string_view label = label_of(writer, shown, language);
  writer.say(writer.text_paragraph(fact, Role::fact_label, label), language);
  const std::size_t from = writer.document().blocks.size();
  if (field.pieces.empty()) {
    writer.say(writer.text_paragraph(fact, Role::none, writer.strings().not_stated), {});
    return;
  }
  if (field.key == "resources") {
    copy_resources(writer, fact, *shown.source, field.pieces);
  } else {
    for (const Piece& piece : field.pieces) writer.copy(*shown.source, piece, fact);
  }
  if (!shown.language.empty()) say_since(writer, from, fact, shown.language);
}

/// The fact panel: how to get there and whom to ask first, then what there is, then the rest in the author's order.
void add_facts(Writer& writer, Index main, const std::vector<ShownField>& all) {
  std::vector<const ShownField*> fields;
  for (const ShownField& shown : all) {
    if (is_fact(*shown.source, *shown.field)) fields.push_back(&shown);
  }
  if (fields.empty()) return;
  const auto rank = [](const ShownField* shown) {
    constexpr std::array<std::string_view, 3> first = {"website", "contact", "resources"};
    return std::find(first.begin(), first.end(), shown->field->key) - first.begin();
  };
  std::stable_sort(fields.begin(), fields.end(),
                   [&rank](const ShownField* left, const ShownField* right) { return rank(left) < rank(right); });
  const Index facts = writer.group(main, Role::facts);
  for (const ShownField* shown : fields) add_fact(writer, facts, *shown);
}

bool shows_image(const Document& source, Index inline_index) {
  if (inline_index == none) return false;
  const Index detail = source.inlines[inline_index].detail;
  return detail != none && !source.images[detail].source.empty();
}

/// `picture` is where the logo is shown from: the same section, or the original's when a translation has none.
void add_head(Writer& writer, Index main, Index initiative, const Document& source, const Section& section,
              const Document& picture, const Section& picture_section) {
  const Hub& hub = writer.hub();
  const Initiative& record = hub.initiatives[initiative];
  const Cluster& cluster = hub.clusters[record.cluster];
  const Index head = writer.group(main, Role::page_head);
  if (shows_image(picture, picture_section.logo_inline)) {
    const Index mark = writer.paragraph(head, Role::mark);
    if (&picture != &source) writer.say(mark, hub.languages.front().code);
    const Index copy = writer.copy_inline(picture, picture_section.logo_inline, mark);
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
  writer.say(chip, cluster.language);
  const Index link = writer.link_to(chip, Target{cluster.page, none});
  writer.builder().add_text_child(link, cluster.title);
}

/// Body text that no label names. The logo is in the head; rules around it divide nothing here.
std::vector<Piece> body_of(const Document& source, const Section& section) {
  std::vector<Piece> pieces = section.body;
  if (shows_image(source, section.logo_inline)) {
    std::erase_if(pieces, [&](const Piece& piece) { return piece.whole && piece.block == section.logo_block; });
  }
  const auto is_rule = [&](const Piece& piece) {
    return piece.whole && source.blocks[piece.block].kind == BlockKind::rule;
  };
  while (!pieces.empty() && is_rule(pieces.front())) pieces.erase(pieces.begin());
  while (!pieces.empty() && is_rule(pieces.back())) pieces.pop_back();
  return pieces;
}

/// The translation's fields in the original's order, the original's where the translation leaves one out, and last what
/// only the translation has. Without an original, the section's own.
std::vector<ShownField> fields_of(const Document& source, const Section& section, const Document* original,
                                  const Section* original_section, std::string_view original_language) {
  std::vector<ShownField> fields;
  std::vector<bool> used(section.fields.size(), false);
  if (original_section != nullptr) {
    for (const FieldPieces& field : original_section->fields) {
      std::size_t i = 0;
      while (i < used.size() && (used[i] || section.fields[i].key != field.key)) ++i;
      if (i < used.size()) {
        used[i] = true;
        fields.push_back({&source, &section.fields[i], {}});
      } else {
        fields.push_back({original, &field, original_language});
      }
    }
  }
  for (std::size_t i = 0; i < used.size(); ++i) {
    if (!used[i]) fields.push_back({&source, &section.fields[i], {}});
  }
  return fields;
}

/// Says above a page that parts of it are not translated.
void add_parts_notice(Writer& writer, Index main, const std::vector<ShownField>& fields, bool original_body) {
  const bool any = original_body || std::any_of(fields.begin(), fields.end(), [](const ShownField& shown) {
                     return !shown.language.empty() && !is_one_of(shown.field->key, {"website", "contact"});
                   });
  if (!any) return;
  const Strings& strings = writer.strings();
  const Hub& hub = writer.hub();
  const Language& here = hub.languages[hub.edition];
  const Language& there = hub.languages.front();
  const std::string text = fill(strings.parts_not_translated, language_name(strings, here.code, here.name)) + " " +
                           fill(strings.parts_shown, language_name(strings, there.code, there.name));
  writer.text_paragraph(main, Role::language_notice, text);
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

void compose_initiative(Writer& writer, Index main, Index initiative, const Document& page_document,
                        const Document* original) {
  const Hub& hub = writer.hub();
  const Initiative& record = hub.initiatives[initiative];
  const bool translated = record.translated_section != none;
  const std::vector<Section> sections = find_sections(page_document, hub.labels);
  std::vector<Section> original_sections;
  if (translated && original != nullptr) original_sections = find_sections(*original, hub.labels);
  const Section* original_section =
      record.section < original_sections.size() ? &original_sections[record.section] : nullptr;
  const Index ordinal = translated ? record.translated_section : record.section;
  if (ordinal < sections.size()) {
    const Section& section = sections[ordinal];
    const std::string_view language = hub.languages.empty() ? std::string_view() : hub.languages.front().code;
    const std::vector<ShownField> fields = fields_of(page_document, section, original, original_section, language);
    std::vector<Piece> body = body_of(page_document, section);
    const bool original_body = body.empty() && original_section != nullptr;
    if (original_body) body = body_of(*original, *original_section);
    reserve_ids(writer, page_document, section);
    if (original_section != nullptr) reserve_ids(writer, *original, *original_section);
    add_parts_notice(writer, main, fields, original_body && !body.empty());
    const bool own_picture = original_section == nullptr || shows_image(page_document, section.logo_inline);
    add_head(writer, main, initiative, page_document, section, own_picture ? page_document : *original,
             own_picture ? section : *original_section);
    add_facts(writer, main, fields);
    std::size_t from = writer.document().blocks.size();
    for (const Piece& piece : body) writer.copy(original_body ? *original : page_document, piece, main);
    if (original_body) say_since(writer, from, main, language);
    for (const ShownField& shown : fields) {
      if (is_fact(*shown.source, *shown.field)) continue;
      std::string_view label_language;
      const std::string_view label = label_of(writer, shown, label_language);
      const Index heading = writer.heading(main, 2, label);
      if (!shown.language.empty()) writer.say(heading, label_language);
      from = writer.document().blocks.size();
      if (shown.field->pieces.empty()) {
        writer.say(writer.text_paragraph(main, Role::none, writer.strings().not_stated), {});
        continue;
      }
      for (const Piece& piece : shown.field->pieces) writer.copy(*shown.source, piece, main);
      if (!shown.language.empty()) say_since(writer, from, main, shown.language);
    }
  } else {
    writer.heading(main, 1, record.name);
  }
  if (!record.related.empty()) {
    writer.say(writer.heading(main, 2, writer.strings().related_initiatives), {});
    writer.initiative_cards(main, record.related, true);
  }
}

}  // namespace hubglass::hub
