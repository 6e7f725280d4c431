#include "markdown/md4c_run.h"

#include "document/utf8.h"
#include "markdown/entities.h"
#include "markdown/finish.h"
#include "markdown/inline_text.h"
#include "markdown/page_parser.h"

#include <algorithm>

namespace hubglass::markdown {

using document::Align;
using document::Block;
using document::BlockKind;
using document::Index;
using document::InlineKind;
using document::none;
using document::Role;
using document::Task;

namespace {

constexpr std::size_t npos = std::string_view::npos;
constexpr std::string_view replacement_character = "\xEF\xBF\xBD";

constexpr unsigned dialect_flags =
    MD_FLAG_TABLES | MD_FLAG_TASKLISTS | MD_FLAG_STRIKETHROUGH | MD_FLAG_PERMISSIVEAUTOLINKS;

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

Md4cRun::Md4cRun(PageParser& page, std::string_view text, const SourceMap& map, const Rewritten* rewritten, Mode mode)
    : page_(page), text_(text), map_(map), rewritten_(rewritten), mode_(mode) {
  if (rewritten_ != nullptr) written_.resize(rewritten_->edits->size());
}

int Md4cRun::enter_block_callback(MD_BLOCKTYPE type, void* detail, void* self) {
  auto& run = *static_cast<Md4cRun*>(self);
  run.enter_block(type, detail);
  return run.page_.good() ? 0 : 1;
}

int Md4cRun::leave_block_callback(MD_BLOCKTYPE type, void*, void* self) {
  auto& run = *static_cast<Md4cRun*>(self);
  run.leave_block(type);
  return run.page_.good() ? 0 : 1;
}

int Md4cRun::enter_span_callback(MD_SPANTYPE type, void* detail, void* self) {
  static_cast<Md4cRun*>(self)->enter_span(type, detail);
  return 0;
}

int Md4cRun::leave_span_callback(MD_SPANTYPE type, void*, void* self) {
  static_cast<Md4cRun*>(self)->leave_span(type);
  return 0;
}

int Md4cRun::text_callback(MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* self) {
  auto& run = *static_cast<Md4cRun*>(self);
  run.write(type, std::string_view(text, size));
  return run.page_.good() ? 0 : 1;
}

bool Md4cRun::parse() {
  MD_PARSER parser{};
  parser.flags = page_.dialect() ? dialect_flags : 0;
  parser.enter_block = enter_block_callback;
  parser.leave_block = leave_block_callback;
  parser.enter_span = enter_span_callback;
  parser.leave_span = leave_span_callback;
  parser.text = text_callback;
  const std::size_t depth = page_.tree().depth();
  if (md_parse(text_.data(), static_cast<MD_SIZE>(text_.size()), &parser, this) != 0) return false;
  if (mode_ == Mode::inlines) {
    flush_raw_inline();
    page_.html().end_inlines();
    page_.tree().close_inlines_to(1);
    return true;
  }
  page_.tree().close_blocks_to(depth);
  write_left_over_containers();
  return true;
}

bool Md4cRun::inside(std::string_view text) const {
  return text.data() >= text_.data() && text.data() + text.size() <= text_.data() + text_.size();
}

Position Md4cRun::position_of(std::size_t offset) {
  return page_.position(map_.source(offset));
}

void Md4cRun::place(std::string_view text) {
  if (!inside(text)) return;
  last_offset_ = offset(text);
  page_.tree().set_position(position_of(last_offset_));
  if (heading_offset_ == npos) heading_offset_ = last_offset_;
  if (unplaced_.empty()) return;
  std::size_t at = last_offset_;
  for (std::size_t i = unplaced_.size(); i-- > 0;) {
    at = bracket_before(at, page_.document().inlines[unplaced_[i]].kind == InlineKind::image);
    set_place(unplaced_[i], at);
  }
  unplaced_.clear();
}

/// A link or image begins at the bracket before its text; of several, the innermost is nearest.
std::size_t Md4cRun::bracket_before(std::size_t at, bool image) const {
  constexpr std::size_t farthest = 200;
  std::size_t bracket = at;
  while (bracket > 0 && at - bracket < farthest && text_[bracket - 1] != '[' && text_[bracket - 1] != '\n') --bracket;
  if (bracket == 0 || text_[bracket - 1] != '[') return at;
  return image && bracket > 1 && text_[bracket - 2] == '!' ? bracket - 2 : bracket - 1;
}

void Md4cRun::set_place(Index node, std::size_t offset) {
  const Position position = position_of(offset);
  page_.document().inlines[node].line = position.line;
  page_.document().inlines[node].column = position.column;
}

document::Text Md4cRun::store(const MD_ATTRIBUTE& attribute) {
  if (attribute.size == 0) return {};
  if (!unplaced_.empty() || heading_offset_ == npos) {
    // Without any text of its own (an image without alternative text), this is the nearest known place.
    const std::string_view text(attribute.text, attribute.size);
    if (inside(text)) attribute_offset_ = offset(text);
  }
  std::string& arena = page_.document().text;
  const auto begin = static_cast<std::uint32_t>(arena.size());
  for (std::size_t i = 0; attribute.substr_offsets[i] < attribute.size; ++i) {
    const std::string_view part(attribute.text + attribute.substr_offsets[i],
                                attribute.substr_offsets[i + 1] - attribute.substr_offsets[i]);
    switch (attribute.substr_types[i]) {
      case MD_TEXT_ENTITY:
        append_entity(arena, part);
        break;
      case MD_TEXT_NULLCHAR:
        arena.append(replacement_character);
        break;
      default:
        arena.append(part);
        break;
    }
  }
  return {begin, static_cast<std::uint32_t>(arena.size()) - begin};
}

void Md4cRun::enter_block(MD_BLOCKTYPE type, void* detail) {
  if (mode_ == Mode::inlines) return;
  TreeWriter& tree = page_.tree();
  document::Document& document = page_.document();
  // Opening may first end a loose paragraph, so the depth to go back to is known only afterwards.
  const bool opens = type != MD_BLOCK_DOC && type != MD_BLOCK_THEAD && type != MD_BLOCK_TBODY && type != MD_BLOCK_HR &&
                     (type != MD_BLOCK_HTML || !page_.dialect());
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
      open_code(*static_cast<MD_BLOCK_CODE_DETAIL*>(detail));
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
  block_depths_.push_back(tree.depth() - (opens ? 1 : 0));
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

void Md4cRun::open_code(const MD_BLOCK_CODE_DETAIL& detail) {
  in_code_block_ = true;
  const document::Text info = store(detail.info);
  code_block_ = page_.tree().open_block(BlockKind::code, Role::none, by_markdown);
  if (code_block_ != none) {
    page_.document().blocks[code_block_].info = info;
    const std::string_view written(detail.info.text, detail.info.size);
    if (detail.info.size != 0 && inside(written)) place(written);
  } else {
    // Within a table cell of raw HTML a code block is a code span.
    code_span_ = page_.tree().add_inline(InlineKind::code);
    page_.document().inlines[code_span_].text.begin = static_cast<std::uint32_t>(page_.document().text.size());
  }
  code_begin_ = page_.document().text.size();
}

void Md4cRun::enter_span(MD_SPANTYPE type, void* detail) {
  flush_raw_inline();
  if (image_depth_ > 0) {
    if (type == MD_SPAN_IMG) ++image_depth_;
    return;
  }
  TreeWriter& tree = page_.tree();
  if (type == MD_SPAN_IMG) {
    open_image(*static_cast<MD_SPAN_IMG_DETAIL*>(detail));
    return;
  }
  page_.html().end_code();
  if (type == MD_SPAN_CODE) {
    code_span_ = tree.add_inline(InlineKind::code);
    page_.document().inlines[code_span_].text.begin = static_cast<std::uint32_t>(page_.document().text.size());
    return;
  }
  inline_depths_.push_back(tree.inline_depth());
  switch (type) {
    case MD_SPAN_EM:
      tree.open_inline(InlineKind::emphasis, by_markdown);
      break;
    case MD_SPAN_STRONG:
      tree.open_inline(InlineKind::strong, by_markdown);
      break;
    case MD_SPAN_DEL:
      tree.open_inline(InlineKind::strikethrough, by_markdown);
      break;
    case MD_SPAN_A:
      open_link(*static_cast<MD_SPAN_A_DETAIL*>(detail));
      break;
    default:
      tree.open_inline(InlineKind::span, by_markdown);
      break;
  }
  // A leaf opened for loose text lies below the span: the span closes down to it, not past it.
  if (inline_depths_.back() == 0) inline_depths_.back() = 1;
}

void Md4cRun::leave_span(MD_SPANTYPE type) {
  flush_raw_inline();
  if (image_depth_ > 0) {
    if (type == MD_SPAN_IMG && --image_depth_ == 0) close_image();
    return;
  }
  if (type == MD_SPAN_CODE) {
    code_span_ = none;
    return;
  }
  page_.html().end_code();
  if (inline_depths_.empty()) return;
  page_.tree().close_inlines_to(inline_depths_.back());
  inline_depths_.pop_back();
}

void Md4cRun::open_link(const MD_SPAN_A_DETAIL& detail) {
  TreeWriter& tree = page_.tree();
  // An address that is a link's text is no link in the link.
  if (tree.within_link()) return;
  const Index node = tree.open_inline(InlineKind::link, by_markdown);
  if (node == none) return;
  unplaced_.push_back(node);
  document::Link link;
  link.href = store(detail.href);
  link.title = store(detail.title);
  document::Document& document = page_.document();
  document.inlines[node].detail = static_cast<Index>(document.links.size());
  document.links.push_back(link);
}

void Md4cRun::open_image(const MD_SPAN_IMG_DETAIL& detail) {
  image_depth_ = 1;
  alternative_.clear();
  image_ = page_.tree().add_inline(InlineKind::image);
  unplaced_.push_back(image_);
  document::Image image;
  image.source = store(detail.src);
  image.title = store(detail.title);
  document::Document& document = page_.document();
  document.inlines[image_].detail = static_cast<Index>(document.images.size());
  document.images.push_back(image);
}

void Md4cRun::close_image() {
  document::Document& document = page_.document();
  if (document.inlines[image_].detail < document.images.size()) {
    document.images[document.inlines[image_].detail].alt = document.store(alternative_);
  }
  if (!unplaced_.empty() && unplaced_.back() == image_) {
    if (attribute_offset_ != npos) set_place(image_, bracket_before(attribute_offset_, true));
    unplaced_.pop_back();
  }
}

void Md4cRun::write(MD_TEXTTYPE type, std::string_view text) {
  place(text);
  if (type == MD_TEXT_HTML) {
    if (in_raw_block_) {
      write_raw_block(text);
    } else {
      write_raw_inline(text);
    }
    return;
  }
  if (in_code_block_ || code_span_ != none || in_raw_block_) {
    if (image_depth_ > 0) {
      write_alternative(type, text);
    } else {
      write_literal(type, text);
    }
    return;
  }
  flush_raw_inline();
  if (image_depth_ > 0) {
    write_alternative(type, text);
    return;
  }
  TreeWriter& tree = page_.tree();
  switch (type) {
    case MD_TEXT_BR:
      page_.html().end_code();
      tree.add_inline(InlineKind::hard_break);
      break;
    case MD_TEXT_SOFTBR:
      page_.html().end_code();
      tree.add_inline(InlineKind::soft_break);
      break;
    case MD_TEXT_NULLCHAR:
      page_.html().write_text(replacement_character);
      break;
    case MD_TEXT_ENTITY: {
      std::string decoded;
      append_entity(decoded, text);
      page_.html().write_text(decoded);
      break;
    }
    default: {
      const bool escaped = text.size() == 1 && inside(text) && offset(text) > 0 && text_[offset(text) - 1] == '\\';
      if (text.front() == '\t' && inside(text) && offset(text) == heading_offset_) {
        // md4c 0.5.2 takes only spaces off a heading's start.
        text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size()));
        if (text.empty()) break;
      }
      if (!page_.dialect()) {
        tree.append_text(text);
      } else if (page_.html().in_code() || escaped) {
        page_.html().write_text(text);
        if (escaped && text == "{") {
          page_.note_escaped_brace(static_cast<std::uint32_t>(page_.document().text.size() - 1));
        }
      } else {
        write_inline_text(page_, text);
      }
      break;
    }
  }
}

void Md4cRun::write_alternative(MD_TEXTTYPE type, std::string_view text) {
  switch (type) {
    case MD_TEXT_BR:
    case MD_TEXT_SOFTBR:
      alternative_.push_back(' ');
      break;
    case MD_TEXT_NULLCHAR:
      alternative_.append(replacement_character);
      break;
    case MD_TEXT_ENTITY:
      append_entity(alternative_, text);
      break;
    default:
      alternative_.append(text);
      break;
  }
}

void Md4cRun::write_literal(MD_TEXTTYPE type, std::string_view text) {
  std::string& arena = page_.document().text;
  const std::size_t before = arena.size();
  if (code_span_ != none && page_.document().inlines[code_span_].text.size == 0) {
    code_span_stripped_ = inside(text) && offset(text) > 0 && text_[offset(text) - 1] != '`';
  }
  if (type == MD_TEXT_NULLCHAR) {
    arena.append(replacement_character);
  } else if (rewritten_ != nullptr && inside(text) &&
             rewritten_->find_edit(offset(text), offset(text) + text.size()) != npos) {
    arena.append(restored(text));
  } else {
    arena.append(text);
  }
  if (code_span_ != none) {
    if (misses_line_end(text)) arena.push_back(' ');
    page_.document().inlines[code_span_].text.size += static_cast<std::uint32_t>(arena.size() - before);
  }
}

/// A line of a code span that ends with blanks: md4c 0.5.2 gives the blanks, but not the space for the line's end.
bool Md4cRun::misses_line_end(std::string_view text) const {
  if (in_code_block_ || !inside(text)) return false;
  const std::size_t begin = offset(text);
  const std::size_t end = begin + text.size();
  if (text.find_first_not_of(" \t") != npos || end >= text_.size() || text_[end] != '\n') return false;
  // The line's end may also be the one space that is taken off each end of a code span.
  const bool last_line = text_.compare(std::min(text_.find_first_not_of(" \t", end + 1), text_.size()), 1, "`") == 0;
  return !last_line || !code_span_stripped_;
}

std::string Md4cRun::restored(std::string_view text) {
  const std::size_t begin = offset(text);
  const std::size_t end = begin + text.size();
  for (std::size_t i = rewritten_->find_edit(begin, end); i < written_.size(); ++i) {
    if ((*rewritten_->edits)[i].at > end) break;
    written_[i] = true;
  }
  return rewritten_->restored(begin, end);
}

void Md4cRun::write_raw_block(std::string_view text) {
  if (!page_.dialect()) {
    page_.document().text.append(text);
    return;
  }
  if (raw_.empty()) raw_position_ = page_.tree().position();
  if (rewritten_ != nullptr && inside(text)) {
    const std::size_t end = offset(text) + text.size();
    std::size_t at = offset(text);
    for (std::size_t i = rewritten_->find_edit(at, end); i < written_.size() && (*rewritten_->edits)[i].at < end; ++i) {
      const Edit& edit = (*rewritten_->edits)[i];
      if (edit.replacement != placeholder) continue;
      raw_.append(text_.substr(at, edit.at - at));
      at = edit.at + edit.replacement.size();
      if (edit.extension == nullptr) continue;
      page_.html().write_block(raw_, raw_position_);
      raw_.clear();
      write_container(i);
    }
    raw_.append(text_.substr(at, end - at));
    return;
  }
  raw_.append(text);
}

void Md4cRun::write_raw_inline(std::string_view text) {
  if (image_depth_ > 0) return;
  if (rewritten_ != nullptr && inside(text)) {
    const std::size_t i = rewritten_->find_edit(offset(text), offset(text) + text.size());
    if (i != npos && (*rewritten_->edits)[i].extension != nullptr) {
      // An extension's line that md4c took for the rest of a paragraph is the author's text again.
      flush_raw_inline();
      const std::string lines = restored(text);
      for (std::size_t at = 0; at < lines.size();) {
        const std::size_t end = std::min(lines.find('\n', at), lines.size());
        page_.html().write_text(std::string_view(lines).substr(at, end - at));
        if (end < lines.size()) page_.tree().add_inline(InlineKind::soft_break);
        at = end + 1;
      }
      return;
    }
  }
  if (raw_.empty()) raw_position_ = page_.tree().position();
  raw_.append(text);
}

void Md4cRun::flush_raw_inline() {
  if (raw_.empty() || in_raw_block_) return;
  if (page_.dialect()) {
    page_.html().write_inline(raw_, raw_position_);
  } else {
    const Index node = page_.tree().add_inline(InlineKind::html);
    page_.document().inlines[node].text = page_.document().store(raw_);
  }
  raw_.clear();
}

void Md4cRun::write_container(std::size_t index) {
  if (written_[index]) return;
  written_[index] = true;
  Edit edit = (*rewritten_->edits)[index];
  const SourceMap& map = *rewritten_->original_map;
  edit.source = map.source(edit.begin);
  if (edit.has_title)
    edit.title_source = map.source(static_cast<std::size_t>(edit.title.data() - rewritten_->original.data()));
  page_.tree().set_position(page_.position(edit.source));
  const Content content =
      dedented(rewritten_->original, map, edit.content_begin, edit.content_end, edit.content_indent);
  edit.extension->write(page_, edit, content);
}

/// What md4c swallowed (an extension inside a link reference definition's title, say) comes last rather than never.
void Md4cRun::write_left_over_containers() {
  for (std::size_t i = 0; i < written_.size(); ++i) {
    if ((*rewritten_->edits)[i].extension != nullptr) write_container(i);
  }
}

}  // namespace hubglass::markdown
