#include "markdown/characters.h"

#include "markdown/extensions/extensions.h"
#include "markdown/scanner.h"

/// `<!-- … -->` at the beginning of a line, over as many lines as it takes: hidden, as if it were not there.
namespace hubglass::markdown {

namespace {

constexpr std::size_t npos = std::string_view::npos;
constexpr std::string_view opening = "<!--";
constexpr std::size_t least_code_indent = 4;

bool is_blank_line(const Scanner& scanner, std::size_t begin) {
  return begin >= scanner.text().size() || scanner.line_at(begin).blank();
}

/// What stands behind a comment that ends at `end`, from `line` on, which that comment begins in.
Line rest_of(const Scanner& scanner, const Line& line, std::size_t end) {
  if (end > line.end) return scanner.line_at(end);
  // On the same line: many comments must not each look for its end.
  Line rest = line;
  rest.begin = rest.text = end;
  while (rest.text < rest.end && is_blank(scanner.text()[rest.text])) ++rest.text;
  return rest;
}

bool find_comment(Scanner& scanner, const Line& line, Edit& edit) {
  if (scanner.view(line).substr(0, opening.size()) != opening) return false;
  std::size_t end = scanner.comment_end(line.text);
  if (end == npos) {
    scanner.report(Severity::warning, line.text, "this comment is never closed; it is shown as text");
    edit.end = edit.begin;
    edit.replacement = "\\";
    return true;
  }
  // Further comments on the last line belong to it, and so do the blanks around them.
  Line last = rest_of(scanner, line, end);
  while (last.text + opening.size() <= last.end && scanner.view(last).substr(0, opening.size()) == opening) {
    const std::size_t next_end = scanner.comment_end(last.text);
    if (next_end == npos) break;
    end = next_end;
    last = rest_of(scanner, last, end);
  }
  edit.end = last.text;
  if (line.indent >= least_code_indent) {
    // In indented code this is the author's text. Only md4c knows, so it gets something to see.
    edit.replacement = last.blank() ? placeholder : std::string_view();
    return true;
  }
  const bool stands_apart = line.begin == 0 || scanner.previous_line().blank() || is_blank_line(scanner, last.end + 1);
  if (last.blank() && !stands_apart && last.end < scanner.text().size()) {
    edit.begin = line.begin;
    edit.end = last.end + 1;
  }
  return true;
}

}  // namespace

const BlockExtension comment_extension{"<", find_comment, nullptr};

}  // namespace hubglass::markdown
