#pragma once

#include <vector>

#include "engine/solve/dae_problem.h"
#include "engine/solve/linear_factor.h"

namespace stillhouse {

/// Given the differential variables in `y`, finds the algebraic variables and all rates that satisfy every equation,
/// by damped Newton from the values in `y` and `yp`. Proves index 1 numerically: the matrix of the algebraic
/// variables and rates must be regular.
///
/// One may be used again and again and then allocates nothing; what it finds depends on nothing that it found before.
class ConsistentStart {
 public:
  explicit ConsistentStart(DaeProblem& problem, FactorKind kind = FactorKind::structured);

  /// Throws SolveError that names the worst equations, or ModelError that names the unknown that nothing determines.
  void find(std::vector<double>& y, std::vector<double>& yp, double time = 0.0);

  StructuredFactor::Costs costs() const { return factor_.costs(); }

 private:
  void factor(const std::vector<double>& y, const std::vector<double>& yp);
  double scaled_residual() const;

  DaeProblem& problem_;
  LinearFactor factor_;
  std::vector<char> algebraic_;  // by unknown
  std::vector<double> matrix_, scales_, residual_, step_, y_trial_, yp_trial_;
};

/// The same once.
void make_consistent(DaeProblem& problem, std::vector<double>& y, std::vector<double>& yp, double time = 0.0);

}  // namespace stillhouse
