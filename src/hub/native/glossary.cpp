#include "hub/native/glossary.h"

#include "document/budgets.h"
#include "hub/initiatives.h"
#include "hub/text.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

namespace hubglass::hub {

namespace {

using document::Block;
using document::BlockKind;
using document::Document;

/// Collects terms, each with one explanation.
class Terms {
 public:
  Terms(const std::string& file, Diagnostics& diagnostics) : file_(file), diagnostics_(diagnostics) {}

  void report(Severity severity, std::uint32_t line, std::string message) {
    diagnostics_.push_back(Diagnostic{severity, file_, line, 1, std::move(message)});
  }

  void add(Term term, std::uint32_t line) {
    if (terms_.size() >= budgets::terms_per_page) {
      if (!full_) {
        report(Severity::warning, line,
               "a hub explains at most " + std::to_string(budgets::terms_per_page) +
                   " terms in one language; this one and those behind it are left out");
      }
      full_ = true;
      return;
    }
    std::erase_if(term.short_forms, [&](const std::string& form) { return !is_new(form, line); });
    if (!term.name.empty() && !is_new(term.name, line)) term.name.clear();
    if (!term.name.empty() || !term.short_forms.empty()) terms_.push_back(std::move(term));
  }

  std::vector<Term> take() { return std::move(terms_); }

 private:
  bool is_new(const std::string& form, std::uint32_t line) {
    if (form.size() > budgets::term_bytes) {
      report(Severity::warning, line,
             "a term that is explained has at most " + std::to_string(budgets::term_bytes) + " bytes");
      return false;
    }
    const auto [found, added] = lines_.emplace(form, line);
    if (!added) {
      report(Severity::warning, line,
             "'" + form + "' is explained on line " + std::to_string(found->second) +
                 " already; that explanation counts, so delete this one or rename it");
    }
    return added;
  }

  const std::string& file_;
  Diagnostics& diagnostics_;
  std::vector<Term> terms_;
  bool full_ = false;
  std::map<std::string, std::uint32_t, std::less<>> lines_;
};

std::uint8_t deepest_heading(const Document& page) {
  std::uint8_t deepest = 0;
  for (Index block = page.blocks[0].first_child; block != none; block = page.blocks[block].next) {
    if (page.blocks[block].kind == BlockKind::heading) deepest = std::max(deepest, page.blocks[block].level);
  }
  return deepest;
}

/// Splits "Name (SHORT, FORMS)".
void read_name(std::string_view heading, Term& term) {
  heading = trim(heading);
  const std::size_t open = heading.rfind('(');
  if (open == std::string_view::npos || open == 0 || heading.back() != ')') {
    term.name = heading;
    return;
  }
  term.name = trim(heading.substr(0, open));
  std::string_view rest = heading.substr(open + 1, heading.size() - open - 2);
  while (!rest.empty()) {
    const std::size_t comma = std::min(rest.find(','), rest.size());
    const std::string_view form = trim(rest.substr(0, comma));
    if (!form.empty()) term.short_forms.emplace_back(form);
    rest.remove_prefix(std::min(comma + 1, rest.size()));
  }
}

/// A page's own definitions; the last of a term counts, and the page's parser has said so.
void add_definitions(const Document& document, Terms& terms) {
  std::map<std::string_view, const document::Abbreviation*> last;
  for (const document::Abbreviation& definition : document.abbreviations) {
    last[document.view(definition.term)] = &definition;
  }
  for (const document::Abbreviation& definition : document.abbreviations) {
    if (last[document.view(definition.term)] != &definition || definition.explanation.empty()) continue;
    Term term;
    term.short_forms.emplace_back(document.view(definition.term));
    term.explanation = document.view(definition.explanation);
    terms.add(std::move(term), definition.line);
  }
}

}  // namespace

std::vector<Term> read_glossary(const Document& page, const std::string& file, Diagnostics& diagnostics) {
  Terms terms(file, diagnostics);
  const std::uint8_t level = deepest_heading(page);
  for (Index index = page.blocks[0].first_child; index != none && level > 1; index = page.blocks[index].next) {
    const Block& heading = page.blocks[index];
    if (heading.kind != BlockKind::heading || heading.level != level) continue;
    Term term;
    read_name(collapse(document::inline_text(page, heading.first_inline)), term);
    term.anchor = page.view(heading.id);
    if (heading.next != none && page.blocks[heading.next].kind == BlockKind::paragraph) {
      term.explanation = first_sentence(document::inline_text(page, page.blocks[heading.next].first_inline));
    }
    if (term.explanation.empty()) {
      terms.report(Severity::warning, heading.line,
                   "the glossary does not explain '" + term.name + "'; write a paragraph right below the heading");
      continue;
    }
    terms.add(std::move(term), heading.line);
  }
  add_definitions(page, terms);
  std::vector<Term> found = terms.take();
  if (found.empty()) {
    terms.report(Severity::warning, 1,
                 "the glossary explains nothing; give each term a heading of level 2 or deeper, and a paragraph below");
  }
  return found;
}

std::vector<Term> read_abbreviations(const Document& document, const std::string& file, Diagnostics& diagnostics) {
  Terms terms(file, diagnostics);
  if (const Index other = document.blocks[0].first_child; other != none) {
    terms.report(Severity::note, document.blocks[other].line,
                 "only abbreviations ('*[TERM]: explanation') are taken from this file; other text has no effect");
  }
  add_definitions(document, terms);
  return terms.take();
}

}  // namespace hubglass::hub
