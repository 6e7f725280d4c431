#include "hub/initiatives.h"

#include "hub/text.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace hubglass::hub {

namespace {

using document::BlockKind;
using document::Document;
using document::Inline;
using document::InlineKind;
using document::Role;

using LabelKeys = std::unordered_map<std::string, std::string>;

LabelKeys label_keys(const Labels& labels) {
  LabelKeys keys;
  for (const auto& [key, names] : labels) {
    for (const std::string& name : names) keys.emplace(label_form(name), key);
  }
  return keys;
}

bool is_break(const Document& document, Index index) {
  return index == none || document.inlines[index].kind == InlineKind::soft_break ||
         document.inlines[index].kind == InlineKind::hard_break;
}

bool is_emphatic(InlineKind kind) {
  return kind == InlineKind::strong || kind == InlineKind::emphasis || kind == InlineKind::mark ||
         kind == InlineKind::insert || kind == InlineKind::span || kind == InlineKind::small;
}

/// A label found at the start of a line, and where the text after it begins.
struct LabelMatch {
  std::string key;
  std::string label;
  Index next = none;
  std::uint32_t skip = 0;
};

/// Moves `match` over blanks, and over the line's end when nothing else is left on the line.
void skip_to_text(const Document& document, LabelMatch& match) {
  if (match.next != none && document.inlines[match.next].kind == InlineKind::text) {
    const std::string_view text = document.view(document.inlines[match.next].text);
    const std::size_t start = text.find_first_not_of(" \t", match.skip);
    match.skip = static_cast<std::uint32_t>(start == std::string_view::npos ? text.size() : start);
    if (match.skip < text.size()) return;
    match.next = document.inlines[match.next].next;
    match.skip = 0;
  }
  if (match.next != none && is_break(document, match.next)) match.next = document.inlines[match.next].next;
}

/// `**Label:** …`, `**Label**: …`, `**Label**`. Without a colon and in the middle of a paragraph, nothing may follow.
bool match_emphatic(const Document& document, Index first, bool paragraph_start, const LabelKeys& keys,
                    LabelMatch& match) {
  const Inline& inline_node = document.inlines[first];
  const std::string text = document::inline_text(document, inline_node.first_child);
  const auto found = keys.find(label_form(text));
  if (found == keys.end()) return false;
  match.key = found->second;
  match.label = label_display(text);
  match.next = inline_node.next;
  match.skip = 0;
  bool colon = text.find(':') != std::string::npos;
  if (match.next != none && document.inlines[match.next].kind == InlineKind::text) {
    const std::string_view after = document.view(document.inlines[match.next].text);
    const std::size_t start = after.find_first_not_of(" \t");
    if (start != std::string_view::npos && after[start] == ':') {
      colon = true;
      match.skip = static_cast<std::uint32_t>(start + 1);
    }
  }
  if (!colon && !paragraph_start && !is_break(document, match.next)) return false;
  skip_to_text(document, match);
  return true;
}

/// `Label: …`, or `Label` alone on the line that starts a paragraph. Stray asterisks around it ("**Label: **") do not
/// count.
bool match_plain(const Document& document, Index first, bool paragraph_start, const LabelKeys& keys,
                 LabelMatch& match) {
  constexpr std::size_t longest_label = 200;  // a label is short; looking further would make long paragraphs quadratic
  std::string line;
  Index end = first;
  for (; end != none && document.inlines[end].kind == InlineKind::text && line.size() < longest_label;
       end = document.inlines[end].next) {
    line += document.view(document.inlines[end].text);
  }
  const std::size_t start = std::min(line.find_first_not_of("*_ \t"), line.size());
  std::size_t consumed = 0;
  for (std::size_t colon = line.find(':'); colon != std::string::npos; colon = line.find(':', colon + 1)) {
    if (colon < start) continue;
    const std::string_view candidate = std::string_view(line).substr(start, colon - start);
    if (candidate.size() > longest_label) break;
    if (const auto found = keys.find(label_form(candidate)); found != keys.end()) {
      match.key = found->second;
      match.label = label_display(candidate);
      consumed = std::min(line.find_first_not_of("*_ \t", colon + 1), line.size());
      break;
    }
  }
  if (consumed == 0) {
    if (!paragraph_start || !is_break(document, end)) return false;
    const auto found = keys.find(label_form(line));
    if (found == keys.end()) return false;
    match.key = found->second;
    match.label = label_display(line);
    consumed = line.size();
  }
  match.next = first;
  while (match.next != end) {
    const std::uint32_t size = document.inlines[match.next].text.size;
    if (consumed < size) break;
    consumed -= size;
    match.next = document.inlines[match.next].next;
  }
  match.skip = match.next == end ? 0 : static_cast<std::uint32_t>(consumed);
  skip_to_text(document, match);
  return true;
}

bool match_label(const Document& document, Index first, bool paragraph_start, const LabelKeys& keys,
                 LabelMatch& match) {
  if (first == none) return false;
  const InlineKind kind = document.inlines[first].kind;
  if (is_emphatic(kind)) return match_emphatic(document, first, paragraph_start, keys, match);
  return kind == InlineKind::text && match_plain(document, first, paragraph_start, keys, match);
}

/// Collects the pieces of one section.
class SectionReader {
 public:
  SectionReader(const Document& document, const LabelKeys& keys, Section& section)
      : document_(document), keys_(keys), section_(section) {}

  void read(Index block) {
    find_logo(block);
    const document::Block& node = document_.blocks[block];
    if (node.kind == BlockKind::paragraph && node.role == Role::none) {
      read_paragraph(block);
    } else {
      current().push_back(Piece{.block = block});
    }
  }

  void finish() {
    for (FieldPieces& field : section_.fields) drop_final_rules(field.pieces);
  }

 private:
  std::vector<Piece>& current() { return section_.fields.empty() ? section_.body : section_.fields.back().pieces; }

  void add_part(Index block, Index first, std::uint32_t skip, Index end) {
    if (first == end) return;
    current().push_back(Piece{.block = block, .whole = false, .first_inline = first, .end_inline = end, .skip = skip});
  }

  void read_paragraph(Index block) {
    const Index first = document_.blocks[block].first_inline;
    Index part = first;
    std::uint32_t part_skip = 0;
    bool labelled = false;
    Index line_end = none;  // the break before the line being looked at
    for (Index line = first; line != none;) {
      LabelMatch match;
      Index search = line;
      if (match_label(document_, line, line == first, keys_, match)) {
        add_part(block, part, part_skip, line == first ? first : line_end);
        section_.fields.push_back(FieldPieces{std::move(match.key), std::move(match.label), {}});
        labelled = true;
        part = match.next;
        part_skip = match.skip;
        search = match.next;
        // The text after a label may begin with the next label when the first has nothing after it.
        if (match.skip == 0 && match.next != none && match.next != line) {
          line = match.next;
          line_end = match.next;
          continue;
        }
      }
      while (search != none && !is_break(document_, search)) search = document_.inlines[search].next;
      line_end = search;
      line = search == none ? none : document_.inlines[search].next;
    }
    if (labelled) {
      add_part(block, part, part_skip, none);
    } else {
      current().push_back(Piece{.block = block});
    }
  }

  void find_logo(Index block) {
    if (section_.logo_inline != none) return;
    document::visit_blocks(document_, block, [&](Index index, int) {
      if (section_.logo_inline != none) return;
      document::visit_inlines(document_, document_.blocks[index].first_inline, [&](Index inline_index) {
        if (section_.logo_inline == none && document_.inlines[inline_index].kind == InlineKind::image) {
          section_.logo_inline = inline_index;
        }
      });
    });
    const document::Block& node = document_.blocks[block];
    if (section_.logo_inline == none || !section_.fields.empty() || node.kind != BlockKind::paragraph) return;
    if (node.first_inline == section_.logo_inline && document_.inlines[node.first_inline].next == none) {
      section_.logo_block = block;
    }
  }

  void drop_final_rules(std::vector<Piece>& pieces) {
    while (!pieces.empty() && pieces.back().whole && document_.blocks[pieces.back().block].kind == BlockKind::rule) {
      pieces.pop_back();
    }
  }

  const Document& document_;
  const LabelKeys& keys_;
  Section& section_;
};

}  // namespace

const Labels& default_labels() {
  static const Labels labels = {
      {"short_description", {"Short Description"}}, {"key_role", {"Key role in the LDT Ecosystem"}},
      {"relevance", {"Relevance to LDT4SSC"}},      {"resources", {"Key Assets and Resources"}},
      {"website", {"Webpage / Reference Link"}},    {"contact", {"Main contact point"}},
  };
  return labels;
}

std::vector<Section> find_sections(const Document& document, const Labels& labels) {
  const LabelKeys keys = label_keys(labels);
  std::vector<Section> sections;
  bool inside = false;
  for (Index block = document.blocks[0].first_child; block != none;) {
    const document::Block& node = document.blocks[block];
    if (node.kind == BlockKind::heading && node.level <= 2) {
      inside = node.level == 2;
      if (inside) sections.push_back(Section{.heading = block});
      block = node.next;
      continue;
    }
    if (!inside) {
      block = node.next;
      continue;
    }
    SectionReader reader(document, keys, sections.back());
    for (; block != none; block = document.blocks[block].next) {
      const document::Block& next = document.blocks[block];
      if (next.kind == BlockKind::heading && next.level <= 2) break;
      reader.read(block);
    }
    reader.finish();
  }
  return sections;
}

bool is_cluster(const std::vector<Section>& sections) {
  for (const Section& section : sections) {
    if (section.fields.size() >= 2) return true;
  }
  return false;
}

std::string plain_text(const Document& document, const Piece& piece) {
  if (piece.whole) return document::plain_text(document, piece.block);
  // inline_text() reads to the end of a list of siblings, so a part is read inline by inline from a copy cut short.
  std::string text;
  std::uint32_t skip = piece.skip;
  for (Index i = piece.first_inline; i != piece.end_inline && i != none; i = document.inlines[i].next) {
    const Inline& node = document.inlines[i];
    switch (node.kind) {
      case InlineKind::text:
      case InlineKind::code:
        text += document.view(node.text).substr(std::min<std::size_t>(skip, node.text.size));
        break;
      case InlineKind::soft_break:
      case InlineKind::hard_break:
        text += ' ';
        break;
      case InlineKind::image:
        text += document.view(document.images[node.detail].alt);
        break;
      default:
        text += document::inline_text(document, node.first_child);
        break;
    }
    skip = 0;
  }
  while (!text.empty() && text.back() == ' ') text.pop_back();
  return text;
}

std::string plain_text(const Document& document, const std::vector<Piece>& pieces) {
  std::string text;
  for (const Piece& piece : pieces) {
    std::string part = plain_text(document, piece);
    while (!part.empty() && part.back() == '\n') part.pop_back();
    if (part.empty()) continue;
    if (!text.empty()) text += '\n';
    text += part;
  }
  return text;
}

}  // namespace hubglass::hub
