#include "engine/compilation/tape.h"

#include <algorithm>
#include <array>

#include "engine/compilation/schedule.h"

namespace stillhouse {

Tape::Tape(const ExpressionGraph& graph, const std::vector<int>& outputs, const std::vector<int>& level_of_slot) {
  const Schedule schedule(graph, outputs, level_of_slot);
  levels_.resize(static_cast<std::size_t>(schedule.levels()));

  // rows: constants and leaves keep theirs, results of operations share
  std::vector<int> row_of(static_cast<std::size_t>(graph.size()), -1);
  for (int node : schedule.leaves()) {
    row_of[static_cast<std::size_t>(node)] = rows_;
    const ExpressionGraph::Node& n = graph[node];
    if (n.op == Op::constant)
      constants_.push_back({n.number, rows_});
    else
      leaves_.push_back({n.index, rows_, level_of_slot[static_cast<std::size_t>(n.index)]});
    ++rows_;
  }

  // the last instruction that reads each result; outputs are read after the last
  const std::vector<Schedule::Instruction>& list = schedule.instructions();
  std::vector<int> last_read(row_of.size(), -1);
  for (std::size_t i = 0; i < list.size(); ++i) {
    for (int operand : {list[i].a, list[i].b, list[i].c}) {
      if (operand >= 0) last_read[static_cast<std::size_t>(operand)] = static_cast<int>(i);
    }
  }
  for (int output : outputs) last_read[static_cast<std::size_t>(output)] = static_cast<int>(list.size());

  std::vector<int> free_rows;
  for (std::size_t i = 0; i < list.size(); ++i) {
    const Schedule::Instruction& instruction = list[i];
    const auto row = [&](int node) { return node < 0 ? 0 : row_of[static_cast<std::size_t>(node)]; };
    Operands operands{0, row(instruction.a), row(instruction.b), row(instruction.c)};
    // an instruction reads all lanes of its operands before it writes, so it may write where it read
    std::array<int, 3> read{instruction.a, instruction.b, instruction.c};
    for (std::size_t k = 0; k < read.size(); ++k) {
      const int node = read[k];
      if (node < 0 || is_leaf(graph[node].op) || last_read[static_cast<std::size_t>(node)] != static_cast<int>(i))
        continue;
      if (std::find(read.begin(), read.begin() + static_cast<std::ptrdiff_t>(k), node) !=
          read.begin() + static_cast<std::ptrdiff_t>(k))
        continue;
      free_rows.push_back(row(node));
    }
    if (free_rows.empty()) {
      operands.to = rows_++;
    } else {
      operands.to = free_rows.back();
      free_rows.pop_back();
    }
    row_of[static_cast<std::size_t>(instruction.node)] = operands.to;
    operands_.push_back(operands);
    std::vector<Run>& runs = levels_[static_cast<std::size_t>(instruction.level)];
    if (runs.empty() || runs.back().op != instruction.op)
      runs.push_back({instruction.op, static_cast<int>(i), 1});
    else
      ++runs.back().count;
  }
  for (int output : outputs) {
    outputs_.push_back(
        {row_of[static_cast<std::size_t>(output)], schedule.level_of()[static_cast<std::size_t>(output)]});
  }
}

}  // namespace stillhouse
