// ImGui and its OpenGL backend call sscanf under this name in the web build (see the imgui target): the C library's
// reader of formats is as large as our parser of Markdown's blocks. Of all they would read, only the number of the
// shader language ever comes: there is no settings file, and WebGL 2 tells its own version in numbers.
#include <cstdarg>
#include <cstdlib>
#include <cstring>

extern "C" int hubglass_scan(const char* text, const char* format, ...) {
  constexpr char version[] = "#version %d";
  constexpr std::size_t before = sizeof version - sizeof "%d";
  if (std::strcmp(format, version) != 0 || std::strncmp(text, format, before) != 0) {
    return 0;
  }
  std::va_list arguments;
  va_start(arguments, format);
  *va_arg(arguments, int*) = std::atoi(text + before);
  va_end(arguments);
  return 1;
}
