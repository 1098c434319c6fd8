#include "labs/record/run_record.h"

#include <algorithm>
#include <type_traits>

#include "engine/base/error.h"

namespace stillhouse {

void RunRecord::add(Record record) {
  struct Shelf {
    RunRecord& run;
    void operator()(HeaderRecord&& r) const { run.header = std::move(r); }
    void operator()(CommandRecord&& r) const { run.commands.push_back(std::move(r)); }
    void operator()(BacktrackRecord&& r) const { run.backtracks.push_back(std::move(r)); }
    void operator()(DigestRecord&& r) const { run.digests.push_back(std::move(r)); }
    void operator()(ReadingRecord&& r) const { run.readings.push_back(std::move(r)); }
    void operator()(AlarmRecord&& r) const { run.alarms.push_back(std::move(r)); }
    void operator()(TaskRecord&& r) const { run.tasks.push_back(std::move(r)); }
    void operator()(FaultRecord&& r) const { run.faults.push_back(std::move(r)); }
    void operator()(NoteRecord&& r) const { run.notes.push_back(std::move(r)); }
    void operator()(FailureRecord&& r) const { run.failures.push_back(std::move(r)); }
    void operator()(ResultRecord&& r) const { run.results.push_back(std::move(r)); }
  };
  std::visit(Shelf{*this}, std::move(record));
}

void require_intact(const RunRecord& run) {
  if (run.problems.empty()) return;
  const RunProblem& first = run.problems.front();
  const std::size_t others = run.problems.size() - 1;
  std::string what = first.what;
  if (others > 0) what += " (and " + std::to_string(others) + " more after it)";
  throw RecordError(run.file, static_cast<int>(first.line),
                    what + "; the run cannot be trusted, use an unchanged copy of it");
}

RunRecord without_undone(const RunRecord& run) {
  RunRecord kept = run;
  const auto undone = [&run](const auto& record, Scan first_undone) {
    return std::any_of(run.backtracks.begin(), run.backtracks.end(), [&](const BacktrackRecord& back) {
      return record.line < back.line && record.scan >= back.to + first_undone;
    });
  };
  // a command of scan b comes after the state that a backtrack to b restores; everything else of scan b led to it
  const auto sift = [&undone](auto& records, Scan first_undone) {
    std::erase_if(records, [&](const auto& record) { return undone(record, first_undone); });
  };
  sift(kept.commands, 0);
  sift(kept.digests, 1);
  sift(kept.readings, 1);
  sift(kept.alarms, 1);
  sift(kept.tasks, 1);
  sift(kept.faults, 1);
  sift(kept.notes, 1);
  sift(kept.failures, 1);
  sift(kept.results, 1);
  return kept;
}

}  // namespace stillhouse
