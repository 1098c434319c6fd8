# Flags and objects that make a run give the same bits from every compiler and on every x86-64 processor.
# The reasons are in DECISIONS.md, "Bit-exact by construction".

# no fused multiply-add, no compile-time evaluation of libm functions, no relaxed arithmetic
add_compile_options(-ffp-contract=off)
set(elementary_functions
  acos acosh asin asinh atan atan2 atanh cbrt cos cosh erf exp exp10 exp2 expm1 hypot log log10 log1p log2 pow sin sinh
  tan tanh)
foreach(function IN LISTS elementary_functions)
  add_compile_options(-fno-builtin-${function})
endforeach()
add_compile_definitions(EIGEN_DONT_VECTORIZE)
add_compile_options(-Wall -Wextra -Wpedantic -Wno-missing-field-initializers)

set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG")
set(CMAKE_C_FLAGS_RELEASE "-O2 -DNDEBUG")

option(STILLHOUSE_SANITIZE "address and undefined-behaviour sanitizers" OFF)
if(STILLHOUSE_SANITIZE)
  # -O1 -g1 compile in half the time of -O2 -g, clang (CMakePresets.json) again in two thirds of gcc's time
  set(CMAKE_CXX_FLAGS_RELWITHDEBINFO "-O1 -g1")
  add_compile_options(-fsanitize=address,undefined -fno-omit-frame-pointer -fno-sanitize-recover=undefined)
  add_compile_definitions(STILLHOUSE_SANITIZE)
  add_link_options(-fsanitize=address,undefined)
endif()

# stillhouse_libm: musl's elementary functions for double, taken out of Debian's musl-dev and linked whole into every
# executable. The executable's symbols come before those of any shared library, so SUNDIALS and Lua call them too.
# Only mathematics is taken; exact functions (sqrt, fabs, floor, fmod, scalbn) stay glibc's.
find_file(MUSL_ARCHIVE libc.a PATHS /usr/lib/${CMAKE_SYSTEM_PROCESSOR}-linux-musl NO_DEFAULT_PATH)
if(NOT MUSL_ARCHIVE)
  message(FATAL_ERROR "musl's libc.a was not found: install the Debian package musl-dev")
endif()
set(musl_helpers
  __cos __expo2 __math_divzero __math_invalid __math_oflow __math_uflow __math_xflow __rem_pio2 __rem_pio2_large
  __sin __tan exp_data log2_data log_data pow_data sincos)
list(TRANSFORM elementary_functions APPEND .lo OUTPUT_VARIABLE musl_objects)
list(TRANSFORM musl_helpers APPEND .lo)
list(APPEND musl_objects ${musl_helpers})
set(musl_directory ${CMAKE_BINARY_DIR}/musl)
set(musl_archive ${musl_directory}/libstillhouse_libm.a)
if(NOT EXISTS ${musl_archive} OR ${MUSL_ARCHIVE} IS_NEWER_THAN ${musl_archive}
    OR ${CMAKE_CURRENT_LIST_FILE} IS_NEWER_THAN ${musl_archive})
  file(REMOVE_RECURSE ${musl_directory})
  file(MAKE_DIRECTORY ${musl_directory})
  foreach(step "x;${MUSL_ARCHIVE};${musl_objects}" "rcsD;${musl_archive};${musl_objects}")
    execute_process(COMMAND ${CMAKE_AR} ${step} WORKING_DIRECTORY ${musl_directory}
      RESULT_VARIABLE result ERROR_VARIABLE message)
    if(result)
      message(FATAL_ERROR "taking libm out of ${MUSL_ARCHIVE} failed: ${message}")
    endif()
  endforeach()
endif()
add_library(stillhouse_musl STATIC IMPORTED GLOBAL)
set_target_properties(stillhouse_musl PROPERTIES IMPORTED_LOCATION ${musl_archive})
add_library(stillhouse_libm INTERFACE)
target_link_libraries(stillhouse_libm INTERFACE $<LINK_LIBRARY:WHOLE_ARCHIVE,stillhouse_musl>)
