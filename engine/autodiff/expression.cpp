#include "engine/autodiff/expression.h"

#include <bit>

#include "engine/autodiff/functions.h"

namespace stillhouse {

int operand_count(Op op) {
  if (is_leaf(op)) return 0;
  switch (op) {
    case Op::negate:
    case Op::exp:
    case Op::log:
    case Op::sqrt:
    case Op::tanh:
      return 1;
    default:
      return 2;
  }
}

bool is_leaf(Op op) {
  return op <= Op::explicit_value;
}

double apply(Op op, double a, double b) {
  switch (op) {
    case Op::add:
      return a + b;
    case Op::subtract:
      return a - b;
    case Op::multiply:
      return a * b;
    case Op::divide:
      return a / b;
    case Op::negate:
      return -a;
    case Op::exp:
      return exp(a);
    case Op::log:
      return log(a);
    case Op::sqrt:
      return sqrt(a);
    case Op::tanh:
      return tanh(a);
    case Op::pow:
      return pow(a, b);
    case Op::smooth_positive:
      return smooth_positive(a, b);
    case Op::softplus:
      return softplus(a, b);
    case Op::smooth_step:
      return smooth_step(a, b);
    case Op::ratio:
      return b != 0.0 ? a / b : 0.0;
    default:
      return 0.0;  // a leaf has no operands
  }
}

int ExpressionGraph::insert(const Node& node, const Key& key) {
  const auto [place, is_new] = found_.emplace(key, size());
  if (is_new) nodes_.push_back(node);
  return place->second;
}

int ExpressionGraph::constant(double number) {
  Node node;
  node.number = number;
  return insert(node, {Op::constant, -1, -1, std::bit_cast<std::uint64_t>(number)});
}

int ExpressionGraph::leaf(Op kind, int index) {
  Node node;
  node.op = kind;
  node.index = index;
  return insert(node, {kind, index, -1, 0});
}

bool ExpressionGraph::is_constant(int node, double number) const {
  return (*this)[node].op == Op::constant && (*this)[node].number == number;
}

/// The node that stands for an operation whose result needs none; -1 if it does.
int ExpressionGraph::simplified(Op op, int a, int b) {
  switch (op) {
    case Op::add:
      if (is_constant(a, 0.0)) return b;
      if (is_constant(b, 0.0)) return a;
      return -1;
    case Op::subtract:
      if (is_constant(b, 0.0)) return a;
      if (is_constant(a, 0.0)) return negate(b);
      return a == b ? constant(0.0) : -1;
    case Op::multiply:
      if (is_constant(a, 0.0) || is_constant(b, 0.0)) return constant(0.0);
      if (is_constant(a, 1.0)) return b;
      if (is_constant(b, 1.0)) return a;
      if (is_constant(a, -1.0)) return negate(b);
      if (is_constant(b, -1.0)) return negate(a);
      return -1;
    case Op::divide:
    case Op::ratio:
      if (is_constant(a, 0.0)) return a;
      return is_constant(b, 1.0) ? a : -1;
    case Op::pow:
      return is_constant(b, 1.0) ? a : -1;
    default:
      return -1;
  }
}

int ExpressionGraph::unary(Op op, int a) {
  if (is_constant(a)) return constant(apply(op, (*this)[a].number, 0.0));
  if (op == Op::negate && (*this)[a].op == Op::negate) return (*this)[a].a;
  Node node;
  node.op = op;
  node.a = a;
  return insert(node, {op, a, -1, 0});
}

int ExpressionGraph::binary(Op op, int a, int b) {
  if (is_constant(a) && is_constant(b)) return constant(apply(op, (*this)[a].number, (*this)[b].number));
  if (const int simpler = simplified(op, a, b); simpler >= 0) return simpler;
  Node node;
  node.op = op;
  node.a = a;
  node.b = b;
  return insert(node, {op, a, b, 0});
}

std::vector<char> needed_nodes(const ExpressionGraph& graph, const std::vector<int>& outputs) {
  std::vector<char> needed(static_cast<std::size_t>(graph.size()), 0);
  for (int output : outputs) needed[static_cast<std::size_t>(output)] = 1;
  for (int i = graph.size() - 1; i >= 0; --i) {
    const ExpressionGraph::Node& n = graph[i];
    if (!needed[static_cast<std::size_t>(i)] || is_leaf(n.op)) continue;
    needed[static_cast<std::size_t>(n.a)] = 1;
    if (n.b >= 0) needed[static_cast<std::size_t>(n.b)] = 1;
  }
  return needed;
}

int partial(ExpressionGraph& graph, int node, int operand) {
  const ExpressionGraph::Node n = graph[node];
  const int one = graph.constant(1.0);
  switch (n.op) {
    case Op::add:
      return one;
    case Op::subtract:
      return operand == 0 ? one : graph.constant(-1.0);
    case Op::multiply:
      return operand == 0 ? n.b : n.a;
    case Op::divide: {
      const int inverse = graph.divide(one, n.b);
      return operand == 0 ? inverse : graph.negate(graph.multiply(node, inverse));
    }
    case Op::negate:
      return graph.constant(-1.0);
    case Op::exp:
      return node;
    case Op::log:
      return graph.divide(one, n.a);
    case Op::sqrt:
      return graph.divide(graph.constant(0.5), node);
    case Op::tanh:
      return graph.subtract(one, graph.multiply(node, node));
    case Op::pow:
      return graph.multiply(n.b, graph.binary(Op::ratio, node, n.a));
    case Op::smooth_positive:
      // f = (x + r) / 2 with r = sqrt(x^2 + w^2), so f' = f / r
      return graph.divide(node, graph.unary(Op::sqrt, graph.add(graph.multiply(n.a, n.a), graph.multiply(n.b, n.b))));
    case Op::softplus:
      return graph.binary(Op::smooth_step, n.a, n.b);
    case Op::smooth_step:
      return graph.divide(graph.multiply(node, graph.subtract(one, node)), n.b);
    default:
      return graph.constant(0.0);  // leaves; a ratio occurs in derivatives only
  }
}

}  // namespace stillhouse
