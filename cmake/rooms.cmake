# A room is one static library of all its .cpp files, compiled in so many groups (below). A room without one yet is an
# INTERFACE library, so that rooms can be opened one at a time.
function(stillhouse_room name)
  cmake_parse_arguments(PARSE_ARGV 1 room "" "GROUPS" "SOURCES;PUBLIC;PRIVATE;PRECOMPILED")
  if(room_SOURCES)
    add_library(${name} STATIC ${room_SOURCES})
    target_include_directories(${name} PUBLIC ${PROJECT_SOURCE_DIR})
    target_link_libraries(${name} PUBLIC ${room_PUBLIC} PRIVATE ${room_PRIVATE})
    stillhouse_precompile(${name} ${room_PRECOMPILED})
    stillhouse_compile_together(${name} "${room_GROUPS}" ${room_SOURCES})
  else()
    add_library(${name} INTERFACE)
    target_include_directories(${name} INTERFACE ${PROJECT_SOURCE_DIR})
    target_link_libraries(${name} INTERFACE ${room_PUBLIC} ${room_PRIVATE})
  endif()
endfunction()

# stillhouse_precompile(TARGET [HEADER...]): reads the headers that nearly every file includes once for the whole target.
# Where there is ccache it does better without; that build is also the one in which a forgotten #include shows.
function(stillhouse_precompile name)
  if(NOT CMAKE_CXX_COMPILER_LAUNCHER)
    target_precompile_headers(${name} PRIVATE <algorithm> <array> <cstdint> <functional> <map> <memory> <optional>
      <span> <sstream> <string> <string_view> <utility> <variant> <vector> ${ARGN})
    if(CMAKE_CXX_COMPILER_ID STREQUAL GNU)
      # gcc 12 warns wrongly about std::string's own code, and shows it when that comes from a precompiled header
      target_compile_options(${name} PRIVATE -Wno-array-bounds -Wno-stringop-overflow -Wno-restrict)
    endif()
  endif()
endfunction()

# stillhouse_compile_together(TARGET GROUPS SOURCE...): so many groups of files are compiled as one file each, since most of
# a file's time goes into the headers. The group follows from the file's own name, so that a new file changes only its own.
# File-local names must differ within a group. As above, not with ccache, which then compiles only what was changed.
function(stillhouse_compile_together name groups)
  if(NOT CMAKE_CXX_COMPILER_LAUNCHER AND groups)
    set_target_properties(${name} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
    foreach(source IN LISTS ARGN)
      stillhouse_group_of(${source} ${groups} group)
      set_source_files_properties(${source} PROPERTIES UNITY_GROUP ${group})
    endforeach()
  endif()
endfunction()

function(stillhouse_group_of source groups result)
  get_filename_component(file ${source} NAME)
  string(MD5 digits ${file})
  string(SUBSTRING ${digits} 0 2 digits)
  math(EXPR group "0x${digits} % ${groups}")
  set(${result} ${group} PARENT_SCOPE)
endfunction()
