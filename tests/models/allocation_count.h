#pragma once

namespace stillhouse {

/// How often this program has asked for memory with `new` so far: the difference of two counts tells whether what
/// lies between them allocates.
long allocation_count();

}  // namespace stillhouse
