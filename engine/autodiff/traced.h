#pragma once

#include "engine/autodiff/expression.h"
#include "engine/autodiff/functions.h"

namespace stillhouse {

/// A scalar that writes down what is computed with it: running a unit's equations once with Traced gives their
/// expression graph. A Traced without a graph is a plain number.
struct Traced {
  ExpressionGraph* graph = nullptr;
  int node = -1;
  double number = 0.0;

  Traced() = default;
  Traced(double constant) : number(constant) {}  // NOLINT: a constant is an expression
  Traced(ExpressionGraph& g, int n) : graph(&g), node(n) {}

  Traced& operator+=(const Traced& b) { return *this = *this + b; }
  Traced& operator-=(const Traced& b) { return *this = *this - b; }
  Traced& operator*=(const Traced& b) { return *this = *this * b; }
  Traced& operator/=(const Traced& b) { return *this = *this / b; }
  friend Traced operator+(const Traced& a, const Traced& b) { return combined(Op::add, a, b); }
  friend Traced operator-(const Traced& a, const Traced& b) { return combined(Op::subtract, a, b); }
  friend Traced operator*(const Traced& a, const Traced& b) { return combined(Op::multiply, a, b); }
  friend Traced operator/(const Traced& a, const Traced& b) { return combined(Op::divide, a, b); }
  friend Traced operator-(const Traced& a) { return of(Op::negate, a); }

  /// The node in `g`, also of a plain number.
  int node_in(ExpressionGraph& g) const { return graph ? node : g.constant(number); }

  static Traced combined(Op op, const Traced& a, const Traced& b) {
    ExpressionGraph* graph = a.graph ? a.graph : b.graph;
    if (!graph) return apply(op, a.number, b.number);
    return {*graph, graph->binary(op, a.node_in(*graph), b.node_in(*graph))};
  }
  static Traced of(Op op, const Traced& a) {
    if (!a.graph) return apply(op, a.number, 0.0);
    return {*a.graph, a.graph->unary(op, a.node)};
  }
};

inline Traced exp(const Traced& x) {
  return Traced::of(Op::exp, x);
}
inline Traced log(const Traced& x) {
  return Traced::of(Op::log, x);
}
inline Traced sqrt(const Traced& x) {
  return Traced::of(Op::sqrt, x);
}
inline Traced tanh(const Traced& x) {
  return Traced::of(Op::tanh, x);
}
inline Traced pow(const Traced& x, double exponent) {
  return Traced::combined(Op::pow, x, exponent);
}
// the smooth corners choose a branch by value: they are one operation each
inline Traced smooth_positive(const Traced& x, double width) {
  return Traced::combined(Op::smooth_positive, x, width);
}
inline Traced softplus(const Traced& x, double width) {
  return Traced::combined(Op::softplus, x, width);
}
inline Traced smooth_step(const Traced& x, double width) {
  return Traced::combined(Op::smooth_step, x, width);
}

}  // namespace stillhouse
