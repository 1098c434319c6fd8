#pragma once

#include <memory>
#include <vector>

#include "engine/solve/integration_method.h"

namespace stillhouse {

/// Radau IIA of three stages and order 5 for F(y, y') = 0, for plants of up to some thirty unknowns: collocation at
/// c = (4 - sqrt 6)/10, (4 + sqrt 6)/10, 1, so that a step ends on the equations (index 1 constraints are met) and
/// damps what is stiff. F may be nonlinear in y', and the matrix before y' may depend on y.
///
/// Stages     Newton with dF/dy and dF/dy' kept over steps, transformed to one real and one complex system
/// Error      an embedded formula of order 3, filtered by the real system, of all unknowns that have a memory; the
///            tolerance is taken as 0.1 rtol^(2/3), as in RADAU5, for what is let pass is the error of order 5
/// Steps      predictive control; the last ones before the time asked for are made equal, and what they are shortened
///            by is not forgotten
/// Inputs     when they changed since the last step, algebraic unknowns and rates are solved for first
///
/// Source     E. Hairer, G. Wanner, Solving Ordinary Differential Equations II, Springer 1996, sections IV.5 and IV.8;
///            K. Gustafsson, ACM Trans. Math. Softw. 20 (1994) 496 (predictive control)
class OneStepMethod final : public IntegrationMethod {
 public:
  OneStepMethod(DaeProblem& problem, const SolverSettings& settings);
  ~OneStepMethod() override;

  void restart(double time, const std::vector<double>& y, const std::vector<double>& yp) override;
  Outcome advance(double time, std::vector<double>& y, std::vector<double>& yp) override;
  double reached_time() const override;
  const std::vector<int>& crossed() const override;
  void set_first_step(double step) override;
  SolverCosts costs() const override;

 private:
  struct Radau;
  std::unique_ptr<Radau> radau_;
};

}  // namespace stillhouse
