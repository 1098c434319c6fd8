#pragma once

#include "models/plant/unit_kind.h"

namespace stillhouse {

/// A packed section of PackedSlice as one unit of a text: slice_1 at the bottom. Sections stand on one another, with a
/// feed onto the distributor of the lower one.
UnitKind packed_column_kind();

}  // namespace stillhouse
