#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <vector>

#include "engine/base/refusal.h"
#include "labs/record/writer.h"
#include "labs/scenario/lab.h"
#include "labs/session/command.h"
#include "labs/session/session_changes.h"

namespace stillhouse {

class Session;

/// Writes the life of a session into a run file while it is lived.
///
/// Whoever drives the session tells the recorder of every command, backtrack and scan right after it was done. What is
/// told goes to the operating system at once, and a session that is advanced at least twice a second of wall time has
/// its state on record as often: killing the program loses no more than the last second.
class RunRecorder {
 public:
  /// Begins a run file for a session at its start. Throws RecordError.
  static RunRecorder begin(const std::filesystem::path& path, const Session& session,
                           const scenario::Operator* played = nullptr);

  /// Goes on with a run whose file was reopened and whose session was replayed up to its end.
  RunRecorder(RunWriter writer, const Session& session);

  /// A command for the present boundary, and why it was refused if it was.
  void command(const Session& session, const Command& command, const std::optional<Refusal>& refusal);

  /// The session was taken back from `from` to where it now is.
  void backtrack(const Session& session, Scan from, bool by_instructor = false);

  /// The session was advanced. Returns what happened in that scan.
  std::vector<Record> scanned(const Session& session);

  /// Writes the result as it is now, reveals the faults, puts the file on the disk and lets go of it.
  void close(const Session& session);

  /// Lets go of the file without a result, as of a run that was interrupted.
  void leave() { writer_.close(); }

  const std::filesystem::path& path() const { return writer_.path(); }

 private:
  using Clock = std::chrono::steady_clock;

  void add_digest(const Session& session);
  void add_readings(const Session& session);

  RunWriter writer_;
  SessionChanges changes_;
  Scan looked_at_ = -1;          ///< scan of the last digest or readings
  Clock::time_point traced_at_;  ///< wall time of these
};

/// The grade as the run file keeps it.
ResultRecord result_record(const Session& session);

}  // namespace stillhouse
