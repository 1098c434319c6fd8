#pragma once

#include <string>
#include <vector>

#include "engine/modelling/flowsheet.h"

namespace stillhouse {

/// What is wrong with a flowsheet's structure, in words; empty if it can be solved as an index-1 DAE:
/// - ownership: every variable is determined by exactly one unit;
/// - count: every unit writes as many equations as it determines variables;
/// - rates: every differential variable's rate is read by an equation, no algebraic variable's is;
/// - index: the equations can be matched one to one with rates and algebraic variables.
std::vector<std::string> structure_findings(const Flowsheet& plant);

}  // namespace stillhouse
