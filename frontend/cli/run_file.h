#pragma once

#include <functional>
#include <optional>
#include <string>

#include "labs/record/review_file.h"
#include "labs/record/run_record.h"
#include "labs/session/replay.h"

namespace stillhouse::cli {

/// Reads a run; a torn end and other versions are told on stderr. Throws RecordError if it cannot be read at all.
RunRecord read_run_file(const std::string& path);

/// The review beside a run, if there is one that counts; one that does not is told on stderr.
std::optional<ReviewFile> review_of(const RunRecord& run);

/// Does a run again, showing progress on stderr.
Replay replay_shown(const RunRecord& run, const std::function<void(const Session&)>& boundary = {});

/// The same up to the boundary of a scan, before its commands.
Replay replay_to_shown(const RunRecord& run, Scan moment);

/// Says on stderr that a replay is not the recorded run, if it is not. Returns whether it is.
bool tell_difference(const RunRecord& run, const Replay& replayed);

}  // namespace stillhouse::cli
