#include "paint/shapes.h"

#include "paint/fragment_atlas.h"
#include "paint/imgui_version.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace hubglass::paint {

namespace {

ImVec2 top_left(const Box& box) {
  return {box.left, box.top};
}
ImVec2 bottom_right(const Box& box) {
  return {box.right, box.bottom};
}

bool nothing(const Box& box, Rgba colour) {
  return (colour & 0xFFu) == 0 || box.width() <= 0 || box.height() <= 0;
}

constexpr int corner_points = 6;
constexpr int ring_points = 4 * corner_points;

/// Unit vectors of a quarter circle from pointing left to pointing up.
std::array<ImVec2, corner_points> quarter() {
  std::array<ImVec2, corner_points> points;
  for (int i = 0; i < corner_points; ++i) {
    const float angle = static_cast<float>(i) * (1.57079633F / static_cast<float>(corner_points - 1));
    points[static_cast<std::size_t>(i)] = ImVec2(-std::cos(angle), -std::sin(angle));
  }
  return points;
}

/// One ring of a rounded rectangle's outline, clockwise from the left edge of the top left corner.
void write_ring(ImDrawList& list, const Box& box, float radius, ImU32 colour,
                const std::array<ImVec2, corner_points>& arc, const ImVec2& uv) {
  const float x0 = box.left + radius;
  const float x1 = box.right - radius;
  const float y0 = box.top + radius;
  const float y1 = box.bottom - radius;
  for (const ImVec2& unit : arc) {
    list.PrimWriteVtx(ImVec2(x0 + unit.x * radius, y0 + unit.y * radius), uv, colour);
  }
  for (const ImVec2& unit : arc) {
    list.PrimWriteVtx(ImVec2(x1 - unit.y * radius, y0 + unit.x * radius), uv, colour);
  }
  for (const ImVec2& unit : arc) {
    list.PrimWriteVtx(ImVec2(x1 - unit.x * radius, y1 - unit.y * radius), uv, colour);
  }
  for (const ImVec2& unit : arc) {
    list.PrimWriteVtx(ImVec2(x0 + unit.y * radius, y1 - unit.x * radius), uv, colour);
  }
}

}  // namespace

void begin_shapes(ImDrawList& list, const FragmentAtlas& atlas, const Box& clip) {
  const FragmentAtlas::Region white = atlas.white();
  list._Data->TexUvWhitePixel = ImVec2(white.left, white.top);
  list.PushClipRect(top_left(clip), bottom_right(clip), true);
  push_texture(list, atlas.texture());
}

void end_shapes(ImDrawList& list) {
  pop_texture(list);
  list.PopClipRect();
}

void fill(ImDrawList& list, const Box& box, float radius, Rgba colour) {
  if (!nothing(box, colour)) {
    list.AddRectFilled(top_left(box), bottom_right(box), packed(colour), radius);
  }
}

void dots(ImDrawList& list, const Box& box, Rgba colour) {
  if (nothing(box, colour)) {
    return;
  }
  const float side = box.height();
  const int count = static_cast<int>(std::ceil(box.width() / (2 * side)));
  const ImU32 value = packed(colour);
  list.PrimReserve(count * 6, count * 4);
  for (int i = 0; i < count; ++i) {
    const float left = box.left + static_cast<float>(i) * 2 * side;
    list.PrimRectUV(ImVec2(left, box.top), ImVec2(std::min(left + side, box.right), box.bottom),
                    list._Data->TexUvWhitePixel, list._Data->TexUvWhitePixel, value);
  }
}

void border(ImDrawList& list, const Box& box, float radius, float thickness, Rgba colour) {
  if (nothing(box, colour)) {
    return;
  }
  if (radius <= 0) {
    const ImU32 value = packed(colour);
    const float inner_top = std::min(box.top + thickness, box.bottom);
    const float inner_bottom = std::max(box.bottom - thickness, inner_top);
    list.AddRectFilled(top_left(box), ImVec2(box.right, inner_top), value);
    list.AddRectFilled(ImVec2(box.left, inner_bottom), bottom_right(box), value);
    list.AddRectFilled(ImVec2(box.left, inner_top), ImVec2(box.left + thickness, inner_bottom), value);
    list.AddRectFilled(ImVec2(box.right - thickness, inner_top), ImVec2(box.right, inner_bottom), value);
    return;
  }
  // AddRect would shift the outline by a fixed half px; the path is laid exactly along the middle of the line.
  const Box middle = box.grown(-thickness / 2);
  list.PathRect(top_left(middle), bottom_right(middle), std::max(0.0F, radius - thickness / 2));
  list.PathStroke(packed(colour), ImDrawFlags_Closed, thickness);
}

void shadow(ImDrawList& list, const Box& box, float radius, float blur, Rgba colour) {
  if (nothing(box, colour) || blur <= 0) {
    return;
  }
  // The rings follow the falloff of a blurred edge. The innermost lies well inside: what casts the shadow is moved
  // upwards and must not bare the middle.
  struct Ring {
    float out;
    float alpha;
  };
  constexpr std::array<Ring, 5> rings{{{-0.6F, 0.9F}, {-0.15F, 0.62F}, {0.1F, 0.38F}, {0.4F, 0.12F}, {0.85F, 0}}};
  constexpr int quads = ring_points * (static_cast<int>(rings.size()) - 1);
  static const std::array<ImVec2, corner_points> arc = quarter();

  const float half = std::min(box.width(), box.height()) / 2;
  const auto start = static_cast<ImDrawIdx>(list._VtxCurrentIdx);
  list.PrimReserve(quads * 6, ring_points * static_cast<int>(rings.size()));
  const ImVec2 uv = list._Data->TexUvWhitePixel;
  for (const Ring& ring : rings) {
    const float out = ring.out * blur;
    const float corner = std::clamp(std::min(radius, half) + out, 0.0F, half + out);
    write_ring(list, box.grown(out), corner, packed(with_alpha(colour, ring.alpha)), arc, uv);
  }
  for (int ring = 0; ring + 1 < static_cast<int>(rings.size()); ++ring) {
    for (int i = 0; i < ring_points; ++i) {
      const int next = (i + 1) % ring_points;
      const auto inner = [&](int k) { return static_cast<ImDrawIdx>(start + ring * ring_points + k); };
      const auto outer = [&](int k) { return static_cast<ImDrawIdx>(start + (ring + 1) * ring_points + k); };
      list.PrimWriteIdx(inner(i));
      list.PrimWriteIdx(outer(i));
      list.PrimWriteIdx(outer(next));
      list.PrimWriteIdx(inner(i));
      list.PrimWriteIdx(outer(next));
      list.PrimWriteIdx(inner(next));
    }
  }
}

void texels(ImDrawList& list, const Box& box, float u0, float v0, float u1, float v1) {
  list.PrimReserve(6, 4);
  list.PrimRectUV(top_left(box), bottom_right(box), ImVec2(u0, v0), ImVec2(u1, v1), 0xFFFFFFFFu);
}

void picture(ImDrawList& list, const Box& box, float radius, std::uint64_t texture) {
  list.AddImageRounded(imgui_texture(texture), top_left(box), bottom_right(box), ImVec2(0, 0), ImVec2(1, 1),
                       0xFFFFFFFFu, radius);
}

}  // namespace hubglass::paint
