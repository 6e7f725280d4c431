# The WebAssembly engine: hubglass-engine.mjs (ES module glue, bundled later by esbuild) and hubglass-engine.wasm.

file(GLOB_RECURSE web_sources CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/src/platform/web/*.cpp")
if(NOT web_sources)
  return()
endif()

add_executable(hubglass-engine ${web_sources})
target_link_libraries(hubglass-engine PRIVATE hubglass_options imgui imgui_opengl3)
hubglass_link_folders(hubglass-engine app paint layout pack/read html document text)
set_target_properties(hubglass-engine PROPERTIES SUFFIX ".mjs" RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}")

# Debian's Emscripten finds its JavaScript packages (acorn) only with Debian's own Node.js, unless told where they are.
if(EXISTS "/usr/share/nodejs/acorn" AND NOT DEFINED ENV{NODE_PATH})
  set_target_properties(hubglass-engine PROPERTIES CXX_LINKER_LAUNCHER
                                                   "${CMAKE_COMMAND};-E;env;NODE_PATH=/usr/share/nodejs")
endif()

# Emscripten renamed the stack flag after 3.1.24 and stopped taking the old name later.
if(EMSCRIPTEN_VERSION VERSION_LESS 3.1.25)
  set(stack_flag -sTOTAL_STACK=262144)
  set(qr_stack_flag -sTOTAL_STACK=32768)
else()
  set(stack_flag -sSTACK_SIZE=262144)
  set(qr_stack_flag -sSTACK_SIZE=32768)
endif()

target_link_options(
  hubglass-engine
  PRIVATE
  --no-entry
  -Os
  -sMODULARIZE=1
  -sEXPORT_ES6=1
  -sENVIRONMENT=web
  -sALLOW_MEMORY_GROWTH=1
  -sINITIAL_MEMORY=8388608
  ${stack_flag}
  -sFILESYSTEM=0
  -sDYNAMIC_EXECUTION=0
  -sMIN_WEBGL_VERSION=2
  -sMAX_WEBGL_VERSION=2
  -sDISABLE_EXCEPTION_CATCHING=1
  -sSUPPORT_LONGJMP=0
  -sMALLOC=emmalloc
  -sINCOMING_MODULE_JS_API=locateFile,instantiateWasm,wasmBinary,print,printErr,onAbort
  -sEXPORTED_FUNCTIONS=_malloc,_free
  -sEXPORTED_RUNTIME_METHODS=GL,HEAPU8,HEAPU32,HEAPF32,HEAPF64)

# QR codes for kiosks: hubglass-qr.wasm, a module of its own without glue, so that no ordinary page carries it.
hubglass_third_party_source(qrcodegen qrcodegen_folder)
add_executable(hubglass-qr "${CMAKE_SOURCE_DIR}/src/platform/qr/qr.c" "${qrcodegen_folder}/c/qrcodegen.c")
target_include_directories(hubglass-qr SYSTEM PRIVATE "${qrcodegen_folder}/c")
set_target_properties(hubglass-qr PROPERTIES SUFFIX ".wasm" RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}")
target_link_options(
  hubglass-qr
  PRIVATE
  --no-entry
  -Oz
  -sSTANDALONE_WASM=1
  -sINITIAL_MEMORY=131072
  -sALLOW_MEMORY_GROWTH=0
  ${qr_stack_flag}
  -sFILESYSTEM=0)
