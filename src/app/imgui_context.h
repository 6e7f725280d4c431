#pragma once

struct ImGuiContext;

namespace hubglass::app {

/// A context with no stock look, no settings file and a font atlas of one white texel: text never comes from ImGui.
ImGuiContext* create_imgui_context();
void destroy_imgui_context(ImGuiContext* context);

}  // namespace hubglass::app
