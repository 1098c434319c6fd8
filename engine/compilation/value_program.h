#pragma once

#include <memory>
#include <vector>

#include "engine/compilation/strips.h"

namespace stillhouse {

/// Computes residuals and explicit variables of a plant from its kept unknowns, all units of a kind side by side. What
/// one unit hands to another is passed on level by level.
class ValueProgram {
 public:
  enum class Besides { nothing, residuals, observations };

  /// The explicit variables wanted (by place) and those they need; besides, the residuals of all kept rows, or what is
  /// observed.
  ValueProgram(const PlantGraph& graph, const ValueLayout& layout, Besides besides, const std::vector<char>& wanted);

  /// Reads unknowns, rates, inputs and modes from `values` (laid out by ValueLayout) and writes the rest there.
  void run(double* values);

 private:
  struct Result {
    int row;
    int first;                 // in targets, one a member
    std::vector<char> blocks;  // for each strip: whether the targets of its lanes stand side by side
  };
  struct Part {
    Tape tape;
    Strips strips;
    std::vector<std::vector<Result>> results;  // by level
    std::vector<int> targets;

    Part(const UnitClass& kind, const std::vector<int>& outputs, const std::vector<int>& level_of_slot,
         const ValueLayout& layout)
        : tape(kind.graph, outputs, level_of_slot), strips(kind, tape, layout) {}
  };

  std::vector<std::unique_ptr<Part>> parts_;
  int levels_ = 0;
};

/// The explicit variables that some unit's equations read from another unit, by place: 1 for those.
std::vector<char> handed_on(const PlantGraph& graph);

}  // namespace stillhouse
