// The OpenGL backend asks the font atlas for its texels under this name (see the imgui_opengl3 target). ImGui's own
// function would link its embedded font and the TrueType reader to build an atlas; here no text comes from ImGui, and
// one white texel is all its font texture holds.
#define GetTexDataAsRGBA32 hubglass_white_texel
#include <imgui.h>

void ImFontAtlas::GetTexDataAsRGBA32(unsigned char** pixels, int* width, int* height, int* bytes_per_pixel) {
  static unsigned char white[4] = {0xFF, 0xFF, 0xFF, 0xFF};
  *pixels = white;
  *width = 1;
  *height = 1;
  if (bytes_per_pixel != nullptr) {
    *bytes_per_pixel = 4;
  }
}
