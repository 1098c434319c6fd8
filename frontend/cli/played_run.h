#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "frontend/cli/verb.h"
#include "labs/session/operator_player.h"
#include "labs/session/run_recorder.h"
#include "labs/session/session.h"

namespace stillhouse::cli {

/// A run that can be gone on with: just begun, or taken up where its file ends.
struct PlayedRun {
  std::unique_ptr<Session> session;
  std::optional<OperatorPlayer> player;
  std::string operator_name;  ///< empty: nobody plays
  std::optional<RunRecorder> recorder;
  std::optional<std::vector<Command>> pending;  ///< what the player said last, as far as it is not recorded
};

/// The session that --seed and --student ask for. Throws UsageError if both are given.
SessionSettings settings_of(const Arguments& arguments, const scenario::Lab& lab);

/// Whether the argument is a run file rather than a lab.
bool is_run_file(const std::string& path);

/// What the first word and the options --operator, --seed, --student, --out and --force ask for.
PlayedRun run_of(const Arguments& arguments);

/// Where the run of a session is written if nobody says otherwise: "<lab>-<operator>-<seed>.run".
std::string run_path(const Session& session, const std::string& operator_name);

}  // namespace stillhouse::cli
