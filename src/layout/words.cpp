#include "layout/words.h"

#include "layout/joined_runs.h"
#include "layout/line_cutter.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include <linebreak.h>

namespace hubglass::layout {

namespace {

/// What a byte says about breaks inside a token. Combined with |.
enum ByteClass : std::uint8_t {
  plain = 0,
  breaking = 1,  ///< ( < [ { - ? and all that is neither ASCII nor a Latin letter
  slash = 2,     ///< ! / | } break before a Latin letter beyond ASCII
  latin = 4,     ///< first byte of such a letter
  follow = 8,    ///< later byte of a UTF-8 sequence
  price = 16,    ///< $ % + \\ break from each other, where Annex 14 is followed
  space = 32,
  line_end = 64,
};

constexpr std::array<std::uint8_t, 256> make_classes() {
  std::array<std::uint8_t, 256> classes{};
  for (std::size_t i = 0x80; i < classes.size(); ++i) {
    classes[i] = i < 0xC0 ? follow : i >= 0xC3 && i <= 0xC9 ? latin : breaking;
  }
  for (const char c : {'(', '<', '[', '{', '-', '?'}) {
    classes[static_cast<unsigned char>(c)] = breaking;
  }
  for (const char c : {'!', '/', '|', '}'}) {
    classes[static_cast<unsigned char>(c)] = slash;
  }
  for (const char c : {'$', '%', '+', '\\'}) {
    classes[static_cast<unsigned char>(c)] = price;
  }
  classes[' '] = space;
  classes['\n'] = line_end;
  return classes;
}

constexpr std::array<std::uint8_t, 256> classes = make_classes();

std::uint8_t class_of(char c) {
  return classes[static_cast<unsigned char>(c)];
}

bool is_ascii(char c) {
  return static_cast<unsigned char>(c) < 0x80;
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_one_of(char c, std::string_view set) {
  return set.find(c) != std::string_view::npos;
}

/// Whether a line may break between two ASCII characters; `before` is the one ahead of them (0: none).
bool breaks_between(char before, char first, char second) {
  if (first == '-') {
    if (is_digit(second)) {
      return is_digit(before) || is_letter(before);  // else it may be a minus sign
    }
    return !is_one_of(second, "!$),./:;?]}");
  }
  if (first == '?') {
    return is_letter(second) || is_digit(second) || is_one_of(second, "#$%&(*+-<=>@[\\^_`{|~");
  }
  if (is_one_of(second, "(<[{")) {
    return !is_letter(first) && !is_digit(first) && !is_one_of(first, "$'/@(<[^_`{");
  }
  return false;
}

}  // namespace

WordFinder::WordFinder(Measurer& measurer) : measurer_(measurer) {
  init_linebreak();
}

WordFinder::Token WordFinder::next_token(const std::string& text, std::uint32_t at, std::uint32_t end) const {
  Token token{at, at, at, false, false};
  unsigned seen = 0;
  for (; at < end; ++at) {
    const std::uint8_t byte_class = class_of(text[at]);
    if (byte_class >= space) {
      break;
    }
    seen |= byte_class;
  }
  token.end = at;
  token.whole = (seen & breaking) == 0 &&
                (measurer_.engine().breaks() == Breaks::by_the_book ? (seen & (slash | price)) == 0
                                                                    : (seen & (slash | latin)) != (slash | latin));
  while (at < end && text[at] == ' ') {
    ++at;
  }
  if (at < end && text[at] == '\n') {
    token.hard = true;
    ++at;
  }
  token.next = at;
  return token;
}

void WordFinder::find(TextPool& pool, LeafText& leaf) {
  leaf.word_begin = static_cast<std::uint32_t>(pool.words.size());
  element_ = leaf.element_begin;
  break_ = leaf.break_begin;
  for (std::uint32_t at = leaf.text_begin; at < leaf.text_end;) {
    const Token token = next_token(pool.text, at, leaf.text_end);
    at = token.next;
    const bool address = break_ < leaf.break_end && pool.breaks[break_].at < token.end;
    if (token.whole && !address) {
      add_word(pool, leaf, token.begin, token.end, token.next, token.hard);
    } else {
      cut(pool, leaf, token);
    }
  }
  leaf.word_end = static_cast<std::uint32_t>(pool.words.size());
}

void WordFinder::cut(TextPool& pool, LeafText& leaf, const Token& token) {
  breaks_inside(std::string_view(pool.text).substr(token.begin, token.end - token.begin), offsets_);
  // An address in it brings places of its own.
  for (; break_ < leaf.break_end && pool.breaks[break_].at <= token.end; ++break_) {
    const std::uint32_t at = pool.breaks[break_].at;
    if (at > token.begin && at < token.end) {
      offsets_.push_back(at - token.begin);
    }
  }
  std::sort(offsets_.begin(), offsets_.end());
  offsets_.erase(std::unique(offsets_.begin(), offsets_.end()), offsets_.end());
  std::uint32_t begin = token.begin;
  for (const std::uint32_t offset : offsets_) {
    add_word(pool, leaf, begin, token.begin + offset, token.begin + offset, false);
    begin = token.begin + offset;
  }
  add_word(pool, leaf, begin, token.end, token.next, token.hard);
}

void WordFinder::breaks_inside(std::string_view text, std::vector<std::uint32_t>& offsets) {
  offsets.clear();
  const Breaks by = measurer_.engine().breaks();
  bool known = false;    // whether marks_ holds what the library says of this text
  std::size_t next = 0;  // with Breaks::by_table_then_book: the place that holds
  for (std::size_t i = 1; i < text.size(); ++i) {
    if (class_of(text[i]) == follow) {
      continue;
    }
    bool breaks = false;
    if (by != Breaks::by_the_book && is_ascii(text[i - 1]) && is_ascii(text[i])) {
      breaks = i == next || breaks_between(i >= 2 ? text[i - 2] : '\0', text[i - 1], text[i]);
    } else {
      if (!known) {
        marks_.resize(text.size());
        set_linebreaks_utf8(reinterpret_cast<const utf8_t*>(text.data()), text.size(), "", marks_.data());
        known = true;
      }
      breaks = marks_[i - 1] == LINEBREAK_ALLOWBREAK;
      if (by == Breaks::by_table_then_book && next < i) {
        const auto place =
            std::find(marks_.begin() + static_cast<std::ptrdiff_t>(i) - 1, marks_.end(), LINEBREAK_ALLOWBREAK);
        next = static_cast<std::size_t>(place - marks_.begin()) + 1;
      }
    }
    if (breaks) {
      offsets.push_back(static_cast<std::uint32_t>(i));
    }
  }
}

void WordFinder::add_word(TextPool& pool, const LeafText& leaf, std::uint32_t begin, std::uint32_t end,
                          std::uint32_t next, bool hard) {
  Word word{
      .begin = begin, .end = end, .next = next, .first_segment = static_cast<std::uint32_t>(pool.segments.size())};
  word.hard = hard;
  word.spaced = next > end && pool.text[end] == ' ';
  const auto key_of = [&pool](const Element& element) { return pool.inks[element.ink].style.key(); };
  const std::string_view text = std::string_view(pool.text).substr(0, std::min(end, begin + most_in_line));
  std::string_view shaped;  // the text in one font that is being gathered
  const auto add_segment = [&](std::string_view part, bool taken_off) {
    if (!part.empty()) {
      pool.segments.push_back({measurer_.word(part, word.space_key), taken_off});
    }
  };
  visit_elements(pool, element_, leaf.element_end, begin, end,
                 [&](const Element& element, std::uint32_t from, std::uint32_t to) {
                   if (element.kind != ElementKind::text) {
                     word.extra += element.width;
                     return;
                   }
                   // A word without end is broken before it ends, so the rest of it need not be measured.
                   const std::string_view part = text.substr(std::min<std::size_t>(from, text.size()), to - from);
                   const bool joins = element.joined && from == element.begin && from > begin && !shaped.empty();
                   if (joins && shaped.size() + part.size() <= most_joined) {
                     shaped = {shaped.data(), shaped.size() + part.size()};
                     return;
                   }
                   add_segment(shaped, false);
                   if (joins && !part.empty()) {
                     const std::string_view before = joined_tail(shaped);
                     add_segment(before, true);
                     shaped = {before.data(), before.size() + part.size()};
                   } else {
                     shaped = part;
                   }
                   word.space_key = key_of(element);
                 });
  add_segment(shaped, false);
  word.segment_count = static_cast<std::uint32_t>(pool.segments.size()) - word.first_segment;
  if (word.spaced) {
    // The space may lie in another inline than the word's end.
    for (std::uint32_t i = element_; i < leaf.element_end && pool.elements[i].begin <= end; ++i) {
      if (pool.elements[i].kind == ElementKind::text && pool.elements[i].end > end) {
        word.space_key = key_of(pool.elements[i]);
        break;
      }
    }
  }
  const bool hyphenated =
      next == end && end - begin > soft_hyphen.size() && end < leaf.text_end &&
      std::string_view(pool.text).substr(end - soft_hyphen.size(), soft_hyphen.size()) == soft_hyphen;
  if (hyphenated) {
    word.hyphen = measurer_.word(shown_hyphen, word.space_key);
  }
  pool.words.push_back(word);
}

}  // namespace hubglass::layout
