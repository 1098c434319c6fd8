#pragma once

#include <string>
#include <vector>

#include "models/reactors/kinetics.h"

namespace stillhouse {

/// What the text of a reaction says, checked by itself; heats and equilibria that need formation properties too.
/// ModelError says the text, the column (from 1) and what is allowed. The grammar is that of Kinetics.
Reaction read_reaction(const std::string& text, const std::vector<ReactingSpecies>& species, ReactionPhase phase);

}  // namespace stillhouse
