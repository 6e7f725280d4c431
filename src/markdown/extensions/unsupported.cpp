#include "markdown/characters.h"

#include "markdown/extensions/extensions.h"
#include "markdown/scanner.h"

#include <string>

/// Constructs of the dialect that are not built yet: reported, and kept as the text they are. An extension that learns
/// one of them takes its lines before this one sees them.
namespace hubglass::markdown {

namespace {

constexpr std::size_t npos = std::string_view::npos;

bool starts_with(std::string_view text, std::string_view start) {
  return text.substr(0, start.size()) == start;
}

void report(Scanner& scanner, const Line& line, std::string_view what) {
  scanner.report(Severity::warning, line.text, "unsupported construct: " + std::string(what) + ", shown as text");
}

bool is_content_tab(std::string_view text) {
  if (!starts_with(text, "===")) return false;
  text.remove_prefix(3);
  while (!text.empty() && (text.front() == '!' || text.front() == '+')) text.remove_prefix(1);
  return text.size() > 2 && is_blank(text.front()) && trim(text).front() == '"';
}

bool find_unsupported(Scanner& scanner, const Line& line, Edit& edit) {
  const std::string_view text = scanner.view(line);
  if (is_content_tab(text)) {
    report(scanner, line, "content tab");
  } else if (starts_with(text, "[^") && text.find("]:") != npos) {
    report(scanner, line, "footnote");
    // Without the backslash a one-word footnote would be a link's definition, and its word lost.
    edit.end = edit.begin;
    edit.replacement = "\\";
    return true;
  } else if (starts_with(text, "--8<--") || starts_with(text, ";--8<--")) {
    report(scanner, line, "snippet");
  } else if (text.size() > 2 && text.front() == ':' && is_blank(text[1]) && !scanner.previous_line().blank() &&
             line.begin != 0) {
    report(scanner, line, "definition list");
  }
  return false;
}

}  // namespace

const BlockExtension unsupported_extension{"=[-;:", find_unsupported, nullptr};

}  // namespace hubglass::markdown
