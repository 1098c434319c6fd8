#pragma once

#include <gtest/gtest.h>

#include <cmath>
#include <memory>
#include <string>
#include <vector>

#include "engine/base/error.h"
#include "engine/modelling/declare.h"
#include "engine/solve/consistent_start.h"
#include "engine/solve/integrator.h"
#include "engine/solve/steady_state.h"
#include "models/reactors/solution.h"

namespace stillhouse {

/// A plant that runs through time as accurately as a test asks, and whose balances can be looked at.
class ReactorRig {
 public:
  explicit ReactorRig(std::shared_ptr<const Flowsheet> plant, double accuracy = 1e-9) : problem(std::move(plant)) {
    for (const VariableInfo& v : problem.plant().variables()) y.push_back(v.range.start);
    yp.assign(y.size(), 0.0);
    settings_.relative_tolerance = accuracy;
    settings_.differential_tolerance = 1e-2 * accuracy;
    settings_.algebraic_tolerance = accuracy;
    make_consistent(problem, y, yp);
    integrator_ = std::make_unique<Integrator>(problem, settings_);
    integrator_->restart(0.0, y, yp);
    holdings_at_start_ = holdings();
  }

  /// Goes on to that time, s, through state events.
  void run_to(double time) {
    while (true) {
      const Integrator::Outcome outcome = integrator_->advance(time, y, yp);
      ASSERT_NE(outcome, Integrator::Outcome::failed) << "at " << integrator_->reached_time() << " s";
      if (outcome == Integrator::Outcome::reached) return;
      std::vector<double> functions(integrator_->crossed().size());
      std::vector<Events::Transition> transitions(functions.size());
      problem.events(y.data(), functions.data(), transitions.data());
      for (std::size_t i = 0; i < functions.size(); ++i) {
        if (integrator_->crossed()[i])
          problem.modes[static_cast<std::size_t>(transitions[i].mode.index)] = transitions[i].to;
      }
      restart(integrator_->reached_time());
    }
  }
  void set(const std::string& input, double value) {
    const int index = problem.plant().find_input(input);
    ASSERT_GE(index, 0) << input;
    problem.inputs[static_cast<std::size_t>(index)] = value;
    restart(integrator_->reached_time());
  }
  void come_to_rest() {
    y = find_steady_state(problem, y).y;
    yp.assign(y.size(), 0.0);
    restart(0.0);
  }
  void restart(double time) {
    make_consistent(problem, y, yp);
    integrator_->restart(time, y, yp);
  }

  double operator[](const std::string& signal) const {
    const int index = problem.plant().find_signal(signal);
    EXPECT_GE(index, 0) << signal;
    if (index < 0) return std::nan("");
    const std::size_t i = static_cast<std::size_t>(index);
    if (i < y.size()) return y[i];
    std::vector<double> shown(problem.plant().observables().size()), held(problem.plant().quantities().size());
    problem.plant().observe(y.data(), problem.inputs.data(), problem.modes.data(), shown.data(), held.data());
    return shown[i - y.size()];
  }
  std::vector<double> holdings() const {
    std::vector<double> shown(problem.plant().observables().size()), held(problem.plant().quantities().size());
    problem.plant().observe(y.data(), problem.inputs.data(), problem.modes.data(), shown.data(), held.data());
    return held;
  }
  /// What is there is what was there and what came in, for each conserved quantity.
  void expect_balances_to_close() const {
    std::vector<double> crossed(holdings_at_start_.size(), 0.0), gross = crossed;
    for (std::size_t i = 0; i < y.size(); ++i) {
      const int quantity = problem.plant().variables()[i].quantity;
      if (quantity < 0) continue;
      crossed[static_cast<std::size_t>(quantity)] += y[i];
      gross[static_cast<std::size_t>(quantity)] += std::abs(y[i]);
    }
    const std::vector<double> now = holdings();
    ASSERT_FALSE(now.empty());
    for (std::size_t k = 0; k < now.size(); ++k) {
      EXPECT_NEAR(now[k] - holdings_at_start_[k], crossed[k],
                  1e-9 * (std::abs(now[k]) + gross[k] + std::abs(holdings_at_start_[k])))
          << problem.plant().quantities()[k].name;
    }
  }

  DaeProblem problem;
  std::vector<double> y, yp;

 private:
  SolverSettings settings_;
  std::unique_ptr<Integrator> integrator_;
  std::vector<double> holdings_at_start_;
};

inline std::vector<ReactingSpecies> species_named(const std::vector<std::string>& names) {
  std::vector<ReactingSpecies> species;
  for (const std::string& name : names) species.push_back({.name = name});
  return species;
}

/// A liquid of water's density and heat capacity unless said.
inline SharedSolution solution_of(const std::vector<std::string>& names, const std::vector<std::string>& reactions,
                                  double density = 1000.0, double heat_capacity = 4180.0) {
  return std::make_shared<Solution>(Kinetics(species_named(names), reactions), density, heat_capacity);
}

}  // namespace stillhouse
