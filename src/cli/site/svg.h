#pragma once

#include "cli/site/image.h"
#include "document/result.h"

#include <string_view>

namespace hubglass::site {

/// Checks and measures an SVG file. It must be well-formed XML without a DTD of its own, and must neither run anything
/// (scripts, event attributes, foreignObject) nor refer to anything outside itself; else image_malformed says what and
/// in which line. The bytes stay as they are, except that a root element without a width and height in absolute units
/// gets them: some browsers paint nothing of an SVG without them onto a canvas. `data-plate="none"` on the root says
/// that the drawing looks right on any ground (Image::transparent is then false).
Result<Image> prepare_svg(std::string_view bytes, std::string_view name);

/// An SVG that prepare_svg refuses, to be shown by <img> elements alone, in which nothing runs and nothing is loaded:
/// its bytes as they are, measured as far as its root element can be read.
Image keep_svg(std::string_view bytes);

}  // namespace hubglass::site
