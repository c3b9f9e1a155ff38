# SPDX-FileCopyrightText: The Casemate authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Compiler settings that hold for every target, and the two functions by which modules and tests are declared.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")

option(CASEMATE_WERROR "Warnings are errors" OFF)
option(CASEMATE_SANITIZE "Address and undefined behaviour sanitizers" OFF)
option(CASEMATE_FUZZ "The fuzzer and what it needs instead of the tests; needs clang" OFF)
option(CASEMATE_HARDEN "Hardening flags of a release" OFF)
option(CASEMATE_UNITY "Compile the sources of a module ten at a time: a third of the work where nothing is cached" OFF)

option(CASEMATE_USE_CCACHE "Compile by way of ccache when it is there" ON)
find_program(CASEMATE_CCACHE ccache)
if(CASEMATE_USE_CCACHE AND CASEMATE_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    # base_dir makes the cache good for every checkout of the tree, not for this folder alone
    set(CMAKE_CXX_COMPILER_LAUNCHER
        ${CMAKE_COMMAND} -E env CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1 ${CASEMATE_CCACHE})
endif()
find_program(CASEMATE_MOLD mold)
if(CASEMATE_MOLD)
    add_link_options(-fuse-ld=mold)
endif()

add_compile_options(-Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual
    -fvisibility=hidden "-ffile-prefix-map=${CMAKE_SOURCE_DIR}=.")
if(CASEMATE_WERROR)
    add_compile_options(-Werror)
endif()
if(CASEMATE_SANITIZE)
    # Instrumented code makes GCC see uses of what is never used; its manual says so of -Wmaybe-uninitialized.
    if(CMAKE_CXX_COMPILER_ID STREQUAL GNU)
        add_compile_options(-Wno-maybe-uninitialized)
    endif()
    add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
    add_link_options(-fsanitize=address,undefined)
endif()
if(CASEMATE_FUZZ)
    add_compile_options(-fsanitize=fuzzer-no-link)
endif()
if(CASEMATE_HARDEN)
    add_compile_options(-fstack-protector-strong -fstack-clash-protection -fcf-protection
        -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3 -D_GLIBCXX_ASSERTIONS)
    add_link_options(-Wl,-z,relro -Wl,-z,now -pie)
endif()

add_compile_definitions(
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_CAST_FROM_BYTEARRAY
    QT_NO_FOREACH QT_NO_KEYWORDS QT_USE_QSTRINGBUILDER QT_STRICT_ITERATORS QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    QT_DISABLE_DEPRECATED_BEFORE=0x060400)

# casemate_module(NAME USES other modules, LINKS libraries from outside)
# Declares the static library casemate_NAME (alias casemate::NAME) of this folder; sources follow by target_sources().
function(casemate_module name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "USES;LINKS")
    add_library(casemate_${name} STATIC)
    add_library(casemate::${name} ALIAS casemate_${name})
    target_include_directories(casemate_${name} PUBLIC "${CMAKE_SOURCE_DIR}/src")
    set_target_properties(casemate_${name} PROPERTIES AUTOUIC_SEARCH_PATHS "${CMAKE_SOURCE_DIR}/ui")
    foreach(used IN LISTS arg_USES)
        target_link_libraries(casemate_${name} PUBLIC casemate::${used})
    endforeach()
    target_link_libraries(casemate_${name} PUBLIC ${arg_LINKS})
endfunction()

# casemate_compile_together(MODULE…): where the build asks for unity, ten sources of a module at a time.
function(casemate_compile_together)
    foreach(module IN LISTS ARGN)
        set_target_properties(casemate_${module} PROPERTIES UNITY_BUILD ${CASEMATE_UNITY} UNITY_BUILD_BATCH_SIZE 10)
    endforeach()
endfunction()

# casemate_compile_alone(MODULE sources…): keeps sources out of a unity build because names in their anonymous namespaces meet
# the same names of others. A better name is the better way.
function(casemate_compile_alone module)
    list(TRANSFORM ARGN PREPEND "${CMAKE_CURRENT_SOURCE_DIR}/${module}/")
    set_source_files_properties(${ARGN} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
endfunction()

# While a module has no source yet, one empty file keeps its target valid.
function(casemate_module_may_be_empty target)
    get_target_property(sources ${target} SOURCES)
    if(NOT sources)
        file(CONFIGURE OUTPUT "${CMAKE_BINARY_DIR}/empty.cpp" CONTENT "// no source yet\n")
        target_sources(${target} PRIVATE "${CMAKE_BINARY_DIR}/empty.cpp")
    endif()
endfunction()

# casemate_test(NAME [GUI] SOURCES … LINKS …): one executable tst_NAME, one test in ctest. Each source is a test class
# with its own header-less moc; main() comes from tests/support (see testmain.h). GUI: main() makes a QApplication.
# Where tree, build and programs are: tests/support/paths.h (a path in a definition would spoil ccache for other checkouts).
function(casemate_test name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "GUI" "" "SOURCES;LINKS")
    set(support casemate_testsupport)
    if(arg_GUI)
        set(support casemate_testsupport_gui)
    endif()
    add_executable(tst_${name} ${arg_SOURCES})
    target_link_libraries(tst_${name} PRIVATE ${arg_LINKS} ${support})
    target_include_directories(tst_${name} PRIVATE "${CMAKE_SOURCE_DIR}/tests")
    add_test(NAME ${name} COMMAND tst_${name})
    set_tests_properties(${name} PROPERTIES ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;TZ=UTC" TIMEOUT 1200) # with sanitizers, beside other work
endfunction()
