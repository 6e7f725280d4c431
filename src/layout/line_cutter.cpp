#include "layout/line_cutter.h"

#include <algorithm>

namespace hubglass::layout {

namespace {

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

void LineCutter::start(std::string_view text, std::uint32_t begin, std::uint32_t guess) {
  text_ = text;
  begin_ = begin;
  ends_.clear();
  std::uint32_t at = begin;
  do {
    at = next_character(text_, at);
    ends_.push_back(at);
  } while (at < text_.size() && at - begin < std::min(guess, most_in_line));
}

std::size_t LineCutter::reach(std::size_t index) {
  while (last() < index && ends_.back() < text_.size() && ends_.back() - begin_ < most_in_line) {
    ends_.push_back(next_character(text_, ends_.back()));
  }
  return last();
}

}  // namespace hubglass::layout
