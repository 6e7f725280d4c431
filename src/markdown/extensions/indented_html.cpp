#include "markdown/characters.h"

#include "markdown/extensions/extensions.h"
#include "markdown/html_allow_list.h"
#include "markdown/scanner.h"

/// Raw HTML that is indented within raw HTML, also behind a blank line, is raw HTML as well: authors indent their tags,
/// and Markdown would take them for code.
namespace hubglass::markdown {

namespace {

constexpr std::size_t least_code_indent = 4;

bool find_indented_html(Scanner& scanner, const Line& line, Edit& edit) {
  if (line.indent < least_code_indent) return false;
  std::string_view name = scanner.view(line).substr(1);
  if (!name.empty() && name.front() == '/') name.remove_prefix(1);
  std::size_t end = 0;
  while (end < name.size() && is_alphanumeric(name[end])) ++end;
  if (find_element(name.substr(0, end)) == no_element || !scanner.inside_tags(line.begin)) return false;
  edit.begin = line.begin;
  edit.end = line.text;
  return true;
}

}  // namespace

const BlockExtension indented_html_extension{"<", find_indented_html, nullptr};

}  // namespace hubglass::markdown
