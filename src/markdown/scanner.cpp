#include "markdown/scanner.h"

#include "markdown/characters.h"
#include "markdown/html_allow_list.h"

#include <algorithm>
#include <cstring>

namespace hubglass::markdown {

namespace {

constexpr std::size_t npos = std::string_view::npos;

using ByteSet = std::array<bool, 256>;

constexpr void add_bytes(ByteSet& set, std::string_view bytes) {
  for (const char byte : bytes) set[static_cast<unsigned char>(byte)] = true;
}

/// Fences, and the marks of quotes and lists that one may stand behind.
constexpr ByteSet make_fence_leads() {
  ByteSet set{};
  add_bytes(set, "`~>-+*0123456789");
  return set;
}
constexpr ByteSet fence_leads = make_fence_leads();

/// Lines that begin with these bytes need a look; all others are ordinary text.
const ByteSet& extension_leads() {
  static const ByteSet leads = [] {
    ByteSet set{};
    for (const BlockExtension& extension : block_extensions()) add_bytes(set, extension.first_bytes);
    return set;
  }();
  return leads;
}

/// Skips quote and list markers. Returns the first byte behind them; adds the columns passed to `indent`.
std::size_t skip_markers(std::string_view text, const Line& line, std::size_t& indent, bool& quoted) {
  std::size_t at = line.text;
  indent = line.indent;
  for (;;) {
    const std::size_t marker = at;
    if (at < line.end && text[at] == '>') {
      ++at;
      quoted = true;
      if (at >= line.end || !is_blank(text[at])) {
        indent += 1;
        if (at >= line.end) return at;
        continue;
      }
    } else if (at < line.end && (text[at] == '-' || text[at] == '+' || text[at] == '*')) {
      ++at;
    } else {
      while (at < line.end && is_digit(text[at]) && at - marker < 9) ++at;
      if (at == marker || at >= line.end || (text[at] != '.' && text[at] != ')')) return marker;
      ++at;
    }
    if (at >= line.end || !is_blank(text[at])) return marker;
    while (at < line.end && is_blank(text[at])) ++at;
    indent += at - marker;
  }
}

std::size_t run_length(std::string_view text, std::size_t at, std::size_t end) {
  std::size_t length = 0;
  while (at + length < end && text[at + length] == text[at]) ++length;
  return length;
}

}  // namespace

bool FenceTracker::holds(std::string_view text, const Line& line) {
  constexpr std::size_t shortest_fence = 3;
  if (line.blank()) return byte_ != 0;
  const char first = text[line.text];
  if (byte_ == 0 && !fence_leads[static_cast<unsigned char>(first)]) return false;
  std::size_t indent = line.indent;
  std::size_t at = line.text;
  bool quoted = false;
  if (byte_ != 0) {
    if (quoted_ ? first != '>' : line.indent < least_indent_) {
      byte_ = 0;  // its quote or list item is over, and the fence with it
      return holds(text, line);
    }
    if (quoted_) at = skip_markers(text, line, indent, quoted);
    if (at < line.end && text[at] == byte_) {
      const std::size_t length = run_length(text, at, line.end);
      if (length >= length_ && text.find_first_not_of(" \t", at + length) >= line.end) byte_ = 0;
    }
    return true;
  }
  if (first != '`' && first != '~') at = skip_markers(text, line, indent, quoted);
  if (at >= line.end || (text[at] != '`' && text[at] != '~')) return false;
  const std::size_t length = run_length(text, at, line.end);
  if (length < shortest_fence) return false;
  if (text[at] == '`' && text.substr(at + length, line.end - at - length).find('`') != npos) return false;
  byte_ = text[at];
  length_ = length;
  quoted_ = quoted;
  least_indent_ = at != line.text ? indent : indent > 3 ? indent - 3 : 0;
  return true;
}

Line Scanner::line_at(std::size_t begin) const {
  Line line;
  line.begin = begin;
  line.text = begin;
  const void* newline = begin < text_.size() ? std::memchr(text_.data() + begin, '\n', text_.size() - begin) : nullptr;
  line.end =
      newline == nullptr ? text_.size() : static_cast<std::size_t>(static_cast<const char*>(newline) - text_.data());
  for (; line.text < line.end && is_blank(text_[line.text]); ++line.text) {
    line.indent = text_[line.text] == '\t' ? (line.indent / 4 + 1) * 4 : line.indent + 1;
  }
  return line;
}

std::size_t Scanner::comment_end(std::size_t at) {
  // Asked from left to right; many beginnings that share one end must not each search for it.
  if (at >= comment_searched_ && at + 4 <= comment_close_) return comment_close_ == npos ? npos : comment_close_ + 3;
  comment_searched_ = at;
  comment_close_ = text_.find("-->", at + 4);
  return comment_close_ == npos ? npos : comment_close_ + 3;
}

void Scanner::match_tags() {
  tags_matched_ = true;
  struct Open {
    std::size_t at;
    ElementId element;
  };
  std::vector<Open> open;
  std::array<std::size_t, 256> open_count{};
  FenceTracker fences;
  for (std::size_t begin = 0; begin < text_.size();) {
    const Line line = line_at(begin);
    begin = line.end + 1;
    if (fences.holds(text_, line)) continue;
    const std::string_view until_end = text_.substr(0, line.end);
    for (std::size_t at = until_end.find('<', line.text); at != npos; at = until_end.find('<', at + 1)) {
      const bool closes = at + 1 < line.end && text_[at + 1] == '/';
      const std::size_t name_begin = at + (closes ? 2 : 1);
      std::size_t name_end = name_begin;
      while (name_end < line.end && is_alphanumeric(text_[name_end])) ++name_end;
      const ElementId element = find_element(text_.substr(name_begin, name_end - name_begin));
      if (element == no_element || !element_at(element).may_hold_markdown) continue;
      if (!closes) {
        open.push_back({at, element});
        ++open_count[element];
        continue;
      }
      std::size_t tag_end = name_end;
      while (tag_end < line.end && is_blank(text_[tag_end])) ++tag_end;
      if (tag_end >= line.end || text_[tag_end] != '>') continue;  // cut short: it closes nothing
      if (open_count[element] == 0) continue;
      // An end tag closes the nearest start tag of its name, and what was left open inside.
      for (bool found = false; !found; open.pop_back()) {
        --open_count[open.back().element];
        found = open.back().element == element;
        if (found) tags_.push_back({open.back().at, {at, tag_end + 1}});
      }
    }
  }
  std::sort(tags_.begin(), tags_.end(), [](const TagPair& a, const TagPair& b) { return a.start < b.start; });
}

Scanner::EndTag Scanner::matching_end_tag(std::size_t at) {
  if (!tags_matched_) match_tags();
  const auto pair = std::lower_bound(tags_.begin(), tags_.end(), at,
                                     [](const TagPair& tags, std::size_t wanted) { return tags.start < wanted; });
  return pair != tags_.end() && pair->start == at ? pair->end : EndTag{};
}

bool Scanner::inside_tags(std::size_t at) {
  if (!tags_matched_) match_tags();
  for (; tags_passed_ < tags_.size() && tags_[tags_passed_].start < at; ++tags_passed_) {
    tags_reach_ = std::max(tags_reach_, tags_[tags_passed_].end.begin);
  }
  return at < tags_reach_;
}

bool Scanner::offer(const Line& line) {
  for (const BlockExtension& extension : block_extensions()) {
    if (extension.first_bytes.find(text_[line.text]) == npos) continue;
    Edit edit;
    edit.begin = line.text;
    edit.end = line.end;
    edit.indent = line.indent;
    if (!extension.find(*this, line, edit)) continue;
    if (extension.write != nullptr) {
      edit.extension = &extension;
      edit.replacement = placeholder;
      collect_references(edit.content);
    }
    edits_.push_back(std::move(edit));
    return true;
  }
  return false;
}

/// Cuts out comments that begin within a line and end on a later one: md4c would take what they hide for blocks.
/// Returns the offset to go on from, or npos when there was none.
std::size_t Scanner::cut_comments_in(const Line& line) {
  const bool begins_line = line.begin == 0 || text_[line.begin - 1] == '\n';
  const std::string_view until_end = text_.substr(0, line.end);
  bool in_code = false;
  std::size_t counted = line.text;
  for (std::size_t at = until_end.find("<!--", line.text); at != npos; at = until_end.find("<!--", at)) {
    const std::size_t end = comment_end(at);
    if (end == npos) return npos;
    for (; counted < at; ++counted) in_code = in_code != (text_[counted] == '`');
    if (end <= line.end || in_code || (at == line.text && begins_line) || text_[at - 1] == '\\') {
      at = std::max(at + 1, std::min(end, line.end));
      continue;
    }
    Edit edit;
    edit.begin = at;
    edit.end = end;
    edits_.push_back(std::move(edit));
    return end;
  }
  return npos;
}

void Scanner::collect_references(const Extent& extent) {
  FenceTracker fences;
  for (std::size_t begin = extent.begin; begin < extent.end;) {
    const Line line = line_at(begin);
    begin = line.end + 1;
    if (fences.holds(text_, line) || line.blank()) continue;
    if (text_[line.text] == '[' && !reference_label(view(line)).empty()) references_.push_back(view(line));
  }
}

void Scanner::run() {
  FenceTracker fences;
  const ByteSet& leads = extension_leads();
  const bool has_comment = text_.find("<!--") != npos;
  for (std::size_t begin = 0; begin < text_.size();) {
    Line line = line_at(begin);
    begin = line.end + 1;
    const bool look = !line.blank() && leads[static_cast<unsigned char>(text_[line.text])];
    if (fences.holds(text_, line)) {
      previous_ = line;
      continue;
    }
    if (look) {
      if (text_[line.text] == '[' && !reference_label(view(line)).empty()) references_.push_back(view(line));
      if (offer(line)) {
        const std::size_t end = edits_.back().end;
        begin = end > line.begin && text_[end - 1] == '\n' ? end : std::max(begin, line_at(end).end + 1);
        previous_ = line;
        continue;
      }
    }
    if (has_comment && !line.blank()) {
      // What follows a comment on its last line is ordinary text of this paragraph.
      for (std::size_t end = cut_comments_in(line); end != npos; end = cut_comments_in(line)) {
        line = line_at(end);
        begin = line.end + 1;
      }
    }
    previous_ = line;
  }
}

namespace {

/// Offset behind the link label "[…]" that `line` begins with, or npos.
std::size_t label_end(std::string_view line) {
  constexpr std::size_t longest_label = 999;
  bool any = false;
  for (std::size_t i = 1; i < line.size() && i <= longest_label; ++i) {
    if (line[i] == '\\') {
      ++i;
      any = true;
    } else if (line[i] == '[') {
      return npos;
    } else if (line[i] == ']') {
      return any ? i + 1 : npos;
    } else if (!is_blank(line[i])) {
      any = true;
    }
  }
  return npos;
}

}  // namespace

std::string_view reference_label(std::string_view line) {
  if (line.size() < 5 || line[0] != '[' || line[1] == '^') return {};
  std::size_t at = label_end(line);
  const std::string_view label = at == npos ? std::string_view() : line.substr(1, at - 2);
  if (at == npos || at >= line.size() || line[at] != ':') return {};
  at = line.find_first_not_of(" \t", at + 1);
  if (at == npos) return {};
  if (line[at] == '<') {
    at = line.find_first_of("<>\\", at + 1);
    if (at == npos || line[at] != '>') return {};
    ++at;
  } else {
    const std::size_t begin = at;
    while (at < line.size() && !is_blank(line[at])) {
      if (line[at] == '(' || line[at] == ')' || line[at] == '\\' || static_cast<unsigned char>(line[at]) < 0x20) {
        return {};  // allowed within limits; md4c alone decides, in the text the definition stands in
      }
      ++at;
    }
    if (at == begin) return {};
  }
  const std::size_t title = line.find_first_not_of(" \t", at);
  if (title == npos) return label;
  if (title == at) return {};
  const char open = line[title];
  if (open != '"' && open != '\'') return {};
  const std::size_t close = line.find(open, title + 1);
  if (close == npos || line.find('\\', title) != npos) return {};
  return line.find_first_not_of(" \t", close + 1) == npos ? label : std::string_view();
}

}  // namespace hubglass::markdown
