#pragma once

#include <cstdint>

#include "labs/session/session.h"

namespace stillhouse {

/// Somebody who keeps a run while it happens: the run file. Called on the simulation's thread, between scans.
class RunSink {
 public:
  virtual ~RunSink() = default;
  /// The session has accepted a command; it takes effect in the coming scan.
  virtual void commanded(const Session& session, const Command& command) = 0;
  /// A scan is done.
  virtual void scanned(const Session& session) = 0;
  /// The session stands at the beginning of an earlier scan again; `from` is where it was.
  virtual void went_back(const Session& session, std::int64_t from) = 0;
  /// The session goes on no longer. Called again if it ends again after going back.
  virtual void ended(const Session& session) = 0;
  /// Called at least every second of wall time, also while frozen: a chance to flush.
  virtual void idle(const Session& session) = 0;
};

}  // namespace stillhouse
