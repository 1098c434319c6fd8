#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "labs/record/run_record.h"
#include "labs/scenario/lab.h"
#include "labs/session/session.h"

namespace stillhouse {

/// What a run's file carries beside its commands.
struct CarriedLab {
  std::shared_ptr<const scenario::Lab> lab;
  std::optional<scenario::Operator> played;  ///< the operator that drove the run, if one did
};

/// Throws RecordError if the lab or the operator cannot be read.
CarriedLab carried_lab(const RunRecord& run);

/// A run done again from what its file says: lab, seed and commands.
struct Replay {
  std::unique_ptr<Session> session;      ///< as it stood at the end of the run; it can go on from there
  std::optional<Scan> first_difference;  ///< scan from which on this run is not the recorded one
  std::string difference;                ///< what differs there, as a sentence
  std::int64_t digests_compared = 0;
  std::optional<double> score_recorded;  ///< of the result that closed the run; nothing if it is not closed

  bool identical() const { return !first_difference; }
};

/// Who looks on while a run is done again.
struct ReplayWatch {
  /// At every boundary, before its commands; and once more at the end.
  std::function<void(const Session&)> boundary;
  /// Of so many scans so many are done.
  std::function<void(Scan done, Scan all)> progress;
};

/// Last scan that the run's file knows of.
Scan last_scan(const RunRecord& run);

/// Reads the lab out of the record and simulates the run again, backtracks left out, comparing every digest, every
/// refusal and the result. A difference is no error: the replay goes on and says where it began.
/// Throws RecordError if the run's file was changed or its lab cannot be read, ModelError if it cannot be built.
Replay replay(const RunRecord& run, const ReplayWatch& watch = {});

/// The same up to the boundary of `moment`, before that boundary's commands; what was recorded later is not compared.
/// The session stands there, its plant as it was when the run passed this moment (after backtracks).
Replay replay_to(const RunRecord& run, Scan moment, const ReplayWatch& watch = {});

/// The command of a record.
Command command_of(const CommandRecord& record);

}  // namespace stillhouse
