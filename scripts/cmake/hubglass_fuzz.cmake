# The fuzz targets: hubglass_fuzz_<name> from tests/fuzz/<name>.cpp, under libFuzzer and the sanitizers.

if(NOT CMAKE_CXX_COMPILER_ID MATCHES "Clang" OR NOT HUBGLASS_SANITIZE)
  message(FATAL_ERROR "Fuzz targets need clang and the sanitizers: cmake --preset fuzz")
endif()

file(GLOB fuzz_support CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/tests/fuzz/support/*_check.cpp")
add_library(hubglass_fuzz_support STATIC ${fuzz_support})
target_include_directories(hubglass_fuzz_support PUBLIC "${CMAKE_SOURCE_DIR}/tests")
target_link_libraries(hubglass_fuzz_support PUBLIC hubglass_options)
hubglass_link_folders(hubglass_fuzz_support markdown html document text)

add_custom_target(hubglass_fuzz)

# hubglass_fuzz_target(NAME FOLDER [SOURCES source...]): one target that tests what is in FOLDER of src/ and below it; without
# sources, tests/fuzz/NAME.cpp.
function(hubglass_fuzz_target name folder)
  cmake_parse_arguments(PARSE_ARGV 2 arg "" "" "SOURCES")
  if(NOT arg_SOURCES)
    set(arg_SOURCES "${CMAKE_SOURCE_DIR}/tests/fuzz/${name}.cpp")
  endif()
  add_executable(hubglass_fuzz_${name} ${arg_SOURCES})
  target_link_libraries(hubglass_fuzz_${name} PRIVATE hubglass_fuzz_support)
  hubglass_link_folders(hubglass_fuzz_${name} ${folder} ${arg_UNPARSED_ARGUMENTS})
  target_link_options(hubglass_fuzz_${name} PRIVATE -fsanitize=fuzzer)
  add_dependencies(hubglass_fuzz hubglass_fuzz_${name})
endfunction()

hubglass_fuzz_target(address hub)
hubglass_fuzz_target(configuration cli)
hubglass_fuzz_target(layout layout markdown)
hubglass_fuzz_target(markdown html markdown)
hubglass_fuzz_target(raw_html html markdown)
hubglass_fuzz_target(svg cli)

set(pack_sources "${CMAKE_SOURCE_DIR}/tests/fuzz/pack.cpp" "${CMAKE_SOURCE_DIR}/tests/fuzz/support/sample_pack.cpp"
                 "${CMAKE_SOURCE_DIR}/tests/unit/pack/sample.cpp")
hubglass_fuzz_target(pack html pack/write pack/read SOURCES ${pack_sources})
# Its own hash comes first, so that the library's is never asked for.
hubglass_fuzz_target(pack_unhashed html pack/write pack/read SOURCES ${pack_sources} "${CMAKE_SOURCE_DIR}/tests/fuzz/support/constant_sha256.cpp")
