#pragma once

#include <string_view>

namespace hubglass::document {

/// What is left of a code point above U+007F in a heading id: its Unicode compatibility decomposition (NFKD, Unicode
/// 14) without all that is not ASCII, in lower case, without punctuation; blanks stay. Empty for most.
std::string_view ascii_folding(char32_t code_point);

}  // namespace hubglass::document
