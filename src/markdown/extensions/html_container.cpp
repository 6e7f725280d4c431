#include "markdown/characters.h"

#include "markdown/extensions/extensions.h"
#include "markdown/html_allow_list.h"
#include "markdown/html_tokenizer.h"
#include "markdown/page_parser.h"
#include "markdown/scanner.h"

#include <algorithm>
#include <memory>
#include <utility>

/// `<div markdown>` … `</div>` (md_in_html): Markdown inside an HTML container. With the class `grid` it is a grid,
/// with `grid cards` a grid of cards.
namespace hubglass::markdown {

using document::Index;
using document::none;

namespace {

constexpr std::size_t npos = std::string_view::npos;

struct Container final : Payload {
  std::string_view tag;
  std::string_view title;  ///< of <details>: what its <summary> says
  bool has_title = false;
};

bool read_start_tag(std::string_view text, HtmlToken& token) {
  HtmlTokenizer tokenizer(text);
  return tokenizer.next(token) && token.kind == HtmlToken::Kind::start_tag;
}

/// The indentation that all lines with text share.
std::size_t common_indent(const Scanner& scanner, std::size_t begin, std::size_t end) {
  std::size_t indent = npos;
  while (begin < end) {
    const Line line = scanner.line_at(begin);
    if (!line.blank() && line.text < end) indent = std::min(indent, line.indent);
    begin = line.end + 1;
  }
  return indent == npos ? 0 : indent;
}

/// `<summary>…</summary>` at the beginning of the content is the title.
void take_summary(const Scanner& scanner, Extent& extent, Container& container) {
  const std::string_view content = scanner.text().substr(extent.begin, extent.end - extent.begin);
  const std::size_t begin = std::min(content.find_first_not_of(" \t\n"), content.size());
  HtmlToken token;
  if (!read_start_tag(content.substr(begin), token) || !equal_ignoring_case(token.name, "summary")) return;
  const std::size_t title = begin + token.raw.size();
  const std::size_t end = content.find("</summary>", title);
  if (end == npos || content.substr(title, end - title).find('\n') != npos) return;
  container.title = content.substr(title, end - title);
  container.has_title = true;
  extent.begin += end + std::string_view("</summary>").size();
}

bool find_container(Scanner& scanner, const Line& line, Edit& edit) {
  const std::string_view text = scanner.view(line);
  HtmlToken token;
  if (text.find("markdown") == npos || !read_start_tag(text, token)) return false;
  const HtmlAttribute* markdown = token.find("markdown");
  if (markdown == nullptr || markdown->value == "0") return false;
  const ElementId element = find_element(token.name);
  if (element == no_element || !element_at(element).may_hold_markdown) return false;
  const Scanner::EndTag end_tag = scanner.matching_end_tag(line.text);
  if (end_tag.begin == npos) {
    scanner.report(Severity::warning, line.text, "<" + std::string(token.name) + "> is never closed");
    return false;
  }
  auto container = std::make_unique<Container>();
  container->tag = token.raw;
  Extent& extent = edit.content;
  extent.begin = line.text + token.raw.size();
  const std::size_t rest = scanner.text().find_first_not_of(" \t", extent.begin);
  if (rest != npos && scanner.text()[rest] == '\n') extent.begin = rest + 1;
  extent.end = std::max(end_tag.begin, extent.begin);
  if (element_at(element).role == document::Role::details) take_summary(scanner, extent, *container);
  extent.indent = common_indent(scanner, extent.begin, extent.end);
  edit.payload = std::move(container);
  edit.end = end_tag.end;
  const Line behind = scanner.line_at(edit.end);
  if (behind.blank()) edit.end = behind.end;
  return true;
}

void write_container(PageParser& page, const Passage& passage) {
  const auto& container = passage.payload<Container>();
  HtmlToken token;
  if (!read_start_tag(container.tag, token)) return;
  const ElementId element = find_element(token.name);
  bool grid = false;
  bool cards = false;
  if (const HtmlAttribute* classes = token.find("class")) {
    for_each_word(classes->value, [&](std::string_view name) {
      grid = grid || name == "grid";
      cards = cards || name == "cards";
    });
  }
  TreeWriter& tree = page.tree();
  const Index group = page.html().open_container(element, token, by_markdown);
  const std::size_t depth = tree.depth() - 1;
  if (group != none) page.document().blocks[group].line = page.position(passage.source()).line;
  if (container.has_title) {
    // Where the box itself could not be made (in a cell of raw HTML), its title is a line of text.
    tree.open_block(document::BlockKind::paragraph, group != none ? document::Role::summary : document::Role::none,
                    by_markdown);
    const std::size_t title_depth = tree.depth() - 1;
    tree.set_position(page.position(passage.source(container.title)));
    page.parse_inlines(trim(container.title), passage.source(container.title));
    tree.close_blocks_to(title_depth);
  }
  const Content content = passage.content(passage.edit().content);
  page.parse_blocks(content.text, content.map);
  tree.close_blocks_to(depth);
  if (group != none && grid) make_grid(page, group, cards);
}

}  // namespace

const BlockExtension html_container_extension{"<", find_container, write_container};

}  // namespace hubglass::markdown
