#pragma once

#include "paint/colour.h"

#include <cstdint>

struct ImDrawList;

/// The few shapes all is painted with. Coordinates are device px; colours are straight alpha. Edges on whole px are
/// crisp. The draw list's texture must be the atlas, its white pixel set (begin_shapes).
namespace hubglass::paint {

class FragmentAtlas;

struct Box {
  float left = 0;
  float top = 0;
  float right = 0;
  float bottom = 0;
  [[nodiscard]] float width() const { return right - left; }
  [[nodiscard]] float height() const { return bottom - top; }
  [[nodiscard]] Box grown(float by) const { return {left - by, top - by, right + by, bottom + by}; }
  [[nodiscard]] Box moved(float dx, float dy) const { return {left + dx, top + dy, right + dx, bottom + dy}; }
};

/// Has a draw list use the atlas for all that follows, shapes included, so that they share one draw call; end_shapes
/// undoes it.
void begin_shapes(ImDrawList& list, const FragmentAtlas& atlas, const Box& clip);
void end_shapes(ImDrawList& list);

void fill(ImDrawList& list, const Box& box, float radius, Rgba colour);
/// Squares as high as the box, as far apart, from its left edge on.
void dots(ImDrawList& list, const Box& box, Rgba colour);
/// Outline inside the box.
void border(ImDrawList& list, const Box& box, float radius, float thickness, Rgba colour);
/// Soft shadow of the box, `blur` wide, fading outwards; the middle of the box is left free.
void shadow(ImDrawList& list, const Box& box, float radius, float blur, Rgba colour);
/// Part of the atlas (texture corners 0–1) at a box.
void texels(ImDrawList& list, const Box& box, float u0, float v0, float u1, float v1);
/// A whole texture, corners rounded.
void picture(ImDrawList& list, const Box& box, float radius, std::uint64_t texture);

}  // namespace hubglass::paint
