#pragma once

#include <string>

#include "engine/solve/dae_problem.h"

namespace stillhouse {

/// The equations with the largest scaled residual at a state, in words:
/// "energy balance of tray_5 (off by 3.1 %), ...". For messages about a failed solve.
std::string worst_equations(DaeProblem& problem, const double* y, const double* yp, int most = 3);

}  // namespace stillhouse
