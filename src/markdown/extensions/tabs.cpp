#include "markdown/characters.h"

#include "markdown/extensions/box.h"
#include "markdown/extensions/extensions.h"
#include "markdown/extensions/tab_set.h"
#include "markdown/page_parser.h"
#include "markdown/scanner.h"

#include <algorithm>
#include <memory>
#include <utility>

/// Content tabs: `=== "Label"`, with the content indented by four. Tabs that follow one another are a set; `===!`
/// begins a new one, `===+` is the tab that is chosen at first.
namespace hubglass::markdown {

using document::BlockKind;
using document::Index;
using document::Role;

namespace {

struct Tabs final : Payload {
  std::vector<Tab> tabs;
};

struct Head {
  std::string_view label;
  bool begins_set = false;
  bool open = false;
};

bool read_head(std::string_view text, Head& head) {
  if (text.substr(0, 3) != "===") return false;
  text.remove_prefix(3);
  for (; !text.empty() && (text.front() == '!' || text.front() == '+'); text.remove_prefix(1)) {
    (text.front() == '!' ? head.begins_set : head.open) = true;
  }
  if (text.empty() || !is_blank(text.front())) return false;
  text = trim(text);
  if (text.size() < 3 || text.front() != '"' || text.find('"', 1) != text.size() - 1) return false;
  head.label = text.substr(1, text.size() - 2);
  return true;
}

bool find_tabs(Scanner& scanner, const Line& line, Edit& edit) {
  auto set = std::make_unique<Tabs>();
  Line at = line;
  for (;;) {
    Head head;
    const bool belongs = !at.blank() && at.indent == line.indent && read_head(scanner.view(at), head) &&
                         (set->tabs.empty() || !head.begins_set);
    if (!belongs) break;
    const Extent content = indented_content(scanner, at);
    edit.end = std::max(at.end, content.end);
    if (content.end <= content.begin) edit.end = at.end;
    set->tabs.push_back({head.label, content, head.open});
    at = next_text_line(scanner, scanner.line_at(edit.end > at.end ? line_begin(scanner.text(), edit.end) : at.begin));
  }
  if (set->tabs.empty()) return false;
  edit.content = {line.begin, edit.end, line.indent};
  edit.payload = std::move(set);
  return true;
}

void write_tabs(PageParser& page, const Passage& passage) {
  write_tab_set(page, passage, passage.payload<Tabs>().tabs);
}

}  // namespace

std::size_t line_begin(std::string_view text, std::size_t at) {
  const std::size_t newline = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
  return newline == std::string_view::npos ? 0 : newline + 1;
}

void write_tab_set(PageParser& page, const Passage& passage, const std::vector<Tab>& tabs) {
  TreeWriter& tree = page.tree();
  tree.open_block(BlockKind::group, Role::tab_set, by_markdown);
  const std::size_t depth = tree.depth() - 1;
  const bool any_open = std::any_of(tabs.begin(), tabs.end(), [](const Tab& tab) { return tab.open; });
  bool first = true;
  for (const Tab& tab : tabs) {
    Box box{.role = Role::tab, .title_role = Role::tab_label, .title = tab.label, .has_title = true};
    box.open = any_open ? tab.open : first;
    write_box(page, passage, box, tab.content);
    first = false;
  }
  tree.close_blocks_to(depth);
}

const BlockExtension tabs_extension{"=", find_tabs, write_tabs};

}  // namespace hubglass::markdown
