#include "layout/joined_runs.h"

namespace hubglass::layout {

namespace {

constexpr std::size_t tail_bytes = 32;

bool continues_character(char c) {
  return (static_cast<unsigned char>(c) & 0xC0u) == 0x80u;
}

}  // namespace

std::string_view joined_tail(std::string_view before) {
  if (before.size() <= tail_bytes) {
    return before;
  }
  std::size_t begin = before.size() - tail_bytes;
  while (begin < before.size() && continues_character(before[begin])) {
    ++begin;
  }
  return before.substr(begin);
}

void JoinedRuns::clear() {
  entries_.clear();
  runs_.clear();
}

void JoinedRuns::add(std::string_view text, Style style, bool joined) {
  Entry entry;
  if (joined && !entries_.empty()) {
    const std::uint32_t last = entries_.back().run;
    std::string_view before = runs_[last].text;
    if (before.data() + before.size() == text.data()) {
      entry.before = last;
      if (before.size() + text.size() > most_joined) {
        before = joined_tail(before);
        entry.before = static_cast<std::uint32_t>(runs_.size());
        runs_.push_back({before, style});
      }
      text = {before.data(), before.size() + text.size()};
    }
  }
  entry.run = static_cast<std::uint32_t>(runs_.size());
  runs_.push_back({text, style});
  entries_.push_back(entry);
}

std::span<const float> JoinedRuns::measure(TextEngine& engine) {
  measured_.resize(runs_.size());
  engine.measure(runs_, measured_);
  advances_.clear();
  for (const Entry& entry : entries_) {
    advances_.push_back(measured_[entry.run] - (entry.before == no_run ? 0 : measured_[entry.before]));
  }
  return advances_;
}

}  // namespace hubglass::layout
