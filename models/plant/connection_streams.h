#pragma once

#include <vector>

#include "models/plant/blueprint.h"

namespace stillhouse {

/// What flows through the connections of a blueprint without a mistake, in their order: "TK-101.out"; of several
/// streams out of one port each has a number, "S-140.out_1".
std::vector<StreamInfo> connection_streams(const Blueprint& blueprint);

}  // namespace stillhouse
