#pragma once

#include "layout/theme.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace hubglass::paint {

using layout::Rgba;

/// The Theme's value of a named colour in light or dark.
inline Rgba colour_of(const layout::Theme& theme, bool dark, layout::Colour colour) {
  const auto index = static_cast<std::size_t>(colour);
  return dark ? theme.dark[index] : theme.light[index];
}

/// `part` 0 gives `from`, 1 gives `to`; alpha included.
inline Rgba mix(Rgba from, Rgba to, float part) {
  const float share = std::clamp(part, 0.0F, 1.0F);
  Rgba mixed = 0;
  for (unsigned shift = 0; shift < 32; shift += 8) {
    const auto a = static_cast<float>((from >> shift) & 0xFFu);
    const auto b = static_cast<float>((to >> shift) & 0xFFu);
    mixed |= static_cast<Rgba>(std::lround(a + (b - a) * share)) << shift;
  }
  return mixed;
}

/// The same colour with its alpha multiplied by `factor` (0–1).
inline Rgba with_alpha(Rgba colour, float factor) {
  const float alpha = static_cast<float>(colour & 0xFFu) * std::clamp(factor, 0.0F, 1.0F);
  return (colour & 0xFFFFFF00u) | static_cast<Rgba>(std::lround(alpha));
}

/// ImGui's byte order (red lowest).
inline std::uint32_t packed(Rgba colour) {
  return (colour >> 24) | ((colour >> 8) & 0xFF00u) | ((colour << 8) & 0xFF0000u) | (colour << 24);
}

}  // namespace hubglass::paint
