#pragma once

#include "layout/theme.h"

#include <array>
#include <string>

/// The look of a page around an embedded hub, taken on without a loss for those who read it.
namespace hubglass::layout {

/// Below this contrast (WCAG 2.2, 1.4.3) nothing is written; icons, rings and edges keep least_mark_contrast.
inline constexpr float least_text_contrast = 4.5F;
inline constexpr float least_mark_contrast = 3;

/// px; rounder corners would cut into what stands in them.
inline constexpr float largest_radius = 32;

/// What a page says; colours are opaque, 0 for one that it does not say.
struct Brand {
  Rgba accent = 0;
  Rgba surface = 0;
  Rgba text = 0;
  float radius = -1;  ///< px of a card's corners, the others in proportion; negative when not said
};

/// Of one scheme (light or dark), what became of the brand.
struct BrandedScheme {
  Rgba selection = 0;           ///< behind selected text, which has Colour::text
  bool dark = false;            ///< light text on a dark surface
  bool accent_changed = false;  ///< the accent was too faint on the surface: a stronger shade of it is used
  bool text_left_out = false;   ///< the text was too faint on the surface: the hub's own is used
};

struct Branded {
  Theme theme;
  std::array<BrandedScheme, 2> schemes;  ///< light, dark
};

/// Contrast of two opaque colours (WCAG 2.2), 1 to 21.
float contrast(Rgba a, Rgba b);

/// The theme in the brand's colours. What is not said is derived from what is: a surface decides by its lightness
/// whether the light or the dark colours go with it, in both schemes. The brand's own colours stay as they are wherever
/// they can be read on its surface; tints give way to them.
Branded branded(const Theme& base, const Brand& brand);

/// A scheme's colours as CSS declarations.
std::string css_of(const Branded& branded, bool dark);

}  // namespace hubglass::layout
