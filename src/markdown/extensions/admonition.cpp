#include "markdown/characters.h"

#include "markdown/extensions/extensions.h"
#include "markdown/html_allow_list.h"
#include "markdown/page_parser.h"
#include "markdown/scanner.h"

#include <string>

/// `!!! note "Title"` and the collapsible `??? note "Title"` (`???+` is open), with their content indented by four.
namespace hubglass::markdown {

using document::BlockKind;
using document::Index;
using document::none;
using document::Role;

namespace {

constexpr std::size_t content_indent = 4;

bool is_type_byte(char byte) {
  return is_alphanumeric(byte) || byte == '-' || byte == '_';
}

/// Reads `note inline "Title"` into the edit; false when the rest of the line is something else.
bool read_head(std::string_view rest, Edit& edit) {
  rest = trim(rest);
  if (!rest.empty() && rest.back() == '"') {
    const std::size_t quote = rest.find('"');
    if (quote + 1 == rest.size() || (quote > 0 && !is_blank(rest[quote - 1]))) return false;
    edit.title = rest.substr(quote + 1, rest.size() - quote - 2);
    edit.has_title = true;
    rest = trim(rest.substr(0, quote));
  }
  std::size_t type_end = 0;
  while (type_end < rest.size() && is_type_byte(rest[type_end])) ++type_end;
  edit.type = rest.substr(0, type_end);
  edit.classes = trim(rest.substr(type_end));
  for (const char byte : rest) {
    if (!is_type_byte(byte) && !is_blank(byte)) return false;
  }
  return true;
}

/// Takes the lines below that are indented by four or blank, up to the last one with text.
void take_content(Scanner& scanner, const Line& line, Edit& edit) {
  edit.content_indent = line.indent + content_indent;
  edit.content_begin = line.end;
  edit.content_end = line.end;
  edit.end = line.end;
  if (line.end < scanner.text().size()) edit.content_begin = line.end + 1;
  for (std::size_t begin = line.end + 1; begin < scanner.text().size();) {
    const Line next = scanner.line_at(begin);
    if (!next.blank()) {
      if (next.indent < edit.content_indent) break;
      edit.end = next.end;
    }
    begin = next.end + 1;
  }
  edit.content_end = edit.end > line.end ? edit.end : edit.content_begin;
}

bool find_admonition(Scanner& scanner, const Line& line, Edit& edit) {
  const std::string_view text = scanner.view(line);
  if (text.substr(0, 3) != "!!!" || !read_head(text.substr(3), edit) || edit.type.empty()) return false;
  take_content(scanner, line, edit);
  return true;
}

bool find_details(Scanner& scanner, const Line& line, Edit& edit) {
  std::string_view text = scanner.view(line);
  if (text.substr(0, 3) != "???") return false;
  text.remove_prefix(3);
  edit.open = !text.empty() && text.front() == '+';
  if (edit.open) text.remove_prefix(1);
  if (!read_head(text, edit) || (edit.type.empty() && !edit.has_title)) return false;
  take_content(scanner, line, edit);
  return true;
}

std::string default_title(std::string_view type) {
  std::string title = lower(type);
  if (!title.empty() && title[0] >= 'a' && title[0] <= 'z') title[0] = static_cast<char>(title[0] - 'a' + 'A');
  return title;
}

void write_box(PageParser& page, const Edit& edit, const Content& content, Role role, Role title_role) {
  TreeWriter& tree = page.tree();
  document::Document& document = page.document();
  const Position position = page.position(edit.source);
  const Index group = tree.open_block(BlockKind::group, role, by_markdown);
  const std::size_t depth = tree.depth() - 1;
  if (group != none) {
    document.blocks[group].variant = document.store(lower(edit.type));
    document.blocks[group].open = edit.open;
    document.blocks[group].line = position.line;
    std::string classes;
    for_each_word(edit.classes, [&](std::string_view name) {
      if (allowed_class(name)) {
        classes.append(classes.empty() ? "" : " ").append(name);
      } else {
        page.report(Severity::note, position, "class " + std::string(name) + " of an admonition is left out");
      }
    });
    if (!classes.empty()) document.blocks[group].classes = document.store(classes);
  }
  const bool titled = !edit.title.empty();
  if (titled || !edit.has_title || role == Role::details) {
    tree.open_block(BlockKind::paragraph, group == none ? Role::none : title_role, by_markdown);
    const std::size_t title_depth = tree.depth() - 1;
    tree.set_position(position);
    if (titled) {
      page.parse_inlines(edit.title, edit.title_source);
    } else {
      tree.append_text(default_title(edit.type.empty() ? "details" : edit.type));
    }
    tree.close_blocks_to(title_depth);
  }
  page.parse_blocks(content.text, content.map);
  tree.close_blocks_to(depth);
}

void write_admonition(PageParser& page, const Edit& edit, const Content& content) {
  write_box(page, edit, content, Role::admonition, Role::admonition_title);
}

void write_details(PageParser& page, const Edit& edit, const Content& content) {
  write_box(page, edit, content, Role::details, Role::summary);
}

}  // namespace

const BlockExtension admonition_extension{"!", find_admonition, write_admonition};
const BlockExtension details_extension{"?", find_details, write_details};

}  // namespace hubglass::markdown
