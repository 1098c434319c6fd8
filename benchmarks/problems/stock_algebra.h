#pragma once

#include <nvector/nvector_serial.h>
#include <sundials/sundials_linearsolver.h>
#include <sundials/sundials_matrix.h>

#include <vector>

#include "engine/solve/dae_problem.h"
#include "engine/solve/integrator.h"

namespace stillhouse {

/// What a stock integrator solves its linear equations with.
/// dense        SUNLinSol_Dense with the integrator's own difference quotients
/// band         SUNLinSol_Band with the integrator's own difference quotients, unknowns and equations in the order
/// given sparse       SUNLinSol_KLU with our exact Jacobian own_vectors  the same with our vectors and a matrix whose
/// pattern is not written anew: our engine as it was before it
///              had an algebra of its own
enum class StockAlgebra { dense, band, sparse, own_vectors };

/// Vectors, matrix and linear solver of one stock integrator.
class StockParts {
 public:
  StockParts(const DaeProblem& problem, StockAlgebra algebra);
  ~StockParts();
  StockParts(const StockParts&) = delete;
  StockParts& operator=(const StockParts&) = delete;

  /// Whether the integrator is given our Jacobian.
  bool exact() const { return algebra_ == StockAlgebra::sparse || algebra_ == StockAlgebra::own_vectors; }
  /// Room for the entries of a Jacobian that was cleared, in the order of the problem's pattern.
  double* entries(SUNMatrix matrix) const;

  SUNContext context = nullptr;
  N_Vector y = nullptr, yp = nullptr, tolerance = nullptr, kind = nullptr;
  SUNMatrix matrix = nullptr;
  SUNLinearSolver solver = nullptr;

 private:
  void write_pattern(SUNMatrix matrix) const;

  const SparsePattern& pattern_;
  StockAlgebra algebra_;
};

/// How far a pattern reaches from the diagonal.
struct BandWidths {
  int lower = 0;
  int upper = 0;
};
BandWidths band_widths(const SparsePattern& pattern);

/// What a problem solves for, in its order.
std::vector<const VariableInfo*> unknowns_of(const DaeProblem& problem);

/// Absolute tolerance of each unknown, as our integrator has it.
std::vector<double> absolute_tolerances(const DaeProblem& problem, const SolverSettings& settings);

}  // namespace stillhouse
