#include "markdown/source.h"

#include <algorithm>
#include <cstring>

namespace hubglass::markdown {

LineTable::LineTable(std::string_view text) {
  starts_.reserve(text.size() / 32 + 2);
  starts_.push_back(0);
  const char* const begin = text.data();
  const char* const end = begin + text.size();
  for (const char* at = begin; at < end;) {
    const auto* newline = static_cast<const char*>(std::memchr(at, '\n', static_cast<std::size_t>(end - at)));
    if (newline == nullptr) break;
    at = newline + 1;
    starts_.push_back(static_cast<std::uint32_t>(at - begin));
  }
}

Position LineTable::position(std::size_t offset) {
  constexpr std::size_t near = 4;
  if (offset >= starts_[current_]) {
    for (std::size_t steps = 0; steps < near && current_ + 1 < starts_.size() && starts_[current_ + 1] <= offset;
         ++steps) {
      ++current_;
    }
  }
  const bool found = offset >= starts_[current_] && (current_ + 1 == starts_.size() || offset < starts_[current_ + 1]);
  if (!found) {
    const auto after = std::upper_bound(starts_.begin(), starts_.end(), offset);
    current_ = static_cast<std::size_t>(after - starts_.begin()) - 1;
  }
  return {static_cast<std::uint32_t>(current_ + 1), static_cast<std::uint32_t>(offset - starts_[current_] + 1)};
}

void SourceMap::add(std::size_t at, std::size_t source) {
  segments_.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(source)});
}

std::size_t SourceMap::source(std::size_t at) const {
  const auto holds = [&](std::size_t i) {
    return segments_[i].at <= at && (i + 1 == segments_.size() || at < segments_[i + 1].at);
  };
  if (segments_.empty()) return at;
  if (!holds(current_)) {
    if (current_ + 1 < segments_.size() && holds(current_ + 1)) {
      ++current_;
    } else {
      const auto after =
          std::upper_bound(segments_.begin(), segments_.end(), at,
                           [](std::size_t wanted, const Segment& segment) { return wanted < segment.at; });
      current_ = after == segments_.begin() ? 0 : static_cast<std::size_t>(after - segments_.begin()) - 1;
    }
  }
  return segments_[current_].source + (at - std::min<std::size_t>(at, segments_[current_].at));
}

namespace {

std::string_view trim(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

/// The value of "key: value" without its quotes.
std::string scalar(std::string_view line) {
  std::string_view value = trim(line.substr(line.find(':') + 1));
  if (value.size() >= 2 && (value.front() == '"' || value.front() == '\'') && value.back() == value.front()) {
    value = value.substr(1, value.size() - 2);
  }
  return std::string(value);
}

bool looks_like_key(std::string_view line) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || colon == 0) return false;
  if (colon + 1 < line.size() && line[colon + 1] != ' ' && line[colon + 1] != '\t') return false;
  return line.find_first_of(" \t*[`") >= colon;
}

}  // namespace

FrontMatter read_front_matter(std::string_view page) {
  FrontMatter result;
  const auto line_at = [&](std::size_t at) { return page.substr(at, page.find('\n', at) - at); };
  std::string_view line = line_at(0);
  if (line.substr(0, 3) != "---" || !trim(line.substr(3)).empty()) return {};
  bool first = true;
  for (std::size_t at = line.size() + 1; at < page.size(); at += line.size() + 1) {
    line = line_at(at);
    const std::string_view text = trim(line);
    if (!first && (text == "---" || text == "...") && line.front() == text.front()) {
      result.size = std::min(page.size(), at + line.size() + 1);
      return result;
    }
    if (text.empty() || text.front() == '#') continue;
    const bool nested = line.front() == ' ' || line.front() == '\t' || line.front() == '-';
    // A page may begin with a rule instead: then the lines below it are no YAML.
    if (first ? !looks_like_key(line) : !nested && !looks_like_key(line)) return {};
    first = false;
    if (line.rfind("title:", 0) == 0) result.title = scalar(line);
    if (line.rfind("description:", 0) == 0) result.description = scalar(line);
  }
  return {};
}

bool needs_normalising(std::string_view text) {
  return text.find('\r') != std::string_view::npos || text.find('\0') != std::string_view::npos;
}

std::string normalise(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\0') {
      result += "\xEF\xBF\xBD";
    } else if (text[i] != '\r') {
      result.push_back(text[i]);
    } else {
      result.push_back('\n');
      if (i + 1 < text.size() && text[i + 1] == '\n') ++i;
    }
  }
  return result;
}

}  // namespace hubglass::markdown
