#include "engine/solve/declared_start.h"

#include <cmath>
#include <utility>

namespace stillhouse {

namespace {

constexpr double not_of_rates = 0x1p-200;  // between what dF/dy leaves behind and what dF/dy' can be

}  // namespace

void jacobian_at_declared_start(DaeProblem& problem, double y_weight, double yp_weight, double* values) {
  std::vector<double> y, inputs, modes;
  for (int i = 0; i < problem.size(); ++i) y.push_back(problem.unknown(i).range.start);
  for (const InputInfo& u : problem.plant().inputs()) inputs.push_back(u.range.start);
  for (const ModeInfo& m : problem.plant().modes()) modes.push_back(m.start);
  const std::vector<double> yp(y.size(), 0.0);
  std::swap(problem.inputs, inputs);
  std::swap(problem.modes, modes);
  problem.jacobian(y.data(), yp.data(), y_weight, yp_weight, values);
  std::swap(problem.inputs, inputs);
  std::swap(problem.modes, modes);
}

void keep_sought_columns(const DaeProblem& problem, double* values) {
  const SparsePattern& pattern = problem.pattern();
  for (int column = 0; column < pattern.size(); ++column) {
    if (problem.unknown(column).kind == Kind::algebraic) continue;
    const int end = pattern.column_start[static_cast<std::size_t>(column) + 1];
    for (int k = pattern.column_start[static_cast<std::size_t>(column)]; k < end; ++k) {
      const double by_rate = values[k] * (1.0 / start_rate_weight);
      values[k] = std::abs(by_rate) < not_of_rates ? 0.0 : by_rate;
    }
  }
}

}  // namespace stillhouse
