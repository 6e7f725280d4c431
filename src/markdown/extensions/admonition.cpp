#include "markdown/characters.h"

#include "markdown/extensions/box.h"
#include "markdown/extensions/extensions.h"
#include "markdown/scanner.h"

#include <memory>
#include <utility>

/// `!!! note "Title"` and the collapsible `??? note "Title"` (`???+` is open), with their content indented by four.
namespace hubglass::markdown {

using document::Role;

namespace {

struct Head final : Payload {
  Box box;
};

bool is_type_byte(char byte) {
  return is_alphanumeric(byte) || byte == '-' || byte == '_';
}

/// Reads `note inline "Title"` into the box; false when the rest of the line is something else.
bool read_head(std::string_view rest, Box& box) {
  rest = trim(rest);
  if (!rest.empty() && rest.back() == '"') {
    const std::size_t quote = rest.find('"');
    if (quote + 1 == rest.size() || (quote > 0 && !is_blank(rest[quote - 1]))) return false;
    box.title = rest.substr(quote + 1, rest.size() - quote - 2);
    box.has_title = true;
    rest = trim(rest.substr(0, quote));
  }
  std::size_t type_end = 0;
  while (type_end < rest.size() && is_type_byte(rest[type_end])) ++type_end;
  box.type = rest.substr(0, type_end);
  box.classes = trim(rest.substr(type_end));
  for (const char byte : rest) {
    if (!is_type_byte(byte) && !is_blank(byte)) return false;
  }
  return true;
}

void take(Scanner& scanner, const Line& line, const Box& box, Edit& edit) {
  auto head = std::make_unique<Head>();
  head->box = box;
  edit.payload = std::move(head);
  edit.content = indented_content(scanner, line);
  edit.end = edit.content.end > edit.content.begin ? edit.content.end : line.end;
}

bool find_admonition(Scanner& scanner, const Line& line, Edit& edit) {
  const std::string_view text = scanner.view(line);
  Box box;
  if (text.substr(0, 3) != "!!!" || !read_head(text.substr(3), box) || box.type.empty()) return false;
  take(scanner, line, box, edit);
  return true;
}

bool find_details(Scanner& scanner, const Line& line, Edit& edit) {
  std::string_view text = scanner.view(line);
  if (text.substr(0, 3) != "???") return false;
  text.remove_prefix(3);
  Box box{.role = Role::details, .title_role = Role::summary};
  box.open = !text.empty() && text.front() == '+';
  if (box.open) text.remove_prefix(1);
  if (!read_head(text, box) || (box.type.empty() && !box.has_title)) return false;
  take(scanner, line, box, edit);
  return true;
}

void write_head(PageParser& page, const Passage& passage) {
  write_box(page, passage, passage.payload<Head>().box, passage.edit().content);
}

}  // namespace

const BlockExtension admonition_extension{"!", find_admonition, write_head};
const BlockExtension details_extension{"?", find_details, write_head};

}  // namespace hubglass::markdown
