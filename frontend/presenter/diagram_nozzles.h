#pragma once

#include <vector>

#include "frontend/presenter/diagram_routes.h"
#include "frontend/presenter/flowsheet_diagram.h"

namespace stillhouse {

/// Where a stream may touch a unit whose body is placed, what suits it best the cheapest: gas leaves a vessel above and
/// liquid below, reflux enters a column at the top and vapour at the bottom, a valve is passed straight on. `levels`
/// are heights at which neighbours stand. What `covers` leave no way out of is not among them. What is passed straight
/// on is passed to the right, or `leftwards`.
std::vector<Nozzle> nozzles_of(const DiagramUnit& unit, std::size_t port, const Box& body,
                               const std::vector<double>& levels, const std::vector<Box>& covers, bool leftwards);

}  // namespace stillhouse
