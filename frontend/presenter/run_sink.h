#pragma once

#include <cstdint>
#include <optional>

#include "labs/session/session.h"

namespace stillhouse {

/// Somebody who keeps a run while it happens: the run file. Called on the simulation's thread, between scans.
class RunSink {
 public:
  virtual ~RunSink() = default;
  /// A command for the present boundary, and why it was refused if it was.
  virtual void commanded(const Session& session, const Command& command, const std::optional<Refusal>& refusal) = 0;
  /// A scan is done.
  virtual void scanned(const Session& session) = 0;
  /// The session stands at the beginning of an earlier scan again; `from` is where it was.
  virtual void went_back(const Session& session, std::int64_t from, bool by_instructor) = 0;
  /// Nobody will drive the session any more. Called once, when the runner stops.
  virtual void closed(const Session& session) = 0;
};

}  // namespace stillhouse
