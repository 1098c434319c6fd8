#pragma once

namespace stillhouse {

/// How often this program, with all its libraries, has asked for memory so far (new, malloc, calloc, realloc): the
/// difference of two counts tells whether what lies between them allocates. Under the address sanitizer, which has the
/// C library's functions for itself, only `new` of the program's own code is counted.
long allocation_count();

}  // namespace stillhouse
