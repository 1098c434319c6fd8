#pragma once

#include <string>
#include <vector>

#include "engine/solve/elimination_plan.h"

namespace stillhouse {

/// What a plan of elimination is in units of the plant, for people.
struct UnitStructure {
  int chains = 0;       ///< paths of units, each touching the next: trays
  int chain_units = 0;  ///< how many units they hold
  int border = 0;       ///< unknowns of the units that join the chains
  int general = 0;      ///< coupled unknowns without such a structure
};

/// Takes units out, smallest first, until paths remain. `block_of` says which unit (0, 1, ...) an unknown belongs to.
UnitStructure find_units(const SparsePattern& pattern, const std::vector<int>& block_of, const EliminationPlan& plan);

/// "206 unknowns: chain of 39 blocks, border of 11; 4785 entries in the factors, 9301 multiply-adds".
std::string in_words(const UnitStructure& units, const EliminationPlan::Counts& counts);

}  // namespace stillhouse
