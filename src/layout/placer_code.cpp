#include "document/line_marks.h"
#include "layout/placer.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace hubglass::layout {

namespace {

constexpr float tab_columns = 4;
constexpr float tolerance = 0.01F;

/// A stretch of a code line that stays together when the line wraps; white space that follows it hangs.
struct CodePiece {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t next = 0;
};

/// Measures parts of preformatted text in one style.
class CodeRuler {
 public:
  CodeRuler(std::string_view text, Style style, Measurer& measurer)
      : text_(text), style_(style), engine_(measurer.engine()), tab_(tab_columns * measurer.space(style.key())) {
    // What stands between line ends and tabs, in one batch; what is longer than a line will be cut before it ends.
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find_first_of("\n\t", begin), text.size());
      if (end > begin && end - begin <= most_in_line) {
        runs_.push_back({text.substr(begin, end - begin), style});
      }
      begin = end + 1;
    }
    advances_.resize(runs_.size());
    engine_.measure(runs_, advances_);
  }

  /// Calls visit(x, part, width) for what stands between the tabs of [begin, end), whose first character is at `x`;
  /// tabs go to the next stop. Returns the x after it.
  template <typename Visit>
  float visit_parts(float x, std::uint32_t begin, std::uint32_t end, Visit&& visit) {
    while (begin < end) {
      if (text_[begin] == '\t') {
        x = (std::floor(x / tab_ + 0.001F) + 1) * tab_;
        ++begin;
        continue;
      }
      const std::string_view rest = text_.substr(begin, end - begin);
      const std::string_view part = rest.substr(0, rest.find('\t'));
      const float width = measure(part);
      visit(x, part, width);
      x += width;
      begin += static_cast<std::uint32_t>(part.size());
    }
    return x;
  }

  /// x after the text [begin, end) that starts at x.
  float advance_over(float x, std::uint32_t begin, std::uint32_t end) {
    return visit_parts(x, begin, end, [](float, std::string_view, float) {});
  }

 private:
  float measure(std::string_view part) {
    // Whole lines were measured in one batch; only parts of lines that wrap are not among them.
    const auto known = std::lower_bound(runs_.begin(), runs_.end(), part.data(),
                                        [](const Run& run, const char* place) { return run.text.data() < place; });
    if (known != runs_.end() && known->text.data() == part.data() && known->text.size() == part.size()) {
      return advances_[static_cast<std::size_t>(known - runs_.begin())];
    }
    const Run run{part, style_};
    float advance = 0;
    engine_.measure(std::span<const Run>(&run, 1), std::span<float>(&advance, 1));
    return advance;
  }

  std::string_view text_;
  Style style_;
  TextEngine& engine_;
  float tab_;
  std::vector<Run> runs_;  ///< in the order of the text
  std::vector<float> advances_;
};

/// Cuts [at, end) of `text`, a line, into pieces.
void find_pieces(WordFinder& words, std::string_view text, std::uint32_t at, std::uint32_t end,
                 std::vector<CodePiece>& pieces, std::vector<std::uint32_t>& offsets) {
  pieces.clear();
  const std::string_view line = text.substr(0, end);
  constexpr std::string_view blanks = " \t";
  while (at < end) {
    const auto word_end = static_cast<std::uint32_t>(std::min<std::size_t>(line.find_first_of(blanks, at), end));
    const auto next = static_cast<std::uint32_t>(std::min<std::size_t>(line.find_first_not_of(blanks, word_end), end));
    words.breaks_inside(line.substr(at, word_end - at), offsets);
    std::uint32_t begin = at;
    for (const std::uint32_t offset : offsets) {
      pieces.push_back({begin, at + offset, at + offset});
      begin = at + offset;
    }
    pieces.push_back({begin, word_end, next});
    at = next;
  }
}

}  // namespace

/// Preformatted text (CSS: white-space pre-wrap, overflow-wrap anywhere, tab-size 4) in one monospaced style.
float Placer::place_code(Index index, const TextContext& context, const Rect& box_content) {
  const document::Block& block = document_.blocks[index];
  std::string_view text = document_.view(block.literal);
  if (!text.empty() && text.back() == '\n') {
    text.remove_suffix(1);
  }
  const Style code_style{context.role, context.bold, false, true};
  const float line_step = line_height(theme_, context.role);
  const float base = measurer_.engine().baseline(code_style);
  Rect content = box_content;
  const float space = measurer_.space(code_style.key());
  html::BlockBox& box = geometry_.boxes[index];
  box.padding_left = content.x - box.x;
  box.padding_top = content.y - box.y;
  box.line_height = line_step;
  box.first_break = static_cast<std::uint32_t>(geometry_.breaks.size());

  if (block.numbered) {
    const float gutter = std::min(code_gutter, content.width);
    content.x += gutter;
    content.width -= gutter;
  }
  float y = content.y;
  CodeRuler ruler(text, code_style, measurer_);
  const auto emit = [&](std::uint32_t begin, std::uint32_t end) {
    const float after = ruler.visit_parts(0, begin, end, [&](float x, std::string_view part, float width) {
      const std::uint32_t item = add_item(ItemKind::text, {content.x + x, y, width, line_step}, Colour::text);
      list_.items[item].style = code_style;
      list_.items[item].baseline = y + base;
      list_.items[item].text = store(part);
    });
    y += line_step;
    return after;
  };
  std::vector<CodePiece> pieces;
  std::vector<std::uint32_t> offsets;
  LineCutter cutter;
  const auto size = static_cast<std::uint32_t>(text.size());
  document::LineMarks marks(document_.view(block.marked_lines));
  std::uint32_t number = 0;
  for (std::uint32_t line = 0; line <= size;) {
    const float line_top = y;
    ++number;
    const bool marked = marks.holds(number);
    const std::uint32_t plate =
        marked ? add_item(ItemKind::fill, {box.x, y, box.width, line_step}, Colour::mark_background) : 0;
    if (block.numbered) {
      place_line_number(block.start + number - 1, code_style, {box_content.x, y, code_gutter, line_step});
    }
    const auto finish_line = [&] {
      if (marked) {
        list_.items[plate].box.height = y - line_top;
      }
    };
    const std::uint32_t line_end = static_cast<std::uint32_t>(std::min<std::size_t>(text.find('\n', line), size));
    std::uint32_t begin = line;  // of the line being filled
    const auto fits = [&](std::uint32_t end) { return ruler.advance_over(0, begin, end) <= content.width + tolerance; };
    if (line_end - line <= most_in_line && fits(line_end)) {
      emit(line, line_end);
      finish_line();
      line = line_end + 1;
      continue;
    }
    find_pieces(words_, text, line, line_end, pieces, offsets);
    const auto wrap = [&](std::uint32_t end, std::uint32_t next) {
      // White space at the line's end hangs; only the last character of it is the pin's.
      const std::uint32_t hanging = std::min(std::max(end, next - 1), end + most_in_line);
      const float x = ruler.advance_over(emit(begin, end), end, hanging);
      html::LineBreak line_break;
      line_break.offset = next;
      line_break.space = next > end;
      line_break.fill = std::max(0.0F, content.width - x);
      geometry_.breaks.push_back(line_break);
      begin = next;
    };
    auto guess = static_cast<std::uint32_t>(std::max(1.0F, content.width / std::max(1.0F, space)));
    for (std::size_t piece = 0;;) {
      const std::uint32_t cut = cutter.cut(text, begin, line_end, guess, fits);
      guess = cut - begin;
      const std::size_t first = piece;
      while (piece < pieces.size() && pieces[piece].end <= cut) {
        ++piece;
      }
      if (piece == pieces.size()) {
        break;
      }
      if (piece == first) {
        wrap(cut, cut);
      } else {
        wrap(pieces[piece - 1].end, pieces[piece].begin);
      }
    }
    emit(begin, line_end);
    finish_line();
    line = line_end + 1;
  }
  box.break_count = static_cast<std::uint32_t>(geometry_.breaks.size()) - box.first_break;
  return y - content.y;
}

/// Right-aligned in the gutter before the code.
void Placer::place_line_number(std::uint32_t number, Style number_style, const Rect& gutter) {
  const std::string digits = std::to_string(number);
  const Run run{digits, number_style};
  float advance = 0;
  measurer_.engine().measure(std::span<const Run>(&run, 1), std::span<float>(&advance, 1));
  const std::uint32_t item = add_item(
      ItemKind::text, {gutter.right() - code_number_gap - advance, gutter.y, advance, gutter.height}, Colour::muted);
  list_.items[item].style = number_style;
  list_.items[item].baseline = gutter.y + measurer_.engine().baseline(number_style);
  list_.items[item].text = store(digits);
}

}  // namespace hubglass::layout
