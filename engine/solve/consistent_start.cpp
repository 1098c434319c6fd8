#include "engine/solve/consistent_start.h"

#include <algorithm>
#include <cmath>

#include "engine/base/error.h"
#include "engine/solve/declared_start.h"
#include "engine/solve/solver_report.h"

namespace stillhouse {

namespace {

constexpr double near = 1e-3;
constexpr int most_iterations = 60;
constexpr int most_halvings = 12;
constexpr double accuracy = 1e-11;    // of the scaled residual: sought
constexpr double round_off = 1e-15;   // ... as long as an iteration gains a digit
constexpr double sufficient = 1e-6;   // taken where round-off lets Newton come no nearer; what an integrator asks for
constexpr double contraction = 1e-3;  // of the residual by one iteration: the next may use the same matrix

}  // namespace

ConsistentStart::ConsistentStart(DaeProblem& problem, FactorKind kind)
    : problem_(problem), factor_(problem.pattern(), kind) {
  const std::size_t n = static_cast<std::size_t>(problem.size());
  for (int i = 0; i < problem.size(); ++i) algebraic_.push_back(problem.unknown(i).kind == Kind::algebraic);
  matrix_.resize(static_cast<std::size_t>(problem.pattern().entries()));
  for (std::vector<double>* vector : {&scales_, &residual_, &step_, &y_trial_, &yp_trial_}) vector->resize(n);
  jacobian_at_declared_start(problem, 1.0, start_rate_weight, matrix_.data());
  keep_sought_columns(problem, matrix_.data());
  factor_.prepare(matrix_.data());
}

void ConsistentStart::factor(const std::vector<double>& y, const std::vector<double>& yp) {
  problem_.jacobian(y.data(), yp.data(), 1.0, start_rate_weight, matrix_.data());
  keep_sought_columns(problem_, matrix_.data());
  if (!factor_.factor(matrix_.data())) {
    const int column = factor_.singular_column();
    const std::string name =
        column >= 0 && column < problem_.size() ? problem_.unknown(column).name : std::string("an unknown");
    throw ModelError("the equations do not determine " + name + " at the start values (numerical index above 1)");
  }
  // as DaeProblem::row_scales has it
  std::fill(scales_.begin(), scales_.end(), 1e-300);
  const SparsePattern& pattern = problem_.pattern();
  for (std::size_t column = 0; column < scales_.size(); ++column) {
    const double nominal = problem_.unknown(static_cast<int>(column)).range.nominal;
    for (int k = pattern.column_start[column]; k < pattern.column_start[column + 1]; ++k)
      scales_[static_cast<std::size_t>(pattern.row[static_cast<std::size_t>(k)])] +=
          std::abs(matrix_[static_cast<std::size_t>(k)]) * nominal;
  }
}

double ConsistentStart::scaled_residual() const {
  double largest = 0.0;
  for (std::size_t i = 0; i < residual_.size(); ++i) {
    const double size = std::abs(residual_[i]) / scales_[i];
    if (!std::isfinite(size)) return INFINITY;
    largest = std::max(largest, size);
  }
  return largest;
}

void ConsistentStart::find(std::vector<double>& y, std::vector<double>& yp, double time) {
  const std::size_t n = y.size();
  factor_.forget();
  problem_.residual(y.data(), yp.data(), residual_.data());
  bool reusable = false;  // the matrix is good enough for one iteration more
  double before = INFINITY;
  for (int iteration = 0; iteration < most_iterations; ++iteration) {
    if (!reusable) {
      factor(y, yp);
      before = scaled_residual();
    }
    step_ = residual_;
    factor_.solve(step_.data());
    // far from the solution a step must not make things much worse; near it Newton is left alone, because rows whose
    // curvature is strong pass through larger residuals on their way
    double after = INFINITY;
    double damping = 1.0;
    for (int halving = 0; halving < most_halvings; ++halving, damping *= 0.5) {
      for (std::size_t i = 0; i < n; ++i) {
        y_trial_[i] = algebraic_[i] ? y[i] - damping * step_[i] : y[i];
        yp_trial_[i] = algebraic_[i] ? yp[i] : yp[i] - damping * step_[i];
      }
      problem_.residual(y_trial_.data(), yp_trial_.data(), residual_.data());
      after = scaled_residual();
      if (after <= std::max(before, near)) break;
    }
    if (iteration > 5 && after >= before && before < sufficient) return;  // as near as round-off allows
    y = y_trial_;
    yp = yp_trial_;
    if (after < accuracy && (after < round_off || after >= 0.1 * before)) return;
    if (!std::isfinite(after)) break;
    reusable = after < near && after < contraction * before;
    before = after;
  }
  throw SolveError(time, "no consistent start was found; worst: " + worst_equations(problem_, y.data(), yp.data()),
                   worst_equation_list(problem_, y.data(), yp.data()));
}

void make_consistent(DaeProblem& problem, std::vector<double>& y, std::vector<double>& yp, double time) {
  ConsistentStart(problem, FactorKind::klu).find(y, yp, time);
}

}  // namespace stillhouse
