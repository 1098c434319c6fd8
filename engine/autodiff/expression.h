#pragma once

#include <cstdint>
#include <map>
#include <tuple>
#include <vector>

namespace stillhouse {

/// What a node of an expression graph is. Constants stand in nodes of their own, also exponents and widths, so that
/// the graphs of two units of one kind differ in their numbers only.
enum class Op : std::uint8_t {
  // leaves: `number` of a constant, `index` of the others
  constant,
  unknown,
  rate,
  input,
  mode,
  parameter,       ///< a number that differs from unit to unit of a kind
  explicit_value,  ///< an algebraic variable that has been computed before
  // arithmetic
  add,
  subtract,
  multiply,
  divide,
  negate,
  // functions of the first operand
  exp,
  log,
  sqrt,
  tanh,
  // functions with a second operand, which is a constant: exponent or width (functions.h)
  pow,
  smooth_positive,
  softplus,
  smooth_step,
  /// a / b, 0 where b is 0: the derivative of pow at the end of its range
  ratio,
  // a product and the sum that alone reads it, as one instruction (schedule.h); no node of a graph
  multiply_add,       // a b + c
  multiply_subtract,  // a b - c
  subtract_multiply,  // c - a b
};
inline constexpr int op_count = static_cast<int>(Op::subtract_multiply) + 1;

/// Number of operands: 0, 1 or 2.
int operand_count(Op op);
bool is_leaf(Op op);  // constants are leaves
/// The function itself, for folding constants: the same code that units are evaluated with.
double apply(Op op, double a, double b);

/// A directed acyclic graph of elementary operations. Equal operations on equal operands are one node; operations on
/// constants are carried out when they are added, and 0 x, 1 x, x + 0 and the like are simplified. Operands always have
/// smaller numbers than the node that reads them.
class ExpressionGraph {
 public:
  struct Node {
    Op op = Op::constant;
    int a = -1;
    int b = -1;
    int index = -1;       ///< of a leaf
    double number = 0.0;  ///< of a constant
  };

  int constant(double number);
  int leaf(Op kind, int index);
  int unary(Op op, int a);
  int binary(Op op, int a, int b);

  int add(int a, int b) { return binary(Op::add, a, b); }
  int subtract(int a, int b) { return binary(Op::subtract, a, b); }
  int multiply(int a, int b) { return binary(Op::multiply, a, b); }
  int divide(int a, int b) { return binary(Op::divide, a, b); }
  int negate(int a) { return unary(Op::negate, a); }

  const Node& operator[](int node) const { return nodes_[static_cast<std::size_t>(node)]; }
  int size() const { return static_cast<int>(nodes_.size()); }
  bool is_constant(int node, double number) const;
  bool is_constant(int node) const { return (*this)[node].op == Op::constant; }

 private:
  using Key = std::tuple<Op, int, int, std::uint64_t>;
  int insert(const Node& node, const Key& key);
  int simplified(Op op, int a, int b);

  std::vector<Node> nodes_;
  std::map<Key, int> found_;
};

/// For each node, 1 if one of the outputs is computed from it, or is it.
std::vector<char> needed_nodes(const ExpressionGraph& graph, const std::vector<int>& outputs);

/// Partial derivative of a node with respect to its first (0) or second (1) operand, as a node of the same graph.
int partial(ExpressionGraph& graph, int node, int operand);

}  // namespace stillhouse
