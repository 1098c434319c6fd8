#pragma once

#include <memory>
#include <string>

#include "engine/modelling/flowsheet.h"

namespace stillhouse {

/// How a plant is solved, for people. The engine chooses each by the plant's equations; nobody sets it.
struct SolutionOutline {
  std::string form;       ///< which unknowns are solved for, and which follow
  std::string method;     ///< of the integration in time
  std::string structure;  ///< of the equations that are solved at once, at the declared start
};

SolutionOutline outline_solution(const std::shared_ptr<const Flowsheet>& plant);

}  // namespace stillhouse
