#include "markdown/characters.h"

#include "markdown/extensions/extensions.h"
#include "markdown/page_parser.h"
#include "markdown/scanner.h"

#include <memory>
#include <string>
#include <utility>

/// `[^label]: text`, with further paragraphs indented by four: a footnote. It is shown at the page's end, with links
/// back to where `[^label]` refers to it.
namespace hubglass::markdown {

using document::BlockKind;
using document::Index;
using document::none;
using document::Role;

namespace {

constexpr std::size_t npos = std::string_view::npos;
constexpr std::size_t content_indent = 4;
constexpr std::size_t least_code_indent = 4;

struct Note final : Payload {
  std::string_view label;
};

/// The label of the footnote that a line begins, and where its text begins; empty when it is none.
std::string_view read_label(std::string_view text, std::size_t& behind) {
  constexpr std::size_t longest_label = 200;
  if (text.substr(0, 2) != "[^") return {};
  const std::size_t close = text.substr(0, longest_label).find(']');
  if (close == npos || close == 2 || close + 1 >= text.size() || text[close + 1] != ':') return {};
  behind = std::min(text.find_first_not_of(" \t", close + 2), text.size());
  return text.substr(2, close - 2);
}

bool find_footnote(Scanner& scanner, const Line& line, Edit& edit) {
  std::size_t behind = 0;
  const std::string_view label = read_label(scanner.view(line), behind);
  if (label.empty() || line.indent >= least_code_indent) return false;
  edit.content = {line.text + behind, line.end, line.indent + content_indent};
  bool after_blank = false;
  for (std::size_t begin = line.end + 1; begin < scanner.text().size();) {
    const Line next = scanner.line_at(begin);
    begin = next.end + 1;
    if (next.blank()) {
      after_blank = true;
      continue;
    }
    std::size_t ignored = 0;
    const bool belongs =
        next.indent >= edit.content.indent || (!after_blank && read_label(scanner.view(next), ignored).empty());
    if (!belongs) break;
    edit.content.end = next.end;
  }
  edit.end = edit.content.end;
  auto note = std::make_unique<Note>();
  note->label = label;
  edit.payload = std::move(note);
  return true;
}

void write_footnote(PageParser& page, const Passage& passage) {
  TreeWriter& tree = page.tree();
  const std::string label(passage.payload<Note>().label);
  // Where it stands it is a list of its own; finish_page() makes one of all.
  const Index list = tree.open_block(BlockKind::ordered_list, Role::footnotes, by_markdown);
  const std::size_t depth = tree.depth() - 1;
  const Index item = list == none ? none : tree.open_block(BlockKind::list_item, Role::footnote, by_markdown);
  if (item != none) {
    page.add_footnote(label, item, page.position(passage.source()));
    page.document().blocks[item].id = page.document().store(footnote_id(label));
    page.document().blocks[item].line = page.position(passage.source()).line;
  }
  const Content content = passage.content(passage.edit().content);
  page.parse_blocks(content.text, content.map);
  tree.close_blocks_to(depth);
}

}  // namespace

const BlockExtension footnote_extension{"[", find_footnote, write_footnote};

}  // namespace hubglass::markdown
