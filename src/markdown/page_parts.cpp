#include "markdown/page_parts.h"

#include "markdown/page_parser.h"

#include <string>
#include <vector>

namespace hubglass::markdown {

using document::Block;
using document::BlockKind;
using document::Document;
using document::Index;
using document::LinkUse;
using document::none;
using document::Role;

namespace {

constexpr std::string_view back_mark = "\xE2\x86\xA9\xEF\xB8\x8E";  // an arrow, as text
constexpr std::string_view no_break_space = "\xC2\xA0";

/// Appends a block that nothing holds yet.
Index add_loose_block(Document& document, BlockKind kind, Role role, Index parent, std::uint32_t line) {
  Block block;
  block.kind = kind;
  block.role = role;
  block.parent = parent;
  block.line = line;
  document.blocks.push_back(block);
  return static_cast<Index>(document.blocks.size() - 1);
}

Index last_child(const Document& document, Index parent) {
  Index last = document.blocks[parent].first_child;
  while (last != none && document.blocks[last].next != none) last = document.blocks[last].next;
  return last;
}

void append_child(Document& document, Index parent, Index child) {
  const Index last = last_child(document, parent);
  (last == none ? document.blocks[parent].first_child : document.blocks[last].next) = child;
  document.blocks[child].parent = parent;
  document.blocks[child].next = none;
}

/// Takes blocks of a role out of their lists; those that hold nothing else go with them.
void take_out(Document& document, Role role) {
  const auto skip = [&](Index& link) {
    while (link != none && document.blocks[link].role == role) link = document.blocks[link].next;
  };
  // From the last on, so that a chain of them is passed once and not once for each.
  for (std::size_t i = document.blocks.size(); i-- > 0;) {
    skip(document.blocks[i].first_child);
    skip(document.blocks[i].next);
  }
}

void add_back_links(document::Builder& builder, Index item, const PageNotes::Footnote& footnote) {
  Document& document = builder.document();
  Index paragraph = last_child(document, item);
  if (paragraph == none || document.blocks[paragraph].kind != BlockKind::paragraph ||
      document.blocks[paragraph].role != Role::none) {
    paragraph = add_loose_block(document, BlockKind::paragraph, Role::none, item, document.blocks[item].line);
    append_child(document, item, paragraph);
  }
  for (int reference = 1; reference <= footnote.references; ++reference) {
    builder.add_text(paragraph, no_break_space);
    document::Link& link = builder.add_link(paragraph, "#" + footnote_reference_id(footnote, reference),
                                            document::LinkKind::unresolved, back_mark);
    link.use = LinkUse::back;
  }
}

}  // namespace

void place_captions(PageParser& page) {
  Document& document = page.document();
  if (!page.notes().captions) return;
  const auto waits = [&](Index block) {
    return document.blocks[block].role == Role::captioned && document.blocks[block].tight;
  };
  for (Index parent = 0; parent < document.blocks.size(); ++parent) {
    Index* slot = &document.blocks[parent].first_child;
    while (*slot != none) {
      const Index child = *slot;
      const Index next = document.blocks[child].next;
      if (waits(child)) {
        document.blocks[child].tight = false;
      } else if (next != none && waits(next)) {
        Block& group = document.blocks[next];
        document.blocks[child].next = group.first_child;
        document.blocks[child].parent = next;
        group.first_child = child;
        group.tight = false;
        *slot = next;
        continue;
      }
      slot = &document.blocks[child].next;
    }
  }
}

void place_footnotes(PageParser& page) {
  Document& document = page.document();
  if (page.notes().footnotes.empty()) return;
  take_out(document, Role::footnotes);
  const Index list = add_loose_block(document, BlockKind::ordered_list, Role::footnotes, 0, 0);
  append_child(document, 0, list);
  document::Builder builder(document);
  Index last = none;
  for (const PageNotes::Footnote& footnote : page.notes().footnotes) {
    document.blocks[footnote.block].parent = list;
    document.blocks[footnote.block].next = none;
    (last == none ? document.blocks[list].first_child : document.blocks[last].next) = footnote.block;
    last = footnote.block;
    if (footnote.references == 0) {
      page.report(Severity::note, {document.blocks[footnote.block].line, 1},
                  "nothing refers to the footnote '" + footnote.label + "'");
    }
    add_back_links(builder, footnote.block, footnote);
  }
  document.blocks[list].line = document.blocks[document.blocks[list].first_child].line;
}

void fill_outlines(PageParser& page) {
  Document& document = page.document();
  if (!page.notes().outlines) return;
  struct Heading {
    int level = 0;
    std::string id;
    std::string text;
  };
  std::vector<Heading> headings;
  std::vector<Index> outlines;
  document::visit_blocks(document, 0, [&](Index i, int) {
    const Block& block = document.blocks[i];
    if (block.role == Role::outline) outlines.push_back(i);
    if (block.kind != BlockKind::heading) return;
    headings.push_back({block.level, std::string(document.view(block.id)), inline_text(document, block.first_inline)});
  });
  constexpr std::size_t most_outlines = 4;  // each repeats all headings
  if (outlines.size() > most_outlines) outlines.resize(most_outlines);
  for (const Index outline : outlines) {
    document::Builder builder(document);
    struct Open {
      int level = 0;
      Index list = none;
      Index item = none;
    };
    std::vector<Open> open;
    for (const Heading& heading : headings) {
      while (open.size() > 1 && open.back().level > heading.level && open[open.size() - 2].level >= heading.level) {
        open.pop_back();
      }
      if (open.empty() || open.back().level < heading.level) {
        const Index parent = open.empty() ? outline : open.back().item;
        const Index list = builder.add_block(parent, BlockKind::bullet_list);
        document.blocks[list].tight = true;
        document.blocks[list].line = document.blocks[outline].line;
        open.push_back({heading.level, list, none});
      }
      Open& top = open.back();
      top.level = heading.level;
      top.item = builder.add_block(top.list, BlockKind::list_item);
      const Index entry = builder.add_block(top.item, BlockKind::paragraph);
      document.blocks[top.item].line = document.blocks[outline].line;
      document.blocks[entry].line = document.blocks[outline].line;
      builder.add_link(entry, "#" + heading.id, document::LinkKind::unresolved, heading.text);
    }
  }
}

}  // namespace hubglass::markdown
