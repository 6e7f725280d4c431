# Compiler flags: what every target gets, and what only our own code gets (hubglass_options).

if(NOT CMAKE_CXX_COMPILER_LAUNCHER)
  find_program(HUBGLASS_CCACHE ccache)
  if(HUBGLASS_CCACHE)
    set(CMAKE_C_COMPILER_LAUNCHER "${HUBGLASS_CCACHE}")
    set(CMAKE_CXX_COMPILER_LAUNCHER "${HUBGLASS_CCACHE}")
  endif()
endif()

if(EMSCRIPTEN)
  set(CMAKE_C_FLAGS_MINSIZEREL "-Oz -DNDEBUG")
  set(CMAKE_CXX_FLAGS_MINSIZEREL "-Oz -DNDEBUG")
  add_compile_options($<$<COMPILE_LANGUAGE:CXX>:-fno-exceptions> $<$<COMPILE_LANGUAGE:CXX>:-fno-rtti>)
  add_compile_options(-fno-math-errno -ffunction-sections -fdata-sections)
  # emcc turns inlining off at -Os, down to operator[] of std::array; with it code is smaller and several times faster.
  add_compile_options(-finline-functions)
else()
  # Line tables are enough to read a profile or a crash, and keep linking quick.
  set(CMAKE_CXX_FLAGS_RELWITHDEBINFO "-O2 -g1 -DNDEBUG")
  set(CMAKE_C_FLAGS_RELWITHDEBINFO "-O2 -g1 -DNDEBUG")
  if(HUBGLASS_SANITIZE)
    set(CMAKE_CXX_FLAGS_DEBUG "-O1 -g1")
    set(CMAKE_C_FLAGS_DEBUG "-O1 -g1")
    add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
    add_link_options(-fsanitize=address,undefined)
    if(HUBGLASS_FUZZ)
      add_compile_options(-fsanitize=fuzzer-no-link) # the fuzzer sees which ways the code takes
    endif()
  endif()
endif()

# Paths of the building machine must not end up in what is built: the same input gives the same bytes everywhere.
add_compile_options("-ffile-prefix-map=${CMAKE_SOURCE_DIR}/=" "-ffile-prefix-map=${CMAKE_BINARY_DIR}/=")

# hubglass_hot(TARGET): what runs for every frame or every character is compiled for speed as well as size; the rest of
# the WebAssembly build for size alone, since a visitor waits for its bytes.
function(hubglass_hot target)
  if(EMSCRIPTEN AND TARGET ${target})
    get_target_property(type ${target} TYPE)
    if(NOT type STREQUAL INTERFACE_LIBRARY)
      target_compile_options(${target} PRIVATE -Os)
    endif()
  endif()
endfunction()

add_library(hubglass_options INTERFACE)
target_include_directories(hubglass_options INTERFACE "${CMAKE_SOURCE_DIR}/src")
target_compile_definitions(hubglass_options INTERFACE HUBGLASS_VERSION="${PROJECT_VERSION}")
# Members are initialised where they are declared, so an initialiser that names only some of them is complete.
target_compile_options(
  hubglass_options
  INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wno-sign-conversion -Wno-missing-field-initializers
            $<$<COMPILE_LANG_AND_ID:CXX,Clang>:-Wno-missing-braces>
            $<$<BOOL:${HUBGLASS_WARNINGS_AS_ERRORS}>:-Werror>)
