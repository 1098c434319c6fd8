#pragma once

#include "engine/solve/dae_problem.h"

namespace stillhouse {

/// The Jacobian y_weight dF/dy + yp_weight dF/dy' at the values that variables, inputs and modes are declared to start
/// from, all at rest: what can be known of a plant's numbers without knowing where it has been.
void jacobian_at_declared_start(DaeProblem& problem, double y_weight, double yp_weight, double* values);

/// Weight of dF/dy' by which the multistep method plans: of steps of a tenth of a second, 1/s.
inline constexpr double usual_rate_weight = 10.0;

/// The matrix of what is sought at a start, values of algebraic variables and rates of the others: from dF/dy + c
/// dF/dy' with c = `start_rate_weight`, which becomes that matrix in place. c is a power of two and so large that dF/dy
/// is far below the round-off of c dF/dy': one Jacobian serves for both.
inline constexpr double start_rate_weight = 0x1p400;
void keep_sought_columns(const DaeProblem& problem, double* values);

}  // namespace stillhouse
