#pragma once

#include "layout/theme.h"

#include <string>

namespace hubglass::layout {

/// The style sheet of static pages and of the mirror: the Theme and the table of box styles as CSS, so that a browser
/// puts every line where layout puts it. All rules but those for `html`, `body` and `hub-glass` are below `.hg-page`;
/// those below
/// `.hg-glass` turn the page into the mirror: boxes at the places that layout gave, nothing visible. Ends with a
/// newline; the same Theme gives the same bytes.
std::string page_css(const Theme& theme);

}  // namespace hubglass::layout
