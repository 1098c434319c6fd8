#pragma once

#include <memory>
#include <utility>
#include <vector>

#include "engine/compilation/local_jacobian.h"
#include "engine/compilation/value_program.h"

namespace stillhouse {

/// The exact Jacobian of a plant's kept equations with respect to its kept unknowns, explicit variables carried through
/// by the chain rule:
///   J = dF/dy + c dF/dy' + sum over explicit e of dF/de De,   De = de/dy + sum over e' of de/de' De'
/// Local derivatives come from one tape a kind; the products over unit boundaries are a list made once.
class JacobianProgram {
 public:
  JacobianProgram(const PlantGraph& graph, const ValueLayout& layout);

  /// Entries (row, column) that can differ from zero, by column and row; `run` gives their values in this order.
  const std::vector<std::pair<int, int>>& entries() const { return entries_; }

  /// `values` holds unknowns, rates, inputs and modes; explicit variables that are handed on must have been computed.
  void run(const double* values, double y_weight, double yp_weight, double* entries);

 private:
  struct Result {
    int by_value;  // row of the tape; -1: none
    int by_rate;
    bool weighted;  // with respect to an unknown; else to an explicit variable
    int first;      // in targets, one a member
  };
  struct Part {
    Tape tape;
    Strips strips;
    std::vector<Result> results;
    std::vector<int> targets;

    Part(const UnitClass& kind, const ExpressionGraph& graph, const std::vector<int>& outputs,
         const ValueLayout& layout)
        : tape(graph, outputs, std::vector<int>(kind.slots.size(), 0)), strips(kind, tape, layout) {}
  };
  struct Chain {
    int factor;
    int first, count;  // in products_
  };

  struct Collected;
  std::unique_ptr<Part> collect(const UnitClass& kind, const ValueLayout& layout, const std::vector<char>& handed,
                                Collected& collected) const;
  void link(std::vector<Collected>& collected);

  std::vector<std::unique_ptr<Part>> parts_;
  std::vector<std::pair<int, int>> entries_;
  std::vector<double> store_;  // entries, then derivatives of explicit variables, then factors of the chain rule
  std::vector<int> filled_;    // places that only the chain rule reaches
  std::vector<Chain> chains_;
  std::vector<std::pair<int, int>> products_;  // store[first] += factor store[second]
};

}  // namespace stillhouse
