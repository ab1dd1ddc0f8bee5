# SPDX-FileCopyrightText: MeiTrace developers
# SPDX-License-Identifier: GPL-3.0-or-later
# Compiler settings shared by every target, and the functions meitrace_room() and meitrace_test().

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")
set(CMAKE_VERIFY_INTERFACE_HEADER_SETS ON)
set(CMAKE_CXX_FLAGS_DEV "-O1 -D_GLIBCXX_ASSERTIONS" CACHE STRING "" FORCE)
set(CMAKE_EXE_LINKER_FLAGS_DEV "" CACHE STRING "" FORCE)
set(CMAKE_CXX_FLAGS_RELEASE
    "-O2 -DNDEBUG -D_FORTIFY_SOURCE=2 -D_GLIBCXX_ASSERTIONS -fstack-protector-strong -fstack-clash-protection -fcf-protection"
    CACHE STRING "" FORCE)
# Every x86 laptop since 2009 counts bits and compares vectors in hardware.
if(CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64")
  string(APPEND CMAKE_CXX_FLAGS_RELEASE " -march=x86-64-v2")
endif()
if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release CACHE STRING "" FORCE)
endif()

find_program(MEITRACE_LLD NAMES ld.lld lld)
add_compile_options($<$<COMPILE_LANGUAGE:CXX>:-ffp-contract=off>)
add_library(meitrace_options INTERFACE)
target_compile_options(meitrace_options INTERFACE
  $<$<COMPILE_LANGUAGE:CXX>:-Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wold-style-cast
  -Wnon-virtual-dtor -Woverloaded-virtual -Wnull-dereference -Wformat=2 -Wimplicit-fallthrough -Wextra-semi -Wcast-align
  -Wcast-qual -Wundef -Wredundant-decls>)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  target_compile_options(meitrace_options INTERFACE
    $<$<COMPILE_LANGUAGE:CXX>:-Wduplicated-cond -Wduplicated-branches -Wlogical-op -Wuseless-cast>)
  # A gigabyte before g++ tidies up its own memory: a seventh of the time of some files.
  target_compile_options(meitrace_options INTERFACE $<$<COMPILE_LANGUAGE:CXX>:--param=ggc-min-heapsize=1048576>)
endif()
if(MEITRACE_WERROR)
  target_compile_options(meitrace_options INTERFACE $<$<COMPILE_LANGUAGE:CXX>:-Werror>)
endif()
if(MEITRACE_SANITIZE)
  target_compile_options(meitrace_options INTERFACE -g1 -fsanitize=${MEITRACE_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  target_link_options(meitrace_options INTERFACE -fsanitize=${MEITRACE_SANITIZE})
elseif(MEITRACE_LLD AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  target_link_options(meitrace_options INTERFACE -fuse-ld=lld)
endif()
if(CMAKE_BUILD_TYPE STREQUAL "Release")
  target_link_options(meitrace_options INTERFACE -Wl,-z,relro,-z,now)
endif()

# meitrace_room(models_store HEADERS a.h SOURCES a.cpp USES models_base LIBS SQLite::SQLite3)
# One static library per room. USES names rooms, LIBS names outside libraries. Headers are included from the root.
function(meitrace_room name)
  cmake_parse_arguments(ROOM "" "" "HEADERS;SOURCES;USES;LIBS" ${ARGN})
  add_library(${name} STATIC ${ROOM_SOURCES})
  target_sources(${name} PUBLIC FILE_SET HEADERS BASE_DIRS "${CMAKE_SOURCE_DIR}" FILES ${ROOM_HEADERS})
  target_include_directories(${name} PUBLIC "${CMAKE_SOURCE_DIR}")
  target_link_libraries(${name} PUBLIC ${ROOM_USES} ${ROOM_LIBS} PRIVATE meitrace_options)
  if(name MATCHES "^ui_(text|session)$")
    meitrace_precompiled(${name} qtcore)
  elseif(name MATCHES "^ui_")
    meitrace_precompiled(${name} ui)
  elseif(name MATCHES "^analytics_")
    meitrace_precompiled(${name} analytics)
  else()
    meitrace_precompiled(${name} core)
  endif()
endfunction()

# What most files read: half of the time of a build went into reading it again and again.
set(meitrace_headers_core
  <algorithm> <array> <atomic> <bit> <cassert> <charconv> <cstdint> <cstring> <deque> <functional> <limits> <map> <memory> <mutex>
  <optional> <set> <span> <string> <string_view> <tuple> <type_traits> <unordered_map> <utility> <vector>)
set(meitrace_headers_analytics ${meitrace_headers_core} <cmath> <numeric> <Eigen/Core>)
set(meitrace_headers_qtcore ${meitrace_headers_analytics}
  <unordered_set> <variant>
  <QCoreApplication> <QDateTime> <QEvent> <QHash> <QLocale> <QObject> <QString> <QStringList> <QTimer> <QVariantMap> <QVector>)
set(meitrace_headers_ui ${meitrace_headers_qtcore}
  <QAbstractTableModel> <QApplication> <QBoxLayout> <QColor> <QComboBox> <QDialog> <QFont> <QFrame> <QImage> <QLabel> <QLineEdit> <QPainter>
  <QPainterPath> <QPen> <QPushButton> <QRectF> <QScrollArea> <QTableView> <QThreadPool> <QUndoStack> <QWidget>)
set(meitrace_headers_app ${meitrace_headers_ui} <QCommandLineParser> <nlohmann/json.hpp>)
set(meitrace_headers_test <QDir> <QFile> <QTest> <filesystem> <fstream> ${meitrace_headers_analytics})
set(meitrace_headers_uitest <QTest> <QAccessible> <QDir> <QSignalSpy> <filesystem> <fstream> ${meitrace_headers_ui})

# meitrace_precompiled(ui_pages ui): the target reads one of the lists above once for all. The preset noqt, the check
# of headers and the tools that read our files do without, and see whether each file names what it needs.
function(meitrace_precompiled target list)
  if(CMAKE_DISABLE_PRECOMPILE_HEADERS)
    return()
  endif()
  set(holder meitrace_pch_${list})
  if(NOT TARGET ${holder})
    file(CONFIGURE OUTPUT "${CMAKE_BINARY_DIR}/${holder}.cpp" CONTENT "// holds precompiled headers\n")
    add_library(${holder} STATIC "${CMAKE_BINARY_DIR}/${holder}.cpp")
    target_link_libraries(${holder} PRIVATE meitrace_options)
    if(NOT list STREQUAL "core")
      target_link_libraries(${holder} PRIVATE Eigen3::Eigen)
    endif()
    if(NOT list MATCHES "^(core|analytics)$")
      target_link_libraries(${holder} PRIVATE Qt6::Core)
    endif()
    if(list MATCHES "^(ui|app)")
      target_link_libraries(${holder} PRIVATE Qt6::Widgets)
    endif()
    if(list STREQUAL "app")
      target_link_libraries(${holder} PRIVATE nlohmann_json::nlohmann_json)
    endif()
    if(list MATCHES "test")
      target_link_libraries(${holder} PRIVATE Qt6::Test)
      target_compile_definitions(${holder} PRIVATE MEITRACE_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
    endif()
    target_precompile_headers(${holder} PRIVATE ${meitrace_headers_${list}})
  endif()
  target_precompile_headers(${target} REUSE_FROM ${holder})
endfunction()

# meitrace_test(models_base SOURCES tst_day.cpp tst_text.cpp USES models_base)
# One QtTest program per room, tst_<name>, holding several test classes registered with MEITRACE_TEST.
function(meitrace_test name)
  cmake_parse_arguments(TEST "" "TIMEOUT" "SOURCES;USES;LABELS" ${ARGN})
  set(program tst_${name})
  add_executable(${program} ${TEST_SOURCES})
  set_target_properties(${program} PROPERTIES AUTOMOC ON)
  target_link_libraries(${program} PRIVATE ${TEST_USES} meitrace_testsupport meitrace_options Qt6::Test Qt6::Core Eigen3::Eigen)
  meitrace_precompiled(${program} test)
  target_compile_definitions(${program} PRIVATE MEITRACE_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
  add_test(NAME ${name} COMMAND ${program})
  set_tests_properties(${name} PROPERTIES
    ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;TZ=UTC" SKIP_REGULAR_EXPRESSION "^SKIPPED ALL")
  if(NOT TEST_TIMEOUT)
    set(TEST_TIMEOUT 300)
  endif()
  if(MEITRACE_SANITIZE)
    set(TEST_TIMEOUT 1800)
  endif()
  set_tests_properties(${name} PROPERTIES TIMEOUT ${TEST_TIMEOUT})
  if(TEST_LABELS)
    set_tests_properties(${name} PROPERTIES LABELS "${TEST_LABELS}")
  endif()
endfunction()
