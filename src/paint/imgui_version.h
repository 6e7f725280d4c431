#pragma once

#include <imgui.h>
#include <imgui_internal.h>

#include <cstdint>

/// The few places where ImGui 1.90.1 and the 1.92 line differ for us.
namespace hubglass::paint {

inline ImTextureID imgui_texture(std::uint64_t texture) {
#if IMGUI_VERSION_NUM >= 19154
  return static_cast<ImTextureID>(texture);
#else
  // An opaque handle in these versions; the backend casts it back to an integer.
  return reinterpret_cast<ImTextureID>(static_cast<std::uintptr_t>(texture));  // NOLINT(performance-no-int-to-ptr)
#endif
}

inline void push_texture(ImDrawList& list, std::uint64_t texture) {
#if IMGUI_VERSION_NUM >= 19200
  list.PushTexture(ImTextureRef(imgui_texture(texture)));
#else
  list.PushTextureID(imgui_texture(texture));
#endif
}

inline void pop_texture(ImDrawList& list) {
#if IMGUI_VERSION_NUM >= 19200
  list.PopTexture();
#else
  list.PopTextureID();
#endif
}

}  // namespace hubglass::paint
