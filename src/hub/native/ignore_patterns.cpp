#include "hub/native/ignore_patterns.h"

#include "document/utf8.h"
#include "hub/text.h"

#include <algorithm>

namespace hubglass::hub {

namespace {

constexpr std::size_t npos = std::string_view::npos;
constexpr std::string_view any_folders = "**";

/// The end of a `[…]` that begins at `at`, or npos when it has none and is a bracket like any letter.
std::size_t end_of_set(std::string_view pattern, std::size_t at) {
  std::size_t end = at + 1;
  if (end < pattern.size() && (pattern[end] == '!' || pattern[end] == '^')) ++end;
  if (end < pattern.size() && pattern[end] == ']') ++end;
  end = pattern.find(']', end);
  return end == npos ? npos : end + 1;
}

/// Whether a character is one of a set `[…]`, given with its brackets.
bool is_in_set(std::string_view set, char32_t character) {
  std::size_t at = 1;
  const bool others = set[at] == '!' || set[at] == '^';
  if (others) ++at;
  bool found = false;
  const std::size_t end = set.size() - 1;
  while (at < end) {
    const char32_t first = document::decode_utf8(set, at);
    char32_t last = first;
    if (at + 1 < end && set[at] == '-') {
      ++at;
      last = document::decode_utf8(set, at);
    }
    found = found || (first <= character && character <= last);
  }
  return found != others;
}

/// Whether the part of the pattern at `at`, which is no `*`, fits the character; moves behind it.
bool fits_one(std::string_view pattern, std::size_t& at, char32_t character) {
  if (pattern[at] == '?') {
    ++at;
    return true;
  }
  if (pattern[at] == '[') {
    if (const std::size_t end = end_of_set(pattern, at); end != npos) {
      const std::string_view set = pattern.substr(at, end - at);
      at = end;
      return is_in_set(set, character);
    }
  }
  if (pattern[at] == '\\' && at + 1 < pattern.size()) ++at;
  return document::decode_utf8(pattern, at) == character;
}

std::vector<std::string_view> split(std::string_view path) {
  std::vector<std::string_view> segments;
  for (std::size_t slash = path.find('/'); slash != npos; slash = path.find('/')) {
    segments.push_back(path.substr(0, slash));
    path.remove_prefix(slash + 1);
  }
  segments.push_back(path);
  return segments;
}

/// A backslash that escapes nothing.
bool ends_escaping(std::string_view pattern) {
  const std::size_t last = pattern.find_last_not_of('\\');
  return (pattern.size() - (last == npos ? 0 : last + 1)) % 2 == 1;
}

}  // namespace

bool fits_glob(std::string_view pattern, std::string_view text) {
  std::size_t at = 0;
  std::size_t in_pattern = 0;
  // Where to go on when what follows the last `*` does not fit: that alone ever needs to be tried again.
  std::size_t star = npos;
  std::size_t after_star = 0;
  while (at < text.size()) {
    if (in_pattern < pattern.size() && pattern[in_pattern] == '*') {
      star = ++in_pattern;
      after_star = at;
      continue;
    }
    std::size_t next = at;
    const char32_t character = document::decode_utf8(text, next);
    if (in_pattern < pattern.size() && fits_one(pattern, in_pattern, character)) {
      at = next;
    } else if (star != npos) {
      in_pattern = star;
      document::decode_utf8(text, after_star);
      at = after_star;
    } else {
      return false;
    }
  }
  return pattern.find_first_not_of('*', in_pattern) == npos;
}

std::vector<std::string> IgnorePatterns::add(std::string_view lines) {
  std::vector<std::string> meaningless;
  while (!lines.empty()) {
    const std::size_t line_end = lines.find_first_of("\r\n");
    std::string_view line = lines.substr(0, line_end);
    lines = line_end == npos ? std::string_view{} : lines.substr(line_end + 1);
    const bool ends_with_blank = line.ends_with("\\ ");
    line = trim(line);
    if (line.empty() || line.front() == '#' || line == "/") continue;
    Pattern pattern;
    pattern.exception = line.front() == '!';
    if (pattern.exception) line.remove_prefix(1);
    std::string text(line);
    if (ends_with_blank) text += ' ';
    if (text.empty()) continue;
    if (ends_escaping(text)) {
      meaningless.push_back(std::move(text));
      continue;
    }
    std::vector<std::string_view> segments = split(text);
    pattern.folder = segments.back().empty();
    if (pattern.folder) segments.back() = any_folders;
    if (segments.front().empty()) {
      segments.erase(segments.begin());  // from the content folder on
    } else if (segments.size() == 1 + std::size_t{pattern.folder}) {
      segments.insert(segments.begin(), any_folders);  // in any folder
    }
    pattern.segments.assign(segments.begin(), segments.end());
    has_exceptions_ = has_exceptions_ || pattern.exception;
    patterns_.push_back(std::move(pattern));
  }
  return meaningless;
}

IgnorePatterns::Fit IgnorePatterns::fit(const Pattern& pattern, const std::vector<std::string_view>& path) {
  // reached[n]: the pattern so far stands for the first n parts of the path.
  std::vector<bool> reached(path.size() + 1, false);
  reached[0] = true;
  const std::size_t last = pattern.segments.size() - 1;
  for (std::size_t i = 0; i <= last; ++i) {
    const std::string& segment = pattern.segments[i];
    if (segment == any_folders) {
      if (i == last) break;
      reached.back() = false;
      for (std::size_t n = 1; n < path.size(); ++n) reached[n] = reached[n] || reached[n - 1];
      continue;
    }
    for (std::size_t n = path.size(); n > 0; --n) {
      reached[n] = reached[n - 1] && !path[n - 1].empty() && fits_glob(segment, path[n - 1]);
    }
    reached[0] = false;
  }
  const auto begin = reached.begin();
  const bool below = std::find(begin + 1, reached.end() - 1, true) != reached.end() - 1;
  if (pattern.segments[last] == any_folders) {
    if (pattern.folder) return below ? Fit::folder : Fit::no;
    return below || last == 0 || (last == 1 && pattern.segments[0] == any_folders) ? Fit::file : Fit::no;
  }
  return reached.back() ? Fit::file : below ? Fit::folder : Fit::no;
}

bool IgnorePatterns::ignore(std::string_view path) const {
  const std::vector<std::string_view> segments = split(path);
  bool ignored = false;
  Fit strongest = Fit::no;
  for (const Pattern& pattern : patterns_) {
    const Fit found = fit(pattern, segments);
    const bool counts = found != Fit::no && (found >= strongest || (found == Fit::folder && !pattern.exception));
    if (!counts) continue;
    ignored = !pattern.exception;
    strongest = found;
  }
  return ignored;
}

}  // namespace hubglass::hub
