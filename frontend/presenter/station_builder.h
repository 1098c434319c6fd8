#pragma once

#include <memory>

#include "frontend/presenter/snapshot.h"
#include "frontend/presenter/station_state.h"

namespace stillhouse {

/// What may go wrong at all in a session's plant, from its inputs and devices.
std::shared_ptr<const StationFacts> station_facts(const Session& session);

/// What the station shows now. The grade is the judge's if the run ended now; `snapshots` are those there are.
StationState station_state(const Session& session, const std::shared_ptr<const StationFacts>& facts,
                           const std::vector<Snapshot>& snapshots);

/// Score and criteria of a grade; apart, because a grade costs more than the rest and is wanted less often.
void add_grade(const Grade& grade, StationState& state);

}  // namespace stillhouse
