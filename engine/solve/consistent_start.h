#pragma once

#include <vector>

#include "engine/solve/dae_problem.h"
#include "engine/solve/sparse_factor.h"

namespace stillhouse {

/// Given the differential variables in `y`, finds the algebraic variables and all rates that satisfy every equation,
/// by damped Newton from the values in `y` and `yp`. Proves index 1 numerically: the matrix of the algebraic
/// variables and rates must be regular. Throws SolveError that names the worst equations, or ModelError that names
/// the unknown that nothing determines.
void make_consistent(DaeProblem& problem, std::vector<double>& y, std::vector<double>& yp, double time = 0.0);

}  // namespace stillhouse
