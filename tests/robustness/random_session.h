#pragma once

#include <optional>

#include "labs/session/session.h"
#include "tests/robustness/dice.h"

namespace stillhouse {

/// Makes every fault of a lab act at a random time whatever the student does, adds some of every kind to random
/// targets, and takes away what would abort the run, so that the plant is driven on.
void add_random_faults(scenario::Lab& lab, Dice& dice);

/// A command that the session would take now; nothing if ten draws were all refused.
std::optional<Command> random_command(const Session& session, Dice& dice);

}  // namespace stillhouse
