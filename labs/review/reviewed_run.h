#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "labs/review/haste.h"
#include "labs/review/marked_grade.h"

namespace stillhouse {

/// What came of simulating a run again.
enum class RunCheck { not_checked, identical, differs, impossible };

/// What an assessor wants to know of one run before opening it. Every file gives one, also a damaged or foreign one.
struct ReviewedRun {
  std::filesystem::path path;
  std::string name;    ///< of the file
  std::string reason;  ///< why the file cannot be read at all; all below is then empty

  // who and what, as the header says
  std::string lab, student, operator_name, mode;
  Text title;
  std::uint64_t seed = 0;

  // how it went
  double duration = 0.0;  ///< s of simulated time
  bool closed = false;    ///< has a result; without one nothing is known of its score
  bool aborted = false;
  MarkedGrade grade;         ///< the result's, with the marks of people
  std::string review_fault;  ///< why the review file beside it does not count; empty: it does, or there is none

  // flags
  RunCheck check = RunCheck::not_checked;
  std::string check_says;          ///< what differs, or why it could not be simulated
  std::optional<double> differs;   ///< s: from when on
  std::vector<RunProblem> edited;  ///< lines that were changed; empty: the chain is whole
  bool torn = false;               ///< its last line was cut short
  int validity_left = 0;           ///< signals that left the range of their model
  int retries = 0;                 ///< scans the solver had to try again
  int interventions = 0;           ///< accepted commands of an instructor
  int backtracks = 0;
  bool failed = false;  ///< the solver gave up
  Haste haste;

  bool readable() const { return reason.empty(); }
  /// Something that an assessor should look at before using the score.
  bool wants_attention() const;
};

/// Reads a run and what stands beside it; nothing is simulated. Never throws for what is wrong with the file.
ReviewedRun look_at_run(const std::filesystem::path& path);

/// Simulates the run again and notes in `check` what came of it. `progress` is told the share that is done, 0 to 1, and
/// may stop it by returning false; then `check` stays as it was.
void check_run(ReviewedRun& run, const std::function<bool(double share)>& progress = {});

/// The runs of a folder (files that end in ".run", not of folders in it) or the one of a file, sorted by name.
/// Throws RecordError if there is no such file or folder, or the folder holds no run.
std::vector<std::filesystem::path> runs_at(const std::filesystem::path& path);

/// What the good operator of the lab that runs carry needs for each task, on the plant of the lab's own seed. Plays it
/// once a lab, however many runs there are.
class GoodOperators {
 public:
  /// Empty if the library has no good operator that fits the lab, or if it does not come to an end.
  const TaskTimes& times(const RunRecord& run);

 private:
  std::map<std::string, TaskTimes> known_;  ///< by the digest of the lab's texts
};

/// Compares the run with the good operator's times.
void note_haste(ReviewedRun& run, GoodOperators& operators);

}  // namespace stillhouse
