#include "layout/theme.h"

#include <algorithm>
#include <cmath>

namespace hubglass::layout {

namespace {

/// `share` of `colour` over `ground`, opaque.
constexpr Rgba over(Rgba colour, Rgba ground, unsigned percent) {
  Rgba mixed = 0xFF;
  for (unsigned shift = 8; shift < 32; shift += 8) {
    const unsigned top = (colour >> shift) & 0xFFu;
    const unsigned below = (ground >> shift) & 0xFFu;
    mixed |= ((top * percent + below * (100u - percent) + 50u) / 100u) << shift;
  }
  return mixed;
}

constexpr Rgba light_surface = 0xFFFFFFFF;
constexpr Rgba dark_surface = 0x0F1521FF;
constexpr unsigned light_tint = 10;  // percent
constexpr unsigned dark_tint = 20;
constexpr unsigned strong_dark_tint = 16;

struct Pair {
  Colour colour;
  Rgba light;
  Rgba dark;
};

constexpr std::array plain_colours = {
    Pair{Colour::none, 0x00000000, 0x00000000},
    Pair{Colour::surface, light_surface, dark_surface},
    Pair{Colour::raised, 0xFFFFFFFF, 0x18202FFF},
    Pair{Colour::sunken, 0xF4F6FAFF, 0x0B101AFF},
    Pair{Colour::text, 0x1A2233FF, 0xE6EBF5FF},
    Pair{Colour::muted, 0x55607AFF, 0x9AA7BDFF},
    Pair{Colour::line, 0xDDE3ECFF, 0x2A3446FF},
    Pair{Colour::accent, 0x1D4ED8FF, 0x8FB4FFFF},
    Pair{Colour::on_accent, 0xFFFFFFFF, 0x0F1521FF},
    Pair{Colour::code_background, 0xEEF1F7FF, 0x1E2738FF},
    Pair{Colour::mark_background, 0xFDE68AFF, 0x463A0EFF},
    Pair{Colour::image_plate, 0xFFFFFFFF, 0xE6EBF5FF},
    Pair{Colour::shadow, 0x1A22331F, 0x00000066},
};

/// Colours that have a tint.
struct Tinted {
  Colour colour;
  Colour tint;
  Rgba light;
  Rgba dark;
};

constexpr std::array tinted_colours = {
    Tinted{Colour::accent, Colour::accent_tint, 0x1D4ED8FF, 0x8FB4FFFF},
    Tinted{Colour::note, Colour::note_tint, 0x1D4ED8FF, 0x8FB4FFFF},
    Tinted{Colour::tip, Colour::tip_tint, 0x15803DFF, 0x86EFACFF},
    Tinted{Colour::warning, Colour::warning_tint, 0xB45309FF, 0xFCD34DFF},
    Tinted{Colour::danger, Colour::danger_tint, 0xB91C1CFF, 0xFCA5A5FF},
    Tinted{Colour::cluster_1, Colour::cluster_1_tint, 0x0F766EFF, 0x5EEAD4FF},
    Tinted{Colour::cluster_2, Colour::cluster_2_tint, 0x6D28D9FF, 0xC4B5FDFF},
    Tinted{Colour::cluster_3, Colour::cluster_3_tint, 0x1D4ED8FF, 0x93C5FDFF},
    Tinted{Colour::cluster_4, Colour::cluster_4_tint, 0xA21CAFFF, 0xF0ABFCFF},
    Tinted{Colour::cluster_5, Colour::cluster_5_tint, 0xB45309FF, 0xFCD34DFF},
    Tinted{Colour::cluster_6, Colour::cluster_6_tint, 0x15803DFF, 0x86EFACFF},
};

constexpr std::array strong_colours = {
    Pair{Colour::text, 0x05080FFF, 0xFFFFFFFF},
    Pair{Colour::muted, 0x343C4EFF, 0xCDD6E6FF},
    Pair{Colour::line, 0x6B7588FF, 0x8391A8FF},
};

constexpr std::array strong_tinted_colours = {
    Tinted{Colour::accent, Colour::accent_tint, 0x1A3A9CFF, 0xC4D8FFFF},
    Tinted{Colour::note, Colour::note_tint, 0x1A3A9CFF, 0xC4D8FFFF},
    Tinted{Colour::tip, Colour::tip_tint, 0x0F5A2BFF, 0xA7F5C3FF},
    Tinted{Colour::warning, Colour::warning_tint, 0x7C3A06FF, 0xFDE08AFF},
    Tinted{Colour::danger, Colour::danger_tint, 0x8E1515FF, 0xFEC4C4FF},
    Tinted{Colour::cluster_1, Colour::cluster_1_tint, 0x0B544EFF, 0x99F2E4FF},
    Tinted{Colour::cluster_2, Colour::cluster_2_tint, 0x5A1FB8FF, 0xDCD2FEFF},
    Tinted{Colour::cluster_3, Colour::cluster_3_tint, 0x1A3A9CFF, 0xBFDBFEFF},
    Tinted{Colour::cluster_4, Colour::cluster_4_tint, 0x7D1587FF, 0xF7CCFDFF},
    Tinted{Colour::cluster_5, Colour::cluster_5_tint, 0x7C3A06FF, 0xFDE08AFF},
    Tinted{Colour::cluster_6, Colour::cluster_6_tint, 0x0F5A2BFF, 0xA7F5C3FF},
};

template <std::size_t plain, std::size_t tinted>
void set_colours(Theme& theme, const std::array<Pair, plain>& pairs, const std::array<Tinted, tinted>& with_tints,
                 unsigned dark_percent) {
  for (const Pair& pair : pairs) {
    theme.light[static_cast<std::size_t>(pair.colour)] = pair.light;
    theme.dark[static_cast<std::size_t>(pair.colour)] = pair.dark;
  }
  for (const Tinted& each : with_tints) {
    theme.light[static_cast<std::size_t>(each.colour)] = each.light;
    theme.dark[static_cast<std::size_t>(each.colour)] = each.dark;
    theme.light[static_cast<std::size_t>(each.tint)] = over(each.light, light_surface, light_tint);
    theme.dark[static_cast<std::size_t>(each.tint)] = over(each.dark, dark_surface, dark_percent);
  }
}

Theme make_default_theme() {
  Theme theme;
  const auto set_text = [&theme](TextRole role, float size, float line_height, int weight) {
    theme.text[static_cast<std::size_t>(role)] = TextStyle{size, line_height, weight};
  };
  set_text(TextRole::body, 17, 27, 400);
  set_text(TextRole::card, 16, 25, 400);
  set_text(TextRole::small, 14, 21, 400);
  set_text(TextRole::lead, 20, 30, 400);
  set_text(TextRole::h1, 36, 44, 700);
  set_text(TextRole::h2, 26, 34, 700);
  set_text(TextRole::h3, 20, 28, 700);
  set_text(TextRole::h4, 17, 27, 700);
  set_text(TextRole::control, 16, 22, 400);
  set_text(TextRole::code, 16, 24, 400);
  set_text(TextRole::h1_phone, 28, 36, 700);
  set_colours(theme, plain_colours, tinted_colours, dark_tint);
  theme.sans = "system-ui, -apple-system, \"Segoe UI\", Roboto, \"Noto Sans\", \"Helvetica Neue\", Arial, sans-serif";
  theme.mono = "ui-monospace, SFMono-Regular, Menlo, Consolas, \"Noto Sans Mono\", \"Liberation Mono\", monospace";
  return theme;
}

Theme make_contrast_theme() {
  Theme theme = default_theme();
  set_colours(theme, strong_colours, strong_tinted_colours, strong_dark_tint);
  return theme;
}

Theme make_kiosk_theme() {
  Theme theme = default_theme();
  const auto set_text = [&theme](TextRole role, float size, float line_height, int weight) {
    theme.text[static_cast<std::size_t>(role)] = TextStyle{size, line_height, weight};
  };
  set_text(TextRole::body, 22, 34, 400);
  set_text(TextRole::card, 21, 32, 400);
  set_text(TextRole::small, 18, 27, 400);
  set_text(TextRole::lead, 26, 38, 400);
  set_text(TextRole::h1, 46, 56, 700);
  set_text(TextRole::h2, 34, 44, 700);
  set_text(TextRole::h3, 26, 36, 700);
  set_text(TextRole::h4, 22, 34, 700);
  set_text(TextRole::control, 20, 28, 400);
  set_text(TextRole::code, 20, 30, 400);
  set_text(TextRole::h1_phone, 36, 44, 700);
  theme.frame = {.wide_width = 1640,
                 .languages_width = 1000,
                 .header_height = 88,
                 .navigation_width = 336,
                 .contents_width = 272,
                 .content_width = 936,
                 .column_gap = 56,
                 .drawer_width = 440};
  theme.kiosk = true;
  return theme;
}

// Rounded to whole px: browsers measure the same fractional size differently on a canvas and in the page.
constexpr float mono_scale = 0.9F;

}  // namespace

const Theme& default_theme() {
  static const Theme theme = make_default_theme();
  return theme;
}

const Theme& contrast_theme() {
  static const Theme theme = make_contrast_theme();
  return theme;
}

const Theme& kiosk_theme() {
  static const Theme theme = make_kiosk_theme();
  return theme;
}

float font_size(const Theme& theme, Style style) {
  const float size = theme.text[static_cast<std::size_t>(style.role)].size;
  return style.mono ? std::round(size * mono_scale) : size;
}

int font_weight(const Theme& theme, Style style) {
  return style.bold ? 700 : theme.text[static_cast<std::size_t>(style.role)].weight;
}

float line_height(const Theme& theme, TextRole role) {
  return theme.text[static_cast<std::size_t>(role)].line_height;
}

IconBox icon_box(TextRole role) {
  switch (role) {
    case TextRole::small:
      return {16, 3};
    case TextRole::card:
    case TextRole::control:
    case TextRole::code:
      return {18, 3};
    case TextRole::lead:
    case TextRole::h3:
      return {22, 4};
    case TextRole::h2:
      return {28, 5};
    case TextRole::h1_phone:
      return {30, 5};
    case TextRole::h1:
      return {40, 7};
    default:
      return {20, 4};
  }
}

Frame frame_for(float width, const FrameSizes& sizes) {
  Frame frame;
  frame.header_height = sizes.header_height;
  frame.wide = width >= sizes.wide_width;
  if (frame.wide) {
    const float gap = sizes.column_gap;
    const float columns = sizes.navigation_width + gap + sizes.content_width + gap + sizes.contents_width;
    const float margin = std::max(frame_margin, (width - columns) / 2);
    frame.gutter = gap;
    frame.navigation_x = margin;
    frame.navigation_width = sizes.navigation_width;
    frame.content_x = margin + sizes.navigation_width + gap;
    frame.content_width = std::min(sizes.content_width,
                                   width - 2 * frame_margin - sizes.navigation_width - sizes.contents_width - 2 * gap);
    frame.contents_x = frame.content_x + frame.content_width + gap;
    frame.contents_width = sizes.contents_width;
    frame.content_top = content_top;
    return frame;
  }
  const bool phone = width < phone_width;
  frame.gutter = phone ? phone_gutter : tablet_gutter;
  frame.content_width = std::max(0.0F, std::min(sizes.content_width, width - 2 * frame.gutter));
  frame.content_x = (width - frame.content_width) / 2;
  frame.content_top = phone ? phone_content_top : content_top;
  frame.navigation_x = drawer_padding;
  frame.navigation_width = std::max(0.0F, std::min(sizes.drawer_width, width - 48) - 2 * drawer_padding);
  return frame;
}

Frame bare_frame_for(float width) {
  Frame frame;
  frame.header_height = 0;
  frame.gutter = phone_gutter;
  frame.content_width = std::max(0.0F, std::min(content_width, width - 2 * frame.gutter));
  frame.content_x = (width - frame.content_width) / 2;
  frame.content_top = frame.content_bottom = phone_gutter;
  return frame;
}

}  // namespace hubglass::layout
