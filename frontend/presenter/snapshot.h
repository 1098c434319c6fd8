#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "labs/session/session.h"

namespace stillhouse {

/// A state of a run under a name: the moment, and the commands that lead to it from the start. A run is a function of
/// its commands, so that is all of it, also when the run has gone another way since.
struct Snapshot {
  std::string name;
  Text says;
  std::int64_t scan = 0;
  std::vector<Command> commands;
  bool initial = false;  ///< an initial condition of the lab, not taken in this run
};

/// The session's present state.
Snapshot snapshot_of(const Session& session, std::string name);

/// How to come from where a session stands to a snapshot: back to a scan, if need be, and from there on with these
/// commands.
struct WayTo {
  std::optional<std::int64_t> back;
  std::vector<Command> commands;
};
WayTo way_to(const Snapshot& snapshot, const Session& session);

/// Initial conditions of a lab: its state at the end of each task when this operator plays it, in the order in which
/// they are reached. The commands are those of the operator.
std::vector<Snapshot> initial_conditions(std::shared_ptr<const scenario::Lab> lab, const SessionSettings& settings,
                                         const scenario::Operator& played);

}  // namespace stillhouse
