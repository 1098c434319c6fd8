#include "engine/autodiff/expression.h"

#include <gtest/gtest.h>

#include <cmath>

#include "engine/autodiff/traced.h"

namespace stillhouse {
namespace {

TEST(ExpressionGraph, HoldsEqualExpressionsOnce) {
  ExpressionGraph graph;
  const Traced x(graph, graph.leaf(Op::unknown, 0)), y(graph, graph.leaf(Op::unknown, 1));
  const Traced a = exp(x * y) + x * y, b = exp(x * y);
  EXPECT_EQ(graph[a.node].a, b.node);
  EXPECT_EQ(graph.size(), 5);             // x, y, x y, its exponential, the sum
  EXPECT_NE((y * x).node, (x * y).node);  // the order of operands is kept, and with it the bits
}

TEST(ExpressionGraph, CarriesOutWhatIsKnown) {
  ExpressionGraph graph;
  const Traced x(graph, graph.leaf(Op::unknown, 0));
  EXPECT_EQ((x * 1.0).node, x.node);
  EXPECT_EQ((x + 0.0).node, x.node);
  EXPECT_EQ((x - Traced(0.0)).node, x.node);
  EXPECT_EQ((-(-x)).node, x.node);
  EXPECT_TRUE(graph.is_constant((x * 0.0).node, 0.0));
  EXPECT_TRUE(graph.is_constant((x - x).node, 0.0));
  EXPECT_EQ(pow(x, 1.0).node, x.node);
  const Traced two = Traced(1.0) + 1.0;
  EXPECT_EQ(two.graph, nullptr);
  EXPECT_EQ(two.number, 2.0);
  EXPECT_TRUE(graph.is_constant(graph.binary(Op::pow, graph.constant(3.0), graph.constant(2.0)), 9.0));
}

TEST(ExpressionGraph, TellsWhatAnOutputIsComputedFrom) {
  ExpressionGraph graph;
  const Traced a(graph, graph.leaf(Op::unknown, 0)), b(graph, graph.leaf(Op::unknown, 1)),
      c(graph, graph.leaf(Op::unknown, 2));
  const auto read_by = [&](const Traced& x) {
    const std::vector<char> needed = needed_nodes(graph, {x.node});
    return std::vector<char>(needed.begin(), needed.begin() + 3);
  };
  EXPECT_EQ(read_by(2.0 * a - b / c), (std::vector<char>{1, 1, 1}));
  EXPECT_EQ(read_by(exp(a) * log(c)), (std::vector<char>{1, 0, 1}));
  EXPECT_EQ(read_by(smooth_max(b, Traced(0.3), 0.1)), (std::vector<char>{0, 1, 0}));
  // a corner far on its flat side still depends on what it reads; a product with zero does not
  EXPECT_EQ(read_by(softplus(a * -1e9, 1.0)), (std::vector<char>{1, 0, 0}));
  EXPECT_EQ(read_by(c + 0.0 * b), (std::vector<char>{0, 0, 1}));
}

/// Value of a node with x for its only leaf.
double value(const ExpressionGraph& graph, int node, double x) {
  const ExpressionGraph::Node& n = graph[node];
  if (n.op == Op::constant) return n.number;
  if (is_leaf(n.op)) return x;
  return apply(n.op, value(graph, n.a, x), n.b < 0 ? 0.0 : value(graph, n.b, x));
}

struct Case {
  const char* name;
  Traced (*traced)(const Traced&);
  Dual<1> (*dual)(const Dual<1>&);
};

template <class Real>
Real fraction(const Real& x) {
  return (x - 0.3) / (2.0 + x * x) - 1.5 / x;
}
template <class Real>
Real powers(const Real& x) {
  return pow(x, 1.7) * sqrt(x) + log(x);
}
template <class Real>
Real corners(const Real& x) {
  return smooth_positive(x - 0.5, 0.2) + softplus(x - 0.4, 0.1) * smooth_step(x - 0.6, 0.3) + tanh(-x);
}
template <class Real>
Real flow(const Real& x) {
  return signed_sqrt(x - 0.5, 0.1) * exp(-x) + smooth_max(x, Real(0.7), 0.05);
}

TEST(Partial, OfEveryFunctionIsThatOfDualNumbers) {
  const Case cases[] = {{"fraction", fraction<Traced>, fraction<Dual<1>>},
                        {"powers", powers<Traced>, powers<Dual<1>>},
                        {"corners", corners<Traced>, corners<Dual<1>>},
                        {"flow", flow<Traced>, flow<Dual<1>>}};
  for (const Case& c : cases) {
    ExpressionGraph graph;
    const int leaf = graph.leaf(Op::unknown, 0);
    const int f = c.traced(Traced(graph, leaf)).node;
    // forwards through the graph, each node by its partials
    std::vector<int> by_x(static_cast<std::size_t>(f) + 1, graph.constant(0.0));
    by_x[static_cast<std::size_t>(leaf)] = graph.constant(1.0);
    for (int node = 0; node <= f; ++node) {
      const ExpressionGraph::Node n = graph[node];
      if (is_leaf(n.op)) continue;
      int sum = graph.multiply(partial(graph, node, 0), by_x[static_cast<std::size_t>(n.a)]);
      if (operand_count(n.op) > 1)
        sum = graph.add(sum, graph.multiply(partial(graph, node, 1), by_x[static_cast<std::size_t>(n.b)]));
      by_x[static_cast<std::size_t>(node)] = sum;
    }
    for (double x : {0.05, 0.3, 0.45, 0.55, 0.8, 3.0}) {
      Dual<1> seeded(x);
      seeded.gradient[0] = 1.0;
      const Dual<1> expected = c.dual(seeded);
      EXPECT_EQ(value(graph, f, x), expected.value) << c.name << " at " << x;
      EXPECT_NEAR(value(graph, by_x.back(), x), expected.gradient[0], 1e-12 * (1.0 + std::abs(expected.gradient[0])))
          << c.name << " at " << x;
    }
  }
}

TEST(Partial, OfPowAtTheEndOfItsRangeIsNoDivisionByZero) {
  ExpressionGraph graph;
  const int x = graph.leaf(Op::unknown, 0);
  const int derivative = partial(graph, graph.binary(Op::pow, x, graph.constant(1.5)), 0);
  EXPECT_EQ(value(graph, derivative, 0.0), 0.0);
  EXPECT_DOUBLE_EQ(value(graph, derivative, 4.0), 3.0);
}

}  // namespace
}  // namespace stillhouse
