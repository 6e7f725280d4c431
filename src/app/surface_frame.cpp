#include "app/surface_frame.h"

#include "app/imgui_context.h"
#include "paint/shapes.h"

#include <imgui.h>

#include <algorithm>
#include <cfloat>
#include <chrono>
#include <cmath>

namespace hubglass::app {

namespace {

constexpr float usual_frame_ms = 1000.0F / 60;
constexpr float longest_frame_ms = 100;
constexpr int patience = 2;  // frames to wait for ImGui to know a new window

constexpr ImGuiWindowFlags window_flags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBackground |
                                          ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                                          ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoFocusOnAppearing |
                                          ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoScrollWithMouse;

paint::Box device_box(const layout::Rect& rect, float scale) {
  return {std::round(rect.x * scale), std::round(rect.y * scale), std::round(rect.right() * scale),
          std::round(rect.bottom() * scale)};
}

layout::Rect visible_part(const Pane& pane) {
  return {pane.clip.x - pane.x, pane.clip.y - pane.y, pane.clip.width, pane.clip.height};
}

void begin_window(const Pane& pane, float scale) {
  const paint::Box box = device_box(pane.clip, scale);
  ImGui::SetNextWindowPos(ImVec2(box.left, box.top));
  ImGui::SetNextWindowSize(ImVec2(std::max(1.0F, box.width()), std::max(1.0F, box.height())));
  ImGui::Begin(pane.name, nullptr, window_flags);
}

void begin_imgui(const FrameInput& input, float elapsed) {
  const float scale = input.viewport->scale;
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = ImVec2(std::round(input.width * scale), std::round(input.height * scale));
  io.DisplayFramebufferScale = ImVec2(1, 1);
  io.DeltaTime = elapsed / 1000;
  if (input.pointer_inside) {
    io.AddMousePosEvent(input.pointer_x * scale, input.pointer_y * scale);
  } else {
    io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
  }
  io.AddMouseButtonEvent(ImGuiMouseButton_Left, input.pointer_down && input.pointer_inside);
  ImGui::NewFrame();
}

void count(Statistics& statistics, const ImDrawData& data, const paint::FragmentAtlas& atlas) {
  ++statistics.frames;
  statistics.vertices = static_cast<std::uint32_t>(data.TotalVtxCount);
  statistics.draw_calls = 0;
  for (int i = 0; i < data.CmdListsCount; ++i) {
    for (const ImDrawCmd& command : data.CmdLists[i]->CmdBuffer) {
      statistics.draw_calls += command.ElemCount > 0 ? 1 : 0;
    }
  }
  statistics.atlas_bytes = atlas.side() * atlas.side() * 4;
  statistics.crowded = atlas.crowded();
}

}  // namespace

SurfaceState::SurfaceState() : context(create_imgui_context()) {}

SurfaceState::~SurfaceState() {
  destroy_imgui_context(context);
}

float elapsed_ms(const SurfaceState& surface, double now_ms) {
  if (!surface.animating) {
    return usual_frame_ms;
  }
  return std::clamp(static_cast<float>(now_ms - surface.last_ms), 1.0F, longest_frame_ms);
}

bool run_frame(SurfaceState& surface, std::span<Pane> panes, const FrameInput& input, paint::Raster& raster) {
  const auto started = std::chrono::steady_clock::now();
  const float scale = input.viewport->scale;
  const float elapsed = elapsed_ms(surface, input.now_ms);
  ImGui::SetCurrentContext(surface.context);
  begin_imgui(input, elapsed);

  bool moving = false;
  bool settled = true;
  for (Pane& pane : panes) {
    begin_window(pane, scale);
    if (pane.region != nullptr) {
      pane.region->run_items(std::round(pane.x * scale), std::round(pane.y * scale), scale, visible_part(pane));
      moving = pane.region->advance_lifts(elapsed, input.viewport->reduced_motion) || moving;
      settled = settled && pane.region->settled();
    }
    ImGui::End();
  }

  surface.atlas.begin_frame();
  for (Pane& pane : panes) {
    if (pane.region == nullptr) {
      continue;
    }
    paint::PaintState state{.theme = input.theme,
                            .icons = input.icons,
                            .dark = input.viewport->dark,
                            .scale = scale,
                            .x = pane.x,
                            .y = pane.y,
                            .visible = visible_part(pane),
                            .hover_look = pane.look};
    pane.region->live(state);
    pane.region->painter.prepare(pane.region->list(), state, surface.atlas);
  }
  surface.atlas.commit(raster, input.most_fragments);

  for (const Pane& pane : panes) {
    ImGui::Begin(pane.name, nullptr, window_flags);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    paint::begin_shapes(list, surface.atlas, device_box(pane.clip, scale));
    for (const Plate& plate : pane.plates) {
      paint::fill(list, device_box(plate.box, scale), 0, plate.colour);
    }
    if (pane.region != nullptr) {
      pane.region->painter.paint(list, surface.atlas, raster);
    }
    paint::end_shapes(list);
    ImGui::End();
  }
  ImGui::Render();

  surface.unsettled = settled ? 0 : surface.unsettled + 1;
  surface.last_ms = input.now_ms;
  surface.animating = moving || surface.atlas.pending() || (surface.unsettled > 0 && surface.unsettled <= patience);
  surface.dirty = false;
  count(surface.statistics, *ImGui::GetDrawData(), surface.atlas);
  surface.statistics.frame_ms =
      std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - started).count();
  return surface.animating;
}

}  // namespace hubglass::app
