#include "engine/compilation/explicit_form.h"

#include <algorithm>

namespace stillhouse {

namespace {

/// Number of ways from each node to the leaf, two standing for more.
std::vector<char> ways_to(const ExpressionGraph& graph, int leaf) {
  std::vector<char> ways(static_cast<std::size_t>(graph.size()), 0);
  ways[static_cast<std::size_t>(leaf)] = 1;
  for (int node = leaf + 1; node < graph.size(); ++node) {
    const ExpressionGraph::Node& n = graph[node];
    int count = 0;
    if (operand_count(n.op) > 0) count += ways[static_cast<std::size_t>(n.a)];
    if (operand_count(n.op) > 1) count += ways[static_cast<std::size_t>(n.b)];
    ways[static_cast<std::size_t>(node)] = static_cast<char>(std::min(count, 2));
  }
  return ways;
}

}  // namespace

std::vector<char> readers_of(const ExpressionGraph& graph, int leaf) {
  std::vector<char> ways = ways_to(graph, leaf);
  for (char& way : ways) way = way > 0;
  return ways;
}

std::optional<ExplicitForm> solved_for(ExpressionGraph& graph, int left, int right, int leaf) {
  const std::vector<char> ways = ways_to(graph, leaf);
  const auto way = [&](int node) { return static_cast<int>(ways[static_cast<std::size_t>(node)]); };
  if (way(left) + way(right) != 1) return std::nullopt;
  int node = way(left) ? left : right;
  ExplicitForm form{way(left) ? right : left};
  while (node != leaf) {
    const ExpressionGraph::Node n = graph[node];
    const bool in_a = way(n.a) > 0;
    const int other = operand_count(n.op) > 1 ? (in_a ? n.b : n.a) : -1;
    switch (n.op) {
      case Op::add:
        form.expression = graph.subtract(form.expression, other);
        break;
      case Op::subtract:
        form.expression = in_a ? graph.add(form.expression, other) : graph.subtract(other, form.expression);
        break;
      case Op::multiply:
        // one divisor is enough to watch; a product of several is left to the solver
        if (form.divisor >= 0) return std::nullopt;
        form.divisor = other;
        form.expression = graph.divide(form.expression, other);
        break;
      case Op::divide:
        if (!in_a) return std::nullopt;
        form.expression = graph.multiply(form.expression, other);
        break;
      case Op::negate:
        form.expression = graph.negate(form.expression);
        break;
      default:
        return std::nullopt;
    }
    node = in_a ? n.a : n.b;
  }
  return form;
}

}  // namespace stillhouse
