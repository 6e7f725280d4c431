#include "platform/web/host.h"

#include <emscripten/em_js.h>
#include <emscripten/em_macros.h>

// Closure-safe: Module['host'] is set by whoever makes the module.
// clang-format off
EM_JS(void, host_measure, (uint32_t instance, const char* text, uint32_t text_size, const uint32_t* runs, uint32_t count, float* advances), {
  Module["host"]["measure"](instance, text, text_size, runs, count, advances);
});
EM_JS(float, host_baseline, (uint32_t instance, uint32_t style_key), {
  return Module["host"]["baseline"](instance, style_key);
});
EM_JS(uint32_t, host_resize_atlas, (uint32_t instance, uint32_t surface, uint32_t side), {
  return Module["host"]["resizeAtlas"](instance, surface, side);
});
EM_JS(void, host_draw, (uint32_t instance, uint32_t surface, const char* text, uint32_t text_size, const void* jobs, uint32_t count), {
  Module["host"]["draw"](instance, surface, text, text_size, jobs, count);
});
EM_JS(uint32_t, host_image, (uint32_t instance, uint32_t surface, const char* file, uint32_t file_size, uint32_t width, uint32_t height), {
  return Module["host"]["image"](instance, surface, file, file_size, width, height);
});
// clang-format on
