#pragma once

#include <vector>

#include "engine/autodiff/expression.h"

namespace stillhouse {

/// An expression graph as a list of instructions over rows of memory, each row as wide as the number of units that are
/// computed side by side (lanes). Instructions are sorted into levels: those of level 0 read only what is known from
/// the start, those of level k what other units have handed on at level k - 1. Within a level, runs of equal
/// operations stand together as far as dependencies allow, and rows are used again when nothing reads them any more.
///
/// Lanes never mix and every operation is rounded by itself, so the bits do not depend on how many lanes there are.
class Tape {
 public:
  struct Operands {
    int to, a, b, c;
  };
  struct Run {
    Op op;
    int first;
    int count;
  };
  struct Leaf {
    int slot;
    int row;
    int level;
  };
  struct Constant {
    double number;
    int row;
  };
  struct Output {
    int row;
    int level;
  };

  /// `outputs` are nodes; `level_of_slot` says for each leaf's slot from which level on it is known.
  Tape(const ExpressionGraph& graph, const std::vector<int>& outputs, const std::vector<int>& level_of_slot);

  int rows() const { return rows_; }
  int levels() const { return static_cast<int>(levels_.size()); }
  const std::vector<Leaf>& leaves() const { return leaves_; }
  const std::vector<Constant>& constants() const { return constants_; }
  const std::vector<Output>& outputs() const { return outputs_; }
  long instructions() const { return static_cast<long>(operands_.size()); }

  /// Carries out a level over `lanes` lanes (1, 2, 4 or 8); `memory` holds rows() rows of that width, aligned to it.
  void execute(int level, int lanes, double* memory) const;

 private:
  template <class Lanes>
  void execute_over(int level, double* memory) const;

  int rows_ = 0;
  std::vector<std::vector<Run>> levels_;
  std::vector<Operands> operands_;
  std::vector<Leaf> leaves_;
  std::vector<Constant> constants_;
  std::vector<Output> outputs_;
};

}  // namespace stillhouse
