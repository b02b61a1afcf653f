# What a build can be asked for.
option(AANDACHT_WERROR "Warnings are errors" OFF)
option(AANDACHT_PRECOMPILED_HEADERS "Precompile the headers of gRPC, protobuf and Catch2" ON)
option(AANDACHT_FUZZ "Fuzzers (clang, libFuzzer), with AddressSanitizer and UndefinedBehaviorSanitizer" OFF)
set(AANDACHT_COLD_FLAGS "" CACHE STRING "Flags for what is compiled much and run little: the tests, aandachtctl; e.g. -O1")
set(AANDACHT_SANITIZE "" CACHE STRING "Sanitizers, as -fsanitize takes them, e.g. address,undefined")

if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE RelWithDebInfo)
endif()
if(NOT CMAKE_RUNTIME_OUTPUT_DIRECTORY)
  set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")
endif()

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM)
  # The sloppiness is what ccache's manual asks for with precompiled headers.
  set(launcher ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
      CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} ${CCACHE_PROGRAM})
  set(CMAKE_CXX_COMPILER_LAUNCHER ${launcher})
  set(CMAKE_C_COMPILER_LAUNCHER ${launcher})
endif()

add_compile_options(-Wall -Wextra -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wno-missing-field-initializers)
if(AANDACHT_PRECOMPILED_HEADERS AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  add_compile_options(-fpch-preprocess)
endif()
if(AANDACHT_WERROR)
  add_compile_options(-Werror)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # GCC's flow analysis warns wrongly of std::string, and how depends on the length of the path one builds in.
    foreach(flow array-bounds stringop-overflow stringop-overread restrict maybe-uninitialized free-nonheap-object
                 dangling-pointer)
      add_compile_options(-Wno-error=${flow})
    endforeach()
  endif()
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # A precompiled header fills the compiler's heap, which it then collects again and again: a sixth of its time.
  add_compile_options("SHELL:--param ggc-min-heapsize=524288" "SHELL:--param ggc-min-expand=100")
endif()
if(AANDACHT_SANITIZE)
  add_compile_options(-fsanitize=${AANDACHT_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${AANDACHT_SANITIZE})
endif()
if(AANDACHT_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link,address,undefined -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options(-fsanitize=address,undefined)
endif()
# Nothing of ours is a shared library whose functions another may replace, so they may be inlined.
add_compile_options(-fno-semantic-interposition)
# Functions nobody calls stay out of the overlay.
add_compile_options(-ffunction-sections -fdata-sections)
add_link_options(-Wl,--gc-sections -Wl,--as-needed)

set(CMAKE_POSITION_INDEPENDENT_CODE ON)
