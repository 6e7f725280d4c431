#include "document/abbreviations.h"
#include "document/budgets.h"
#include "document/utf8.h"

#include <algorithm>
#include <utility>

namespace hubglass::document {

namespace {

constexpr unsigned any_byte = 256;

unsigned byte_at(std::string_view text, std::size_t at) {
  return at < text.size() ? static_cast<unsigned char>(text[at]) : 0u;
}

/// Letters and digits of any script; not the blocks of punctuation, symbols and pictures.
bool is_word(char32_t point) {
  if (point < 0x80) {
    return (point >= '0' && point <= '9') || ((point | 0x20u) >= 'a' && (point | 0x20u) <= 'z') || point == '_';
  }
  if (point < 0xC0) return point == 0xAA || point == 0xB5 || point == 0xBA;
  const bool punctuation = point == 0xD7 || point == 0xF7 || (point >= 0x2000 && point <= 0x2BFF) ||
                           (point >= 0x2E00 && point <= 0x2E7F) || (point >= 0x3000 && point <= 0x303F) ||
                           (point >= 0xFE10 && point <= 0xFE6F) || (point >= 0xFF00 && point <= 0xFF0F) ||
                           (point >= 0xFF1A && point <= 0xFF20) || (point >= 0x1F000 && point <= 0x1FAFF);
  return !punctuation;
}

bool is_word_at(std::string_view text, std::size_t at) {
  return at < text.size() && is_word(decode_utf8(text, at));
}

bool is_word_before(std::string_view text, std::size_t at) {
  if (at == 0) return false;
  std::size_t begin = at - 1;
  while (begin > 0 && at - begin < 4 && (byte_at(text, begin) & 0xC0u) == 0x80u) --begin;
  return is_word_at(text, begin);
}

/// Between two bytes that are not of one word. A term that begins or ends with a sign needs nothing beside it.
bool is_boundary(std::string_view text, std::size_t at) {
  return !is_word_before(text, at) || !is_word_at(text, at);
}

}  // namespace

TermMatcher::TermMatcher(std::vector<Term> terms) : terms_(std::move(terms)) {
  std::erase_if(terms_, [](const Term& term) { return term.text.empty() || term.text.size() > budgets::term_bytes; });
  std::stable_sort(terms_.begin(), terms_.end(), [](const Term& a, const Term& b) { return a.text < b.text; });
  const auto same = [](const Term& a, const Term& b) { return a.text == b.text; };
  terms_.erase(std::unique(terms_.begin(), terms_.end(), same), terms_.end());
  for (const Term& term : terms_) {
    const unsigned first = byte_at(term.text, 0) << 8;
    if (term.text.size() > 1) {
      beginnings_.set(first | byte_at(term.text, 1));
    } else {
      for (unsigned second = 0; second < any_byte; ++second) beginnings_.set(first | second);
    }
  }
}

bool TermMatcher::may_begin(std::string_view text, std::size_t at) const {
  return beginnings_.test(byte_at(text, at) << 8 | byte_at(text, at + 1)) && is_boundary(text, at);
}

std::optional<TermMatcher::Match> TermMatcher::find(std::string_view text, std::size_t from) const {
  if (terms_.empty()) return std::nullopt;
  for (std::size_t at = from; at < text.size(); ++at) {
    if (!may_begin(text, at)) continue;
    std::optional<Match> longest;
    auto begin = terms_.begin();
    auto end = terms_.end();
    // The terms that share the bytes from `at` on lie side by side; each byte narrows them down.
    for (std::size_t depth = 0; at + depth < text.size() && begin != end; ++depth) {
      const unsigned wanted = byte_at(text, at + depth);
      const auto less = [depth](const Term& term, unsigned byte) {
        return term.text.size() <= depth || byte_at(term.text, depth) < byte;
      };
      begin = std::lower_bound(begin, end, wanted, less);
      end = std::lower_bound(begin, end, wanted + 1, less);
      if (begin != end && begin->text.size() == depth + 1 && is_boundary(text, at + depth + 1)) {
        longest = Match{at, at + depth + 1, static_cast<std::uint32_t>(begin - terms_.begin())};
      }
    }
    if (longest) return longest;
  }
  return std::nullopt;
}

}  // namespace hubglass::document
