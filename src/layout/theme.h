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

/// From this width of the element on, columns stand beside the content; below `phone_width` sizes are a phone's.
inline constexpr float wide_width = 1220;
inline constexpr float phone_width = 600;
inline constexpr float languages_width = 840;  ///< from here on the header has place for the language switch
inline constexpr float header_height = 64;
inline constexpr float navigation_width = 240;
inline constexpr float contents_width = 208;
inline constexpr float content_width = 720;
inline constexpr float column_gap = 64;
inline constexpr float frame_margin = 24;  ///< at least, left and right of the columns
inline constexpr float drawer_width = 304;
inline constexpr float drawer_padding = 12;  ///< left and right of the navigation in it
inline constexpr float phone_gutter = 16;
inline constexpr float tablet_gutter = 32;
inline constexpr float phone_content_top = 24;
inline constexpr float content_top = 32;

/// The sizes above that kiosks have otherwise.
struct FrameSizes {
  float wide_width = layout::wide_width;
  float languages_width = layout::languages_width;
  float header_height = layout::header_height;
  float navigation_width = layout::navigation_width;
  float contents_width = layout::contents_width;
  float content_width = layout::content_width;
  float column_gap = layout::column_gap;
  float drawer_width = layout::drawer_width;
};

struct Theme {
  std::array<TextStyle, static_cast<std::size_t>(TextRole::count)> text;
  std::array<Rgba, static_cast<std::size_t>(Colour::count)> light;
  std::array<Rgba, static_cast<std::size_t>(Colour::count)> dark;
  std::string_view sans;  ///< CSS font-family list
  std::string_view mono;
  FrameSizes frame;
  float rounding = 1;  ///< of every corner, times the usual; what is round by its height stays round
  bool kiosk = false;  ///< boxes are sized for fingers (box_style())
};

const Theme& default_theme();
/// The same in stronger colours, for readers who asked their system for more contrast.
const Theme& contrast_theme();

/// For screens that are read standing and touched: larger text, larger targets with space between them.
const Theme& kiosk_theme();

/// Behind selected text, which has Colour::text.
inline constexpr Rgba light_selection = 0xB9D0FFFF;
inline constexpr Rgba dark_selection = 0x2B4A8FFF;

/// px: of a role's text; monospaced text is a little smaller, so that it looks as large.
float font_size(const Theme& theme, Style style);
/// CSS font-weight of a style.
int font_weight(const Theme& theme, Style style);
float line_height(const Theme& theme, TextRole role);

/// Underlines: px below the baseline to the line's top, and the line's thickness.
inline constexpr float underline_offset = 3;
inline constexpr float underline_thickness = 1;

/// Inline icons are squares of whole px, this far below the baseline.
struct IconBox {
  float side = 20;
  float drop = 4;
};
IconBox icon_box(TextRole role);

/// How a page's regions lie in a viewport of `width` CSS px (the element's width).
struct Frame {
  bool wide = false;  ///< columns beside the content; else a drawer
  float header_height = 64;
  float gutter = 16;
  float content_x = 0;
  float content_width = 0;
  float content_top = 0;     ///< padding above the content region, below the header
  float content_bottom = 0;  ///< padding below it, where no footer is
  float navigation_x = 0;
  float navigation_width = 0;  ///< of the column, or of the drawer when not wide
  float contents_x = 0;
  float contents_width = 0;  ///< 0 when not shown
};

Frame frame_for(float width, const FrameSizes& sizes = {});

/// The same without header and columns: a part of a hub on another page.
Frame bare_frame_for(float width);

}  // namespace hubglass::layout
