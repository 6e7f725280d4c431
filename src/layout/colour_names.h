#pragma once

#include "layout/theme.h"

#include <string>
#include <string_view>

namespace hubglass::layout {

/// What a colour is called in CSS, behind "--hg-".
std::string_view colour_name(Colour colour);

/// "#rrggbb", with "aa" behind it when it is not opaque.
std::string hexadecimal(Rgba colour);

}  // namespace hubglass::layout
