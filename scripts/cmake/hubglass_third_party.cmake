# Third parties as targets. Versions, hashes and licences live in third_party.json beside this file, nowhere else.
#
# A source is looked for, in this order: HUBGLASS_<NAME>_SOURCE_DIR (a copy of your own), .cache/third_party (where
# scripts/setup unpacks), and last a download from the pinned address, checked against the pinned hash.

include(FetchContent)

set(HUBGLASS_THIRD_PARTY_DIR "${CMAKE_SOURCE_DIR}/.cache/third_party" CACHE PATH
    "Folder in which unpacked third-party sources are looked for")
set(HUBGLASS_PINS_FILE "${CMAKE_CURRENT_LIST_DIR}/third_party.json")
file(READ "${HUBGLASS_PINS_FILE}" HUBGLASS_PINS)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${HUBGLASS_PINS_FILE}")

# Sets <result> to the folder of the unpacked source NAME.
function(hubglass_third_party_source name result)
  string(TOUPPER "${name}" upper_name)
  set(HUBGLASS_${upper_name}_SOURCE_DIR "" CACHE PATH "A local copy of the ${name} source")
  string(JSON version GET "${HUBGLASS_PINS}" sources "${name}" version)
  set(unpacked "${HUBGLASS_THIRD_PARTY_DIR}/${name}-${version}")
  if(HUBGLASS_${upper_name}_SOURCE_DIR)
    set(folder "${HUBGLASS_${upper_name}_SOURCE_DIR}")
    if(NOT IS_DIRECTORY "${folder}")
      message(FATAL_ERROR "HUBGLASS_${upper_name}_SOURCE_DIR names no folder: ${folder}")
    endif()
  elseif(IS_DIRECTORY "${unpacked}")
    set(folder "${unpacked}")
  else()
    string(JSON url GET "${HUBGLASS_PINS}" sources "${name}" url)
    string(JSON sha256 GET "${HUBGLASS_PINS}" sources "${name}" sha256)
    message(STATUS "Fetching ${name} ${version} from ${url} (or set HUBGLASS_${upper_name}_SOURCE_DIR)")
    # SOURCE_SUBDIR names no folder on purpose: the source is fetched, its own build files are not run.
    FetchContent_Declare(hubglass_${name} URL "${url}" URL_HASH "SHA256=${sha256}" DOWNLOAD_EXTRACT_TIMESTAMP OFF
                         SOURCE_SUBDIR hubglass-uses-its-own-targets)
    FetchContent_MakeAvailable(hubglass_${name})
    set(folder "${hubglass_${name}_SOURCE_DIR}")
  endif()
  set(${result} "${folder}" PARENT_SCOPE)
endfunction()

# Makes INTERFACE target NAME whose only include folder holds the header folder HEADER_FOLDER (found as HEADER_FILE on
# this machine), so that a cross build never sees the rest of /usr/include.
function(hubglass_header_only name header_folder header_file)
  add_library(${name} INTERFACE)
  find_path(HUBGLASS_${name}_INCLUDE "${header_folder}/${header_file}" PATHS /usr/include /usr/local/include
            NO_CMAKE_FIND_ROOT_PATH NO_CMAKE_SYSTEM_PATH)
  if(NOT HUBGLASS_${name}_INCLUDE)
    hubglass_third_party_source(${name} fetched)
    set(HUBGLASS_${name}_INCLUDE "${fetched}/include")
  endif()
  set(alone "${CMAKE_BINARY_DIR}/third_party_include/${name}")
  file(MAKE_DIRECTORY "${alone}")
  file(REMOVE "${alone}/${header_folder}")
  file(CREATE_LINK "${HUBGLASS_${name}_INCLUDE}/${header_folder}" "${alone}/${header_folder}" SYMBOLIC)
  target_include_directories(${name} SYSTEM INTERFACE "${alone}")
endfunction()

hubglass_header_only(nlohmann_json nlohmann json.hpp)
if(EMSCRIPTEN)
  target_compile_definitions(nlohmann_json INTERFACE JSON_NOEXCEPTION)
endif()
hubglass_header_only(tl_expected tl expected.hpp)

hubglass_third_party_source(md4c md4c_folder)
add_library(md4c STATIC "${md4c_folder}/src/md4c.c" "${md4c_folder}/src/entity.c")
target_include_directories(md4c SYSTEM PUBLIC "${md4c_folder}/src")
target_compile_definitions(md4c PRIVATE MD4C_USE_UTF8)

hubglass_third_party_source(libunibreak libunibreak_folder)
set(libunibreak_sources "")
foreach(
  source
  eastasianwidthdef
  emojidef
  graphemebreak
  linebreak
  linebreakdata
  linebreakdef
  unibreakbase
  unibreakdef)
  list(APPEND libunibreak_sources "${libunibreak_folder}/src/${source}.c")
endforeach()
add_library(libunibreak STATIC ${libunibreak_sources})
target_include_directories(libunibreak SYSTEM PUBLIC "${libunibreak_folder}/src")

hubglass_third_party_source(imgui imgui_folder)
add_library(imgui STATIC "${imgui_folder}/imgui.cpp" "${imgui_folder}/imgui_draw.cpp"
                         "${imgui_folder}/imgui_tables.cpp" "${imgui_folder}/imgui_widgets.cpp")
target_include_directories(imgui SYSTEM PUBLIC "${imgui_folder}")
target_compile_definitions(
  imgui
  PUBLIC IMGUI_DISABLE_OBSOLETE_FUNCTIONS
         IMGUI_DISABLE_DEMO_WINDOWS
         IMGUI_DISABLE_DEBUG_TOOLS
         IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS
         IMGUI_DISABLE_FILE_FUNCTIONS)

if(EMSCRIPTEN)
  add_library(imgui_opengl3 STATIC "${imgui_folder}/backends/imgui_impl_opengl3.cpp")
  target_include_directories(imgui_opengl3 SYSTEM PUBLIC "${imgui_folder}/backends")
  target_compile_definitions(imgui_opengl3 PUBLIC IMGUI_IMPL_OPENGL_ES3)
  target_link_libraries(imgui_opengl3 PUBLIC imgui)
else()
  find_package(yaml-cpp REQUIRED)
  add_library(yaml_cpp INTERFACE)
  target_link_libraries(yaml_cpp INTERFACE yaml-cpp)
  find_package(ZLIB REQUIRED)
  find_package(PkgConfig REQUIRED)
  pkg_check_modules(brotli_encoder REQUIRED IMPORTED_TARGET libbrotlienc)
  pkg_check_modules(brotli_decoder REQUIRED IMPORTED_TARGET libbrotlidec)
  pkg_check_modules(webp REQUIRED IMPORTED_TARGET libwebp)
  find_path(HUBGLASS_STB_INCLUDE stb_image.h PATH_SUFFIXES stb REQUIRED)
  add_library(stb INTERFACE)
  target_include_directories(stb SYSTEM INTERFACE "${HUBGLASS_STB_INCLUDE}")
  if(HUBGLASS_TESTS)
    find_package(GTest REQUIRED)
    find_package(benchmark REQUIRED)
  endif()
endif()
