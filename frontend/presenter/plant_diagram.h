#pragma once

#include <vector>

#include "engine/modelling/flowsheet.h"
#include "frontend/presenter/flowsheet_diagram.h"
#include "models/plant/blueprint.h"

namespace stillhouse {

/// The diagram of a plant that is spelt out: each unit with the ports that something is joined to.
Diagram diagram_of(const Blueprint& blueprint, const std::vector<StreamInfo>& streams);

/// The diagram of a flowsheet of the catalogue, as far as its names tell: units of one name that differ by a number
/// (tray_1, tray_2, ...) are one symbol, and a stream is what has a flow of heat under a name of its own. Where
/// there is none, as among transfer functions, lines lead from each unit to those that read what it determines.
Diagram diagram_of(const Flowsheet& plant);

}  // namespace stillhouse
