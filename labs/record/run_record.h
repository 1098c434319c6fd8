#pragma once

#include <string>
#include <vector>

#include "labs/record/records.h"

namespace stillhouse {

/// A place where a run file is not what was written.
struct RunProblem {
  std::int64_t line = 0;  ///< counted from 1
  std::string what;
};

/// A run file in memory, each kind of record in the order of the file.
///
/// Commands and backtracks keep their `line`, which orders them among each other. The records of a file with problems
/// are there to be looked at, not to be trusted: see `require_intact`.
struct RunRecord {
  std::string file;
  HeaderRecord header;
  std::vector<CommandRecord> commands;
  std::vector<BacktrackRecord> backtracks;
  std::vector<DigestRecord> digests;
  std::vector<ReadingRecord> readings;
  std::vector<AlarmRecord> alarms;
  std::vector<TaskRecord> tasks;
  std::vector<FaultRecord> faults;
  std::vector<NoteRecord> notes;
  std::vector<FailureRecord> failures;
  std::vector<ResultRecord> results;

  std::vector<RunProblem> problems;  ///< changed, inserted, deleted or reordered lines; empty for an intact file
  std::string torn;                  ///< a sentence, if the last line was cut short and dropped; else empty
  std::int64_t lines = 0;            ///< whole lines, the torn one not counted
  std::uint64_t intact_bytes = 0;    ///< length of the file without the torn line
  std::string chain;                 ///< hash of the last whole line, hex: names the whole run

  bool intact() const { return problems.empty(); }

  /// The result that counts, or null if the run was never closed.
  const ResultRecord* result() const { return results.empty() ? nullptr : &results.back(); }

  void add(Record record);
};

/// Throws RecordError with the first problem of the run, if it has one.
void require_intact(const RunRecord& run);

/// The run as it counts after its backtracks: what was undone is left out, the backtracks themselves stay.
///
/// A backtrack to scan b leaves out, of all that stands above it in the file, the commands with scan >= b and every
/// other record with scan > b.
RunRecord without_undone(const RunRecord& run);

}  // namespace stillhouse
