# Text files that travel inside the program: no file is looked up at run time, and the text is part of the build.

# stillhouse_embed(TARGET FUNCTION FILE): compiles FILE into TARGET as `std::string_view stillhouse::FUNCTION()`.
function(stillhouse_embed target function file)
  set(generated ${PROJECT_BINARY_DIR}/embedded/${function}.cpp)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
  file(READ ${file} text)
  # a raw string; the delimiter is one that no data file holds
  file(CONFIGURE OUTPUT ${generated} @ONLY CONTENT
"// Made by cmake/embed.cmake from ${file}: do not edit.
#include <string_view>

namespace stillhouse {

std::string_view ${function}() {
  return R\"embedded(@text@)embedded\";
}

}  // namespace stillhouse
")
  target_sources(${target} PRIVATE ${generated})
endfunction()
