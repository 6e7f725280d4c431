#include "platform/web/surface.h"

#include <GLES3/gl3.h>
#include <emscripten/emscripten.h>
#include <emscripten/html5.h>
#include <imgui.h>
#include <imgui_impl_opengl3.h>

namespace hubglass::platform::web {

WebSurface::WebSurface(app::Instance& app, std::uint32_t instance, app::Surface surface)
    : app_(app), surface_(surface), raster_(instance, static_cast<std::uint32_t>(surface)) {}

bool WebSurface::start(std::uint32_t context) {
  emscripten_webgl_make_context_current(static_cast<EMSCRIPTEN_WEBGL_CONTEXT_HANDLE>(context));
  ImGui::SetCurrentContext(app_.imgui(surface_));
  // Shaders now rather than with the first frame, which has enough to do.
  if (!ImGui_ImplOpenGL3_Init("#version 300 es") || !ImGui_ImplOpenGL3_CreateDeviceObjects()) {
    return false;
  }
  GLint largest = 0;
  glGetIntegerv(GL_MAX_TEXTURE_SIZE, &largest);
  raster_.largest = static_cast<std::uint32_t>(largest);
  context_ = context;
  app_.forget_textures(surface_);
  return true;
}

void WebSurface::stop() {
  if (context_ == 0) {
    return;
  }
  ImGui::SetCurrentContext(app_.imgui(surface_));
  // Also when it is lost: deleting in a lost context does nothing, in the other surface's it is an error.
  emscripten_webgl_make_context_current(static_cast<EMSCRIPTEN_WEBGL_CONTEXT_HANDLE>(context_));
  ImGui_ImplOpenGL3_Shutdown();
  app_.forget_textures(surface_);
  context_ = 0;
}

float WebSurface::frame(const app::Instance::View& view, double now_ms) {
  if (context_ == 0) {
    return -1;
  }
  emscripten_webgl_make_context_current(static_cast<EMSCRIPTEN_WEBGL_CONTEXT_HANDLE>(context_));
  ImGui::SetCurrentContext(app_.imgui(surface_));
  const double started = emscripten_get_now();
  ImGui_ImplOpenGL3_NewFrame();
  const float wants = app_.draw(surface_, raster_, view, now_ms);
  const double drawn = emscripten_get_now();
  const ImDrawData* data = ImGui::GetDrawData();
  const ImVec2 scale = data->FramebufferScale;
  glViewport(0, 0, static_cast<GLsizei>(data->DisplaySize.x * scale.x + 0.5F),
             static_cast<GLsizei>(data->DisplaySize.y * scale.y + 0.5F));
  glDisable(GL_SCISSOR_TEST);
  const layout::Rgba background = app_.background(surface_);
  const auto channel = [background](int shift) { return static_cast<float>((background >> shift) & 0xFFu) / 255; };
  glClearColor(channel(24), channel(16), channel(8), channel(0));
  glClear(GL_COLOR_BUFFER_BIT);
  ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
  frame_ms = drawn - started;
  submit_ms = emscripten_get_now() - drawn;
  return wants;
}

}  // namespace hubglass::platform::web
