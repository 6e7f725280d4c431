# What only native builds have: the hubglass command, the tests and the benchmarks.

# The press: what turns a project into a site.
hubglass_folder(markdown DEPENDS document text LIBRARIES md4c)
hubglass_folder(hub DEPENDS markdown document text LIBRARIES yaml_cpp nlohmann_json xml_expat)
hubglass_folder(pack/write DEPENDS document text)

set(hubglass_all_folders text document html markdown hub pack/write pack/read layout paint app cli)
set(hubglass_source_definition HUBGLASS_SOURCE_DIR="${CMAKE_SOURCE_DIR}")

hubglass_folder(
  cli
  DEPENDS hub markdown pack/write pack/read layout html document text
  LIBRARIES nlohmann_json zlib brotli webp stb
  EXCLUDE main.cpp)

if(HUBGLASS_SANITIZE)
  # stb shifts by too much when a JPEG ends within a code; the result is not used.
  set_source_files_properties("${CMAKE_SOURCE_DIR}/src/cli/site/stb.cpp" PROPERTIES COMPILE_OPTIONS
                                                                                    "-fno-sanitize=undefined")
endif()

if(EXISTS "${CMAKE_SOURCE_DIR}/src/cli/main.cpp")
  add_executable(hubglass "${CMAKE_SOURCE_DIR}/src/cli/main.cpp")
  target_link_libraries(hubglass PRIVATE hubglass_options)
  hubglass_link_folders(hubglass cli)
  set_target_properties(hubglass PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}")
endif()

if(HUBGLASS_FUZZ)
  include(hubglass_fuzz)
endif()
if(NOT HUBGLASS_TESTS)
  return()
endif()

enable_testing()

# One executable per folder of tests: <NAME> from tests/<PATH>/*_test.cpp and the helpers (other .cpp files) beside them.
function(hubglass_test name path)
  file(GLOB tests CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/tests/${path}/*_test.cpp")
  if(NOT tests)
    return()
  endif()
  file(GLOB sources CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/tests/${path}/*.cpp")
  add_executable(${name} ${sources})
  target_link_libraries(${name} PRIVATE hubglass_options nlohmann_json GTest::gtest GTest::gmock GTest::gtest_main)
  target_include_directories(${name} PRIVATE "${CMAKE_SOURCE_DIR}/tests")
  target_compile_definitions(${name} PRIVATE ${hubglass_source_definition})
  if(TARGET hubglass)
    target_compile_definitions(${name} PRIVATE HUBGLASS_COMMAND="$<TARGET_FILE:hubglass>")
    add_dependencies(${name} hubglass)
  endif()
  hubglass_link_folders(${name} ${ARGN})
  # Two processes, not one for each test: under the sanitizers a process takes longer to begin than most tests.
  foreach(shard RANGE 1)
    math(EXPR number "${shard} + 1")
    add_test(NAME "${path}/${number}" COMMAND ${name} --gtest_brief=1 WORKING_DIRECTORY "${CMAKE_SOURCE_DIR}")
    set_tests_properties("${path}/${number}" PROPERTIES TIMEOUT 900 ENVIRONMENT
                                                        "GTEST_TOTAL_SHARDS=2;GTEST_SHARD_INDEX=${shard}")
  endforeach()
endfunction()

# A folder of tests is named after the folder of src/ it tests, or after a part of the command (src/cli/<part>).
file(GLOB unit_folders CONFIGURE_DEPENDS RELATIVE "${CMAKE_SOURCE_DIR}/tests/unit" "${CMAKE_SOURCE_DIR}/tests/unit/*")
foreach(folder IN LISTS unit_folders)
  if(folder STREQUAL pack)
    hubglass_test(hubglass_pack_test unit/pack pack/write pack/read html)
  elseif(folder STREQUAL app)
    hubglass_test(hubglass_app_test unit/app app pack/write hub)
  elseif(folder IN_LIST hubglass_all_folders)
    hubglass_test(hubglass_${folder}_test unit/${folder} ${folder})
  else()
    hubglass_test(hubglass_${folder}_test unit/${folder} cli)
  endif()
endforeach()
hubglass_test(hubglass_conformance_test conformance ${hubglass_all_folders})

file(GLOB bench_sources CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/tests/bench/*.cpp")
if(bench_sources AND NOT HUBGLASS_SANITIZE)
  add_executable(hubglass_bench ${bench_sources})
  target_link_libraries(hubglass_bench PRIVATE hubglass_options benchmark::benchmark benchmark::benchmark_main)
  target_include_directories(hubglass_bench PRIVATE "${CMAKE_SOURCE_DIR}/tests")
  target_compile_definitions(hubglass_bench PRIVATE ${hubglass_source_definition})
  hubglass_link_folders(hubglass_bench ${hubglass_all_folders})
  set_target_properties(hubglass_bench PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}")
endif()
