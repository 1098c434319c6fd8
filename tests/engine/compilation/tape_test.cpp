#include "engine/compilation/tape.h"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <cstdint>

#include "engine/base/random.h"
#include "engine/compilation/local_jacobian.h"

namespace stillhouse {
namespace {

class Random {
 public:
  explicit Random(std::uint64_t seed) : stream_(seed, "graphs") {}
  double uniform() { return stream_.uniform(next_++); }

 private:
  RandomStream stream_;
  std::int64_t next_ = 0;
};

/// A graph of `leaves` unknowns and many operations, whose values stay within reason.
struct RandomGraph {
  ExpressionGraph graph;
  std::vector<int> outputs;

  RandomGraph(Random& random, int leaves, int operations) {
    std::vector<int> nodes;
    for (int i = 0; i < leaves; ++i) nodes.push_back(graph.leaf(Op::unknown, i));
    for (double c : {0.25, 1.5, -2.0}) nodes.push_back(graph.constant(c));
    const int width = graph.constant(0.3);
    const auto any = [&] {
      return nodes[static_cast<std::size_t>(random.uniform() * static_cast<double>(nodes.size()))];
    };
    for (int i = 0; i < operations; ++i) {
      const int a = any(), b = any();
      const int bounded = graph.unary(Op::tanh, a);
      const int choices[] = {graph.add(bounded, b),
                             graph.subtract(a, graph.unary(Op::tanh, b)),
                             graph.multiply(bounded, b),
                             graph.add(graph.multiply(bounded, graph.unary(Op::tanh, b)), any()),
                             graph.subtract(any(), graph.multiply(bounded, b)),
                             graph.divide(a, graph.add(graph.constant(2.0), graph.unary(Op::exp, bounded))),
                             graph.negate(a),
                             graph.unary(Op::exp, bounded),
                             graph.unary(Op::log, graph.add(graph.constant(2.0), bounded)),
                             graph.unary(Op::sqrt, graph.add(graph.constant(2.0), bounded)),
                             graph.binary(Op::pow, graph.add(graph.constant(2.0), bounded), graph.constant(1.7)),
                             graph.binary(Op::smooth_positive, bounded, width),
                             graph.binary(Op::softplus, bounded, width),
                             graph.binary(Op::smooth_step, bounded, width)};
      nodes.push_back(choices[static_cast<std::size_t>(random.uniform() * 14.0)]);
    }
    for (int i = 0; i < 12; ++i) outputs.push_back(any());
  }
};

/// Values of all nodes, one after the other.
std::vector<double> values_of(const ExpressionGraph& graph, const std::vector<double>& leaves) {
  std::vector<double> value;
  for (int i = 0; i < graph.size(); ++i) {
    const ExpressionGraph::Node& n = graph[i];
    if (n.op == Op::constant)
      value.push_back(n.number);
    else if (is_leaf(n.op))
      value.push_back(leaves[static_cast<std::size_t>(n.index)]);
    else
      value.push_back(
          apply(n.op, value[static_cast<std::size_t>(n.a)], n.b < 0 ? 0.0 : value[static_cast<std::size_t>(n.b)]));
  }
  return value;
}

/// The tape's outputs for one set of leaves a lane.
std::vector<std::vector<double>> run(const Tape& tape, int lanes, const std::vector<std::vector<double>>& leaves) {
  std::vector<double> room(static_cast<std::size_t>(tape.rows() * lanes) + 8);
  double* memory = room.data();
  while (reinterpret_cast<std::uintptr_t>(memory) % 64 != 0) ++memory;
  const auto at = [&](int row, int lane) -> double& { return memory[row * lanes + lane]; };
  for (const Tape::Constant& c : tape.constants())
    for (int lane = 0; lane < lanes; ++lane) at(c.row, lane) = c.number;
  for (int level = 0; level < tape.levels(); ++level) {
    for (const Tape::Leaf& leaf : tape.leaves()) {
      if (leaf.level != level) continue;
      for (int lane = 0; lane < lanes; ++lane)
        at(leaf.row, lane) = leaves[static_cast<std::size_t>(lane)][static_cast<std::size_t>(leaf.slot)];
    }
    tape.execute(level, lanes, memory);
  }
  std::vector<std::vector<double>> outputs(static_cast<std::size_t>(lanes));
  for (int lane = 0; lane < lanes; ++lane)
    for (const Tape::Output& output : tape.outputs())
      outputs[static_cast<std::size_t>(lane)].push_back(at(output.row, lane));
  return outputs;
}

TEST(Tape, GivesTheBitsOfTheGraphWhateverTheLanes) {
  constexpr int leaves = 6;
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    Random random(seed);
    const RandomGraph g(random, leaves, 150);
    // leaves that are known later than others change the order of operations and nothing else
    std::vector<int> levels;
    for (int i = 0; i < leaves; ++i) levels.push_back(static_cast<int>(3.0 * random.uniform()));
    const Tape tape(g.graph, g.outputs, levels);
    std::vector<std::vector<double>> sets(8);
    for (auto& set : sets)
      for (int i = 0; i < leaves; ++i) set.push_back(4.0 * random.uniform() - 2.0);
    for (int lanes : {1, 2, 4, 8}) {
      const auto outputs = run(tape, lanes, sets);
      for (int lane = 0; lane < lanes; ++lane) {
        const std::size_t l = static_cast<std::size_t>(lane);
        const std::vector<double> expected = values_of(g.graph, sets[l]);
        for (std::size_t o = 0; o < g.outputs.size(); ++o)
          ASSERT_EQ(std::bit_cast<std::uint64_t>(outputs[l][o]),
                    std::bit_cast<std::uint64_t>(expected[static_cast<std::size_t>(g.outputs[o])]))
              << "seed " << seed << ", output " << o << ", lane " << lane << " of " << lanes;
      }
    }
  }
}

TEST(Tape, UsesRowsAgain) {
  ExpressionGraph graph;
  int x = graph.leaf(Op::unknown, 0);
  for (int i = 0; i < 200; ++i) x = graph.unary(i % 2 ? Op::exp : Op::tanh, x);
  const Tape tape(graph, {x}, {0});
  EXPECT_EQ(tape.instructions(), 200);
  EXPECT_LE(tape.rows(), 3);
}

TEST(LocalJacobian, IsThatOfDifferences) {
  constexpr int leaves = 6;
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    Random random(seed);
    RandomGraph g(random, leaves, 120);
    std::vector<double> at;
    for (int i = 0; i < leaves; ++i) at.push_back(4.0 * random.uniform() - 2.0);
    const std::vector<LocalDerivative> derivatives = local_jacobian(g.graph, g.outputs);
    const std::vector<double> value = values_of(g.graph, at);
    std::vector<std::vector<double>> exact(g.outputs.size(), std::vector<double>(leaves, 0.0));
    for (const LocalDerivative& d : derivatives)
      exact[static_cast<std::size_t>(d.output)][static_cast<std::size_t>(g.graph[d.leaf].index)] =
          value[static_cast<std::size_t>(d.node)];
    for (std::size_t i = 0; i < leaves; ++i) {
      constexpr double h = 1e-6;
      std::vector<double> high = at, low = at;
      high[i] += h, low[i] -= h;
      const std::vector<double> above = values_of(g.graph, high), below = values_of(g.graph, low);
      for (std::size_t o = 0; o < g.outputs.size(); ++o) {
        const std::size_t node = static_cast<std::size_t>(g.outputs[o]);
        const double difference = (above[node] - below[node]) / (2.0 * h);
        EXPECT_NEAR(exact[o][i], difference, 1e-6 * (1.0 + std::abs(difference)))
            << "seed " << seed << ", output " << o << " by leaf " << i;
      }
    }
  }
}

}  // namespace
}  // namespace stillhouse
