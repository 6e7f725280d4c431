#include "layout/words.h"

#include <array>
#include <cstddef>

#include <linebreak.h>

namespace hubglass::layout {

namespace {

/// What a byte says about where lines may break.
enum ByteClass : std::uint8_t {
  plain = 0,     ///< letter, digit, quote or such: never a break between two of these
  soft = 1,      ///< . , : ; no break before, none after but at a space
  special = 2,   ///< the library decides
  latin = 4,     ///< first byte of a Latin letter beyond ASCII
  follow = 8,    ///< later byte of a UTF-8 sequence
  space = 16,
  line_end = 32,
};

constexpr std::array<std::uint8_t, 256> make_classes() {
  std::array<std::uint8_t, 256> classes{};
  for (std::size_t i = 0; i < classes.size(); ++i) {
    const bool letter = (i >= '0' && i <= '9') || (i >= 'A' && i <= 'Z') || (i >= 'a' && i <= 'z');
    classes[i] = letter                       ? plain
                 : i >= 0x80 && i < 0xC0      ? follow
                 : i >= 0xC3 && i <= 0xC9     ? latin
                                              : special;
  }
  for (const char c : {'.', ',', ':', ';'}) {
    classes[static_cast<unsigned char>(c)] = soft;
  }
  for (const char c : {'\'', '"', '#', '&', '*', '<', '=', '>', '@', '^', '_', '`', '~'}) {
    classes[static_cast<unsigned char>(c)] = plain;
  }
  classes[' '] = space;
  classes['\n'] = line_end;
  return classes;
}

constexpr std::array<std::uint8_t, 256> classes = make_classes();

std::uint8_t class_of(char c) { return classes[static_cast<unsigned char>(c)]; }

/// One character more than a window at either side tells the library what stands there.
std::uint32_t character_before(const std::string& text, std::uint32_t at, std::uint32_t begin) {
  while (at > begin && class_of(text[at - 1]) == follow) {
    --at;
  }
  return at > begin ? at - 1 : at;
}

std::uint32_t character_after(const std::string& text, std::uint32_t at, std::uint32_t end) {
  if (at < end) {
    ++at;
  }
  while (at < end && class_of(text[at]) == follow) {
    ++at;
  }
  return at;
}

}  // namespace

WordFinder::WordFinder(Measurer& measurer) : measurer_(measurer) { init_linebreak(); }

std::uint32_t WordFinder::next_token(const std::string& text, std::uint32_t at, std::uint32_t end, Token& token) const {
  token = Token{at, at, at, false, false};
  unsigned seen = at < end && class_of(text[at]) == soft ? static_cast<unsigned>(special) : 0u;
  while (at < end) {
    const std::uint8_t byte_class = class_of(text[at]);
    if (byte_class >= space) {
      break;
    }
    seen |= byte_class;
    ++at;
  }
  token.end = at;
  // Latin letters beyond ASCII are letters, but follow bytes without their first byte are not.
  token.plain = (seen & special) == 0;
  while (at < end && text[at] == ' ') {
    ++at;
  }
  if (at < end && text[at] == '\n') {
    token.hard = true;
    ++at;
  }
  token.next = at;
  return at;
}

void WordFinder::find(TextPool& pool, LeafText& leaf) {
  leaf.word_begin = static_cast<std::uint32_t>(pool.words.size());
  element_ = leaf.element_begin;
  break_ = leaf.break_begin;
  join_ = none;
  window_.clear();
  std::uint32_t at = leaf.text_begin;
  const auto flush_window = [&] {
    if (!window_.empty()) {
      cut_window(pool, leaf, 0, window_.size());
      window_.clear();
    }
  };
  while (at < leaf.text_end) {
    Token token;
    at = next_token(pool.text, at, leaf.text_end, token);
    if (break_ < leaf.break_end && pool.breaks[break_].at < token.end) {
      flush_window();
      cut_address(pool, leaf, token);
    } else if (!token.plain && token.end > token.begin) {
      window_.push_back(token);
      if (token.hard) {
        flush_window();
      }
    } else {
      flush_window();
      add_word(pool, leaf, token.begin, token.end, token.next, token.hard);
    }
  }
  flush_window();
  leaf.word_end = static_cast<std::uint32_t>(pool.words.size());
}

void WordFinder::cut_address(TextPool& pool, LeafText& leaf, const Token& token) {
  std::uint32_t begin = token.begin;
  for (; break_ < leaf.break_end && pool.breaks[break_].at <= token.end; ++break_) {
    const std::uint32_t at = pool.breaks[break_].at;
    if (at > begin && at < token.end) {
      add_word(pool, leaf, begin, at, at, false);
      begin = at;
    }
  }
  add_word(pool, leaf, begin, token.end, token.next, token.hard);
}

void WordFinder::cut_window(TextPool& pool, LeafText& leaf, std::size_t first, std::size_t last) {
  const std::uint32_t begin = window_[first].begin;
  const std::uint32_t end = window_[last - 1].next;
  // The space before the window is part of what the library must see: an opening bracket before it forbids a break.
  std::uint32_t from = begin;
  while (from > leaf.text_begin && pool.text[from - 1] == ' ') {
    --from;
  }
  from = character_before(pool.text, from, leaf.text_begin);
  if (pool.text[from] == '\n') {
    from = begin;
  }
  const std::uint32_t to = window_[last - 1].hard ? end : character_after(pool.text, end, leaf.text_end);
  marks_.resize(to - from);
  set_linebreaks_utf8(reinterpret_cast<const utf8_t*>(pool.text.data() + from), to - from, "en", marks_.data());
  std::uint32_t word_begin = begin;
  const bool spaced = begin > leaf.text_begin && pool.text[begin - 1] == ' ';
  if (spaced && join_ == none && marks_[begin - 1 - from] != LINEBREAK_ALLOWBREAK &&
      pool.words.size() > leaf.word_begin) {
    // No break is allowed here (before "!", even after a space): the word before is taken back.
    join_ = pool.words.back().begin;
    element_ = element_before_;
    pool.segments.resize(pool.words.back().first_segment);
    pool.words.pop_back();
  }
  for (std::size_t i = first; i < last; ++i) {
    const Token& token = window_[i];
    for (std::uint32_t at = token.begin; at + 1 < token.end; ++at) {
      if (marks_[at - from] == LINEBREAK_ALLOWBREAK) {
        add_word(pool, leaf, word_begin, at + 1, at + 1, false);
        word_begin = at + 1;
      }
    }
    const bool at_end = token.next >= leaf.text_end;
    if (token.hard || at_end || marks_[token.next - 1 - from] == LINEBREAK_ALLOWBREAK) {
      add_word(pool, leaf, word_begin, token.end, token.next, token.hard);
      word_begin = token.next;
    }
  }
  if (word_begin < end && join_ == none) {  // the last space is no place to break: the next word joins
    join_ = word_begin;
  }
}

void WordFinder::add_word(TextPool& pool, const LeafText& leaf, std::uint32_t begin, std::uint32_t end,
                          std::uint32_t next, bool hard) {
  if (join_ != none) {
    begin = join_;
    join_ = none;
  }
  element_before_ = element_;
  Word word{.begin = begin, .end = end, .next = next, .first_segment = static_cast<std::uint32_t>(pool.segments.size())};
  word.hard = hard;
  word.spaced = next > end && pool.text[end] == ' ';
  visit_elements(pool, element_, leaf.element_end, begin, end,
                 [&](const Element& element, std::uint32_t from, std::uint32_t to) {
                   if (element.kind == ElementKind::text) {
                     const std::string_view part(pool.text.data() + from, to - from);
                     const std::uint8_t key = pool.inks[element.ink].style.key();
                     pool.segments.push_back(measurer_.word(part, key));
                     word.space_key = key;
                   } else {
                     word.extra += element.width;
                   }
                 });
  word.segment_count = static_cast<std::uint16_t>(pool.segments.size() - word.first_segment);
  if (word.spaced && element_ < leaf.element_end) {
    // The space may lie in another inline than the word's end.
    for (std::uint32_t i = element_; i < leaf.element_end && pool.elements[i].begin <= end; ++i) {
      if (pool.elements[i].kind == ElementKind::text && pool.elements[i].end > end) {
        word.space_key = pool.inks[pool.elements[i].ink].style.key();
        break;
      }
    }
  }
  pool.words.push_back(word);
}

void WordFinder::breaks_inside(std::string_view text, std::vector<std::uint32_t>& offsets) {
  marks_.resize(text.size());
  set_linebreaks_utf8(reinterpret_cast<const utf8_t*>(text.data()), text.size(), "en", marks_.data());
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    if (marks_[i] == LINEBREAK_ALLOWBREAK) {
      offsets.push_back(static_cast<std::uint32_t>(i + 1));
    }
  }
}

}  // namespace hubglass::layout
