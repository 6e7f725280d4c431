#include "document/address_breaks.h"

#include <algorithm>

namespace hubglass::document {

namespace {

constexpr std::size_t npos = std::string_view::npos;

bool is_blank(char byte) {
  return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

bool is_alphanumeric(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9');
}

/// Of ASCII, or a byte of any other character.
bool is_letter(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || static_cast<unsigned char>(byte) >= 0x80;
}

bool is_local_part(char byte) {
  return is_alphanumeric(byte) || std::string_view("._%+-").find(byte) != npos;
}

/// Moves back from `at` over bytes that `belongs` accepts.
template <typename Belongs>
std::size_t extend_back(std::string_view word, std::size_t at, Belongs belongs) {
  while (at > 0 && belongs(word[at - 1])) --at;
  return at;
}

/// Of an address as it is shown: a host with a dot, and a path.
std::size_t bare_address_begin(std::string_view word) {
  const std::size_t slash = word.find('/');
  if (slash == npos || slash + 1 >= word.size()) return npos;
  const std::size_t begin =
      extend_back(word, slash, [](char byte) { return is_alphanumeric(byte) || byte == '.' || byte == '-'; });
  const std::size_t dot = word.substr(0, slash).rfind('.');
  const bool named =
      dot != npos && dot > begin && dot + 2 < slash && is_letter(word[dot + 1]) && is_letter(word[dot + 2]);
  return named && is_alphanumeric(word[begin]) ? begin : npos;
}

/// Where an address begins in a word without blanks, or npos when it holds none.
std::size_t address_begin(std::string_view word) {
  std::size_t begin = npos;
  if (const std::size_t scheme_end = word.find("://"); scheme_end != npos) {
    const std::size_t at = extend_back(word, scheme_end, is_alphanumeric);
    if (at < scheme_end) begin = at;
  }
  if (const std::size_t www = word.find("www."); www != npos && (www == 0 || !is_alphanumeric(word[www - 1]))) {
    begin = std::min(begin, www);
  }
  if (const std::size_t sign = word.find('@'); sign != npos && sign + 1 < word.size()) {
    const std::size_t local = extend_back(word, sign, is_local_part);
    const std::size_t dot = word.find('.', sign);
    if (local < sign && is_alphanumeric(word[sign + 1]) && dot != npos && dot + 1 < word.size() &&
        is_alphanumeric(word[dot + 1])) {
      begin = std::min(begin, local);
    }
  }
  if (begin == npos) begin = bare_address_begin(word);
  return begin;
}

/// Of a word that holds a slash between letters: after each slash and hyphen, since it is cut nowhere else.
void find_slash_breaks(std::string_view word, std::size_t at, std::vector<std::uint32_t>& offsets) {
  const std::size_t known = offsets.size();
  bool slashed = false;
  for (std::size_t i = 1; i + 1 < word.size(); ++i) {
    const bool joins = (word[i] == '/' || word[i] == '-') && is_letter(word[i + 1]) &&
                       (is_letter(word[i - 1]) || is_alphanumeric(word[i - 1]));
    if (joins) {
      offsets.push_back(static_cast<std::uint32_t>(at + i + 1));
      slashed = slashed || word[i] == '/';
    }
  }
  if (!slashed) offsets.resize(known);
}

std::size_t address_end(std::string_view word) {
  const std::size_t last = word.find_last_not_of(".,;:!?)]}>\"'*_");
  return last == npos ? 0 : last + 1;
}

}  // namespace

void find_address_breaks(std::string_view text, std::vector<std::uint32_t>& offsets) {
  for (std::size_t at = 0; at < text.size();) {
    std::size_t word_end = at;
    while (word_end < text.size() && !is_blank(text[word_end])) ++word_end;
    const std::string_view word = text.substr(at, word_end - at);
    const std::size_t begin = address_begin(word);
    if (begin == npos) {
      find_slash_breaks(word, at, offsets);
    } else {
      const std::size_t end = address_end(word);
      if (begin + shortest_breakable_address <= end) {
        for (std::size_t i = begin; i + 1 < end; ++i) {
          if (std::string_view("/-?&=_#%.~:+,@").find(word[i]) == npos) continue;
          if (word.compare(i, 3, "://") == 0) {
            i += 2;
            if (i + 1 >= end) break;
          }
          offsets.push_back(static_cast<std::uint32_t>(at + i + 1));
        }
      }
    }
    at = word_end + 1;
  }
}

}  // namespace hubglass::document
