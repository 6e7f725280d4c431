#pragma once

#include <string>
#include <string_view>

/// Small questions about words, in UTF-8.
namespace hubglass::hub {

/// Without blanks and line endings around it.
std::string_view trim(std::string_view text);
/// Runs of blanks and line endings as one space, none around it.
std::string collapse(std::string_view text);
/// Lower case of ASCII and Latin-1 letters; the rest stays.
std::string lower(std::string_view text);
/// The form in which labels are compared: collapsed, lower case, without a colon at the end.
std::string label_form(std::string_view text);
/// A label as shown: collapsed, without a colon at the end.
std::string label_display(std::string_view text);
/// Number of code points.
std::size_t length(std::string_view text);
/// The first code point's bytes.
std::string_view first_character(std::string_view text);
/// Part of a word: a letter or digit, or anything beyond ASCII.
inline bool is_word_character(char character) {
  const auto byte = static_cast<unsigned char>(character);
  return byte >= 0x80 || (byte >= '0' && byte <= '9') || ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z');
}
inline bool is_upper(char character) {
  return character >= 'A' && character <= 'Z';
}
inline bool is_digit(char character) {
  return character >= '0' && character <= '9';
}

}  // namespace hubglass::hub
