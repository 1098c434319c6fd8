#pragma once

#include <vector>

#include "engine/solve/integration_method.h"
#include "engine/solve/radau_step.h"

namespace stillhouse {

/// Radau IIA of three stages and order 5 for F(y, y') = 0, for plants of up to some forty unknowns: collocation at
/// c = (4 - sqrt 6)/10, (4 + sqrt 6)/10, 1, so that a step ends on the equations (index 1 constraints are met) and
/// damps what is stiff. F may be nonlinear in y', and the matrix before y' may depend on y.
///
/// Stages     Newton with dF/dy and dF/dy' kept over steps, transformed to one real and one complex system
/// Error      an embedded formula of order 3, filtered by the real system, of all unknowns that have a memory; the
///            tolerance is taken as 0.1 rtol^(2/3), as in RADAU5, for what is let pass is the error of order 5
/// Steps      predictive control; the last ones before the time asked for are made equal, and a proposal that had to be
///            shortened is not forgotten
/// Inputs     when they changed since the last step, algebraic unknowns and rates are solved for first
/// Events     looked for at the three stages of a step and halved down on its polynomial to the resolution of time
///
/// Source     E. Hairer, G. Wanner, Solving Ordinary Differential Equations II, Springer 1996, sections IV.5 and IV.8;
///            K. Gustafsson, ACM Trans. Math. Softw. 20 (1994) 496 (predictive control)
class OneStepMethod final : public IntegrationMethod {
 public:
  OneStepMethod(DaeProblem& problem, const SolverSettings& settings);

  void restart(double time, const std::vector<double>& y, const std::vector<double>& yp) override;
  Outcome advance(double time, std::vector<double>& y, std::vector<double>& yp) override;
  double reached_time() const override { return reached_; }
  double restart_step() const override { return proposal_; }  // a restart loses no order
  double last_step() const override { return last_step_; }
  const std::vector<int>& crossed() const override { return crossed_; }
  void set_first_step(double step) override { first_step_ = step; }
  void set_caution(const Caution& caution) override;
  SolverCosts costs() const override;

 private:
  Outcome integrate(double time);
  bool inputs_set_off_an_event();
  bool find_event(double last_step);
  bool upwards() const;
  void mark_crossed();

  DaeProblem& problem_;
  RadauStep step_;
  double first_step_;
  Caution caution_;
  double last_step_ = 0.0;
  double reached_ = 0.0;
  double proposal_ = 0.0;               // length of the next step, were there no time to stop at
  std::vector<double> inputs_, modes_;  // that the state belongs to
  std::vector<double> events_, events_after_;
  std::vector<int> crossed_;
  std::vector<double> at_;  // room for a state within a step
  long restarts_ = 0;
};

}  // namespace stillhouse
