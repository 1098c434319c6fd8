#pragma once

#include <memory>
#include <vector>

#include "engine/solve/integration_method.h"

namespace stillhouse {

/// Integrates F(y, y') = 0 in time by the method that the settings name, or that fits the problem. Keeps what the
/// method has learnt while inputs change; `restart` begins anew from a consistent state and then depends on nothing
/// that came before.
class Integrator {
 public:
  using Outcome = IntegrationMethod::Outcome;

  Integrator(DaeProblem& problem, const SolverSettings& settings);

  void restart(double time, const std::vector<double>& y, const std::vector<double>& yp) {
    method_->restart(time, y, yp);
  }
  /// Integrates to exactly `time`, or to the first state event before it; allocates nothing. `reached_time()` and the
  /// vectors then hold the solution; after Outcome::failed the time it came to and what was tried last.
  Outcome advance(double time, std::vector<double>& y, std::vector<double>& yp) {
    return method_->advance(time, y, yp);
  }
  double reached_time() const { return method_->reached_time(); }
  /// After Outcome::reached or event: the step that could be taken from here by what `restart` begins with, s; never
  /// longer than what would be taken next without a restart.
  double restart_step() const { return method_->restart_step(); }
  /// Length of the last step, s.
  double last_step() const { return method_->last_step(); }
  /// After Outcome::event: 1 for each event function that crossed zero upwards.
  const std::vector<int>& crossed() const { return method_->crossed(); }
  /// First step after the next restart, s; 0: the integrator chooses.
  void set_first_step(double step) { method_->set_first_step(step); }
  /// How carefully to integrate from the next restart on.
  void set_caution(const Caution& caution) { method_->set_caution(caution); }
  SolverCosts costs() const { return method_->costs(); }
  /// What it integrates by: never `automatic`.
  Method method() const { return chosen_; }

 private:
  Method chosen_;
  std::unique_ptr<IntegrationMethod> method_;
};

}  // namespace stillhouse
