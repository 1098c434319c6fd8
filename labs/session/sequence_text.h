#pragma once

#include "engine/base/text.h"
#include "labs/session/control_room.h"

namespace stillhouse {

/// What happened to a sequence, as a line of the journal.
Text sequence_text(const scenario::Plant& plant, const SequenceEntry& entry);

}  // namespace stillhouse
