#include "markdown/finish.h"

#include "document/address_breaks.h"
#include "document/slug.h"
#include "markdown/attribute_list.h"
#include "markdown/characters.h"
#include "markdown/inline_extension.h"
#include "markdown/page_parser.h"
#include "markdown/page_parts.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <vector>

namespace hubglass::markdown {

using document::Block;
using document::BlockKind;
using document::Document;
using document::Index;
using document::Inline;
using document::InlineKind;
using document::none;
using document::Role;

bool holds_only_images(const Document& document, Index first) {
  bool any = false;
  for (Index i = first; i != none; i = document.inlines[i].next) {
    const Inline& node = document.inlines[i];
    if (node.kind == InlineKind::image) {
      any = true;
    } else if (node.kind == InlineKind::text) {
      if (!trim(document.view(node.text)).empty()) return false;
    } else if (node.kind != InlineKind::soft_break && node.kind != InlineKind::hard_break) {
      return false;
    }
  }
  return any;
}

namespace {

constexpr std::size_t npos = std::string_view::npos;

/// The last inline of a leaf and the one before it.
struct Tail {
  Index before = none;
  Index last = none;
};

Tail tail_of(const Document& document, Index first) {
  Tail tail;
  for (Index i = first; i != none; i = document.inlines[i].next) tail = {tail.last, i};
  return tail;
}

/// Where the attribute list begins that ends `text`, or npos. In a heading a blank comes before it; elsewhere it stands
/// alone on the last line.
std::size_t trailing_list(std::string_view text, bool heading) {
  if (text.empty() || text.back() != '}') return npos;
  const std::size_t brace = text.rfind('{');
  if (brace == npos || read_attribute_list(text.substr(brace)).size != text.size() - brace) return npos;
  if (heading ? brace > 0 && !is_blank(text[brace - 1]) : !trim(text.substr(0, brace)).empty()) return npos;
  return brace;
}

/// The list item whose first text a paragraph is, or none.
Index item_of(const Document& document, Index block) {
  const Block& paragraph = document.blocks[block];
  if (paragraph.kind != BlockKind::paragraph || paragraph.parent == none) return none;
  const Block& parent = document.blocks[paragraph.parent];
  return parent.kind == BlockKind::list_item && parent.first_child == block ? paragraph.parent : none;
}

void take_trailing_list(PageParser& page, Index block) {
  Document& document = page.document();
  const Tail tail = tail_of(document, document.blocks[block].first_inline);
  if (tail.last == none || document.inlines[tail.last].kind != InlineKind::text) return;
  const Index item = item_of(document, block);
  const bool heading = document.blocks[block].kind != BlockKind::paragraph || item != none;
  const bool own_line = tail.before != none && document.inlines[tail.before].kind == InlineKind::soft_break;
  if (!heading && !own_line) return;
  const document::Text range = document.inlines[tail.last].text;
  const std::size_t trimmed = document.view(range).find_last_not_of(" \t") + 1;
  const std::string text(document.view(range).substr(0, trimmed));
  const std::size_t brace = trailing_list(text, heading);
  if (brace == npos || page.is_literal(range.begin + brace)) return;
  const AttributeList attributes = read_attribute_list(std::string_view(text).substr(brace));
  const Position position{document.inlines[tail.last].line,
                          document.inlines[tail.last].column + static_cast<std::uint32_t>(brace)};
  const std::size_t kept = std::string_view(text).substr(0, brace).find_last_not_of(" \t") + 1;
  document.inlines[tail.last].text.size = brace == 0 ? 0 : static_cast<std::uint32_t>(kept);
  if (!heading && own_line)
    document.inlines[tail.before].kind = InlineKind::text;  // the break before the list goes with it
  const Index first = document.blocks[block].first_inline;
  if (!heading && document.inlines[first].kind == InlineKind::image && document.inlines[first].next == tail.before) {
    apply_to_inline(page, first, attributes, position);
  } else {
    apply_to_block(page, item != none ? item : block, attributes, position);
  }
}

/// Empty links are there for their ids only: nothing to follow, nothing to focus.
void unlink_anchors(Document& document) {
  for (Inline& node : document.inlines) {
    const bool empty = node.kind == InlineKind::link && node.detail != none && node.first_child == none &&
                       document.links[node.detail].href.empty();
    if (!empty) continue;
    node.kind = InlineKind::span;
    node.detail = none;
  }
}

/// Pictures for one colour scheme say so behind their address.
void read_schemes(Document& document) {
  struct Suffix {
    std::string_view text;
    document::Scheme scheme;
  };
  constexpr Suffix suffixes[] = {{"#only-light", document::Scheme::light},
                                 {"#only-dark", document::Scheme::dark},
                                 {"#gh-light-mode-only", document::Scheme::light},
                                 {"#gh-dark-mode-only", document::Scheme::dark}};
  for (document::Image& image : document.images) {
    const std::string_view source = document.view(image.source);
    for (const auto& [text, scheme] : suffixes) {
      if (source.size() < text.size() || source.substr(source.size() - text.size()) != text) continue;
      image.scheme = scheme;
      image.source.size -= static_cast<std::uint32_t>(text.size());
      break;
    }
  }
}

/// Puts a <wbr> into a text wherever a long address in it may break.
void break_addresses(Document& document) {
  std::vector<std::uint32_t> offsets;
  const std::size_t count = document.inlines.size();
  for (Index i = 0; i < count; ++i) {
    if (document.inlines[i].kind != InlineKind::text) continue;
    offsets.clear();
    document::find_address_breaks(document.view(document.inlines[i].text), offsets);
    if (offsets.empty()) continue;
    const Inline whole = document.inlines[i];
    Index last = i;
    document.inlines[i].text.size = offsets.front();
    for (std::size_t part = 0; part < offsets.size(); ++part) {
      Inline node;
      node.kind = InlineKind::wbr;
      node.line = whole.line;
      node.column = whole.column + offsets[part];
      document.inlines[last].next = static_cast<Index>(document.inlines.size());
      node.next = document.inlines[last].next + 1;
      document.inlines.push_back(node);
      node.kind = InlineKind::text;
      const std::uint32_t end = part + 1 < offsets.size() ? offsets[part + 1] : whole.text.size;
      node.text = {whole.text.begin + offsets[part], end - offsets[part]};
      last = static_cast<Index>(document.inlines.size());
      document.inlines.push_back(node);
    }
    document.inlines[last].next = whole.next;
  }
}

/// Takes texts that have become empty out of their lists.
void drop_empty_texts(Document& document) {
  const auto skip = [&](Index& link) {
    while (link != none && document.inlines[link].kind == InlineKind::text && document.inlines[link].text.empty()) {
      link = document.inlines[link].next;
    }
  };
  for (Block& block : document.blocks) skip(block.first_inline);
  for (Inline& node : document.inlines) {
    skip(node.first_child);
    skip(node.next);
  }
}

/// Takes paragraphs without content, which raw HTML makes easily, out of their lists.
void drop_empty_paragraphs(Document& document) {
  const auto is_empty = [&](const Block& block) {
    if (block.kind != BlockKind::paragraph || block.role != Role::none || !block.id.empty()) return false;
    for (Index i = block.first_inline; i != none; i = document.inlines[i].next) {
      const Inline& node = document.inlines[i];
      if (node.kind != InlineKind::text || !trim(document.view(node.text)).empty()) return false;
    }
    return true;
  };
  const auto skip = [&](Index& link) {
    while (link != none && is_empty(document.blocks[link])) link = document.blocks[link].next;
  };
  for (Block& block : document.blocks) {
    skip(block.first_child);
    skip(block.next);
  }
}

/// The text an id is made from: what is written, without the alternative texts of images.
std::string heading_text(const Document& document, Index first) {
  std::string text;
  document::visit_inlines(document, first, [&](Index i) {
    const Inline& node = document.inlines[i];
    if (node.kind == InlineKind::text || node.kind == InlineKind::code) text.append(document.view(node.text));
    if (node.kind == InlineKind::soft_break || node.kind == InlineKind::hard_break) text.push_back(' ');
  });
  return text;
}

void give_ids(Document& document) {
  document::SlugSet ids;
  // Ids that authors gave come first, wherever they stand: a heading's own id makes room for them.
  for (Block& block : document.blocks) {
    if (block.id.empty()) continue;
    const std::string written(document.view(block.id));
    const std::string unique = ids.unique(written);
    if (unique != written) block.id = document.store(unique);
  }
  // What stands inline is not renamed: links to a name that is there twice lead to the first.
  for (const Block& block : document.blocks) {
    document::visit_inlines(document, block.first_inline, [&](Index i) {
      Inline& node = document.inlines[i];
      if (!node.id.empty() && !ids.take(document.view(node.id))) node.id = {};
    });
  }
  for (Block& block : document.blocks) {
    if (block.kind != BlockKind::heading || !block.id.empty()) continue;
    block.id = document.store(ids.unique(document::slugify(heading_text(document, block.first_inline))));
  }
}

/// Browsers take a caption that comes after rows out of its place; it stands before them.
void lift_captions(Document& document, Index table) {
  Index first = none;
  Index last = none;
  Index* link = &document.blocks[table].first_child;
  while (*link != none) {
    const Index at = *link;
    if (document.blocks[at].kind == BlockKind::table_row) {
      link = &document.blocks[at].next;
      continue;
    }
    *link = document.blocks[at].next;
    (last == none ? first : document.blocks[last].next) = at;
    last = at;
  }
  if (last != none) {
    document.blocks[last].next = document.blocks[table].first_child;
    document.blocks[table].first_child = first;
  }
}

/// A first row of nothing but header cells is the table's header, also without a <thead>.
void find_header_row(Document& document, Index table) {
  Index row = document.blocks[table].first_child;
  while (row != none && document.blocks[row].kind != BlockKind::table_row) row = document.blocks[row].next;
  if (row == none || document.blocks[row].first_child == none) return;
  for (Index cell = document.blocks[row].first_child; cell != none; cell = document.blocks[cell].next) {
    if (!document.blocks[cell].header) return;
  }
  document.blocks[row].header = true;
}

/// A collapsible block of raw HTML needs something to click on.
void give_summary(Document& document, Index details) {
  const Index first = document.blocks[details].first_child;
  if (first != none && document.blocks[first].role == Role::summary) return;
  const auto text = static_cast<Index>(document.inlines.size());
  document.inlines.emplace_back();
  document.inlines[text].text = document.store("Details");
  Block summary;
  summary.kind = BlockKind::paragraph;
  summary.role = Role::summary;
  summary.parent = details;
  summary.next = first;
  summary.first_inline = text;
  summary.line = document.blocks[details].line;
  document.blocks[details].first_child = static_cast<Index>(document.blocks.size());
  document.blocks.push_back(summary);
}

/// Brings the blocks into document order and drops those that nothing holds any more.
void sort_blocks(Document& document) {
  std::vector<Index> order;
  order.reserve(document.blocks.size());
  bool sorted = true;
  for (Index at = 0; at != none;) {
    sorted = sorted && at == order.size();
    order.push_back(at);
    if (document.blocks[at].first_child != none) {
      at = document.blocks[at].first_child;
      continue;
    }
    while (at != none && document.blocks[at].next == none) at = document.blocks[at].parent;
    if (at != none) at = document.blocks[at].next;
  }
  if (sorted && order.size() == document.blocks.size()) return;
  std::vector<Index> place(document.blocks.size(), none);
  for (Index i = 0; i < order.size(); ++i) place[order[i]] = i;
  const auto moved = [&](Index block) { return block == none ? none : place[block]; };
  std::vector<Block> blocks;
  blocks.reserve(order.size());
  for (const Index old : order) {
    Block block = document.blocks[old];
    block.parent = moved(block.parent);
    block.first_child = moved(block.first_child);
    block.next = moved(block.next);
    blocks.push_back(block);
  }
  document.blocks = std::move(blocks);
}

/// Blocks without any text of their own (rules, empty items) take the line of what comes before them.
void fill_in_lines(Document& document) {
  std::uint32_t line = 1;
  for (Index i = 1; i < document.blocks.size(); ++i) {
    if (document.blocks[i].line == 0) document.blocks[i].line = line;
    line = document.blocks[i].line;
  }
}

/// A term with two meanings on one page: the last counts, as in Python-Markdown, but hardly what the author wants.
void report_repeated_terms(PageParser& page) {
  const Document& document = page.document();
  std::unordered_map<std::string_view, const document::Abbreviation*> seen;
  for (const document::Abbreviation& abbreviation : document.abbreviations) {
    const document::Abbreviation*& before = seen[document.view(abbreviation.term)];
    if (before != nullptr && document.view(before->explanation) != document.view(abbreviation.explanation)) {
      page.report(Severity::warning, {abbreviation.line, 1},
                  "the abbreviation '" + std::string(document.view(abbreviation.term)) +
                      "' is explained differently on line " + std::to_string(before->line) +
                      "; this explanation counts, so delete the other one");
    }
    before = &abbreviation;
  }
}

}  // namespace

void finish_page(PageParser& page) {
  Document& document = page.document();
  transform_inlines(page);
  unlink_anchors(document);
  read_schemes(document);
  if (!document.abbreviations.empty()) report_repeated_terms(page);
  for (Index i = 0; i < document.blocks.size(); ++i) {
    const BlockKind kind = document.blocks[i].kind;
    if (kind == BlockKind::table) {
      lift_captions(document, i);
      find_header_row(document, i);
    }
    if (document.blocks[i].role == Role::details) give_summary(document, i);
    if (kind != BlockKind::heading && kind != BlockKind::paragraph && kind != BlockKind::table_cell) continue;
    if (document.blocks[i].first_inline == none) continue;
    take_trailing_list(page, i);
    if (kind == BlockKind::paragraph && document.blocks[i].role == Role::none &&
        holds_only_images(document, document.blocks[i].first_inline)) {
      document.blocks[i].role = Role::figure;
    }
  }
  drop_empty_texts(document);
  drop_empty_paragraphs(document);
  place_captions(page);
  place_footnotes(page);
  sort_blocks(document);
  fill_in_lines(document);
  break_addresses(document);
  give_ids(document);
  if (page.notes().outlines) {
    fill_outlines(page);
    sort_blocks(document);
  }
  if (page.tree().flattened()) {
    page.report(Severity::note, {}, "what is nested very deeply is shown less deeply nested");
  }
}

}  // namespace hubglass::markdown
