#pragma once

#include "app/app.h"

struct ImGuiContext;

namespace hubglass::app {

/// The ImGui context of one surface of an instance. The platform makes it current, starts its backend in it once, and calls
/// the backend's new-frame before Instance::draw and its render after it with ImGui::GetDrawData(). The instance owns it:
/// the platform shuts its backend down before the instance ends.
ImGuiContext* imgui_context(Instance& instance, Surface surface);

}  // namespace hubglass::app
