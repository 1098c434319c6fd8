#pragma once

#include <memory>
#include <vector>

#include "benchmarks/problems/stock_algebra.h"

namespace stillhouse {

/// SUNDIALS' CVODE (BDF, Newton) as its manual shows it, on the same equations with the same tolerances.
///
/// It needs y' = f(y), so the problem must be purely differential: every equation contains one rate, of weight 1 and
/// another one than all others, as `der(x) = f` does. Then f = -F(y, 0). Throws ModelError otherwise.
class StockCvode {
 public:
  using Algebra = StockAlgebra;

  StockCvode(DaeProblem& problem, const SolverSettings& settings, Algebra algebra);
  ~StockCvode();

  /// Begins anew; `first_step` 0: CVODE chooses.
  void restart(double time, const std::vector<double>& y, double first_step = 0.0);
  /// Whether it came to `time`.
  bool advance(double time, std::vector<double>& y);
  long steps() const;

 private:
  struct Cvode;
  std::unique_ptr<Cvode> cvode_;
};

}  // namespace stillhouse
