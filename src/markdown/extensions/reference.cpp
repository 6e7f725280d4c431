#include "markdown/characters.h"

#include "markdown/extensions/extensions.h"
#include "markdown/scanner.h"

/// `[name]: address "Title"` on a line of its own, also right below text. Of several for one name the last counts, as
/// in Python-Markdown; so all are taken out here, and those that a text uses are handed to md4c with it.
namespace hubglass::markdown {

namespace {

constexpr std::size_t least_code_indent = 4;

bool begins_title(std::string_view text) {
  return !text.empty() && (text.front() == '"' || text.front() == '\'' || text.front() == '(');
}

bool find_reference(Scanner& scanner, const Line& line, Edit& edit) {
  const std::string_view text = scanner.view(line);
  if (line.indent >= least_code_indent || reference_label(text).empty()) return false;
  const bool titled = text.back() == '"' || text.back() == '\'';
  const std::size_t size = scanner.text().size();
  const bool last = line.end + 1 >= size;
  const Line next = last ? Line{} : scanner.line_at(line.end + 1);
  if (!titled && !last && begins_title(scanner.view(next))) return false;  // its title is on the next line
  const bool stands_apart = last || line.begin == 0 || next.blank() || scanner.previous_line().blank();
  if (!stands_apart) {
    edit.begin = line.begin;
    edit.end = line.end + 1;
  }
  return true;
}

}  // namespace

const BlockExtension reference_extension{"[", find_reference, nullptr};

}  // namespace hubglass::markdown
