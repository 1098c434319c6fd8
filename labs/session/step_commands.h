#pragma once

#include <vector>

#include "labs/scenario/lab.h"
#include "labs/session/command.h"

namespace stillhouse {

/// What a step tells the control room to do; a step that tunes may be several commands, one that waits is none.
void add_commands(const scenario::Step& step, const char* actor, std::int64_t scan, std::vector<Command>& commands);

}  // namespace stillhouse
