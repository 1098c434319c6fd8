#pragma once

#include <sundials/sundials_linearsolver.h>
#include <sundials/sundials_matrix.h>

#include <vector>

#include "engine/solve/linear_factor.h"
#include "engine/solve/sparse_matrix.h"

namespace stillhouse {

/// The matrix and linear solver that SUNDIALS sees: a Jacobian of fixed pattern and its factors behind SUNDIALS' tables
/// of operations, so that nothing is copied or cleared between them. The Jacobian function writes every entry
/// of `values`, in the order of the pattern; SUNDIALS asks for setup and solve when it wants them.
class SundialsLinear {
 public:
  SundialsLinear(const SparsePattern& pattern, SUNContext context, FactorKind kind = FactorKind::structured);
  ~SundialsLinear();
  SundialsLinear(const SundialsLinear&) = delete;
  SundialsLinear& operator=(const SundialsLinear&) = delete;

  std::vector<double> values;
  LinearFactor factor;

  SUNMatrix matrix() const { return matrix_; }
  SUNLinearSolver solver() const { return solver_; }

 private:
  SUNMatrix matrix_ = nullptr;
  SUNLinearSolver solver_ = nullptr;
};

}  // namespace stillhouse
