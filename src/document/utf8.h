#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace hubglass::document {

/// The code point at byte `at` of valid UTF-8; moves `at` behind it. A broken sequence gives U+FFFD and moves one byte.
char32_t decode_utf8(std::string_view text, std::size_t& at);

/// Appends a code point. What Unicode does not allow (surrogates, U+0000, above U+10FFFF) becomes U+FFFD.
void append_utf8(std::string& text, std::uint32_t code_point);

/// Offset of the first byte that is not UTF-8 (overlong forms and surrogates included), or npos.
std::size_t find_invalid_utf8(std::string_view text);

}  // namespace hubglass::document
