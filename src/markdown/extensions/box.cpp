#include "markdown/extensions/box.h"

#include "markdown/characters.h"
#include "markdown/html_allow_list.h"
#include "markdown/page_parser.h"
#include "markdown/scanner.h"

#include <string>

namespace hubglass::markdown {

using document::BlockKind;
using document::Index;
using document::none;
using document::Role;

namespace {

constexpr std::size_t content_indent = 4;

std::string default_title(std::string_view type) {
  std::string title = lower(type);
  if (!title.empty() && title[0] >= 'a' && title[0] <= 'z') title[0] = static_cast<char>(title[0] - 'a' + 'A');
  return title;
}

}  // namespace

Extent indented_content(const Scanner& scanner, const Line& line) {
  const std::size_t size = scanner.text().size();
  Extent extent{line.end < size ? line.end + 1 : line.end, 0, line.indent + content_indent};
  extent.end = extent.begin;
  for (std::size_t begin = line.end + 1; begin < size;) {
    const Line next = scanner.line_at(begin);
    if (!next.blank()) {
      if (next.indent < extent.indent) break;
      extent.end = next.end;
    }
    begin = next.end + 1;
  }
  return extent;
}

Line next_text_line(const Scanner& scanner, const Line& line) {
  Line next = line;
  do {
    const std::size_t begin = next.end + 1;
    if (begin >= scanner.text().size()) {
      const std::size_t end = scanner.text().size();
      return {end, end, end, 0};
    }
    next = scanner.line_at(begin);
  } while (next.blank());
  return next;
}

Index write_box(PageParser& page, const Passage& passage, const Box& box, const Extent& content) {
  TreeWriter& tree = page.tree();
  document::Document& document = page.document();
  const Position position = page.position(box.has_title ? passage.source(box.title) : passage.source());
  const Index group = tree.open_block(BlockKind::group, box.role, by_markdown);
  const std::size_t depth = tree.depth() - 1;
  if (group != none) {
    document.blocks[group].variant = document.store(lower(box.type));
    document.blocks[group].open = box.open;
    document.blocks[group].line = position.line;
    std::string classes;
    for_each_word(box.classes, [&](std::string_view name) {
      if (allowed_class(name)) {
        classes.append(classes.empty() ? "" : " ").append(name);
      } else {
        page.report(Severity::note, position, "class " + std::string(name) + " of an admonition is left out");
      }
    });
    if (!classes.empty()) document.blocks[group].classes = document.store(classes);
  }
  const bool titled = !box.title.empty();
  if (titled || !box.has_title || box.role == Role::details) {
    tree.open_block(BlockKind::paragraph, group == none ? Role::none : box.title_role, by_markdown);
    const std::size_t title_depth = tree.depth() - 1;
    tree.set_position(position);
    if (titled) {
      page.parse_inlines(box.title, passage.source(box.title));
    } else {
      tree.append_text(default_title(box.type.empty() ? "details" : box.type));
    }
    tree.close_blocks_to(title_depth);
  }
  const Content text = passage.content(content);
  page.parse_blocks(text.text, text.map);
  tree.close_blocks_to(depth);
  return group;
}

}  // namespace hubglass::markdown
