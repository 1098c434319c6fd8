#pragma once

#include <vector>

#include "engine/solve/dae_problem.h"
#include "engine/solve/elimination.h"
#include "engine/solve/solver_settings.h"

namespace stillhouse {

/// A state of F(y, y') = 0 and single steps of Radau IIA from it: Newton, error estimate, predictive step control and
/// the polynomial of the last step. Nothing allocates after construction.
class RadauStep {
 public:
  RadauStep(DaeProblem& problem, const SolverSettings& settings);

  /// Multiplies the relative tolerance of the settings; from the next `begin` on.
  void set_tolerance(double factor);
  /// A new state; forgets everything else.
  void begin(const std::vector<double>& y, const std::vector<double>& yp);
  /// In which the state moves by about what an error may be.
  double first_step() const;

  /// Inputs or modes have changed: algebraic unknowns and rates that go with the values that have a memory, by Newton.
  /// If it does not converge, the next step will have to.
  void settle(bool modes_changed);

  /// Tries one step of length h; false: `next_step()` says how long to try. An accepted one becomes the state.
  bool advance(double h);
  /// What the step control proposes after the last attempt.
  double next_step() const { return next_step_; }

  /// State and rates (unless null) on the last step's polynomial: s = -1 at its beginning, 0 at its end.
  void interpolate(double s, double* values, double* rates) const;
  /// The state becomes that of a moment within the last step.
  void go_back(double s);

  const std::vector<double>& y() const { return y_; }
  const std::vector<double>& yp() const { return yp_; }
  /// What the last step that was tried came to; for messages.
  const std::vector<double>& tried_y() const { return s3_; }
  const std::vector<double>& tried_yp() const { return v3_; }

  SolverCosts costs;

 private:
  void refresh_jacobian(bool with_rates);
  void weigh();
  void residual(const std::vector<double>& y, const std::vector<double>& yp, std::vector<double>& r);
  double error_norm(const std::vector<double>& e) const;
  void begin_newton(double h);
  bool newton(double h);
  bool give_up(double h, double shorter);
  double estimate(double h);
  void take(double h);

  DaeProblem& problem_;
  SolverSettings settings_;
  int n_;
  double relative_;               // tolerance that steps are controlled with
  double newton_limit_;           // what Newton may leave of it
  std::vector<double> absolute_;  // tolerance of each unknown
  std::vector<char> has_memory_;  // not algebraic: tested for error
  double with_memory_ = 0.0;      // how many

  std::vector<double> y_, yp_;
  std::vector<double> weight_;                         // of an error of each unknown: 1 / (absolute + relative |y|)
  std::vector<double> k1_, k2_, k3_;                   // the last step's polynomial: divided differences from its end
  double last_step_ = 0.0;                             // of which it is; 0: none
  double accepted_step_ = 0.0, accepted_error_ = 0.0;  // of the step before, for the predictive control
  double next_step_ = 0.0;
  bool rejected_ = false;  // what was tried last

  // the linear systems
  std::vector<double> by_value_, by_rate_, by_rate_now_, start_values_;
  Elimination stages_, start_;
  double factored_step_ = 0.0;
  bool known_ = false;    // there is a Jacobian to work with
  bool fresh_ = false;    // it is of this state
  bool doubted_ = false;  // Newton did not converge with it
  int rates_same_ = -1, rates_skipped_ = 0;

  // Newton
  int iterations_ = 0;
  double theta_ = 0.0, convergence_ = 1.0;
  std::vector<double> z1_, z2_, z3_;  // the stages' increments
  std::vector<double> w1_, w2_, w3_;  // T^-1 z
  std::vector<double> s1_, s2_, s3_, v1_, v2_, v3_, r1_, r2_, r3_, trial_, trial_rate_;
};

}  // namespace stillhouse
