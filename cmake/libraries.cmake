# Third-party libraries, all from Debian packages (cmake/debian-packages.txt). Each has one door in the source: the
# table is in tests/architecture.
find_package(Eigen3 3.4 REQUIRED NO_MODULE)
find_package(SUNDIALS 6.4 REQUIRED COMPONENTS ida kinsol cvode nvecserial sunlinsolklu sunmatrixsparse)
find_package(nlohmann_json 3.11 REQUIRED)
find_package(Boost 1.74 REQUIRED COMPONENTS program_options)
find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(LUA REQUIRED IMPORTED_TARGET lua5.4)
pkg_check_modules(SODIUM REQUIRED IMPORTED_TARGET libsodium)
pkg_check_modules(FREETYPE REQUIRED IMPORTED_TARGET freetype2)
pkg_check_modules(CAIRO REQUIRED IMPORTED_TARGET cairo-pdf cairo-ft)

option(STILLHOUSE_WINDOW "build the window (Dear ImGui, GLFW, OpenGL)" ON)
if(STILLHOUSE_WINDOW)
  # the packages' headers are quiet only as system headers, which IMPORTED_TARGET makes them
  pkg_check_modules(IMGUI REQUIRED IMPORTED_TARGET imgui)
  pkg_check_modules(GLFW REQUIRED IMPORTED_TARGET glfw3)
  pkg_check_modules(ALSA REQUIRED IMPORTED_TARGET alsa)
  find_package(OpenGL REQUIRED)
endif()
