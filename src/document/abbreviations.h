#pragma once

#include "document/document.h"

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Terms that readers get explained wherever they stand: finding them in a Document and wrapping them in abbreviation
/// inlines. Who defines them (a page, a hub's glossary) is not known here.
namespace hubglass::document {

/// Finds terms in a text: whole words, upper and lower case as written, the longest term where several begin.
class TermMatcher {
 public:
  struct Term {
    std::string text;
    std::string explanation;  ///< empty: the term is left as it is
    std::string entry;        ///< id of the heading that explains it on its own page, or empty
  };
  struct Match {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::uint32_t term = 0;  ///< index into terms()
  };

  /// Terms in order of precedence: of those with the same text, the first counts. Empty ones and those longer than
  /// budgets::term_bytes are left out.
  explicit TermMatcher(std::vector<Term> terms);

  /// The first match that begins at `from` or later. A whole text costs O(bytes × budgets::term_bytes) at worst, and
  /// one look at each byte where no term begins, however many terms there are.
  [[nodiscard]] std::optional<Match> find(std::string_view text, std::size_t from) const;
  [[nodiscard]] const std::vector<Term>& terms() const { return terms_; }

 private:
  [[nodiscard]] bool may_begin(std::string_view text, std::size_t at) const;

  std::vector<Term> terms_;        ///< by text
  std::bitset<65536> beginnings_;  ///< the first two bytes of terms; for a term of one byte, with any second one
};

/// Wraps the terms in what stands below `block` in abbreviation inlines: text, also inside links, but no code, keys,
/// addresses, or words that are wrapped already; and nothing in blocks that only lead elsewhere (breadcrumbs, pagers,
/// chips). Blanks between the words of a term may be line ends in the source. With `own_entries`, a term is left alone
/// in the section of the heading that explains it. False when it stopped at budgets::inlines_per_page, or where the
/// explanations, each counted as often as it is used, came to budgets::repeated_bytes of the document's text.
bool explain_terms(Document& document, Index block, const TermMatcher& matcher, bool own_entries = false);

/// What the page itself defines (Document::abbreviations), the last definition of a term first.
std::vector<TermMatcher::Term> own_terms(const Document& document);

}  // namespace hubglass::document
