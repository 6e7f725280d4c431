#include "document/slug.h"

#include "document/ascii_folding.h"
#include "document/utf8.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <vector>

namespace hubglass::document {

namespace {

bool is_blank(char byte) {
  return byte == ' ' || (byte >= '\t' && byte <= '\r') || (byte >= 0x1C && byte <= 0x1F);
}

/// Appends what a slug keeps of `letters`, which is ASCII.
void append_kept(std::string& kept, std::string_view letters) {
  for (const char letter : letters) {
    if (letter >= 'A' && letter <= 'Z') {
      kept.push_back(static_cast<char>(letter - 'A' + 'a'));
    } else if ((letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '_' || letter == '-' ||
               is_blank(letter)) {
      kept.push_back(letter);
    }
  }
}

struct Numbered {
  std::string_view base;
  int number = 0;
};

/// Splits "name_7" into "name" and 7. A slug without a number is its own base.
Numbered split_number(std::string_view slug) {
  constexpr std::size_t most_digits = 9;  // keeps the number in an int
  std::size_t digits = 0;
  while (digits < slug.size() && slug[slug.size() - 1 - digits] >= '0' && slug[slug.size() - 1 - digits] <= '9') {
    ++digits;
  }
  if (digits == 0 || digits > most_digits || digits == slug.size() || slug[slug.size() - 1 - digits] != '_') {
    return {slug, 0};
  }
  int number = 0;
  for (const char digit : slug.substr(slug.size() - digits)) number = number * 10 + (digit - '0');
  return {slug.substr(0, slug.size() - digits - 1), number};
}

}  // namespace

std::string slugify(std::string_view text) {
  std::string kept;
  kept.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      append_kept(kept, text.substr(at, 1));
      ++at;
    } else {
      append_kept(kept, ascii_folding(decode_utf8(text, at)));
    }
  }
  const auto from = std::find_if_not(kept.begin(), kept.end(), is_blank);
  const auto to = std::find_if_not(kept.rbegin(), std::make_reverse_iterator(from), is_blank).base();
  std::string slug;
  for (auto letter = from; letter != to; ++letter) {
    if (*letter != '-' && !is_blank(*letter)) {
      slug.push_back(*letter);
    } else if (slug.empty() || slug.back() != '-') {
      slug.push_back('-');
    }
  }
  return slug;
}

bool SlugSet::take(std::string_view name) {
  return used_.emplace(name, 0).second;
}

std::string SlugSet::unique(std::string_view slug) {
  std::string candidate(slug);
  if (!candidate.empty() && used_.emplace(candidate, 0).second) return candidate;
  const auto [base, first_number] = split_number(slug);
  const std::string stem = std::string(base) + '_';
  // Each entry remembers the last number that was found taken from it on, so that a page of equal headings costs O(n).
  std::vector<int*> passed;
  int number = first_number;
  const auto pass = [&](int& last_taken) {
    number = std::max(number, last_taken);
    passed.push_back(&last_taken);
  };
  if (!candidate.empty()) pass(used_[candidate]);
  for (;;) {
    ++number;
    candidate = stem + std::to_string(number);
    const auto [entry, is_new] = used_.emplace(candidate, 0);
    if (is_new) break;
    pass(entry->second);
  }
  for (int* last_taken : passed) *last_taken = number;
  return candidate;
}

}  // namespace hubglass::document
