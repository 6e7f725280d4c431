#include "layout/lines.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace hubglass::layout {

namespace {

constexpr float rounding = 0.0005F;  // px
// Nearer to the limit than this, px, the sum of words is not trusted: it knows no kerning between them. A space takes
// up most of it; where a word ends without one, as in “Gaia-X”, the letters meet.
constexpr float doubt = 1.5F;
constexpr float doubt_of_joint = 2;
constexpr std::size_t most_balanced_lines = 6;
// Chromium's: a heading of more than three words rather has uneven lines than one word alone on the last.
constexpr std::size_t words_with_company = 3;
constexpr double lone_word_penalty = 10'000;  // px squared
constexpr std::uint32_t most_probed = 4096;   // bytes of a word without end that are looked at for one line

char32_t decode(std::string_view text, std::uint32_t at, std::uint32_t& next) {
  const auto byte = [&](std::uint32_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u; };
  const unsigned first = byte(at);
  const std::uint32_t size = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  char32_t code = size == 1 ? first : first & (0xFFu >> (size + 1));
  for (std::uint32_t i = 1; i < size; ++i) {
    code = (code << 6) | (byte(at + i) & 0x3F);
  }
  next = std::min(at + size, static_cast<std::uint32_t>(text.size()));
  return code;
}

bool extends(char32_t code) {
  return (code >= 0x300 && code <= 0x36F) || (code >= 0x483 && code <= 0x489) || (code >= 0x591 && code <= 0x5BD) ||
         (code >= 0x610 && code <= 0x61A) || (code >= 0x64B && code <= 0x65F) || (code >= 0x93A && code <= 0x94F) ||
         (code >= 0xE31 && code <= 0xE3A) || (code >= 0x1AB0 && code <= 0x1AFF) || (code >= 0x1DC0 && code <= 0x1DFF) ||
         code == 0x200D || (code >= 0x20D0 && code <= 0x20FF) || (code >= 0xFE00 && code <= 0xFE0F) ||
         (code >= 0xFE20 && code <= 0xFE2F) || (code >= 0x1F3FB && code <= 0x1F3FF) ||
         (code >= 0xE0020 && code <= 0xE01EF);
}

bool is_regional(char32_t code) {
  return code >= 0x1F1E6 && code <= 0x1F1FF;
}

/// The width that a browser gives an inline's part of a line: no length is less than the text in it.
float snapped(float width, float unit) {
  return unit > 0 ? std::ceil(width / unit) * unit : width;
}

/// The first element of a leaf that does not end before `at`. O(log elements).
std::uint32_t first_element(const TextPool& pool, const LeafText& leaf, std::uint32_t at) {
  const auto found =
      std::lower_bound(pool.elements.begin() + leaf.element_begin, pool.elements.begin() + leaf.element_end, at,
                       [](const Element& part, std::uint32_t place) { return part.end < place; });
  return static_cast<std::uint32_t>(found - pool.elements.begin());
}

}  // namespace

std::uint32_t next_character(std::string_view text, std::uint32_t at) {
  std::uint32_t end = at;
  char32_t code = decode(text, at, end);
  bool joined = false;
  bool paired = false;
  while (end < text.size()) {
    std::uint32_t after = end;
    const char32_t following = decode(text, end, after);
    const bool pair = is_regional(code) && is_regional(following) && !paired;
    if (!extends(following) && !joined && !pair) {
      break;
    }
    paired = paired || pair;
    joined = following == 0x200D;
    code = following;
    end = after;
  }
  return end;
}

void LineBreaker::load_words(const TextPool& pool, const LeafText& leaf, float available) {
  extents_.clear();
  std::uint32_t element = leaf.element_begin;
  bool atoms = false;
  for (std::uint32_t i = leaf.element_begin; i < leaf.element_end && !atoms; ++i) {
    atoms = pool.elements[i].kind == ElementKind::atom && pool.elements[i].width > available;
  }
  for (std::uint32_t i = leaf.word_begin; i < leaf.word_end; ++i) {
    const Word& word = pool.words[i];
    Extent extent{word.extra, word.spaced ? measurer_.space(word.space_key) : 0,
                  word.hyphen == no_hyphen ? 0 : measurer_.advance(word.hyphen), word.hard};
    for (std::uint32_t k = 0; k < word.segment_count; ++k) {
      extent.text += measurer_.advance(pool.segments[word.first_segment + k]);
    }
    if (atoms) {
      visit_elements(pool, element, leaf.element_end, word.begin, word.end,
                     [&](const Element& part, std::uint32_t, std::uint32_t) {
                       if (part.kind == ElementKind::atom && part.width > available) {
                         extent.text -= part.width - available;
                       }
                     });
    }
    extents_.push_back(extent);
  }
}

float LineBreaker::measure_range(const TextPool& pool, const LeafText& leaf, std::uint32_t begin, std::uint32_t end,
                                 float available) {
  runs_.clear();
  float total = 0;
  std::uint32_t element = first_element(pool, leaf, begin);
  visit_elements(pool, element, leaf.element_end, begin, end,
                 [&](const Element& part, std::uint32_t from, std::uint32_t to) {
                   if (part.kind == ElementKind::text) {
                     const std::string_view text = std::string_view(pool.text).substr(from, to - from);
                     const bool joins = part.joined && from == part.begin && !runs_.empty() &&
                                        runs_.back().text.data() + runs_.back().text.size() == text.data();
                     if (joins) {
                       // All that is joined so far: what this part adds to it is the difference.
                       const std::string_view before = runs_.back().text;
                       runs_.push_back({{before.data(), before.size() + text.size()}, pool.inks[part.ink].style});
                     } else {
                       runs_.push_back({text, pool.inks[part.ink].style});
                     }
                   } else if (part.kind == ElementKind::atom) {
                     total += std::min(part.width, available);
                   } else if (part.kind == ElementKind::open ? part.begin >= begin : part.begin > begin) {
                     total += part.width;
                   }
                 });
  advances_.resize(runs_.size());
  measurer_.engine().measure(runs_, advances_);
  for (std::size_t i = 0; i < runs_.size(); ++i) {
    const bool continues = i > 0 && runs_[i].text.data() == runs_[i - 1].text.data();
    total += snapped(advances_[i] - (continues ? advances_[i - 1] : 0), measurer_.engine().length_unit());
  }
  return total;
}

float LineBreaker::limit(float width) const {
  return width + measurer_.engine().length_unit() + rounding;
}

float LineBreaker::measure_line(const TextPool& pool, const LeafText& leaf, std::uint32_t begin, std::uint32_t end,
                                float available) {
  const char after = end < leaf.text_end ? pool.text[end] : '\n';
  const bool keeps = after == ' ' ? measurer_.engine().kerns_hanging_space() : !measurer_.engine().reshapes();
  if (after == '\n' || !keeps) {
    return measure_range(pool, leaf, begin, end, available);
  }
  const std::uint32_t next = next_character(std::string_view(pool.text).substr(0, leaf.text_end), end);
  return measure_range(pool, leaf, begin, next, available) - measure_range(pool, leaf, end, next, available);
}

float LineBreaker::overhang(const TextPool& pool, const LeafText& leaf, std::uint32_t end, Overhang where) const {
  float total = 0;
  if (measurer_.engine().overhang() == where) {
    for (std::uint32_t i = first_element(pool, leaf, end); i < leaf.element_end && pool.elements[i].begin <= end; ++i) {
      total += pool.elements[i].kind == ElementKind::close ? pool.elements[i].width : 0;
    }
  }
  return total;
}

std::uint32_t LineBreaker::break_anywhere(const TextPool& pool, const LeafText& leaf, std::uint32_t begin,
                                          std::uint32_t end, float width) {
  if (begin >= end) {
    return end;
  }
  const std::string_view text = std::string_view(pool.text).substr(0, end);
  std::vector<std::uint32_t> ends;
  for (std::uint32_t at = begin; at < end && at - begin < most_probed;) {
    at = next_character(text, at);
    ends.push_back(at);
  }
  // Bisection: O(log n) measurements. At least one character goes on each line, or it would never end.
  std::size_t fits = 0;
  std::size_t too_long = ends.size();
  while (too_long - fits > 1) {
    const std::size_t middle = (fits + too_long) / 2;
    const std::uint32_t cut = ends[middle];
    const float out = cut < end ? overhang(pool, leaf, cut, Overhang::within_word) : 0;
    if (measure_line(pool, leaf, begin, cut, width) <= limit(width + out)) {
      fits = middle;
    } else {
      too_long = middle;
    }
  }
  return ends[fits];
}

void LineBreaker::greedy(const TextPool& pool, const LeafText& leaf, float width, std::vector<LineRange>& lines) {
  lines.clear();
  LineRange line;
  float x = 0;  // of the words taken, with their spaces
  float joints = 0;
  bool empty = true;  // nothing is on the line yet
  const auto close = [&](std::uint32_t end, std::uint32_t next, bool hard) {
    line.end = end;
    line.next = next;
    line.hard = hard;
    lines.push_back(line);
    line = LineRange{};
    x = joints = 0;
    empty = true;
  };
  for (std::uint32_t i = leaf.word_begin; i < leaf.word_end; ++i) {
    const Word& word = pool.words[i];
    const Extent& extent = extents_[i - leaf.word_begin];
    std::uint32_t begin = word.begin;
    float text = extent.text;
    if (empty) {
      line.begin = begin;
    } else {
      const float line_end = x + text + extent.hyphen;
      bool fits = line_end <= limit(width);
      const float kept = word.spaced || measurer_.engine().reshapes() ? 0 : doubt_of_joint;
      if (std::abs(line_end - width) < doubt + joints + kept) {
        fits = measure_line(pool, leaf, line.begin, word.end, width) + extent.hyphen <= limit(width);
      }
      const float out = fits ? 0 : overhang(pool, leaf, word.end, Overhang::after_word);
      if (out > 0 && pool.elements[first_element(pool, leaf, word.end)].begin <= line.begin) {
        fits = measure_line(pool, leaf, line.begin, word.end, width) + extent.hyphen <= limit(width + out);
      }
      if (!fits) {
        close(pool.words[i - 1].end, begin, false);
        line.begin = begin;
      }
    }
    if (empty && text > width - doubt) {
      const float most = width + overhang(pool, leaf, word.end, Overhang::after_word);
      while (text > limit(most) ||
             (text > most - doubt && measure_range(pool, leaf, begin, word.end, width) > limit(most))) {
        const std::uint32_t cut = break_anywhere(pool, leaf, begin, word.end, width);
        if (cut >= word.end) {
          break;
        }
        close(cut, cut, false);
        line.begin = begin = cut;
        // What is left of an endless word is measured only near its end, or the whole would cost O(n^2).
        text = word.end - begin > most_probed ? 2 * width + 1 : measure_range(pool, leaf, begin, word.end, width);
      }
    }
    x += text + extent.space;
    joints += word.spaced ? 0 : doubt_of_joint;
    empty = false;
    if (extent.hard) {
      close(word.end, word.next, true);
    }
  }
  if (!empty) {
    close(pool.words[leaf.word_end - 1].end, leaf.text_end, true);
  }
}

/// Chromium's balance: of all ways to break, the one whose lines leave the least room, squared and summed.
void LineBreaker::balance(const TextPool& pool, const LeafText& leaf, float width, std::vector<LineRange>& lines) {
  struct Way {
    double score = 0;
    std::size_t from = 0;
  };
  const std::size_t count = extents_.size();
  std::vector<Way> best(count + 1, Way{std::numeric_limits<double>::infinity(), 0});
  best[0].score = 0;
  for (std::size_t end = 1; end <= count; ++end) {
    float text = 0;  // of the line from `from` to `end`
    for (std::size_t from = end; from-- > 0;) {
      text += extents_[from].text + (from + 1 < end ? extents_[from].space : 0);
      const float whole = text + extents_[end - 1].hyphen;
      if (whole > limit(width)) {
        break;
      }
      const double room = static_cast<double>(width - whole);
      const bool lone = end == count && from + 1 == count && count > words_with_company;
      const double score = best[from].score + room * room + (lone ? lone_word_penalty : 0);
      if (score < best[end].score) {
        best[end] = {score, from};
      }
    }
    if (best[end].score == std::numeric_limits<double>::infinity()) {
      return;  // a word wider than the line: nothing can be balanced
    }
  }
  lines.clear();
  for (std::size_t end = count; end > 0; end = best[end].from) {
    const Word& first = pool.words[leaf.word_begin + best[end].from];
    const Word& last = pool.words[leaf.word_begin + end - 1];
    lines.push_back({first.begin, last.end, end == count ? leaf.text_end : last.next, end == count});
  }
  std::reverse(lines.begin(), lines.end());
}

void LineBreaker::break_leaf(const TextPool& pool, const LeafText& leaf, float width, bool balanced,
                             std::vector<LineRange>& lines) {
  load_words(pool, leaf, width);
  greedy(pool, leaf, width, lines);
  if (balanced && measurer_.engine().balances() && lines.size() > 1 && lines.size() <= most_balanced_lines &&
      !leaf.forced_breaks) {
    balance(pool, leaf, width, lines);
  }
}

float LineBreaker::natural_width(const TextPool& pool, const LeafText& leaf) {
  float widest = 0;
  std::uint32_t begin = leaf.text_begin;
  for (std::uint32_t i = leaf.word_begin; i < leaf.word_end; ++i) {
    const Word& word = pool.words[i];
    if (word.hard || i + 1 == leaf.word_end) {
      widest = std::max(widest, measure_range(pool, leaf, begin, word.end, 1e6F));
      begin = word.next;
    }
  }
  return widest;
}

}  // namespace hubglass::layout
