#include "document/line_marks.h"
#include "document/table_columns.h"
#include "html/semantics.h"
#include "html/writer.h"

#include <algorithm>
#include <functional>

namespace hubglass::html {

namespace {

using document::Align;
using document::Block;
using document::BlockKind;
using document::none;
using document::Role;
using document::Task;

bool is_leaf(const Block& block) {
  return block.kind == BlockKind::paragraph || block.kind == BlockKind::heading || block.kind == BlockKind::table_cell;
}

/// Blocks that may hold other blocks: their children start on lines of their own.
bool is_container(const Block& block) {
  return !is_leaf(block) && block.kind != BlockKind::code && block.kind != BlockKind::rule &&
         block.kind != BlockKind::html;
}

bool is_list(const Block& block) {
  return block.kind == BlockKind::bullet_list || block.kind == BlockKind::ordered_list;
}

std::string_view table_role(BlockKind kind, bool header, bool heads_row) {
  switch (kind) {
    case BlockKind::table:
      return "table";
    case BlockKind::table_row:
      return "row";
    case BlockKind::table_cell:
      return heads_row ? "rowheader" : header ? "columnheader" : "cell";
    default:
      return {};
  }
}

bool is_class_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

void append_class(std::string& output, std::string_view name) {
  if (!name.empty()) {
    output.append(output.empty() ? "" : " ").append(name);
  }
}

}  // namespace

std::string_view align_class(Align align) {
  switch (align) {
    case Align::left:
      return "hg-align-left";
    case Align::centre:
      return "hg-align-centre";
    case Align::right:
      return "hg-align-right";
    case Align::none:
      break;
  }
  return {};
}

void append_author_classes(std::string& output, std::string_view classes) {
  constexpr std::string_view blanks = " \t\n\r\f";
  for (std::size_t begin = classes.find_first_not_of(blanks); begin != std::string_view::npos;
       begin = classes.find_first_not_of(blanks, begin)) {
    const std::size_t end = std::min(classes.find_first_of(blanks, begin), classes.size());
    const std::string_view name = classes.substr(begin, end - begin);
    begin = end;
    if (name.substr(0, 3) != "hg-" && std::all_of(name.begin(), name.end(), is_class_character)) {
      append_class(output, name);
    }
  }
}

void Writer::write(Index block) {
  Flow flow;
  if (block == 0) {
    write_siblings(document_.blocks[0].first_child, flow, false);
    return;
  }
  const Index parent = document_.blocks[block].parent;
  const bool listed = parent != none && gives_list(document_, parent);
  write_block(block, flow, listed);
}

const BlockBox* Writer::box_of(Index index) const {
  if (options_.geometry == nullptr || index >= options_.geometry->boxes.size()) {
    return nullptr;
  }
  const BlockBox& box = options_.geometry->boxes[index];
  return box.shown ? &box : nullptr;
}

void Writer::place(const BlockBox& box, Flow& flow) {
  sink_.box(box.y - flow.cursor, box.x - flow.x, box.width, box.height, box);
  flow.cursor = box.y + box.height;
}

void Writer::write_siblings(Index first, Flow& flow, bool listed) {
  for (Index child = first; child != none; child = document_.blocks[child].next) {
    write_block(child, flow, listed);
  }
}

void Writer::write_children(Index index, bool listed) {
  const BlockBox* box = box_of(index);
  Flow flow{box != nullptr ? box->x : 0, box != nullptr ? box->y : 0};
  write_siblings(document_.blocks[index].first_child, flow, listed);
}

void Writer::close_block() {
  sink_.close();
  sink_.newline();
}

void Writer::write_block(Index index, Flow& flow, bool listed) {
  const Block& block = document_.blocks[index];
  if (block.kind == BlockKind::html) {  // only conformance runs hold raw HTML
    return;
  }
  const bool outer_section = current_is_section_;
  const bool outer_navigation = in_navigation_;
  in_navigation_ = in_navigation_ || block.role == Role::navigation;
  current_is_section_ = block.kind == BlockKind::list_item && in_navigation_ ? current_below(index) : outer_section;
  sink_.newline();
  write_start(index, flow, listed);
  if (is_container(block)) {
    sink_.newline();
  }
  write_content(index, listed);
  close_block();
  current_is_section_ = outer_section;
  in_navigation_ = outer_navigation;
}

void Writer::write_start(Index index, Flow& flow, bool listed) {
  const Block& block = document_.blocks[index];
  const Element element = element_of(document_, index, listed);
  const bool heads_row = block.kind == BlockKind::table_cell && block.header && !document_.blocks[block.parent].header;
  sink_.open(element.tag);
  if (block.role == Role::main) {
    sink_.attribute("id", std::string(options_.id_prefix).append("hg-main"));
    sink_.attribute("tabindex", "-1");
  } else if (!block.id.empty()) {
    sink_.attribute("id", std::string(options_.id_prefix).append(view(block.id)));
  }
  write_classes(block, element.class_name);
  if (!block.language.empty()) {
    sink_.attribute("lang", view(block.language));
  }
  if (!element.aria_role.empty()) {
    sink_.attribute("role", element.aria_role);
  } else if (options_.mirror) {
    // The mirror's boxes change `display` and `list-style`, which takes lists and tables their meaning in some
    // browsers.
    const std::string_view aria_role = is_list(block) ? "list" : table_role(block.kind, block.header, heads_row);
    if (!aria_role.empty()) {
      sink_.attribute("role", aria_role);
    }
  }
  if (element.label != nullptr) {
    sink_.attribute("aria-label", options_.labels.*element.label);
  }
  if (block.role == Role::mark && !holds_image(block)) {
    sink_.attribute("aria-hidden", "true");  // a monogram says nothing that the name beside it does not
  }
  if (block.kind == BlockKind::ordered_list && block.start != 1) {
    sink_.attribute("start", std::to_string(block.start));
  }
  if (block.kind == BlockKind::table_cell && block.header) {
    sink_.attribute("scope", heads_row ? "row" : "col");
  }
  if (block.kind == BlockKind::table_cell && block.column_span > 1) {
    sink_.attribute("colspan", std::to_string(block.column_span));
  }
  if (block.role == Role::details && block.open) {
    sink_.attribute("open", "");
  }
  write_data(block);
  if (const BlockBox* box = box_of(index)) {
    place(*box, flow);
  }
  if (block.role == Role::summary || block.role == Role::card) {
    sink_.action(1 + index);
  }
}

/// What scripts and other programs tell parts by.
void Writer::write_data(const Block& block) {
  switch (block.role) {
    case Role::code_language:
      sink_.attribute("data-chrome", "");  // the page's, not the author's
      break;
    case Role::tab_label:
      sink_.attribute("data-tab", "");
      break;
    case Role::media:
      sink_.attribute("data-media", view(block.variant));
      break;
    default:
      break;
  }
}

void Writer::write_classes(const Block& block, std::string_view class_name) {
  scratch_.clear();
  append_class(scratch_, class_name);
  if (block.role == Role::admonition || block.role == Role::details) {
    const std::string_view variant = view(block.variant);
    if (!variant.empty() && std::all_of(variant.begin(), variant.end(), is_class_character)) {
      scratch_.append(" hg-admonition-").append(variant);
    }
  }
  if (block.accent != 0) {
    append_class(scratch_, "hg-accent-" + std::to_string(block.accent));
  }
  if (block.numbered) {
    append_class(scratch_, "hg-numbered");
  }
  if (block.kind == BlockKind::table_cell && block.column_span > 1) {
    append_class(scratch_, "hg-span-" + std::to_string(block.column_span));
  }
  if (block.tight && is_list(block)) {
    append_class(scratch_, "hg-tight");
  }
  if (block.task != Task::none) {
    append_class(scratch_, "hg-task");
  }
  if (block.kind == BlockKind::table_cell && column_ < columns_.size()) {
    const int share = document::span_weight(columns_, column_, block.column_span);
    append_class(scratch_, "hg-share-" + std::to_string(share));
    column_ += block.column_span;
  }
  if (block.role == Role::languages_drawer && block.open) {
    append_class(scratch_, "hg-languages-always");
  }
  append_class(scratch_, align_class(block.align));
  append_author_classes(scratch_, view(block.classes));
  if (!scratch_.empty()) {
    sink_.attribute("class", scratch_);
  }
}

void Writer::write_content(Index index, bool listed) {
  const Block& block = document_.blocks[index];
  if (block.task != Task::none) {
    write_task(block);
  }
  switch (block.kind) {
    case BlockKind::paragraph:
    case BlockKind::heading:
    case BlockKind::table_cell:
      start_leaf(index);
      write_inlines(block.first_inline);
      break;
    case BlockKind::code:
      start_leaf(index);
      write_code(index);
      break;
    case BlockKind::rule:
    case BlockKind::html:
      break;
    case BlockKind::table:
      write_table(index);
      break;
    default:
      if (block.role == Role::facts && gives_list(document_, index)) {
        write_facts(index);
      } else if (block.role == Role::fact && listed) {
        write_fact(index);
      } else {
        write_children(index, gives_list(document_, index));
      }
      break;
  }
}

void Writer::start_leaf(Index index) {
  break_ = 0;
  break_end_ = 0;
  if (const BlockBox* box = box_of(index)) {
    const auto total = static_cast<std::uint32_t>(options_.geometry->breaks.size());
    break_ = std::min(box->first_break, total);
    break_end_ = break_ + std::min(box->break_count, total - break_);
  }
}

void Writer::open_around(std::string_view tag, std::string_view aria_role, Index first, Index end, Flow& flow,
                         Flow& inner) {
  sink_.newline();
  sink_.open(tag);
  if (options_.mirror && !aria_role.empty()) {
    sink_.attribute("role", aria_role);
  }
  BlockBox around;
  float right = 0;
  float bottom = 0;
  for (Index child = first; child != end; child = document_.blocks[child].next) {
    const BlockBox* box = box_of(child);
    if (box == nullptr) {
      continue;
    }
    around.x = around.shown ? std::min(around.x, box->x) : box->x;
    around.y = around.shown ? std::min(around.y, box->y) : box->y;
    right = around.shown ? std::max(right, box->x + box->width) : box->x + box->width;
    bottom = around.shown ? std::max(bottom, box->y + box->height) : box->y + box->height;
    around.shown = true;
  }
  if (around.shown) {
    around.width = right - around.x;
    around.height = bottom - around.y;
    place(around, flow);
  }
  inner = Flow{around.x, around.y};
  sink_.newline();
}

void Writer::write_facts(Index index) {
  const BlockBox* box = box_of(index);
  Flow flow{box != nullptr ? box->x : 0, box != nullptr ? box->y : 0};
  Flow inner;
  const Index first = document_.blocks[index].first_child;
  open_around("dl", {}, first, none, flow, inner);
  write_siblings(first, inner, true);
  close_block();
}

void Writer::write_fact(Index index) {
  const BlockBox* box = box_of(index);
  Flow flow{box != nullptr ? box->x : 0, box != nullptr ? box->y : 0};
  Index child = document_.blocks[index].first_child;
  for (; child != none && document_.blocks[child].role == Role::fact_label; child = document_.blocks[child].next) {
    write_block(child, flow, true);
  }
  Flow inner;
  open_around("dd", {}, child, none, flow, inner);
  write_siblings(child, inner, false);
  close_block();
}

void Writer::write_table(Index index) {
  columns_ = document::column_weights(document_, index);
  if (std::adjacent_find(columns_.begin(), columns_.end(), std::not_equal_to<>()) == columns_.end()) {
    columns_.clear();  // equal shares are what columns have anyway
  }
  const BlockBox* box = box_of(index);
  Flow flow{box != nullptr ? box->x : 0, box != nullptr ? box->y : 0};
  Index row = document_.blocks[index].first_child;
  for (; row != none && document_.blocks[row].kind != BlockKind::table_row; row = document_.blocks[row].next) {
    write_block(row, flow, false);  // its caption
  }
  while (row != none) {
    const bool header = document_.blocks[row].header;
    Index end = row;
    while (end != none && document_.blocks[end].header == header) {
      end = document_.blocks[end].next;
    }
    Flow inner;
    open_around(header ? "thead" : "tbody", "rowgroup", row, end, flow, inner);
    for (; row != end; row = document_.blocks[row].next) {
      column_ = 0;
      write_block(row, inner, false);
    }
    close_block();
  }
}

void Writer::write_code(Index index) {
  const Block& block = document_.blocks[index];
  const std::string_view language = view(block.info);
  std::string_view literal = view(block.literal);
  if (!literal.empty() && literal.back() == '\n') {
    literal.remove_suffix(1);
  }
  sink_.open("code");
  if (!language.empty()) {
    sink_.attribute("class", std::string("language-").append(language));
  }
  if (!block.numbered && block.marked_lines.empty()) {
    write_text(none, literal);
  } else {
    write_code_lines(block, literal);
  }
  sink_.close();
}

/// Lines that have numbers or stand out are elements of their own; each holds its line's end.
void Writer::write_code_lines(const Block& block, std::string_view literal) {
  document::LineMarks marks(view(block.marked_lines));
  std::uint32_t line = 1;
  for (std::size_t begin = 0; begin < literal.size() || line == 1; ++line) {
    const std::size_t end = std::min(literal.find('\n', begin), literal.size() - 1) + 1;
    scratch_ = marks.holds(line) ? "hg-line hg-marked-line" : "hg-line";
    sink_.open("span");
    sink_.attribute("class", scratch_);
    if (block.numbered) {
      sink_.attribute("data-line", std::to_string(block.start + line - 1));
    }
    write_text(none, literal.substr(0, end), begin);
    sink_.close();
    begin = end;
  }
}

void Writer::write_task(const Block& block) {
  const bool done = block.task == Task::done;
  sink_.open("input");
  sink_.attribute("type", "checkbox");
  sink_.attribute("class", "hg-task-box");
  sink_.attribute("aria-label", done ? options_.labels.task_done : options_.labels.task_open);
  if (done) {
    sink_.attribute("checked", "");
  }
  sink_.attribute("disabled", "");
  sink_.close();
}

bool Writer::holds_image(const Block& leaf) const {
  bool found = false;
  document::visit_inlines(document_, leaf.first_inline, [&](Index index) {
    found = found || document_.inlines[index].kind == document::InlineKind::image;
  });
  return found;
}

bool Writer::current_below(Index item) const {
  bool found = false;
  for (Index child = document_.blocks[item].first_child; child != none; child = document_.blocks[child].next) {
    if (!is_list(document_.blocks[child])) {
      continue;
    }
    document::visit_blocks(document_, child, [&](Index below, int) {
      document::visit_inlines(document_, document_.blocks[below].first_inline, [&](Index index) {
        const document::Inline& node = document_.inlines[index];
        found = found || (node.kind == document::InlineKind::link && document_.links[node.detail].current);
      });
    });
  }
  return found;
}

}  // namespace hubglass::html
