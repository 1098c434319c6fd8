#pragma once

#include <functional>
#include <limits>
#include <optional>
#include <vector>

#include "engine/base/refusal.h"
#include "labs/record/records.h"
#include "labs/session/command.h"

namespace stillhouse {

class OperatorPlayer;
class RunRecorder;
class Session;

/// Who takes part when a session is played from beginning to end, and who looks on. Everybody may be absent.
struct Playing {
  OperatorPlayer* player = nullptr;
  RunRecorder* recorder = nullptr;
  /// What the player has said for the first boundary already, if it has been asked.
  std::optional<std::vector<Command>> pending;
  double until = std::numeric_limits<double>::infinity();  ///< s of simulated time

  /// At every boundary, before its commands; false stops the play there.
  std::function<bool(const Session&)> boundary;
  /// Alarms, tasks, faults, notes and failures as they happen.
  std::function<void(const Record&)> happened;
  std::function<void(const Command&, const Refusal&)> refused;
};

/// Plays as fast as it can until the session ends, `until`, or somebody stops it. Returns false if it was stopped.
bool play(Session& session, const Playing& playing);

}  // namespace stillhouse
