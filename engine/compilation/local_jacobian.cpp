#include "engine/compilation/local_jacobian.h"

#include <map>

namespace stillhouse {

namespace {

bool is_seed(Op op) {
  return op == Op::unknown || op == Op::rate || op == Op::explicit_value;
}

/// The graph of paths from seeds to outputs; each edge carries the node of its derivative.
class PathGraph {
 public:
  PathGraph(ExpressionGraph& graph, const std::vector<int>& outputs)
      : graph_(graph),
        nodes_(graph.size()),
        into_(static_cast<std::size_t>(nodes_) + outputs.size()),
        out_(into_.size()) {
    // what outputs need and what depends on seeds
    const std::vector<char> needed = needed_nodes(graph, outputs);
    std::vector<char> moves(needed.size(), 0);
    for (int i = 0; i < nodes_; ++i) {
      const ExpressionGraph::Node n = graph[i];
      char& m = moves[static_cast<std::size_t>(i)];
      if (is_leaf(n.op)) {
        m = is_seed(n.op);
        continue;
      }
      const bool by_a = moves[static_cast<std::size_t>(n.a)], by_b = n.b >= 0 && moves[static_cast<std::size_t>(n.b)];
      m = by_a || by_b;
      if (!needed[static_cast<std::size_t>(i)] || !m) continue;
      if (by_a) connect(n.a, i, partial(graph, i, 0));
      if (by_b) connect(n.b, i, partial(graph, i, 1));
      inner_.push_back(i);
    }
    for (std::size_t o = 0; o < outputs.size(); ++o) {
      if (moves[static_cast<std::size_t>(outputs[o])])
        connect(outputs[o], nodes_ + static_cast<int>(o), graph.constant(1.0));
    }
  }

  void eliminate_inner_nodes() {
    while (!inner_.empty()) {
      std::size_t best = 0;
      for (std::size_t i = 1; i < inner_.size(); ++i) {
        if (paths_through(inner_[i]) < paths_through(inner_[best])) best = i;
      }
      const int v = inner_[best];
      inner_.erase(inner_.begin() + static_cast<std::ptrdiff_t>(best));
      for (const auto& [from, inwards] : into(v)) {
        for (const auto& [to, outwards] : out(v)) connect(from, to, graph_.multiply(outwards, inwards));
      }
      for (const auto& [from, edge] : into(v)) out(from).erase(v);
      for (const auto& [to, edge] : out(v)) into(to).erase(v);
      into(v).clear();
      out(v).clear();
    }
  }

  std::vector<LocalDerivative> derivatives() const {
    std::vector<LocalDerivative> list;
    for (std::size_t v = static_cast<std::size_t>(nodes_); v < into_.size(); ++v) {
      for (const auto& [leaf, node] : into_[v]) list.push_back({static_cast<int>(v) - nodes_, leaf, node});
    }
    return list;
  }

 private:
  using Edges = std::map<int, int>;
  Edges& into(int v) { return into_[static_cast<std::size_t>(v)]; }
  Edges& out(int v) { return out_[static_cast<std::size_t>(v)]; }
  std::size_t paths_through(int v) { return into(v).size() * out(v).size(); }

  void connect(int from, int to, int derivative) {
    int& edge = into(to).try_emplace(from, graph_.constant(0.0)).first->second;
    edge = graph_.add(edge, derivative);
    if (graph_.is_constant(edge, 0.0)) {
      into(to).erase(from);
      out(from).erase(to);
    } else {
      out(from)[to] = edge;
    }
  }

  ExpressionGraph& graph_;
  int nodes_;  // outputs are numbered behind the nodes
  std::vector<Edges> into_, out_;
  std::vector<int> inner_;
};

}  // namespace

std::vector<LocalDerivative> local_jacobian(ExpressionGraph& graph, const std::vector<int>& outputs) {
  PathGraph paths(graph, outputs);
  paths.eliminate_inner_nodes();
  return paths.derivatives();
}

}  // namespace stillhouse
