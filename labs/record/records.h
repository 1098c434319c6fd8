#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "engine/base/text.h"

namespace stillhouse {

/// Version of the run file that this program writes; it reads this one and all older ones.
inline constexpr int run_format_version = 1;

/// Number of whole scans since the start of the run. Simulated time is `scan * header.scan_length`.
using Scan = std::int64_t;

// Every record below is one line of the run file. `line` is its number in the file, counted from 1; the reader fills
// it in and the writer ignores it. Times are simulated seconds unless they are called wall time.

/// First line: all that a run depends on, apart from the commands.
struct HeaderRecord {
  std::int64_t line = 0;
  int format = run_format_version;
  std::string engine_version;
  std::string models_version;
  std::string grading_version;
  std::string lab;                           ///< id of the lab
  std::map<std::string, std::string> files;  ///< name -> full text: lab.lua, plant file, operator if there was one
  std::map<std::string, std::string>
      file_digests;  ///< name -> SHA-256 as hex; written from `files`, checked on reading
  std::uint64_t seed = 0;
  std::string student;        ///< id the seed was derived from; empty if the seed was given
  std::string mode;           ///< "practice" or "exam"
  std::string operator_name;  ///< operator file that drives the run; empty for a person
  double scan_length = 1.0;   ///< s
  std::string started;        ///< wall time, ISO 8601 UTC, for information only
  std::string build;          ///< compiler and options, for information only
};

enum class Actor { student, operator_file, instructor };

/// Something somebody did, or tried to do. Takes effect at the boundary that begins with scan `scan`.
struct CommandRecord {
  std::int64_t line = 0;
  Scan scan = 0;
  double time = 0.0;
  std::string wall;  ///< wall time, ISO 8601 UTC, for information only
  Actor actor = Actor::student;
  std::string verb;             ///< set, mode, acknowledge, sample, ...
  std::string tag;              ///< the target, empty if the verb has none
  std::optional<double> value;  ///< SI; finite
  std::string text;             ///< argument in words, as the mode's name
  std::string refused;          ///< why it was refused; empty if it took effect

  bool accepted() const { return refused.empty(); }
};

/// The run was taken back to the state at the beginning of scan `to`, before the commands of that scan.
struct BacktrackRecord {
  std::int64_t line = 0;
  Scan from = 0;
  Scan to = 0;
  std::string wall;
  Actor actor = Actor::student;
};

/// Digest of the whole plant state when `scan` scans were done, before the commands of the next.
struct DigestRecord {
  std::int64_t line = 0;
  Scan scan = 0;
  std::string digest;  ///< hex
};

/// What the instruments showed. A number that is not finite (a failed transmitter) is written as null, read as NaN.
struct ReadingRecord {
  std::int64_t line = 0;
  Scan scan = 0;
  double time = 0.0;
  std::map<std::string, double> values;  ///< tag -> value, SI
};

/// An alarm changed its state.
struct AlarmRecord {
  std::int64_t line = 0;
  Scan scan = 0;
  double time = 0.0;
  std::string tag;
  std::string priority;  ///< "critical", "high", "medium", "low"
  std::string state;     ///< after ISA-18.2: "normal", "unacknowledged", "acknowledged", "returned", "shelved"
  Text text;             ///< what it means
};

/// A task of the lab changed its state.
struct TaskRecord {
  std::int64_t line = 0;
  Scan scan = 0;
  double time = 0.0;
  std::string id;
  std::string state;  ///< "waiting", "open", "done", "missed"
};

/// A hidden fault began, was revealed or ended.
struct FaultRecord {
  std::int64_t line = 0;
  Scan scan = 0;
  double time = 0.0;
  std::string id;
  std::string state;  ///< "active", "revealed", "cleared"
  Text text;          ///< what the student is told when it is revealed
};

/// Something the reader of the run should know, as a limit of validity that was left, or a scan that the solver had to
/// try again ("retry"): how far the first attempt came, what solved it, and its worst equations.
struct NoteRecord {
  std::int64_t line = 0;
  Scan scan = 0;
  double time = 0.0;
  std::string kind;  ///< "note", "warning" or "retry"
  Text text;
};

/// The solver gave up; the run stands still here until it is backtracked.
struct FailureRecord {
  std::int64_t line = 0;
  Scan scan = 0;
  double time = 0.0;
  std::string message;
  std::vector<std::string> equations;  ///< the worst equations by name
};

/// What the run was worth when it was closed. A run that was continued may hold several; the last counts.
struct ResultRecord {
  std::int64_t line = 0;
  Scan scan = 0;
  double time = 0.0;
  double score = 0.0;
  double total = 0.0;
  std::vector<std::pair<std::string, double>> criteria;    ///< id -> score, in the order of the rubric
  std::vector<std::pair<std::string, std::string>> tasks;  ///< id -> state, in the order of the lab
  bool aborted = false;
  std::string abort_reason;
  std::string digest;  ///< hex, of the plant state at the end
};

using Record = std::variant<HeaderRecord, CommandRecord, BacktrackRecord, DigestRecord, ReadingRecord, AlarmRecord,
                            TaskRecord, FaultRecord, NoteRecord, FailureRecord, ResultRecord>;

}  // namespace stillhouse
