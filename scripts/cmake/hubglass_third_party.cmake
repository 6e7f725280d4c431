# Third parties as targets. Versions, hashes and licences live in third_party.json beside this file, nowhere else.
#
# A library's source is looked for, in this order: HUBGLASS_<NAME>_SOURCE_DIR (a copy of your own), .cache/third_party
# (where scripts/setup unpacks), and last a download from the pinned address, checked against the pinned hash. Libraries
# that the system has are taken from there instead, unless HUBGLASS_SYSTEM_LIBRARIES is off.

include(FetchContent)

option(HUBGLASS_SYSTEM_LIBRARIES "Use the system's libraries and headers where it has them" ON)
set(HUBGLASS_THIRD_PARTY_DIR "${CMAKE_SOURCE_DIR}/.cache/third_party" CACHE PATH
    "Folder in which unpacked third-party sources are looked for")
set(HUBGLASS_PINS_FILE "${CMAKE_CURRENT_LIST_DIR}/third_party.json")
file(READ "${HUBGLASS_PINS_FILE}" HUBGLASS_PINS)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${HUBGLASS_PINS_FILE}")

# Sets <result> to the folder of the unpacked source NAME.
function(hubglass_third_party_source name result)
  string(TOUPPER "${name}" upper_name)
  set(HUBGLASS_${upper_name}_SOURCE_DIR "" CACHE PATH "A local copy of the ${name} source")
  string(JSON version GET "${HUBGLASS_PINS}" libraries "${name}" version)
  set(unpacked "${HUBGLASS_THIRD_PARTY_DIR}/${name}-${version}")
  if(HUBGLASS_${upper_name}_SOURCE_DIR)
    set(folder "${HUBGLASS_${upper_name}_SOURCE_DIR}")
    if(NOT IS_DIRECTORY "${folder}")
      message(FATAL_ERROR "HUBGLASS_${upper_name}_SOURCE_DIR names no folder: ${folder}")
    endif()
  elseif(IS_DIRECTORY "${unpacked}")
    set(folder "${unpacked}")
  else()
    string(JSON url GET "${HUBGLASS_PINS}" libraries "${name}" url)
    string(JSON sha256 GET "${HUBGLASS_PINS}" libraries "${name}" sha256)
    message(STATUS "Fetching ${name} ${version} from ${url} (HUBGLASS_${upper_name}_SOURCE_DIR would name a local copy)")
    # SOURCE_SUBDIR names no folder on purpose: this step only fetches, whoever asked decides what is built of it.
    FetchContent_Declare(fetched_${name} URL "${url}" URL_HASH "SHA256=${sha256}" DOWNLOAD_EXTRACT_TIMESTAMP OFF
                         SOURCE_SUBDIR hubglass-adds-it-itself)
    FetchContent_MakeAvailable(fetched_${name})
    set(folder "${fetched_${name}_SOURCE_DIR}")
  endif()
  set(${result} "${folder}" PARENT_SCOPE)
endfunction()

# Adds the build files of source NAME, quietly, without its install rules and without our warnings.
function(hubglass_add_third_party name result)
  hubglass_third_party_source(${name} folder)
  add_subdirectory("${folder}" "${CMAKE_BINARY_DIR}/third_party/${name}" EXCLUDE_FROM_ALL)
  set(${result} "${folder}" PARENT_SCOPE)
endfunction()

# Makes INTERFACE target NAME whose only include folder holds HEADER_FOLDER (in which HEADER_FILE lies), so that a cross
# build never sees the rest of /usr/include.
function(hubglass_header_only name header_folder header_file)
  add_library(${name} INTERFACE)
  if(HUBGLASS_SYSTEM_LIBRARIES)
    find_path(HUBGLASS_${name}_INCLUDE "${header_folder}/${header_file}" PATHS /usr/include /usr/local/include
              NO_CMAKE_FIND_ROOT_PATH NO_CMAKE_SYSTEM_PATH)
  endif()
  if(HUBGLASS_${name}_INCLUDE)
    set(include_folder "${HUBGLASS_${name}_INCLUDE}")
  else()
    hubglass_third_party_source(${name} source_folder)
    set(include_folder "${source_folder}/include")
  endif()
  set(alone "${CMAKE_BINARY_DIR}/third_party_include/${name}")
  file(MAKE_DIRECTORY "${alone}")
  file(REMOVE "${alone}/${header_folder}")
  file(CREATE_LINK "${include_folder}/${header_folder}" "${alone}/${header_folder}" SYMBOLIC)
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
if(EMSCRIPTEN)
  # The part of it that every frame spends its time in (see hubglass_hot).
  set_source_files_properties("${imgui_folder}/imgui_draw.cpp" PROPERTIES COMPILE_OPTIONS -Os)
endif()
target_compile_definitions(
  imgui
  PUBLIC IMGUI_DISABLE_OBSOLETE_FUNCTIONS
         IMGUI_DISABLE_DEMO_WINDOWS
         IMGUI_DISABLE_DEBUG_TOOLS
         IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS
         IMGUI_DISABLE_FILE_FUNCTIONS
         # A canvas full of small text passes 65536 vertices, and WebGL 2 has no base vertex to start again from.
         ImDrawIdx=unsigned)

if(EMSCRIPTEN)
  # Leaves the C library's reader of formats out; see src/platform/web/scan.cpp.
  target_compile_definitions(imgui PRIVATE sscanf=hubglass_scan)
  add_library(imgui_opengl3 STATIC "${imgui_folder}/backends/imgui_impl_opengl3.cpp")
  target_include_directories(imgui_opengl3 SYSTEM PUBLIC "${imgui_folder}/backends")
  target_compile_definitions(
    imgui_opengl3
    PUBLIC IMGUI_IMPL_OPENGL_ES3
    # Leaves the embedded font and the TrueType reader out; see src/platform/web/white_texel.cpp.
    PRIVATE GetTexDataAsRGBA32=hubglass_white_texel
    PRIVATE sscanf=hubglass_scan)
  target_link_libraries(imgui_opengl3 PUBLIC imgui)
else()
  include(hubglass_third_party_native)
endif()
