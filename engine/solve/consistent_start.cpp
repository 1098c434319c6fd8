#include "engine/solve/consistent_start.h"

#include <algorithm>
#include <cmath>

#include "engine/base/error.h"
#include "engine/solve/solver_report.h"

namespace stillhouse {

namespace {

constexpr double near = 1e-3;
constexpr int most_iterations = 60;
constexpr int most_halvings = 12;
constexpr double accuracy = 1e-11;   // of the scaled residual: sought
constexpr double sufficient = 1e-6;  // taken where round-off lets Newton come no nearer; what an integrator asks for

double scaled_norm(const std::vector<double>& residual, const std::vector<double>& scales) {
  double largest = 0.0;
  for (std::size_t i = 0; i < residual.size(); ++i) {
    const double size = std::abs(residual[i]) / scales[i];
    if (!std::isfinite(size)) return INFINITY;
    largest = std::max(largest, size);
  }
  return largest;
}

}  // namespace

void make_consistent(DaeProblem& problem, std::vector<double>& y, std::vector<double>& yp, double time) {
  const std::size_t n = static_cast<std::size_t>(problem.size());
  const SparsePattern& pattern = problem.pattern();
  std::vector<double> by_value(static_cast<std::size_t>(pattern.entries()));
  std::vector<double> by_rate(by_value.size());
  std::vector<double> residual(n), step(n), y_trial(n), yp_trial(n);
  SparseFactor factor(pattern);
  const auto algebraic = [&](std::size_t i) { return problem.unknown(static_cast<int>(i)).kind == Kind::algebraic; };

  problem.residual(y.data(), yp.data(), residual.data());
  for (int iteration = 0; iteration < most_iterations; ++iteration) {
    // the matrix of what is sought: values of algebraic variables, rates of differential ones
    problem.jacobian(y.data(), yp.data(), 1.0, 0.0, by_value.data());
    problem.jacobian(y.data(), yp.data(), 0.0, 1.0, by_rate.data());
    for (std::size_t column = 0; column < n; ++column) {
      if (algebraic(column)) continue;
      for (int k = pattern.column_start[column]; k < pattern.column_start[column + 1]; ++k) {
        by_value[static_cast<std::size_t>(k)] = by_rate[static_cast<std::size_t>(k)];
      }
    }
    if (!factor.factor(by_value.data())) {
      const int column = factor.singular_column();
      const std::string name =
          column >= 0 && column < static_cast<int>(n) ? problem.unknown(column).name : std::string("an unknown");
      throw ModelError("the equations do not determine " + name + " at the start values (numerical index above 1)");
    }
    const std::vector<double> scales = problem.row_scales(by_value.data());
    const double before = scaled_norm(residual, scales);

    step = residual;
    factor.solve(step.data());
    // far from the solution a step must not make things much worse; near it Newton is left alone, because rows whose
    // curvature is strong pass through larger residuals on their way
    double after = INFINITY;
    double damping = 1.0;
    for (int halving = 0; halving < most_halvings; ++halving, damping *= 0.5) {
      for (std::size_t i = 0; i < n; ++i) {
        y_trial[i] = algebraic(i) ? y[i] - damping * step[i] : y[i];
        yp_trial[i] = algebraic(i) ? yp[i] : yp[i] - damping * step[i];
      }
      problem.residual(y_trial.data(), yp_trial.data(), residual.data());
      after = scaled_norm(residual, scales);
      if (after <= std::max(before, near)) break;
    }
    if (iteration > 5 && after >= before && before < sufficient) return;  // as near as round-off allows
    y = y_trial;
    yp = yp_trial;
    if (after < accuracy) return;
    if (!std::isfinite(after)) break;
  }
  throw SolveError(time, "no consistent start was found; worst: " + worst_equations(problem, y.data(), yp.data()),
                   worst_equation_list(problem, y.data(), yp.data()));
}

}  // namespace stillhouse
