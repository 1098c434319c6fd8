#pragma once

#include <vector>

#include "engine/autodiff/expression.h"
#include "engine/modelling/flowsheet.h"

namespace stillhouse {

/// Units whose recorded equations have the same shape, before anything is eliminated.
struct RecordedKind {
  struct Slot {
    Op kind = Op::unknown;
    std::vector<int> index;      ///< for each member: position in the flowsheet's list; below zero: it does without
    std::vector<double> number;  ///< parameter
    bool own = false;            ///< an algebraic unknown that the member itself determines
  };
  /// A row that was chosen to give a variable: slot = expression.
  struct Definition {
    int row;
    int slot;
    int expression;
  };

  /// Something observed: its expression, and for each member which observable or quantity it is.
  struct Observation {
    int node;
    std::vector<int> index;
  };

  std::vector<int> members;
  std::vector<int> first_row;  ///< of each member, in the flowsheet's order of equations
  ExpressionGraph graph;
  std::vector<Slot> slots;
  std::vector<Equations<Traced>::Row> rows;
  std::vector<Definition> definitions;
  std::vector<Observation> shown, held;
  bool observed = true;  ///< shown and held are all that the members observe
};

/// Records every unit of a plant and groups those of the same shape.
std::vector<RecordedKind> recorded_kinds(const Flowsheet& plant);

}  // namespace stillhouse
