# Finds the Emscripten that `emcc` on PATH belongs to (an emsdk or the distribution's) and hands over to its own CMake
# toolchain file.

find_program(HUBGLASS_EMCC emcc)
if(NOT HUBGLASS_EMCC)
  message(FATAL_ERROR "emcc was not found. Run scripts/setup, or put an emsdk's emcc on PATH.")
endif()

find_program(HUBGLASS_EM_CONFIG em-config)
set(emscripten_root "")
if(HUBGLASS_EM_CONFIG)
  execute_process(
    COMMAND "${HUBGLASS_EM_CONFIG}" EMSCRIPTEN_ROOT
    OUTPUT_VARIABLE emscripten_root
    OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
endif()
if(NOT emscripten_root)
  file(REAL_PATH "${HUBGLASS_EMCC}" emcc_path)
  cmake_path(GET emcc_path PARENT_PATH emscripten_root)
endif()

include("${emscripten_root}/cmake/Modules/Platform/Emscripten.cmake")
