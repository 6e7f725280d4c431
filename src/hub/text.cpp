#include "hub/text.h"

namespace hubglass::hub {

std::string_view trim(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n";
  const std::size_t first = text.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

std::string collapse(std::string_view text) {
  std::string collapsed;
  collapsed.reserve(text.size());
  for (const char character : trim(text)) {
    const bool blank = character == ' ' || character == '\t' || character == '\r' || character == '\n';
    if (!blank) {
      collapsed += character;
    } else if (collapsed.back() != ' ') {
      collapsed += ' ';
    }
  }
  return collapsed;
}

std::string lower(std::string_view text) {
  std::string lowered(text);
  for (std::size_t i = 0; i < lowered.size(); ++i) {
    const auto byte = static_cast<unsigned char>(lowered[i]);
    if (is_upper(lowered[i])) {
      lowered[i] = static_cast<char>(lowered[i] | 0x20);
    } else if (byte == 0xC3 && i + 1 < lowered.size()) {
      const auto second = static_cast<unsigned char>(lowered[i + 1]);
      if (second >= 0x80 && second <= 0x9E && second != 0x97) lowered[i + 1] = static_cast<char>(second + 0x20);
    }
  }
  return lowered;
}

std::string label_display(std::string_view text) {
  std::string display = collapse(text);
  while (!display.empty() && (display.back() == ':' || display.back() == ' ')) display.pop_back();
  return display;
}

std::string label_form(std::string_view text) {
  return lower(label_display(text));
}

std::size_t length(std::string_view text) {
  std::size_t count = 0;
  for (const char character : text) count += (static_cast<unsigned char>(character) & 0xC0u) != 0x80u;
  return count;
}

std::string_view first_character(std::string_view text) {
  if (text.empty()) return {};
  std::size_t size = 1;
  while (size < text.size() && (static_cast<unsigned char>(text[size]) & 0xC0u) == 0x80u) ++size;
  return text.substr(0, size);
}

}  // namespace hubglass::hub
