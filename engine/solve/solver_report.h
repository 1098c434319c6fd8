#pragma once

#include <string>
#include <vector>

#include "engine/solve/dae_problem.h"

namespace stillhouse {

/// The equations with the largest scaled residual at a state, in words, worst first:
/// "energy balance of tray_5 (scaled residual 3.1e-02)".
std::vector<std::string> worst_equation_list(DaeProblem& problem, const double* y, const double* yp, int most = 3);

/// The same as one text, separated by commas. For messages about a failed solve.
std::string worst_equations(DaeProblem& problem, const double* y, const double* yp, int most = 3);

}  // namespace stillhouse
