#pragma once

#include <memory>
#include <vector>

#include "benchmarks/problems/stock_algebra.h"

namespace stillhouse {

/// SUNDIALS' IDA as its manual shows it, on the same equations with the same tolerances: the anchor that our integrator
/// is timed against. Passes no state events: for courses that have none.
class StockIda {
 public:
  using Algebra = StockAlgebra;

  StockIda(DaeProblem& problem, const SolverSettings& settings, Algebra algebra);
  ~StockIda();

  /// Begins at a consistent state; `first_step` 0: IDA chooses.
  void restart(double time, const std::vector<double>& y, const std::vector<double>& yp, double first_step = 0.0);
  /// Whether it came to `time`.
  bool advance(double time, std::vector<double>& y, std::vector<double>& yp);
  long steps() const;

 private:
  struct Ida;
  std::unique_ptr<Ida> ida_;
};

}  // namespace stillhouse
