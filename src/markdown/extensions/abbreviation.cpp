#include "document/budgets.h"
#include "markdown/characters.h"

#include "markdown/extensions/extensions.h"
#include "markdown/scanner.h"

#include <string>

/// `*[MIM]: Minimal Interoperability Mechanism` on a line of its own, anywhere in a page: explains a term and is not
/// shown. As in Python-Markdown, the explanation may stand on the next line, is plain text, and `""` takes away what
/// the hub says about the term.
namespace hubglass::markdown {

namespace {

constexpr std::size_t npos = std::string_view::npos;
constexpr std::string_view opening = "*[";
constexpr std::size_t least_code_indent = 4;

std::string quoted(std::string_view term) {
  return "'" + std::string(term) + "'";
}

bool find_abbreviation(Scanner& scanner, const Line& line, Edit& edit) {
  const std::string_view text = scanner.view(line);
  if (line.indent >= least_code_indent || text.substr(0, opening.size()) != opening) return false;
  const std::size_t close = text.find_first_of("]\\", opening.size());
  if (close == npos || text[close] != ']') return false;
  const std::size_t colon = close + 1 < text.size() && text[close + 1] == ' ' ? close + 2 : close + 1;
  if (colon >= text.size() || text[colon] != ':') return false;
  const std::string_view term = trim(text.substr(opening.size(), close - opening.size()));
  std::string_view explanation = trim(text.substr(colon + 1));
  if (explanation.empty() && line.end < scanner.text().size()) {
    const Line next = scanner.line_at(line.end + 1);
    if (!next.blank() && scanner.view(next).substr(0, opening.size()) != opening) {
      explanation = trim(scanner.view(next));
      edit.end = next.end;
    }
  }
  const auto refuse = [&](const std::string& sentence) {
    scanner.report(Severity::warning, line.text, sentence);
    return false;
  };
  if (term.empty()) return refuse("this explains no term; write it between the brackets, as in '*[HTML]: …'");
  if (explanation.empty()) {
    return refuse("the abbreviation " + quoted(term) + " is not explained; write what it means behind the colon");
  }
  if (term.size() > budgets::term_bytes) {
    return refuse("a term that is explained has at most " + std::to_string(budgets::term_bytes) + " bytes");
  }
  if (explanation == "\"\"" || explanation == "''") explanation = {};
  scanner.define(line.text, term, explanation);
  return true;
}

}  // namespace

const BlockExtension abbreviation_extension{"*", find_abbreviation, nullptr};

}  // namespace hubglass::markdown
