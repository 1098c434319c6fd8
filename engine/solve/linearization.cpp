#include "engine/solve/linearization.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/base/error.h"
#include "engine/solve/consistent_start.h"
#include "engine/solve/sparse_factor.h"

namespace stillhouse {

namespace {

std::size_t at(int index) {
  return static_cast<std::size_t>(index);
}

/// The linear map from (dx, du) to everything that follows: one column for each state, then one for each input.
class Sensitivities {
 public:
  Sensitivities(DaeProblem& problem, const std::vector<double>& y, const std::vector<double>& yp,
                std::span<const int> inputs)
      : problem_(problem), plant_(problem.plant()), y_(y), yp_(yp), inputs_(inputs), factor_(problem.pattern()) {
    for (int i = 0; i < plant_.unknown_count(); ++i)
      if (kind(i) == Kind::differential) states_.push_back(i);
    by_value_.resize(at(problem.pattern().entries()));
    by_rate_.resize(by_value_.size());
    problem.jacobian(y.data(), yp.data(), 1.0, 0.0, by_value_.data());
    problem.jacobian(y.data(), yp.data(), 0.0, 1.0, by_rate_.data());
    factor_implicit();
    solve_columns();
  }

  const std::vector<int>& states() const { return states_; }
  int columns() const { return static_cast<int>(states_.size() + inputs_.size()); }

  /// d(rate of state `row`) by column.
  double rate(std::size_t row, int column) const { return follows_[at(column)][at(states_[row])]; }
  /// d(unknown) by column: a state is its own column, an algebraic variable follows; a ledger has no say.
  double unknown(int index, int column) const {
    if (kind(index) == Kind::algebraic) return follows_[at(column)][at(index)];
    return at(column) < states_.size() && states_[at(column)] == index ? 1.0 : 0.0;
  }

  /// d(observables) by column, row by row: observable count x columns().
  std::vector<double> observables() const {
    const std::size_t count = plant_.observables().size(), n = at(columns());
    std::vector<double> result(count * n);
    std::vector<double> along_y(tangent_width * y_.size()), along_u(tangent_width * problem_.inputs.size());
    std::vector<double> derivatives(tangent_width * count);
    for (int first = 0; first < columns(); first += tangent_width) {
      std::fill(along_y.begin(), along_y.end(), 0.0);
      std::fill(along_u.begin(), along_u.end(), 0.0);
      std::fill(derivatives.begin(), derivatives.end(), std::numeric_limits<double>::quiet_NaN());
      const int width = std::min(tangent_width, columns() - first);
      for (int k = 0; k < width; ++k) {
        const int column = first + k;
        for (int i = 0; i < plant_.unknown_count(); ++i) along_y[at(tangent_width * i + k)] = unknown(i, column);
        if (const int input = input_of(column); input >= 0) along_u[at(tangent_width * input + k)] = 1.0;
      }
      plant_.observe_along(y_.data(), problem_.inputs.data(), problem_.modes.data(),
                           {along_y.data(), nullptr, along_u.data()}, derivatives.data());
      for (std::size_t o = 0; o < count; ++o)
        for (int k = 0; k < width; ++k) result[o * n + at(first + k)] = derivatives[tangent_width * o + at(k)];
    }
    return result;
  }

 private:
  Kind kind(int index) const { return plant_.variables()[at(index)].kind; }
  /// The plant's input that a column moves; -1 if it moves a state.
  int input_of(int column) const { return at(column) < states_.size() ? -1 : inputs_[at(column) - states_.size()]; }

  /// The matrix of what is determined: rates of differential variables and ledgers, values of algebraic ones.
  void factor_implicit() {
    const SparsePattern& pattern = problem_.pattern();
    std::vector<double> implicit = by_rate_;
    for (int i = 0; i < plant_.unknown_count(); ++i) {
      if (kind(i) != Kind::algebraic) continue;
      for (int k = pattern.column_start[at(i)]; k < pattern.column_start[at(i) + 1]; ++k)
        implicit[at(k)] = by_value_[at(k)];
    }
    if (!factor_.factor(implicit.data())) throw ModelError("the plant cannot be linearized here: its index is above 1");
  }

  void solve_columns() {
    const SparsePattern& pattern = problem_.pattern();
    const std::vector<double> by_input = input_derivatives();
    follows_.assign(at(columns()), std::vector<double>(y_.size(), 0.0));
    for (int column = 0; column < columns(); ++column) {
      std::vector<double>& vector = follows_[at(column)];
      if (const int input = input_of(column); input >= 0) {
        for (std::size_t row = 0; row < y_.size(); ++row)
          vector[row] = -by_input[row * problem_.inputs.size() + at(input)];
      } else {
        const int state = states_[at(column)];
        for (int k = pattern.column_start[at(state)]; k < pattern.column_start[at(state) + 1]; ++k)
          vector[at(pattern.row[at(k)])] = -by_value_[at(k)];
      }
      factor_.solve(vector.data());
    }
  }

  /// dF/du, row by row: equations x inputs of the plant.
  std::vector<double> input_derivatives() const {
    const int count = static_cast<int>(problem_.inputs.size());
    std::vector<double> result(y_.size() * at(count)), derivatives(tangent_width * y_.size());
    std::vector<double> along(tangent_width * at(count));
    for (int first = 0; first < count; first += tangent_width) {
      const int width = std::min(tangent_width, count - first);
      std::fill(along.begin(), along.end(), 0.0);
      for (int k = 0; k < width; ++k) along[at(tangent_width * (first + k) + k)] = 1.0;
      plant_.residual_along(y_.data(), yp_.data(), problem_.inputs.data(), problem_.modes.data(),
                            {nullptr, nullptr, along.data()}, derivatives.data());
      for (std::size_t row = 0; row < y_.size(); ++row)
        for (int k = 0; k < width; ++k)
          result[row * at(count) + at(first + k)] = derivatives[tangent_width * row + at(k)];
    }
    return result;
  }

  DaeProblem& problem_;
  const Flowsheet& plant_;
  const std::vector<double>& y_;
  const std::vector<double>& yp_;
  std::span<const int> inputs_;
  std::vector<int> states_;
  std::vector<double> by_value_, by_rate_;
  SparseFactor factor_;
  std::vector<std::vector<double>> follows_;  // d(rates and algebraic variables), a vector for each column
};

}  // namespace

LinearModel linearize(DaeProblem& problem, std::vector<double> y, std::vector<double> yp, std::span<const int> inputs,
                      std::span<const int> outputs) {
  const Flowsheet& plant = problem.plant();
  if (problem.size() != plant.unknown_count())
    throw ModelError("a plant is linearized from the problem that has all of its unknowns");
  for (int output : outputs) {
    if (output < plant.unknown_count() && plant.variables()[at(output)].kind == Kind::ledger)
      throw ModelError(plant.signals()[at(output)].name +
                       " counts what crossed a boundary since the start; it is no output of a linear model");
  }
  make_consistent(problem, y, yp);
  const Sensitivities sensitivities(problem, y, yp, inputs);
  const std::vector<int>& states = sensitivities.states();
  const int n = static_cast<int>(states.size());
  const int m = static_cast<int>(inputs.size()), p = static_cast<int>(outputs.size());

  // who is who
  LinearModel model;
  std::vector<double> observables(plant.observables().size()), holdings(plant.quantities().size());
  plant.observe(y.data(), problem.inputs.data(), problem.modes.data(), observables.data(), holdings.data());
  for (int state : states) {
    const VariableInfo& v = plant.variables()[at(state)];
    model.states.push_back({v.name, v.unit, v.sentence, y[at(state)], v.range.nominal});
    model.rates.push_back(yp[at(state)]);
  }
  for (int input : inputs) {
    const InputInfo& u = plant.inputs()[at(input)];
    model.inputs.push_back({u.name, u.unit, u.sentence, problem.inputs[at(input)], u.range.nominal});
  }
  for (int output : outputs) {
    const SignalInfo& s = plant.signals()[at(output)];
    const double value = output < plant.unknown_count() ? y[at(output)] : observables[at(output) - y.size()];
    model.outputs.push_back({s.name, s.unit, s.sentence, value, s.range.nominal});
  }

  model.A = DenseMatrix(n, n), model.B = DenseMatrix(n, m);
  for (int row = 0; row < n; ++row) {
    for (int column = 0; column < n; ++column) model.A(row, column) = sensitivities.rate(at(row), column);
    for (int column = 0; column < m; ++column) model.B(row, column) = sensitivities.rate(at(row), n + column);
  }

  model.C = DenseMatrix(p, n), model.D = DenseMatrix(p, m);
  const bool any_observable =
      std::any_of(outputs.begin(), outputs.end(), [&](int output) { return output >= plant.unknown_count(); });
  const std::vector<double> shown = any_observable ? sensitivities.observables() : std::vector<double>();
  for (int row = 0; row < p; ++row) {
    const int output = outputs[at(row)];
    for (int column = 0; column < n + m; ++column) {
      const double derivative = output < plant.unknown_count()
                                    ? sensitivities.unknown(output, column)
                                    : shown[at(output - plant.unknown_count()) * at(n + m) + at(column)];
      if (std::isnan(derivative))
        throw ModelError(plant.signals()[at(output)].name +
                         " has no derivative here: its unit shows it for plain "
                         "numbers only, or its model is not defined at this state");
      (column < n ? model.C(row, column) : model.D(row, column - n)) = derivative;
    }
  }
  return model;
}

}  // namespace stillhouse
