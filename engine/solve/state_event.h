#pragma once

#include <vector>

#include "engine/solve/dae_problem.h"

namespace stillhouse {

/// Sets the modes that the crossed event functions ask for. `crossed` holds 1 for each function that crossed zero
/// upwards, as Integrator::crossed() does. `transitions` is room to work in, one for each function.
void pass_state_event(DaeProblem& problem, const std::vector<int>& crossed, const std::vector<double>& y,
                      std::vector<Events::Transition>& transitions);

}  // namespace stillhouse
