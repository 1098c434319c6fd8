#pragma once

#include <string>
#include <vector>

#include "engine/autodiff/expression.h"
#include "engine/modelling/flowsheet.h"

namespace stillhouse {

/// Units whose equations are the same but for numbers: one graph for all of them, so that they are computed side by
/// side. Leaves of the graph carry a slot; the slot says which quantity of the plant it is for each member.
struct UnitClass {
  struct Slot {
    Op kind = Op::unknown;
    /// For each member: place among the kept unknowns (unknown, rate), inputs, modes, or explicit variables;
    /// below zero: it does without.
    std::vector<int> index;
    std::vector<double> number;  ///< parameter: the number of each member
  };
  /// An expression that a member hands on: the residual of a row, or the value of an explicit variable.
  struct Output {
    int node = -1;
    std::vector<int> index;  ///< for each member: row of the kept system, or explicit variable
  };

  std::vector<int> members;  ///< units, by position in the flowsheet
  ExpressionGraph graph;
  std::vector<Slot> slots;
  std::vector<Output> residuals;
  std::vector<Output> definitions;
  std::vector<Output> shown;  ///< observables
  std::vector<Output> held;   ///< shares of conserved quantities, by place in PlantGraph::holdings
};

/// The equations of a plant as expression graphs, with what can be computed explicitly taken out of what must be solved
/// for: an algebraic variable that an equation gives outright, "variable = expression", becomes that expression, and
/// its equation disappears. All else stays unknown: temperatures that follow from energies, pressures from p V = M R T.
/// (A pressure could be had by division too, but stiff flows follow from small differences of it: solved for, it has a
/// smooth history that Newton's method starts from; computed from predicted holdups, it carries their noise.)
///
/// Which variables go is decided kind by kind, so that equal units stay equal:
/// - the variable is algebraic and determined by the unit that writes the equation;
/// - the expression reads no rate;
/// - no chain of explicit variables leads back to itself, nor from a unit of a kind to its like.
class PlantGraph {
 public:
  explicit PlantGraph(const Flowsheet& plant);

  const std::vector<UnitClass>& kinds() const { return kinds_; }
  /// Kept unknowns and rows, and explicit variables: positions in the flowsheet's lists.
  const std::vector<int>& kept() const { return kept_; }
  const std::vector<int>& rows() const { return rows_; }
  const std::vector<int>& explicit_variables() const { return explicit_; }
  /// For each share of a conserved quantity that a unit holds, in the order of units, which quantity it is.
  const std::vector<int>& holdings() const { return holdings_; }
  /// Whether the kinds' shown and held are all that the plant observes.
  bool observed() const { return observed_; }
  /// The choice in words: "13 units of 9 kinds: 190 of 425 unknowns are solved for, 235 follow explicitly".
  std::string in_words() const;

 private:
  std::vector<UnitClass> kinds_;
  std::vector<int> kept_, rows_, explicit_, holdings_;
  bool observed_ = true;
  int units_ = 0;
};

}  // namespace stillhouse
