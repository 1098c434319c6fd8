#pragma once

#include <vector>

#include "engine/solve/dae_problem.h"
#include "engine/solve/solver_settings.h"

namespace stillhouse {

/// What an Integrator asks of the method behind it; the contract of each function is Integrator's.
class IntegrationMethod {
 public:
  enum class Outcome { reached, event, failed };

  virtual ~IntegrationMethod() = default;
  virtual void restart(double time, const std::vector<double>& y, const std::vector<double>& yp) = 0;
  virtual Outcome advance(double time, std::vector<double>& y, std::vector<double>& yp) = 0;
  virtual double reached_time() const = 0;
  virtual double restart_step() const = 0;
  virtual double last_step() const = 0;
  virtual const std::vector<int>& crossed() const = 0;
  virtual void set_first_step(double step) = 0;
  virtual void set_caution(const Caution& caution) = 0;
  virtual SolverCosts costs() const = 0;
};

/// The error of unknown i that is let pass beside the relative one, in its own unit.
double absolute_tolerance(const DaeProblem& problem, const SolverSettings& settings, int i);

}  // namespace stillhouse
