#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "engine/autodiff/functions.h"
#include "engine/autodiff/traced.h"
#include "engine/modelling/variable.h"

namespace stillhouse {

/// What a unit's equations are written against: reads unknowns, rates, inputs and modes, and equates.
/// `equate(name, left, right)` adds the residual left - right.
/// The versions give residuals (double), expressions (Traced) and derivatives along directions (Tangent, tangent.h).
/// Inputs are plain numbers only for the first: units keep them in `auto`.
/// `or_zero(v)` reads an unknown that some units of a kind do without (an index below zero): zero for those. Each such
/// unknown is read once, in the same place of the equations, so that units with and without it are computed together.
template <class Real>
class Equations;

/// Residuals.
template <>
class Equations<double> {
 public:
  Equations(const double* y, const double* yp, const double* inputs, const double* modes, double* residual)
      : y_(y), yp_(yp), inputs_(inputs), modes_(modes), residual_(residual) {}

  double operator[](Variable v) const { return y_[v.index]; }
  double operator[](Input u) const { return inputs_[u.index]; }
  double operator[](Mode m) const { return modes_[m.index]; }
  double der(Variable v) const { return yp_[v.index]; }
  double or_zero(Variable v) const { return v.index < 0 ? 0.0 : y_[v.index]; }

  void equate(std::string_view, double left, double right) { residual_[row_++] = left - right; }
  void equate(std::string_view, std::string_view, double left, double right) { residual_[row_++] = left - right; }

  int rows() const { return row_; }

 private:
  const double* y_;
  const double* yp_;
  const double* inputs_;
  const double* modes_;
  double* residual_;
  int row_ = 0;
};

/// The expressions themselves; leaves carry global indices. What reads what when a flowsheet is built, and what a plant
/// is compiled from.
template <>
class Equations<Traced> {
 public:
  struct Row {
    std::string name;
    int left;
    int right;
  };

  explicit Equations(ExpressionGraph& graph) : graph_(graph) {}

  Traced operator[](Variable v) const { return {graph_, graph_.leaf(Op::unknown, v.index)}; }
  Traced operator[](Input u) const { return {graph_, graph_.leaf(Op::input, u.index)}; }
  Traced operator[](Mode m) const { return {graph_, graph_.leaf(Op::mode, m.index)}; }
  Traced der(Variable v) const { return {graph_, graph_.leaf(Op::rate, v.index)}; }
  /// What is absent is a leaf too, of an index of its own below zero: so units with and without it are of one kind.
  Traced or_zero(Variable v) { return v.index < 0 ? Traced(graph_, graph_.leaf(Op::unknown, --absent_)) : (*this)[v]; }

  void equate(std::string_view name, const Traced& left, const Traced& right) {
    rows_.push_back({std::string(name), left.node_in(graph_), right.node_in(graph_)});
  }
  void equate(std::string_view name, std::string_view subscript, const Traced& left, const Traced& right) {
    equate(std::string(name) + " [" + std::string(subscript) + "]", left, right);
  }

  const std::vector<Row>& rows() const { return rows_; }

 private:
  ExpressionGraph& graph_;
  std::vector<Row> rows_;
  int absent_ = 0;
};

/// What a unit computes for people and for balances, from a solved state. A unit observes through a template over this
/// class, so that its observables can be differentiated too (ObservingTangent).
class Observing {
 public:
  using Real = double;

  Observing(const double* y, const double* inputs, const double* modes, double* observables, double* holdings)
      : y_(y), inputs_(inputs), modes_(modes), observables_(observables), holdings_(holdings) {}

  double operator[](Variable v) const { return y_[v.index]; }
  double operator[](Input u) const { return inputs_[u.index]; }
  double operator[](Mode m) const { return modes_[m.index]; }

  void show(Observable o, double value) { observables_[o.index] = value; }
  /// Adds to the plant's inventory of a conserved quantity.
  void hold(Quantity q, double amount) { holdings_[q.index] += amount; }

 private:
  const double* y_;
  const double* inputs_;
  const double* modes_;
  double* observables_;
  double* holdings_;
};

/// The same as expressions, collected when a plant is compiled.
class ObservingTraced {
 public:
  using Real = Traced;
  struct Shown {
    Observable observable;
    int node;
  };
  struct Held {
    Quantity quantity;
    int node;
  };

  explicit ObservingTraced(ExpressionGraph& graph) : graph_(graph) {}

  Traced operator[](Variable v) const { return {graph_, graph_.leaf(Op::unknown, v.index)}; }
  Traced operator[](Input u) const { return {graph_, graph_.leaf(Op::input, u.index)}; }
  Traced operator[](Mode m) const { return {graph_, graph_.leaf(Op::mode, m.index)}; }

  void show(Observable o, const Traced& value) { shown_.push_back({o, value.node_in(graph_)}); }
  void hold(Quantity q, const Traced& amount) { held_.push_back({q, amount.node_in(graph_)}); }

  const std::vector<Shown>& shown() const { return shown_; }
  const std::vector<Held>& held() const { return held_; }

 private:
  ExpressionGraph& graph_;
  std::vector<Shown> shown_;
  std::vector<Held> held_;
};

/// State events of a unit: when a function crosses zero upwards, a mode changes. The functions read the same unknowns
/// at every state.
class Events {
 public:
  struct Transition {
    Mode mode;
    double to;
  };

  /// `read`, if given, takes note of the unknowns that the functions read.
  Events(const double* y, const double* inputs, const double* modes, double* functions, Transition* transitions,
         std::vector<int>* read = nullptr)
      : y_(y), inputs_(inputs), modes_(modes), functions_(functions), transitions_(transitions), read_(read) {}

  double operator[](Variable v) const {
    if (read_) read_->push_back(v.index);
    return y_[v.index];
  }
  double operator[](Input u) const { return inputs_[u.index]; }
  double operator[](Mode m) const { return modes_[m.index]; }

  /// `function` crossing zero upwards sets `mode` to `to`.
  void when(double function, Mode mode, double to) {
    if (functions_) functions_[count_] = function;
    if (transitions_) transitions_[count_] = {mode, to};
    ++count_;
  }

  int count() const { return count_; }

 private:
  const double* y_;
  const double* inputs_;
  const double* modes_;
  double* functions_;
  Transition* transitions_;
  std::vector<int>* read_;
  int count_ = 0;
};

}  // namespace stillhouse
