#include "markdown/characters.h"

#include "markdown/extensions/extensions.h"
#include "markdown/page_parser.h"
#include "markdown/scanner.h"

/// `[TOC]` as a paragraph of its own: the page's table of contents in the text.
namespace hubglass::markdown {

namespace {

bool find_outline(Scanner& scanner, const Line& line, Edit&) {
  if (trim(scanner.view(line)) != "[TOC]") return false;
  const bool begins = line.begin == 0 || scanner.previous_line().blank();
  const bool ends = line.end + 1 >= scanner.text().size() || scanner.line_at(line.end + 1).blank();
  return begins && ends;
}

void write_outline(PageParser& page, const Passage&) {
  page.tree().open_block(document::BlockKind::group, document::Role::outline, by_markdown);
  page.tree().close_block();
  page.notes().outlines = true;
}

}  // namespace

const BlockExtension outline_extension{"[", find_outline, write_outline};

}  // namespace hubglass::markdown
