#include "markdown/entities.h"

#include "document/utf8.h"

#include <cstddef>
#include <cstdint>

namespace hubglass::markdown {

namespace {

/// Value of a hexadecimal or decimal digit, or 99.
unsigned digit_value(char digit) {
  if (digit >= '0' && digit <= '9') return static_cast<unsigned>(digit - '0');
  if (digit >= 'a' && digit <= 'f') return static_cast<unsigned>(digit - 'a') + 10;
  if (digit >= 'A' && digit <= 'F') return static_cast<unsigned>(digit - 'A') + 10;
  return 99;
}

bool is_alphanumeric(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9');
}

/// Appends what "&#…;" stands for; false when it is malformed.
bool append_numeric(std::string& text, std::string_view entity) {
  const bool hexadecimal = entity.size() > 3 && (entity[2] == 'x' || entity[2] == 'X');
  const unsigned base = hexadecimal ? 16 : 10;
  const std::string_view digits = entity.substr(hexadecimal ? 3 : 2, entity.size() - (hexadecimal ? 4 : 3));
  if (digits.empty() || digits.size() > 8) return false;
  std::uint32_t code_point = 0;
  for (const char digit : digits) {
    if (digit_value(digit) >= base) return false;
    code_point = code_point * base + digit_value(digit);
  }
  document::append_utf8(text, code_point);
  return true;
}

}  // namespace

void append_entity(std::string& text, std::string_view entity, const Entities& named) {
  if (entity.size() > 3 && entity[1] == '#') {
    if (append_numeric(text, entity)) return;
  } else if (const auto found = named.find(entity); found != named.end()) {
    text.append(found->second);
    return;
  }
  text.append(entity);
}

void append_decoded(std::string& text, std::string_view html, const Entities& named) {
  constexpr std::size_t longest_name = 48;
  for (std::size_t at = 0; at < html.size();) {
    const std::size_t ampersand = html.find('&', at);
    if (ampersand == std::string_view::npos) {
      text.append(html.substr(at));
      return;
    }
    text.append(html.substr(at, ampersand - at));
    std::size_t end = ampersand + 1;
    while (end < html.size() && end - ampersand < longest_name && (is_alphanumeric(html[end]) || html[end] == '#'))
      ++end;
    if (end > ampersand + 1 && end < html.size() && html[end] == ';') {
      append_entity(text, html.substr(ampersand, end + 1 - ampersand), named);
      at = end + 1;
    } else {
      text.push_back('&');
      at = ampersand + 1;
    }
  }
}

}  // namespace hubglass::markdown
