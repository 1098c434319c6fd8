#include "tests/robustness/watch.h"

#include <algorithm>
#include <cmath>
#include <sstream>

namespace stillhouse {

namespace {

/// What is held is a sum of states, mostly, and a linear invariant of the equations, which no step loses. What is a
/// product of states, as in column A, closes as exactly as scans are solved.
constexpr double closes_to = 1e-6;
const double product_closes_to = SimulatorSettings().solver.relative_tolerance;

/// Whether twice the state holds twice as much, for each conserved quantity.
std::vector<char> is_sum(const Simulator& simulator) {
  const Flowsheet& plant = simulator.plant();
  std::vector<double> y = simulator.state().y, observables(plant.observables().size());
  std::vector<double> once(plant.quantities().size(), 0.0), twice = once;
  const auto& inputs = simulator.state().inputs;
  const auto& modes = simulator.state().modes;
  plant.observe(y.data(), inputs.data(), modes.data(), observables.data(), once.data());
  for (double& value : y) value *= 2.0;
  plant.observe(y.data(), inputs.data(), modes.data(), observables.data(), twice.data());
  std::vector<char> result;
  for (std::size_t q = 0; q < once.size(); ++q)
    result.push_back(std::abs(twice[q] - 2.0 * once[q]) <= 1e-9 * std::abs(once[q]));
  return result;
}

std::string number(double value) {
  std::ostringstream text;
  text.precision(6);
  text << value;
  return text.str();
}

}  // namespace

void remember(TrialResult& result, std::int64_t scan, const std::string& what) {
  ++result.commands;
  if (result.last_commands.size() == 10) result.last_commands.erase(result.last_commands.begin());
  result.last_commands.push_back("scan " + std::to_string(scan) + ": " + what);
}

Watch::Watch(const Simulator& simulator, TrialResult& result)
    : simulator_(simulator),
      result_(result),
      largest_(simulator.plant().quantities().size(), 0.0),
      is_sum_(is_sum(simulator)) {}

bool Watch::look() {
  result_.scans = simulator_.scan();
  const long steps = simulator_.costs().steps, starts = simulator_.costs().restarts;
  result_.most_starts = std::max(result_.most_starts, starts - starts_);
  starts_ = starts;
  if (steps - steps_ > result_.most_steps) {
    result_.most_steps = steps - steps_;
    result_.most_steps_scan = simulator_.scan() - 1;
  }
  steps_ = result_.steps = steps;
  look_at_ladder();
  return finite() && holdups() && balances();
}

void Watch::look_at_ladder() {
  result_.rungs = simulator_.rungs();
  const auto& retried = simulator_.retried();
  if (!retried || !result_.first_retry.empty()) return;
  result_.first_retry = "scan " + std::to_string(retried->scan) + ", " +
                        (retried->rung ? rung_text(*retried->rung).en : std::string("none")) + ", after " +
                        retried->setback.what;
}

bool Watch::finite() {
  const auto signals = simulator_.plant().signals();
  for (std::size_t i = 0; i < signals.size(); ++i) {
    const double value = simulator_.signal(static_cast<int>(i));
    if (std::isfinite(value)) continue;
    result_.failure = signals[i].name + " is " + number(value);
    return false;
  }
  return true;
}

bool Watch::holdups() {
  const auto variables = simulator_.plant().variables();
  for (std::size_t i = 0; i < variables.size(); ++i) {
    const VariableInfo& v = variables[i];
    if (v.kind != Kind::differential || v.unit != "mol") continue;
    const double amount = simulator_.signal(static_cast<int>(i));
    if (amount < result_.lowest_holdup) {
      result_.lowest_holdup = amount;
      result_.lowest_holdup_of = v.name;
    }
    if (amount >= v.range.minimum) continue;
    result_.failure = v.name + " = " + number(amount) + " mol is below " + number(v.range.minimum) + " mol";
    return false;
  }
  return true;
}

bool Watch::balances() {
  const std::vector<BalanceClosure> closures = simulator_.closures();
  for (std::size_t q = 0; q < closures.size(); ++q) {
    const BalanceClosure& c = closures[q];
    largest_[q] = std::max({largest_[q], std::abs(c.start), std::abs(c.inventory), std::abs(c.crossed)});
    // of what there never was any, none is missing
    const double relative = c.gap == 0.0 ? 0.0 : std::abs(c.gap) / largest_[q];
    if (relative > result_.worst_balance) {
      result_.worst_balance = relative;
      result_.worst_balance_of = c.name;
    }
    if (relative <= (is_sum_[q] ? closes_to : product_closes_to)) continue;
    result_.failure = "the balance of " + c.name + " is off by " + number(c.gap) + " " + c.unit + ", " +
                      number(relative) + " of what was there or went through";
    return false;
  }
  return true;
}

}  // namespace stillhouse
