#pragma once

#include <string_view>

namespace hubglass::fuzz {

/// Ends the process unless `html` is what html::to_html may write: UTF-8 without NUL, only known elements and
/// attributes, properly nested (also by the rules by which browsers close elements on their own), everything escaped,
/// each id once, and only harmless addresses.
void check_html(std::string_view html);

}  // namespace hubglass::fuzz
