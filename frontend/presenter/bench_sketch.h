#pragma once

#include <vector>

#include "frontend/presenter/flowsheet_diagram.h"
#include "labs/scenario/lab.h"

namespace stillhouse {

/// The picture of a lab that is all on the bench: what the signal of its first instrument looks like in kind (peaks,
/// bands or the step of a titration), in a box of 1 by 1 with y upwards. It is a sign, not a result. Empty for a lab
/// that draws samples from its plant: that has the plant to show.
std::vector<Point> bench_sketch(const scenario::Lab& lab);

}  // namespace stillhouse
