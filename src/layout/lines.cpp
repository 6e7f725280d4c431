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
      const Segment& segment = pool.segments[word.first_segment + k];
      const float advance = measurer_.advance(segment.word);
      extent.text += segment.taken_off ? -advance : advance;
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
                     runs_.add(std::string_view(pool.text).substr(from, to - from), pool.inks[part.ink].style,
                               part.joined && from == part.begin);
                   } else if (part.kind == ElementKind::atom) {
                     total += std::min(part.width, available);
                   } else if (part.kind == ElementKind::open ? part.begin >= begin : part.begin > begin) {
                     total += part.width;
                   }
                 });
  for (const float advance : runs_.measure(measurer_.engine())) {
    total += snapped(advance, measurer_.engine().length_unit());
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
                                          std::uint32_t end, float width, std::uint32_t guess) {
  return cutter_.cut(pool.text, begin, end, guess, [&](std::uint32_t cut) {
    const float out = cut < end ? overhang(pool, leaf, cut, Overhang::within_word) : 0;
    return measure_line(pool, leaf, begin, cut, width) <= limit(width + out);
  });
}

float LineBreaker::break_word(const TextPool& pool, const LeafText& leaf, const Word& word, float text, float width,
                              LineRange& line, std::vector<LineRange>& lines) {
  const float most = width + overhang(pool, leaf, word.end, Overhang::after_word);
  const auto measured = [&] { return measure_range(pool, leaf, line.begin, word.end, width); };
  const auto fits = [&] {
    return word.end - line.begin <= most_in_line && text <= limit(most) &&
           (text <= most - doubt || measured() <= limit(most));
  };
  const std::uint32_t size = word.end - word.begin;
  std::uint32_t guess = text > width ? static_cast<std::uint32_t>(static_cast<float>(size) * width / text) : size;
  while (!fits()) {
    const std::uint32_t cut = break_anywhere(pool, leaf, line.begin, word.end, width, guess);
    if (cut >= word.end) {
      return measured();
    }
    guess = cut - line.begin;
    lines.push_back({line.begin, cut, cut, false});
    line.begin = cut;
    // What is left is measured only when it may be the last line's, or the whole would cost O(n^2).
    text = word.end - cut > 2 * guess ? std::numeric_limits<float>::max() : measured();
  }
  return text;
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
      const bool endless = word.end - line.begin > most_in_line;
      bool fits = line_end <= limit(width) && !endless;
      const float kept = word.spaced || measurer_.engine().reshapes() ? 0 : doubt_of_joint;
      if (!endless && std::abs(line_end - width) < doubt + joints + kept) {
        const float exact = measure_line(pool, leaf, line.begin, word.end, width);
        fits = exact + extent.hyphen <= limit(width);
        x = exact - text;  // so that the joints up to here are in doubt no more
        joints = 0;
      }
      const float out = fits || endless ? 0 : overhang(pool, leaf, word.end, Overhang::after_word);
      if (out > 0 && pool.elements[first_element(pool, leaf, word.end)].begin <= line.begin) {
        fits = measure_line(pool, leaf, line.begin, word.end, width) + extent.hyphen <= limit(width + out);
      }
      if (!fits) {
        close(pool.words[i - 1].end, begin, false);
        line.begin = begin;
      }
    }
    if (empty && (text > width - doubt || word.end - begin > most_in_line)) {
      text = break_word(pool, leaf, word, text, width, line, lines);
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
