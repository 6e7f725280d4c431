#include "markdown/characters.h"

#include "markdown/extensions/box.h"
#include "markdown/extensions/extensions.h"
#include "markdown/page_parser.h"
#include "markdown/scanner.h"

#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

/// Definition lists: a paragraph whose lines are terms, then, also behind a blank line, `:   ` and what they mean, with
/// further paragraphs indented by four.
namespace hubglass::markdown {

using document::BlockKind;
using document::Index;
using document::none;
using document::Role;

namespace {

constexpr std::size_t npos = std::string_view::npos;
constexpr std::size_t content_indent = 4;
constexpr std::size_t deepest_mark = 3;  ///< columns between the text around and the colon

struct Entry {
  bool is_term = false;
  bool tight = true;  ///< nothing but one line or paragraph, right below the term
  Extent extent;
};

struct Definitions final : Payload {
  std::vector<Entry> entries;
};

/// Where the text behind the colon begins; npos when the line begins no definition.
std::size_t definition_text(std::string_view text) {
  if (text.size() < 3 || text.front() != ':' || !is_blank(text[1])) return npos;
  return text.find_first_not_of(" \t", 1);
}

/// Whether a line can be a term: plain text, no block of its own.
bool may_be_term(std::string_view text) {
  if (text.empty()) return false;
  const std::string_view starts[] = {
      "#", ">", "```", "~~~", "|", "<", "!!!", "???", "===", "///", "---", "***", "- ", "* ", "+ ", ": ", "[^"};
  for (const std::string_view start : starts) {
    if (text.substr(0, start.size()) == start) return false;
  }
  const std::size_t digits = text.find_first_not_of("0123456789");
  return digits == 0 || digits == npos || (text[digits] != '.' && text[digits] != ')') || digits + 1 >= text.size() ||
         !is_blank(text[digits + 1]);
}

/// The line that ends at `end`, which is a newline or the text's end; nothing lies before `least`.
Line line_before(const Scanner& scanner, std::size_t least, std::size_t end) {
  const std::size_t newline = end == 0 ? npos : scanner.text().rfind('\n', end - 1);
  return scanner.line_at(std::max(newline == npos ? 0 : newline + 1, least));
}

/// The lines of the paragraph above `line`, with at most one blank line between; first line first.
std::vector<Line> terms_above(const Scanner& scanner, const Line& line, bool& apart) {
  std::vector<Line> terms;
  const std::size_t least = scanner.free_from();
  std::size_t end = line.begin;
  apart = false;
  while (end > least && end > 0) {
    const Line above = line_before(scanner, least, end - 1);
    if (above.begin >= end) break;
    end = above.begin;
    if (above.blank()) {
      if (!terms.empty() || apart) break;
      apart = true;
      continue;
    }
    const bool aligned = above.indent <= line.indent && line.indent - above.indent <= deepest_mark;
    if (!aligned || !may_be_term(scanner.view(above))) {
      if (!may_be_term(scanner.view(above))) terms.clear();
      break;
    }
    terms.push_back(above);
  }
  std::reverse(terms.begin(), terms.end());
  return terms;
}

/// Reads the definition that `line` begins; returns the first line behind it.
Line take_definition(const Scanner& scanner, const Line& line, std::size_t indent, Entry& entry) {
  entry.extent = {line.text + definition_text(scanner.view(line)), line.end, indent + content_indent};
  bool after_blank = false;
  for (std::size_t begin = line.end + 1; begin < scanner.text().size();) {
    const Line next = scanner.line_at(begin);
    begin = next.end + 1;
    if (next.blank()) {
      after_blank = true;
      continue;
    }
    const bool continues = next.indent >= entry.extent.indent;
    const bool lazy = !after_blank && definition_text(scanner.view(next)) == npos && may_be_term(scanner.view(next));
    if (!continues && !lazy) return next;
    entry.tight = entry.tight && !after_blank;
    entry.extent.end = next.end;
  }
  const std::size_t end = scanner.text().size();
  return {end, end, end, 0};
}

/// Terms that begin at `line` and are followed by a definition; the definition's line, or none.
bool take_terms(const Scanner& scanner, Line& line, std::size_t indent, std::vector<Line>& terms, bool& apart) {
  apart = false;
  while (!line.blank() && line.indent <= indent + deepest_mark && may_be_term(scanner.view(line))) {
    terms.push_back(line);
    if (line.end + 1 >= scanner.text().size()) return false;
    line = scanner.line_at(line.end + 1);
  }
  if (terms.empty()) return false;
  if (line.blank()) {
    if (line.end + 1 >= scanner.text().size()) return false;
    line = scanner.line_at(line.end + 1);
    apart = true;
  }
  return !line.blank() && line.indent <= indent + deepest_mark && definition_text(scanner.view(line)) != npos;
}

bool find_definitions(Scanner& scanner, const Line& line, Edit& edit) {
  if (definition_text(scanner.view(line)) == npos) return false;
  bool apart = false;
  std::vector<Line> terms = terms_above(scanner, line, apart);
  if (terms.empty()) return false;
  const std::size_t indent = terms.front().indent;
  auto list = std::make_unique<Definitions>();
  edit.begin = terms.front().text;
  edit.indent = indent;
  Line at = line;
  while (!terms.empty()) {
    for (const Line& term : terms) list->entries.push_back({true, true, {term.text, term.end, 0}});
    terms.clear();
    while (!at.blank() && at.indent <= indent + deepest_mark && definition_text(scanner.view(at)) != npos) {
      Entry entry{.tight = !apart};
      at = take_definition(scanner, at, indent, entry);
      edit.end = entry.extent.end;
      apart = at.begin > edit.end + 1;
      list->entries.push_back(entry);
    }
    Line next = at;
    if (next.blank() || next.indent < indent || !take_terms(scanner, next, indent, terms, apart)) break;
    at = next;
  }
  edit.content = {edit.begin, edit.end, 0};
  edit.payload = std::move(list);
  return true;
}

void write_definitions(PageParser& page, const Passage& passage) {
  TreeWriter& tree = page.tree();
  document::Document& document = page.document();
  const std::string_view text = passage.text();
  const Index list = tree.open_block(BlockKind::group, Role::definition_list, by_markdown);
  const std::size_t depth = tree.depth() - 1;
  for (const Entry& entry : passage.payload<Definitions>().entries) {
    const std::string_view part = text.substr(entry.extent.begin, entry.extent.end - entry.extent.begin);
    const Position position = page.position(passage.source(part));
    const auto role = [&](Role wanted) { return list == none ? Role::none : wanted; };
    if (entry.is_term) {
      tree.open_block(BlockKind::paragraph, role(Role::definition_term), by_markdown);
      tree.set_position(position);
      page.parse_inlines(trim(part), passage.source(part));
      tree.close_blocks_to(depth + 1);
      continue;
    }
    const Index block = tree.open_block(BlockKind::group, role(Role::definition), by_markdown);
    if (block != none) {
      document.blocks[block].tight = entry.tight;
      document.blocks[block].line = position.line;
    }
    const Content content = passage.content(entry.extent);
    page.parse_blocks(content.text, content.map);
    tree.close_blocks_to(depth + 1);
  }
  tree.close_blocks_to(depth);
}

}  // namespace

const BlockExtension definition_list_extension{":", find_definitions, write_definitions};

}  // namespace hubglass::markdown
