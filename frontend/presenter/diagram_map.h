#pragma once

#include "frontend/presenter/flowsheet_diagram.h"

namespace stillhouse {

/// Places a diagram by its map: each unit at its places of the grid, streams by the shortest ways round them. Rows and
/// columns are as high and wide as what stands in them, and as far apart as the streams between them need.
PlacedDiagram placed_by_map(const Diagram& diagram);

/// Width and height that this has at least.
Point least_size_by_map(const Diagram& diagram);

}  // namespace stillhouse
