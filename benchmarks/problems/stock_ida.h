#pragma once

#include <memory>
#include <vector>

#include "engine/solve/dae_problem.h"
#include "engine/solve/integrator.h"

namespace stillhouse {

/// SUNDIALS' IDA as its manual shows it, on the same equations with the same tolerances: the anchor that our integrator
/// is timed against. Stock serial vectors, and either
/// sparse    SUNLinSol_KLU with our exact Jacobian, or
/// dense     SUNLinSol_Dense with IDA's own difference quotients.
/// Passes no state events: for courses that have none.
class StockIda {
 public:
  enum class Algebra { sparse, dense };

  StockIda(DaeProblem& problem, const SolverSettings& settings, Algebra algebra);
  ~StockIda();

  /// Begins at a consistent state; `first_step` 0: IDA chooses.
  void restart(double time, const std::vector<double>& y, const std::vector<double>& yp, double first_step = 0.0);
  /// Whether it came to `time`.
  bool advance(double time, std::vector<double>& y, std::vector<double>& yp);
  long steps() const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace stillhouse
