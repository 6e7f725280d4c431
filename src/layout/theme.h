#pragma once

#include "layout/display_list.h"
#include "layout/text_engine.h"

#include <array>
#include <cstdint>
#include <string_view>

/// The look: every size and colour, once. Layout reads it; layout/native/ writes the same values as CSS.
namespace hubglass::layout {

/// sRGB, 0xRRGGBBAA.
using Rgba = std::uint32_t;

struct TextStyle {
  float size = 17;
  float line_height = 27;
  int weight = 400;  ///< of the role's regular text; `bold` makes it 700
};

struct Theme {
  std::array<TextStyle, static_cast<std::size_t>(TextRole::count)> text;
  std::array<Rgba, static_cast<std::size_t>(Colour::count)> light;
  std::array<Rgba, static_cast<std::size_t>(Colour::count)> dark;
  std::string_view sans;  ///< CSS font-family list
  std::string_view mono;
};

/// Theme of LOOK: type, colours. `kiosk` has the larger type.
const Theme& default_theme();

/// How a page's regions lie in a viewport of `width` CSS px (the element's width).
struct Frame {
  bool wide = false;           ///< columns beside the content; else a drawer
  float header_height = 64;
  float gutter = 16;
  float content_x = 0;
  float content_width = 0;
  float content_top = 0;       ///< padding above the content region, below the header
  float navigation_x = 0;
  float navigation_width = 0;  ///< of the column, or of the drawer when not wide
  float contents_x = 0;
  float contents_width = 0;    ///< 0 when not shown
};

Frame frame_for(float width);

}  // namespace hubglass::layout
