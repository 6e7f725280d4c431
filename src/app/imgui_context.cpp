#include "app/imgui_context.h"

#include <imgui.h>

#include <cfloat>

namespace hubglass::app {

namespace {

/// ImGui insists on a font; this one has no glyphs and its texture is one white texel. Built by hand, the embedded font
/// is never unpacked.
void make_font_atlas(ImFontAtlas& atlas) {
#if IMGUI_VERSION_NUM >= 19200
  atlas.Flags |= ImFontAtlasFlags_NoBakedLines | ImFontAtlasFlags_NoMouseCursors;
  atlas.AddFontDefault();
#else
  atlas.Flags |= ImFontAtlasFlags_NoBakedLines | ImFontAtlasFlags_NoMouseCursors;
  auto* font = IM_NEW(ImFont)();
  font->ContainerAtlas = &atlas;
  font->FontSize = 16;
  atlas.Fonts.push_back(font);
  atlas.TexWidth = 1;
  atlas.TexHeight = 1;
  atlas.TexUvScale = ImVec2(1, 1);
  atlas.TexUvWhitePixel = ImVec2(0.5F, 0.5F);
  atlas.TexReady = true;
#endif
}

void plain_style(ImGuiStyle& style) {
  style.WindowPadding = ImVec2(0, 0);
  style.WindowBorderSize = 0;
  style.WindowRounding = 0;
  style.WindowMinSize = ImVec2(1, 1);
  style.ItemSpacing = ImVec2(0, 0);
  // Device px are small: corners must stay round, and lines are never taken from a texture.
  style.CircleTessellationMaxError = 0.2F;
  style.AntiAliasedLinesUseTex = false;
}

}  // namespace

ImGuiContext* create_imgui_context() {
  ImGuiContext* before = ImGui::GetCurrentContext();
  ImGuiContext* context = ImGui::CreateContext();
  ImGui::SetCurrentContext(context);
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.ConfigFlags |= ImGuiConfigFlags_NoMouseCursorChange;
  io.ConfigInputTrickleEventQueue = false;  // a press and a move of one frame are both seen in it
  io.ConfigMemoryCompactTimer = FLT_MAX;    // buffers stay: a later frame must not allocate them again
  io.ConfigWindowsMoveFromTitleBarOnly = true;
  make_font_atlas(*io.Fonts);
  plain_style(ImGui::GetStyle());
  ImGui::SetCurrentContext(before);
  return context;
}

void destroy_imgui_context(ImGuiContext* context) {
  ImGui::DestroyContext(context);
}

}  // namespace hubglass::app
