#include "hub/glossary.h"

#include "hub/text.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>

namespace hubglass::hub {

namespace {

using document::TermMatcher;

std::string upper_character(std::string_view character) {
  std::string raised(character);
  if (raised.size() == 1 && raised[0] >= 'a' && raised[0] <= 'z') {
    raised[0] = static_cast<char>(raised[0] - 'a' + 'A');
  } else if (raised.size() == 2 && raised[0] == '\xC3' && raised[1] >= '\xA0' && raised[1] <= '\xBE' &&
             raised[1] != '\xB7') {
    raised[1] = static_cast<char>(raised[1] - 0x20);
  }
  return raised;
}

/// "Data space" -> "data space"; "AI Act" stays.
std::string with_small_initial(std::string_view name) {
  const std::string_view first = first_character(name);
  const std::string_view rest = name.substr(first.size());
  const std::string_view second = first_character(rest);
  const bool ordinary_word = !second.empty() && upper_character(second) != second;
  return (ordinary_word ? lower(first) : std::string(first)) + std::string(rest);
}

/// "Data space" -> "Data Space".
std::string with_initials(std::string_view name) {
  std::string result;
  bool word_start = true;
  while (!name.empty()) {
    const std::string_view character = first_character(name);
    result += word_start ? upper_character(character) : std::string(character);
    word_start = character == " ";
    name.remove_prefix(character.size());
  }
  return result;
}

void add_plural(std::vector<TermMatcher::Term>& terms, const TermMatcher::Term& term) {
  if (term.text.empty() || term.text.back() == 's' || !is_word_character(term.text.back())) return;
  terms.push_back({term.text + "s", term.explanation, term.entry});
}

}  // namespace

const Glossary* glossary_of(const Hub& hub, std::string_view language) {
  const auto found = std::find_if(hub.glossaries.begin(), hub.glossaries.end(),
                                  [&](const Glossary& glossary) { return glossary.language == language; });
  return found == hub.glossaries.end() ? nullptr : &*found;
}

std::vector<TermMatcher::Term> forms_of(const Glossary& glossary) {
  std::vector<TermMatcher::Term> written;
  std::vector<TermMatcher::Term> derived;
  for (const Term& term : glossary.terms) {
    const std::string long_explanation = term.name.empty() ? term.explanation : term.name + ": " + term.explanation;
    for (const std::string& short_form : term.short_forms) {
      written.push_back({short_form, long_explanation, term.anchor});
      add_plural(derived, written.back());
    }
    if (term.name.empty()) continue;
    written.push_back({term.name, term.explanation, term.anchor});
    add_plural(derived, written.back());
    for (std::string form : {with_small_initial(term.name), with_initials(term.name)}) {
      if (form == term.name) continue;
      derived.push_back({std::move(form), term.explanation, term.anchor});
      add_plural(derived, TermMatcher::Term(derived.back()));
    }
  }
  std::move(derived.begin(), derived.end(), std::back_inserter(written));
  return written;
}

void explain_page(const Hub& hub, Index page, std::string_view language, const document::TermMatcher* forms,
                  const document::Document& source, document::Document& composed) {
  const Glossary* glossary = glossary_of(hub, language);
  const bool is_glossary = glossary != nullptr && glossary->page == page;
  std::vector<TermMatcher::Term> terms = document::own_terms(source);
  if (terms.empty()) {
    if (forms != nullptr) document::explain_terms(composed, 0, *forms, is_glossary);
    return;
  }
  if (glossary != nullptr) {
    std::vector<TermMatcher::Term> all = forms_of(*glossary);
    std::move(all.begin(), all.end(), std::back_inserter(terms));
  }
  document::explain_terms(composed, 0, TermMatcher(std::move(terms)), is_glossary);
}

}  // namespace hubglass::hub
