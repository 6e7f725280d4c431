#pragma once

#include <string_view>

namespace hubglass::markdown {

/// The character (UTF-8) of a common emoji shortcode, named as on GitHub ("smile", "+1"); empty for any other name.
std::string_view emoji_character(std::string_view name);

}  // namespace hubglass::markdown
