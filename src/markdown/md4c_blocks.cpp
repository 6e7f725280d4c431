#include "markdown/md4c_run.h"

#include "markdown/characters.h"
#include "markdown/finish.h"
#include "markdown/page_parser.h"

#include <algorithm>

namespace hubglass::markdown {

using document::Align;
using document::BlockKind;
using document::Index;
using document::InlineKind;
using document::none;
using document::Role;
using document::Task;

namespace {

constexpr std::size_t npos = std::string_view::npos;

Align align_of(MD_ALIGN align) {
  switch (align) {
    case MD_ALIGN_LEFT:
      return Align::left;
    case MD_ALIGN_CENTER:
      return Align::centre;
    case MD_ALIGN_RIGHT:
      return Align::right;
    default:
      return Align::none;
  }
}

/// Whether a line is a rule, inside whatever quotes and lists.
bool is_rule_line(std::string_view line) {
  const std::size_t last = line.find_last_not_of(" \t");
  if (last == npos || std::string_view("-*_").find(line[last]) == npos) return false;
  int marks = 0;
  for (std::size_t i = last + 1; i-- > 0;) {
    if (line[i] == line[last]) {
      ++marks;
    } else if (line[i] != ' ' && line[i] != '\t') {
      break;
    }
  }
  return marks >= 3;
}

}  // namespace

void Md4cRun::enter_block(MD_BLOCKTYPE type, void* detail) {
  if (mode_ == Mode::inlines) return;
  TreeWriter& tree = page_.tree();
  document::Document& document = page_.document();
  // Opening may first end a loose paragraph, so the depth to go back to is known only afterwards.
  const bool opens = type != MD_BLOCK_DOC && type != MD_BLOCK_THEAD && type != MD_BLOCK_TBODY && type != MD_BLOCK_HR &&
                     (type != MD_BLOCK_HTML || !page_.dialect());
  std::size_t levels = opens ? 1 : 0;
  switch (type) {
    case MD_BLOCK_QUOTE:
      tree.open_block(BlockKind::quote, Role::none, by_markdown);
      break;
    case MD_BLOCK_UL:
      if (const Index list = tree.open_block(BlockKind::bullet_list, Role::none, by_markdown); list != none) {
        document.blocks[list].tight = static_cast<MD_BLOCK_UL_DETAIL*>(detail)->is_tight != 0;
      }
      break;
    case MD_BLOCK_OL:
      if (const Index list = tree.open_block(BlockKind::ordered_list, Role::none, by_markdown); list != none) {
        document.blocks[list].tight = static_cast<MD_BLOCK_OL_DETAIL*>(detail)->is_tight != 0;
        document.blocks[list].start = static_cast<MD_BLOCK_OL_DETAIL*>(detail)->start;
      }
      break;
    case MD_BLOCK_LI: {
      const auto& item_detail = *static_cast<MD_BLOCK_LI_DETAIL*>(detail);
      const Index item = tree.open_block(BlockKind::list_item, Role::none, by_markdown);
      if (item != none && item_detail.is_task != 0) {
        document.blocks[item].task = item_detail.task_mark == ' ' ? Task::open : Task::done;
      }
      break;
    }
    case MD_BLOCK_HR:
      write_rule();
      break;
    case MD_BLOCK_H:
      open_heading(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level);
      break;
    case MD_BLOCK_CODE:
      levels = open_code(*static_cast<MD_BLOCK_CODE_DETAIL*>(detail));
      break;
    case MD_BLOCK_HTML:
      in_raw_block_ = true;
      if (!page_.dialect()) {
        code_block_ = tree.open_block(BlockKind::html, Role::none, by_markdown);
        code_begin_ = document.text.size();
      }
      break;
    case MD_BLOCK_P:
      tree.open_block(BlockKind::paragraph, Role::none, by_markdown);
      break;
    case MD_BLOCK_TABLE:
      tree.open_block(BlockKind::table, Role::none, by_markdown);
      break;
    case MD_BLOCK_THEAD:
      in_table_head_ = true;
      break;
    case MD_BLOCK_TR:
      if (const Index row = tree.open_block(BlockKind::table_row, Role::none, by_markdown); row != none) {
        document.blocks[row].header = in_table_head_;
      }
      break;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
      if (const Index cell = tree.open_block(BlockKind::table_cell, Role::none, by_markdown); cell != none) {
        document.blocks[cell].header = type == MD_BLOCK_TH;
        document.blocks[cell].align = align_of(static_cast<MD_BLOCK_TD_DETAIL*>(detail)->align);
      }
      break;
    default:
      break;
  }
  block_depths_.push_back(tree.depth() - levels);
}

void Md4cRun::leave_block(MD_BLOCKTYPE type) {
  flush_raw_inline();
  if (mode_ == Mode::inlines || block_depths_.empty()) return;
  const std::size_t depth = block_depths_.back();
  block_depths_.pop_back();
  if (type == MD_BLOCK_HTML && page_.dialect()) {
    page_.html().write_block(raw_, raw_position_);
    page_.html().end_block();
    raw_.clear();
    in_raw_block_ = false;
    return;
  }
  page_.html().end_inlines();
  if (type == MD_BLOCK_P || type == MD_BLOCK_H) page_.tree().trim_text_end();
  unplaced_.clear();
  if (type == MD_BLOCK_CODE || type == MD_BLOCK_HTML) {
    if (code_block_ != none) {
      page_.document().blocks[code_block_].literal = {
          static_cast<std::uint32_t>(code_begin_),
          static_cast<std::uint32_t>(page_.document().text.size() - code_begin_)};
    }
    code_block_ = none;
    code_span_ = none;
    in_code_block_ = false;
    in_raw_block_ = false;
  }
  if (type == MD_BLOCK_THEAD) in_table_head_ = false;
  const Index leaf = page_.tree().block();
  page_.tree().close_blocks_to(depth);
  if (type == MD_BLOCK_H && page_.dialect()) figure_instead_of_heading(leaf);
}

void Md4cRun::open_heading(unsigned level) {
  heading_offset_ = npos;
  attribute_offset_ = npos;
  const Index heading = page_.tree().open_block(BlockKind::heading, Role::none, by_markdown);
  if (heading != none) page_.document().blocks[heading].level = static_cast<std::uint8_t>(level);
}

bool Md4cRun::is_atx_heading() const {
  const std::size_t at = heading_offset_ != npos ? heading_offset_ : attribute_offset_;
  if (at == npos) return true;
  const std::size_t newline = at == 0 ? npos : text_.rfind('\n', at - 1);
  const std::size_t begin = newline == npos ? 0 : newline + 1;
  const std::size_t first = text_.find_first_not_of(" \t>-+*0123456789.)", begin);
  return first != npos && first <= at && text_[first] == '#';
}

/// An image right above `---` looks like a heading to CommonMark. Authors mean a figure and a rule.
void Md4cRun::figure_instead_of_heading(Index leaf) {
  document::Document& document = page_.document();
  if (document.blocks[leaf].kind != BlockKind::heading || document.blocks[leaf].level != 2) return;
  if (!holds_only_images(document, document.blocks[leaf].first_inline) || is_atx_heading()) return;
  document.blocks[leaf].kind = BlockKind::paragraph;
  document.blocks[leaf].role = Role::figure;
  document.blocks[leaf].level = 0;
  write_rule();
}

void Md4cRun::write_rule() {
  TreeWriter& tree = page_.tree();
  const Index rule = tree.open_block(BlockKind::rule, Role::none, by_markdown);
  // md4c does not say where a rule is: it is the next line that looks like one.
  constexpr int farthest = 200;
  std::size_t at = last_offset_;
  for (int lines = 0; lines < farthest && at < text_.size(); ++lines) {
    const std::size_t end = std::min(text_.find('\n', at), text_.size());
    if (is_rule_line(text_.substr(at, end - at))) {
      if (rule != none) page_.document().blocks[rule].line = position_of(at).line;
      last_offset_ = std::min(end + 1, text_.size());
      break;
    }
    at = end + 1;
  }
  tree.close_block();
}

std::size_t Md4cRun::open_code(const MD_BLOCK_CODE_DETAIL& detail) {
  TreeWriter& tree = page_.tree();
  document::Document& document = page_.document();
  in_code_block_ = true;
  const document::Text info = store(detail.info);
  const std::string_view written(detail.info.text, detail.info.size);
  if (detail.info.size != 0 && inside(written)) place(written);
  const std::string all(document.view(info));
  const CodeInfo code = page_.dialect() ? read_code_info(all) : CodeInfo{.language = all};
  const bool listing = page_.dialect() && open_listing(code);
  code_block_ = tree.open_block(BlockKind::code, Role::none, by_markdown);
  if (code_block_ != none) {
    set_code(code);
  } else {
    // Within a table cell of raw HTML a code block is a code span.
    code_span_ = tree.add_inline(InlineKind::code);
    document.inlines[code_span_].text.begin = static_cast<std::uint32_t>(document.text.size());
  }
  code_begin_ = document.text.size();
  return listing ? 2 : 1;
}

/// Opens what shows a code block's title and language above it; false when it has neither.
bool Md4cRun::open_listing(const CodeInfo& code) {
  const std::string_view label = language_label(code.language);
  if (code.title.empty() && label.empty()) return false;
  TreeWriter& tree = page_.tree();
  const Index listing = tree.open_block(BlockKind::group, Role::listing, by_markdown);
  const std::size_t depth = tree.depth();
  tree.open_block(BlockKind::group, listing == none ? Role::none : Role::code_head, by_markdown);
  const auto write = [&](Role role, std::string_view text) {
    const std::size_t before = tree.depth();
    const Index line = tree.open_block(BlockKind::paragraph, listing == none ? Role::none : role, by_markdown);
    if (line != none || !text.empty()) {
      const std::size_t begin = page_.document().text.size();
      tree.append_text(text);
      page_.note_literal(begin);
    }
    tree.close_blocks_to(before);
  };
  if (listing != none || !code.title.empty()) write(Role::code_title, code.title);
  if (listing != none && !label.empty()) write(Role::code_language, label);
  tree.close_blocks_to(depth);
  return true;
}

void Md4cRun::set_code(const CodeInfo& code) {
  document::Document& document = page_.document();
  const auto store_text = [&](std::string_view text) { return text.empty() ? document::Text{} : document.store(text); };
  const document::Text language = store_text(code.language);
  const document::Text marked = store_text(code.marked_lines);
  document::Block& block = document.blocks[code_block_];
  block.info = language;
  block.marked_lines = marked;
  constexpr std::size_t longest_number = 7;
  const bool is_number = !code.first_line.empty() && code.first_line.size() <= longest_number &&
                         std::all_of(code.first_line.begin(), code.first_line.end(), is_digit);
  if (is_number) {
    block.numbered = true;
    block.start = 0;
    for (const char digit : code.first_line) block.start = block.start * 10 + static_cast<std::uint32_t>(digit - '0');
  }
  apply_to_block(page_, code_block_, code.others, page_.tree().position());
}

}  // namespace hubglass::markdown
