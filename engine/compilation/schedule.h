#pragma once

#include <vector>

#include "engine/autodiff/expression.h"

namespace stillhouse {

/// The order in which a graph's operations are carried out: by level, and within a level equal operations together as
/// far as dependencies allow. A product that only one sum reads becomes one instruction with it.
class Schedule {
 public:
  struct Instruction {
    Op op;
    int node;     ///< what it computes
    int a, b, c;  ///< nodes; -1: none
    int level;
  };

  Schedule(const ExpressionGraph& graph, const std::vector<int>& outputs, const std::vector<int>& level_of_slot);

  int levels() const { return levels_; }
  const std::vector<int>& level_of() const { return level_; }
  /// Constants and leaves that are read, or are outputs.
  const std::vector<int>& leaves() const { return leaves_; }
  const std::vector<Instruction>& instructions() const { return instructions_; }

 private:
  void find_levels(const ExpressionGraph& graph, const std::vector<int>& outputs,
                   const std::vector<int>& level_of_slot);
  void merge_products(const ExpressionGraph& graph, const std::vector<int>& outputs);
  void order();

  int levels_ = 1;
  std::vector<int> level_;
  std::vector<char> needed_;
  std::vector<int> leaves_;
  std::vector<Instruction> instructions_;
};

}  // namespace stillhouse
