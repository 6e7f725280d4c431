#pragma once

#include "layout/theme.h"

#include <algorithm>
#include <array>
#include <cmath>

/// Contrast as WCAG 2.2 counts it, and which colours of a Theme can come to stand on which.
namespace hubglass::layout {

inline double channel_light(unsigned value) {
  const double part = value / 255.0;
  return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
}

inline double light_of(Rgba colour) {
  return 0.2126 * channel_light(colour >> 24) + 0.7152 * channel_light((colour >> 16) & 0xFFu) +
         0.0722 * channel_light((colour >> 8) & 0xFFu);
}

inline double contrast_of(Rgba a, Rgba b) {
  const double light = std::max(light_of(a), light_of(b));
  const double dark = std::min(light_of(a), light_of(b));
  return (light + 0.05) / (dark + 0.05);
}

struct Pair {
  Colour front;
  Colour ground;
};

// Paragraphs, lists and tables may stand in admonitions, tables, cards, the fact panel and the drawer; links, muted
// words and code in each of them, and links in highlighted words.
inline constexpr std::array grounds = {
    Colour::surface,  Colour::raised,       Colour::sunken,      Colour::code_background, Colour::note_tint,
    Colour::tip_tint, Colour::warning_tint, Colour::danger_tint, Colour::accent_tint,     Colour::mark_background};
inline constexpr std::array words = {Colour::text, Colour::muted, Colour::accent};

inline constexpr std::array<Pair, 12> tinted = {{
    {Colour::cluster_1, Colour::cluster_1_tint},
    {Colour::cluster_2, Colour::cluster_2_tint},
    {Colour::cluster_3, Colour::cluster_3_tint},
    {Colour::cluster_4, Colour::cluster_4_tint},
    {Colour::cluster_5, Colour::cluster_5_tint},
    {Colour::cluster_6, Colour::cluster_6_tint},
    {Colour::accent, Colour::accent_tint},
    {Colour::note, Colour::note_tint},
    {Colour::tip, Colour::tip_tint},
    {Colour::warning, Colour::warning_tint},
    {Colour::danger, Colour::danger_tint},
    {Colour::on_accent, Colour::accent},
}};

}  // namespace hubglass::layout
