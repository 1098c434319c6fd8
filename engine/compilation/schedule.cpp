#include "engine/compilation/schedule.h"

#include <algorithm>
#include <array>
#include <set>

namespace stillhouse {

Schedule::Schedule(const ExpressionGraph& graph, const std::vector<int>& outputs,
                   const std::vector<int>& level_of_slot) {
  find_levels(graph, outputs, level_of_slot);
  merge_products(graph, outputs);
  order();
}

void Schedule::find_levels(const ExpressionGraph& graph, const std::vector<int>& outputs,
                           const std::vector<int>& level_of_slot) {
  const std::size_t size = static_cast<std::size_t>(graph.size());
  needed_ = needed_nodes(graph, outputs);
  level_.assign(size, 0);
  for (std::size_t i = 0; i < size; ++i) {
    if (!needed_[i]) continue;
    const ExpressionGraph::Node& n = graph[static_cast<int>(i)];
    if (is_leaf(n.op)) {
      leaves_.push_back(static_cast<int>(i));
      if (n.op != Op::constant) level_[i] = level_of_slot[static_cast<std::size_t>(n.index)];
    } else {
      level_[i] = level_[static_cast<std::size_t>(n.a)];
      if (n.b >= 0) level_[i] = std::max(level_[i], level_[static_cast<std::size_t>(n.b)]);
    }
    levels_ = std::max(levels_, level_[i] + 1);
  }
}

void Schedule::merge_products(const ExpressionGraph& graph, const std::vector<int>& outputs) {
  std::vector<int> uses(needed_.size(), 0);
  for (std::size_t i = 0; i < needed_.size(); ++i) {
    const ExpressionGraph::Node& n = graph[static_cast<int>(i)];
    if (!needed_[i] || is_leaf(n.op)) continue;
    ++uses[static_cast<std::size_t>(n.a)];
    if (n.b >= 0) ++uses[static_cast<std::size_t>(n.b)];
  }
  for (int output : outputs) uses[static_cast<std::size_t>(output)] += 2;

  std::vector<char> merged(needed_.size(), 0);
  const auto mergeable = [&](int node, std::size_t reader) {
    const std::size_t i = static_cast<std::size_t>(node);
    return graph[node].op == Op::multiply && uses[i] == 1 && level_[i] == level_[reader] && !merged[i];
  };
  for (std::size_t i = 0; i < needed_.size(); ++i) {
    const ExpressionGraph::Node& n = graph[static_cast<int>(i)];
    if (!needed_[i] || is_leaf(n.op)) continue;
    Instruction instruction{n.op, static_cast<int>(i), n.a, n.b, -1, level_[i]};
    const auto merge = [&](Op op, int product, int other) {
      merged[static_cast<std::size_t>(product)] = 1;
      instruction.op = op;
      instruction.a = graph[product].a;
      instruction.b = graph[product].b;
      instruction.c = other;
    };
    if (n.op == Op::add && mergeable(n.a, i))
      merge(Op::multiply_add, n.a, n.b);
    else if (n.op == Op::add && mergeable(n.b, i))
      merge(Op::multiply_add, n.b, n.a);
    else if (n.op == Op::subtract && mergeable(n.a, i))
      merge(Op::multiply_subtract, n.a, n.b);
    else if (n.op == Op::subtract && mergeable(n.b, i))
      merge(Op::subtract_multiply, n.b, n.a);
    instructions_.push_back(instruction);
  }
  std::erase_if(instructions_, [&](const Instruction& i) { return merged[static_cast<std::size_t>(i.node)] != 0; });
}

void Schedule::order() {
  // who waits for whom; leaves are there from the start
  std::vector<int> computed_by(needed_.size(), -1);
  for (std::size_t i = 0; i < instructions_.size(); ++i)
    computed_by[static_cast<std::size_t>(instructions_[i].node)] = static_cast<int>(i);
  std::vector<std::vector<int>> readers(instructions_.size());
  std::vector<int> waits(instructions_.size(), 0);
  for (std::size_t i = 0; i < instructions_.size(); ++i) {
    for (int operand : {instructions_[i].a, instructions_[i].b, instructions_[i].c}) {
      const int by = operand < 0 ? -1 : computed_by[static_cast<std::size_t>(operand)];
      if (by < 0) continue;
      readers[static_cast<std::size_t>(by)].push_back(static_cast<int>(i));
      ++waits[i];
    }
  }

  std::vector<Instruction> ordered;
  std::vector<int> later;
  std::array<std::set<int>, op_count> ready;
  for (int level = 0; level < levels_; ++level) {
    const auto enter = [&](int i) {
      const Instruction& instruction = instructions_[static_cast<std::size_t>(i)];
      if (instruction.level == level) ready[static_cast<std::size_t>(instruction.op)].insert(i);
    };
    for (std::size_t i = 0; i < instructions_.size(); ++i) {
      if (waits[i] == 0) enter(static_cast<int>(i));
    }
    // stay with an operation while there is any of it, then turn to the one with the most to do
    std::size_t op = 0;
    while (true) {
      if (ready[op].empty()) {
        op = static_cast<std::size_t>(
            std::max_element(ready.begin(), ready.end(),
                             [](const auto& a, const auto& b) { return a.size() < b.size(); }) -
            ready.begin());
        if (ready[op].empty()) break;
      }
      const int next = *ready[op].begin();
      ready[op].erase(ready[op].begin());
      waits[static_cast<std::size_t>(next)] = -1;
      ordered.push_back(instructions_[static_cast<std::size_t>(next)]);
      for (int reader : readers[static_cast<std::size_t>(next)]) {
        if (--waits[static_cast<std::size_t>(reader)] == 0) enter(reader);
      }
    }
  }
  instructions_ = std::move(ordered);
}

}  // namespace stillhouse
