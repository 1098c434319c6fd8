# Flags and objects that make a run give the same bits from every compiler and on every x86-64 processor.
# The reasons are in DECISIONS.md, "Bit-exact by construction".

# no fused multiply-add, no compile-time evaluation of libm functions, no relaxed arithmetic
add_compile_options(-ffp-contract=off)
foreach(function exp exp2 expm1 log log2 log10 log1p pow sin cos tan sinh cosh tanh asin acos atan atan2 cbrt hypot)
  add_compile_options(-fno-builtin-${function})
endforeach()
add_compile_definitions(EIGEN_DONT_VECTORIZE)
add_compile_options(-Wall -Wextra -Wpedantic -Wno-missing-field-initializers)

set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG")
set(CMAKE_C_FLAGS_RELEASE "-O2 -DNDEBUG")

option(STILLHOUSE_SANITIZE "address and undefined-behaviour sanitizers" OFF)
if(STILLHOUSE_SANITIZE)
  add_compile_options(-fsanitize=address,undefined -fno-omit-frame-pointer -fno-sanitize-recover=undefined)
  add_link_options(-fsanitize=address,undefined)
endif()
