#include "markdown/rewriter.h"

#include "markdown/characters.h"

#include <algorithm>

namespace hubglass::markdown {

namespace {

constexpr std::size_t npos = std::string_view::npos;

/// Takes up to `columns` of blanks off `line`; a tab that reaches further leaves the rest as spaces in `rest`.
std::size_t blanks_within(std::string_view line, std::size_t columns, std::size_t& rest) {
  std::size_t column = 0;
  std::size_t at = 0;
  while (at < line.size() && column < columns && is_blank(line[at])) {
    column = line[at] == '\t' ? (column / 4 + 1) * 4 : column + 1;
    ++at;
  }
  rest = column > columns ? column - columns : 0;
  return at;
}

}  // namespace

std::size_t Rewritten::find_edit(std::size_t begin, std::size_t end) const {
  const auto after = std::lower_bound(edits->begin(), edits->end(), begin, [](const Edit& edit, std::size_t wanted) {
    return edit.at + edit.replacement.size() < wanted;
  });
  for (auto edit = after; edit != edits->end() && edit->at <= end; ++edit) {
    const std::size_t edit_end = edit->at + edit->replacement.size();
    const bool touches = edit->replacement.empty() ? edit->at >= begin : edit->at < end && edit_end > begin;
    if (touches) return static_cast<std::size_t>(edit - edits->begin());
  }
  return npos;
}

std::string Rewritten::restored(std::size_t begin, std::size_t end) const {
  const std::string_view text = content.text;
  std::string result;
  std::size_t at = begin;
  for (std::size_t i = find_edit(begin, end); i < edits->size() && (*edits)[i].at <= end; ++i) {
    const Edit& edit = (*edits)[i];
    if (edit.at > at) result.append(text.substr(at, edit.at - at));
    result.append(dedented(original, *original_map, edit.begin, edit.end, edit.indent).text);
    at = std::max(at, edit.at + edit.replacement.size());
  }
  if (at < end) result.append(text.substr(at, end - at));
  return result;
}

Rewritten rewrite(std::string_view text, const SourceMap& map, std::vector<Edit>& edits,
                  std::string_view appended_definitions) {
  Rewritten result;
  result.original = text;
  result.original_map = &map;
  result.edits = &edits;
  std::string& target = result.content.text;
  target.reserve(text.size() + appended_definitions.size() + edits.size() * placeholder.size() + 2);
  std::size_t at = 0;
  // Each line of the text may come from elsewhere in the page (a dedented text), so segments are per line where the
  // text is not the page itself; for the page itself one segment per edit would do, and lines cost little more.
  const auto copy_until = [&](std::size_t end) {
    while (at < end) {
      const std::size_t newline = text.find('\n', at);
      const std::size_t line_end = newline == npos || newline >= end ? end : newline + 1;
      result.content.map.add(target.size(), map.source(at));
      target.append(text.substr(at, line_end - at));
      at = line_end;
    }
  };
  for (Edit& edit : edits) {
    copy_until(edit.begin);
    edit.at = target.size();
    result.content.map.add(target.size(), map.source(edit.begin));
    target.append(edit.replacement);
    at = std::max(at, edit.end);
  }
  copy_until(text.size());
  if (!appended_definitions.empty()) {
    result.content.map.add(target.size(), map.source(text.empty() ? 0 : text.size() - 1));
    target.append("\n\n").append(appended_definitions);
  }
  return result;
}

Content Passage::content(const Extent& extent) const {
  return dedented(text_, map_, extent.begin, extent.end, extent.indent);
}

Content dedented(std::string_view text, const SourceMap& map, std::size_t begin, std::size_t end, std::size_t columns) {
  Content result;
  result.text.reserve(end - begin);
  for (std::size_t at = begin; at < end;) {
    const std::size_t newline = text.find('\n', at);
    const std::size_t line_end = newline == npos || newline >= end ? end : newline + 1;
    std::size_t rest = 0;
    // The first line begins behind its own blanks where the range does.
    const bool whole_line = at == 0 || text[at - 1] == '\n';
    const std::size_t blanks = whole_line ? blanks_within(text.substr(at, line_end - at), columns, rest) : 0;
    result.text.append(rest, ' ');
    result.map.add(result.text.size(), map.source(at + blanks));
    result.text.append(text.substr(at + blanks, line_end - at - blanks));
    at = line_end;
  }
  return result;
}

}  // namespace hubglass::markdown
