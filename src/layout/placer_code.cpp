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

}  // namespace

/// Measures what stands between line ends and tabs, in order, into `runs_` and `advances_`.
void Placer::measure_code(std::string_view text, Style style) {
  runs_.clear();
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find_first_of("\n\t", begin), text.size());
    if (end > begin) {
      runs_.push_back({text.substr(begin, end - begin), style});
    }
    begin = end + 1;
  }
  advances_.resize(runs_.size());
  measurer_.engine().measure(runs_, advances_);
}

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
  const float tab = tab_columns * measurer_.space(code_style.key());
  Rect content = box_content;
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
  measure_code(text, code_style);
  const auto measure = [&](std::uint32_t begin, std::uint32_t end) {
    const std::string_view part = text.substr(begin, end - begin);
    // Whole lines were measured in one batch; only parts of lines that wrap are not among them.
    const auto known = std::lower_bound(runs_.begin(), runs_.end(), part.data(),
                                        [](const Run& run, const char* place) { return run.text.data() < place; });
    if (known != runs_.end() && known->text.data() == part.data() && known->text.size() == part.size()) {
      return advances_[static_cast<std::size_t>(known - runs_.begin())];
    }
    const Run run{part, code_style};
    float advance = 0;
    measurer_.engine().measure(std::span<const Run>(&run, 1), std::span<float>(&advance, 1));
    return advance;
  };
  /// x after the text [begin, end) that starts at x; tabs go to the next stop.
  const auto advance_over = [&](float x, std::uint32_t begin, std::uint32_t end) {
    while (begin < end) {
      if (text[begin] == '\t') {
        x = (std::floor(x / tab + 0.001F) + 1) * tab;
        ++begin;
        continue;
      }
      const std::uint32_t stop = static_cast<std::uint32_t>(std::min<std::size_t>(text.find('\t', begin), end));
      x += measure(begin, stop);
      begin = stop;
    }
    return x;
  };
  const auto emit = [&](std::uint32_t begin, std::uint32_t end) {
    float x = 0;
    while (begin < end) {
      if (text[begin] == '\t') {
        x = (std::floor(x / tab + 0.001F) + 1) * tab;
        ++begin;
        continue;
      }
      const std::uint32_t stop = static_cast<std::uint32_t>(std::min<std::size_t>(text.find('\t', begin), end));
      const float width = measure(begin, stop);
      const std::uint32_t item = add_item(ItemKind::text, {content.x + x, y, width, line_step}, Colour::text);
      list_.items[item].style = code_style;
      list_.items[item].baseline = y + base;
      list_.items[item].text = store(text.substr(begin, stop - begin));
      x += width;
      begin = stop;
    }
    y += line_step;
    return x;
  };
  std::vector<CodePiece> code_pieces;
  std::vector<std::uint32_t> breaks;
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
    if (advance_over(0, line, line_end) <= content.width + tolerance) {
      emit(line, line_end);
      finish_line();
      line = line_end + 1;
      continue;
    }
    code_pieces.clear();
    for (std::uint32_t at = line; at < line_end;) {
      std::uint32_t end = at;
      while (end < line_end && text[end] != ' ' && text[end] != '\t') {
        ++end;
      }
      std::uint32_t next = end;
      while (next < line_end && (text[next] == ' ' || text[next] == '\t')) {
        ++next;
      }
      words_.breaks_inside(text.substr(at, end - at), breaks);
      std::uint32_t begin = at;
      for (const std::uint32_t offset : breaks) {
        code_pieces.push_back({begin, at + offset, at + offset});
        begin = at + offset;
      }
      code_pieces.push_back({begin, end, next});
      at = next;
    }
    std::uint32_t begin = line;  // of the line being filled
    std::uint32_t shown = line;  // what is surely on it
    const auto wrap = [&](std::uint32_t end, std::uint32_t next) {
      // White space at the line's end hangs; only the last character of it is the pin's.
      const float x = advance_over(emit(begin, end), end, std::max(end, next - 1));
      html::LineBreak line_break;
      line_break.offset = next;
      line_break.space = next > end;
      line_break.fill = std::max(0.0F, content.width - x);
      geometry_.breaks.push_back(line_break);
      begin = next;
    };
    for (const CodePiece& piece : code_pieces) {
      if (piece.begin > begin && advance_over(0, begin, piece.end) > content.width + tolerance) {
        wrap(shown, piece.begin);
      }
      while (piece.end > begin && advance_over(0, begin, piece.end) > content.width + tolerance) {
        std::uint32_t low = next_character(text, begin);
        std::uint32_t fits = low;
        while (low < piece.end && advance_over(0, begin, low) <= content.width + tolerance) {
          fits = low;
          low = next_character(text, low);
        }
        if (fits >= piece.end) {
          break;
        }
        wrap(fits, fits);
      }
      shown = piece.end;
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
