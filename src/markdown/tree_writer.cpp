#include "markdown/tree_writer.h"

#include "document/budgets.h"

#include <algorithm>

namespace hubglass::markdown {

using document::Block;
using document::BlockKind;
using document::Index;
using document::Inline;
using document::InlineKind;
using document::none;
using document::Role;

namespace {

// Composing a page puts it into a few more groups, so a page itself stays well below the budget.
constexpr std::size_t deepest_block = static_cast<std::size_t>(budgets::nesting_depth) - 14;
constexpr std::size_t deepest_inline = static_cast<std::size_t>(budgets::nesting_depth) - 14;

bool is_leaf(BlockKind kind) {
  return kind == BlockKind::paragraph || kind == BlockKind::heading || kind == BlockKind::table_cell;
}

bool is_list(BlockKind kind) {
  return kind == BlockKind::bullet_list || kind == BlockKind::ordered_list;
}

/// Whether a block of kind `parent` may hold one of kind `child`.
bool accepts(BlockKind parent, BlockKind child, Role role = Role::none) {
  if (is_leaf(parent)) return false;
  if (parent == BlockKind::table && role == Role::caption) return true;
  if (is_list(parent) || child == BlockKind::list_item) return is_list(parent) && child == BlockKind::list_item;
  if (parent == BlockKind::table || child == BlockKind::table_row) {
    return parent == BlockKind::table && child == BlockKind::table_row;
  }
  if (parent == BlockKind::table_row || child == BlockKind::table_cell) {
    return parent == BlockKind::table_row && child == BlockKind::table_cell;
  }
  return true;
}

/// Blocks that only exist inside another one of their kind's own.
bool is_part(BlockKind kind) {
  return kind == BlockKind::list_item || kind == BlockKind::table_row || kind == BlockKind::table_cell;
}

}  // namespace

TreeWriter::TreeWriter(document::Document& document, bool collapse_blanks)
    : document_(document), collapse_blanks_(collapse_blanks) {
  blocks_.push_back({});
}

BlockKind TreeWriter::real_kind() const {
  return document_.blocks[blocks_.back().block].kind;
}

Index TreeWriter::push_block(BlockKind kind, Role role, Opener opener) {
  if (document_.blocks.size() >= budgets::blocks_per_page) {
    over_budget_ = true;
    push_left_out(kind, opener);
    return none;
  }
  const auto index = static_cast<Index>(document_.blocks.size());
  Block block;
  block.kind = kind;
  block.role = role;
  block.parent = blocks_.back().block;
  document_.blocks.push_back(block);
  Index& last = blocks_[blocks_.back().owner].last_child;
  (last == none ? document_.blocks[block.parent].first_child : document_.blocks[last].next) = index;
  last = index;
  blocks_.push_back({.block = index, .kind = kind, .opener = opener, .owner = blocks_.size()});
  if (is_leaf(kind)) {
    leaf_ = index;
    inlines_.assign(1, InlineFrame{});
    open_links_ = 0;
    end_text();
  }
  return index;
}

void TreeWriter::push_left_out(BlockKind kind, Opener opener) {
  const BlockFrame& around = blocks_.back();
  blocks_.push_back({.block = around.block, .kind = kind, .opener = opener, .left_out = true, .owner = around.owner});
}

void TreeWriter::fit_parent_of(BlockKind kind) {
  const auto parent = [&] { return real_kind(); };
  if (kind == BlockKind::list_item) {
    if (!is_list(parent())) {
      fit_parent_of(BlockKind::bullet_list);
      if (const Index list = push_block(BlockKind::bullet_list, Role::none, by_writer); list != none) {
        document_.blocks[list].tight = true;
      }
    }
    return;
  }
  if (kind == BlockKind::table_row) {
    if (parent() != BlockKind::table) {
      fit_parent_of(BlockKind::table);
      push_block(BlockKind::table, Role::none, by_writer);
    }
    return;
  }
  if (kind == BlockKind::table_cell) {
    if (parent() != BlockKind::table_row) {
      fit_parent_of(BlockKind::table_row);
      push_block(BlockKind::table_row, Role::none, by_writer);
    }
    return;
  }
  if (is_list(parent())) push_block(BlockKind::list_item, Role::none, by_writer);
  if (parent() == BlockKind::table) push_block(BlockKind::table_row, Role::none, by_writer);
  if (parent() == BlockKind::table_row) push_block(BlockKind::table_cell, Role::none, by_writer);
}

Index TreeWriter::open_block(BlockKind kind, Role role, Opener opener) {
  while (blocks_.back().opener == by_writer && !accepts(blocks_.back().kind, kind, role)) pop_block();
  if (in_leaf()) {
    // Only a table cell of raw HTML stays open around blocks; they become lines of the cell.
    close_inlines_to(1);
    if (inlines_.front().last != none && is_leaf(kind)) add_inline(InlineKind::hard_break);
    push_left_out(kind, opener);
    return none;
  }
  const bool too_deep = blocks_.size() + (is_leaf(kind) || is_part(kind) ? 0 : 3) >= deepest_block;
  if (too_deep && !is_leaf(kind)) {
    flattened_ = true;
    push_left_out(kind, opener);
    return none;
  }
  if (blocks_.back().left_out && is_part(kind)) {
    push_left_out(kind, opener);
    return none;
  }
  if (!accepts(real_kind(), kind, role)) fit_parent_of(kind);
  if (in_leaf()) {
    push_left_out(kind, opener);
    return none;
  }
  return push_block(kind, role, opener);
}

void TreeWriter::pop_block() {
  if (!blocks_.back().left_out && is_leaf(blocks_.back().kind)) {
    leaf_ = none;
    inlines_.clear();
  }
  end_text();
  blocks_.pop_back();
}

void TreeWriter::close_block() {
  while (blocks_.size() > 1 && blocks_.back().opener == by_writer) pop_block();
  if (blocks_.size() > 1) pop_block();
}

void TreeWriter::close_blocks_to(std::size_t depth) {
  while (blocks_.size() > depth && blocks_.size() > 1) pop_block();
}

void TreeWriter::close_loose_leaf() {
  if (in_leaf() && blocks_.back().opener == by_writer && blocks_.back().kind == BlockKind::paragraph) pop_block();
}

void TreeWriter::need_leaf() {
  if (in_leaf()) return;
  if (!accepts(real_kind(), BlockKind::paragraph)) fit_parent_of(BlockKind::paragraph);
  if (in_leaf()) return;
  const Index paragraph = push_block(BlockKind::paragraph, Role::none, by_writer);
  if (paragraph == none) {
    // Over budget: the root takes what still comes, until the caller stops.
    leaf_ = 0;
    inlines_.assign(1, InlineFrame{});
    open_links_ = 0;
    return;
  }
}

Index TreeWriter::link_inline(InlineKind kind) {
  if (document_.inlines.size() >= budgets::inlines_per_page) {
    over_budget_ = true;
    if (!document_.inlines.empty()) return static_cast<Index>(document_.inlines.size() - 1);
  }
  const auto index = static_cast<Index>(document_.inlines.size());
  Inline& node = document_.inlines.emplace_back();
  node.kind = kind;
  node.line = position_.line;
  node.column = position_.column;
  InlineFrame& frame = inlines_[inlines_.back().owner];
  if (frame.last != none) {
    document_.inlines[frame.last].next = index;
  } else if (frame.node != none) {
    document_.inlines[frame.node].first_child = index;
  } else {
    document_.blocks[leaf_].first_inline = index;
  }
  frame.last = index;
  return index;
}

Index TreeWriter::open_inline(InlineKind kind, Opener opener) {
  need_leaf();
  end_text();
  if (inlines_.size() >= deepest_inline || over_budget_) {
    flattened_ = true;
    inlines_.push_back({.node = inlines_.back().node, .opener = opener, .owner = inlines_.back().owner});
    return none;
  }
  const Index index = link_inline(kind);
  const bool is_link = kind == InlineKind::link;
  if (is_link) ++open_links_;
  inlines_.push_back({.node = index, .opener = opener, .owner = inlines_.size(), .is_link = is_link});
  return index;
}

void TreeWriter::pop_inline() {
  if (inlines_.back().is_link) --open_links_;
  inlines_.pop_back();
}

void TreeWriter::close_inline() {
  end_text();
  if (inlines_.size() > 1) pop_inline();
}

void TreeWriter::close_inlines_to(std::size_t depth) {
  end_text();
  while (inlines_.size() > depth && inlines_.size() > 1) pop_inline();
}

Index TreeWriter::add_inline(InlineKind kind) {
  need_leaf();
  end_text();
  return link_inline(kind);
}

void TreeWriter::append_collapsed(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t gap = std::min(text.find("  ", at), text.size());
    append_piece(text.substr(at, gap + 1 - at));
    at = gap;
    while (at < text.size() && text[at] == ' ') ++at;
  }
}

void TreeWriter::append_text(std::string_view text) {
  if (!collapse_blanks_) {
    append_piece(text);
    return;
  }
  // Where a comment was cut out, the blanks on both sides of it meet.
  const bool joins = open_text_ != none && !document_.text.empty() && document_.text.back() == ' ' &&
                     document_.inlines[open_text_].text.size != 0;
  if (joins && !text.empty() && text.front() == ' ') text.remove_prefix(1);
  if (text.find("  ") == std::string_view::npos) {
    append_piece(text);
  } else {
    append_collapsed(text);
  }
}

void TreeWriter::append_piece(std::string_view text) {
  if (text.empty()) return;
  std::string& arena = document_.text;
  if (open_text_ != none) {
    document::Text& range = document_.inlines[open_text_].text;
    if (range.begin + range.size == arena.size()) {
      arena.append(text);
      range.size += static_cast<std::uint32_t>(text.size());
      return;
    }
  }
  need_leaf();
  if (document_.blocks[leaf_].line == 0) document_.blocks[leaf_].line = position_.line;
  open_text_ = link_inline(InlineKind::text);
  document_.inlines[open_text_].text = document_.store(text);
}

void TreeWriter::trim_text_end() {
  if (open_text_ == none) return;
  std::string& arena = document_.text;
  document::Text& range = document_.inlines[open_text_].text;
  while (range.size > 0 && range.begin + range.size == arena.size() && (arena.back() == ' ' || arena.back() == '\t')) {
    arena.pop_back();
    --range.size;
  }
}

Index TreeWriter::last_element() const {
  if (!in_leaf() || open_text_ != none) return none;
  return inlines_[inlines_.back().owner].last;
}

void TreeWriter::set_position(Position position) {
  position_ = position;
  for (std::size_t i = blocks_.size(); i-- > 1;) {
    Block& block = document_.blocks[blocks_[i].block];
    if (block.line != 0) break;
    block.line = position.line;
  }
}

}  // namespace hubglass::markdown
