#include "labs/session/replay.h"

#include <algorithm>
#include <limits>

#include "engine/base/error.h"
#include "labs/session/command_value.h"
#include "labs/session/lab_library.h"
#include "labs/session/run_recorder.h"

namespace stillhouse {

namespace {

/// Goes through a run scan by scan and notes the first thing that is not as recorded.
class Replaying {
 public:
  Replaying(const RunRecord& run, const ReplayWatch& watch)
      : run_(without_undone(run)), watch_(watch), last_(last_scan(run_)) {
    const HeaderRecord& header = run_.header;
    const auto lab = carried_lab(run_).lab;
    if (lab->id != header.lab)
      throw RecordError(run.file, 1, "the run says it is of the lab " + header.lab + ", but carries " + lab->id);
    replay_.session = std::make_unique<Session>(lab, SessionSettings{header.seed, header.student});
    if (session().scan_length() != header.scan_length)
      throw RecordError(run.file, 1, "the run has scans of another length than this program");
    if (!header.student.empty() && seed_of_student(header.lab, header.student) != header.seed)
      differ("the seed is not that of the student " + header.student);
    for (const CommandRecord& command : run_.commands) last_line_ = std::max(last_line_, command.line);

    // going back from the start to the start changes nothing but is counted, as it is in the grade
    for (const BacktrackRecord& back : run_.backtracks) {
      const bool by_instructor = back.actor == Actor::instructor;
      if (!by_instructor && !session().may_backtrack()) differ("the student went back, which this lab does not allow");
      session().backtrack(0, by_instructor);
    }
  }

  /// Up to a boundary, before its commands.
  Replay done_to(Scan moment) {
    while (true) {
      const Scan scan = session().scan();
      if (watch_.boundary) watch_.boundary(session());
      compare_digests(scan);
      if (scan >= moment) break;
      give_commands(scan);
      session().advance();
      if (session().scan() == scan) {
        differ("the run ends here, the recorded one goes on");
        break;
      }
      if (watch_.progress) watch_.progress(session().scan(), moment);
    }
    return std::move(replay_);
  }

  Replay done() {
    while (true) {
      const Scan scan = session().scan();
      if (watch_.boundary) watch_.boundary(session());
      compare_digests(scan);
      give_commands(scan);
      if (!session().running() || scan >= last_) break;
      session().advance();
      if (session().scan() == scan) break;
      if (watch_.progress) watch_.progress(session().scan(), last_);
    }
    end_within_scan();
    if (session().scan() < last_) differ("the run ends here, the recorded one goes on");
    for (; command_ < run_.commands.size(); ++command_)
      if (run_.commands[command_].accepted()) differ("commands were recorded after the end of the run");
    compare_result();
    return std::move(replay_);
  }

 private:
  Session& session() { return *replay_.session; }

  void differ(const std::string& what) {
    if (replay_.first_difference) return;
    replay_.first_difference = session().scan();
    replay_.difference = what;
  }

  void compare_digests(Scan scan) {
    for (; digest_ < run_.digests.size() && run_.digests[digest_].scan <= scan; ++digest_) {
      const DigestRecord& recorded = run_.digests[digest_];
      if (recorded.scan < scan) differ("digests are not in the order of the run");
      if (replay_.first_difference) continue;
      ++replay_.digests_compared;
      if (recorded.digest != to_hex(session().digest())) differ("the state of the plant is another one");
    }
  }

  void give_commands(Scan scan) {
    for (; command_ < run_.commands.size() && run_.commands[command_].scan <= scan; ++command_) {
      const CommandRecord& recorded = run_.commands[command_];
      const std::string what = recorded.verb + (recorded.tag.empty() ? "" : " " + recorded.tag) + " (line " +
                               std::to_string(recorded.line) + ")";
      if (recorded.scan < scan) {
        differ("commands are not in the order of the run: " + what);
        continue;
      }
      if (!recorded.accepted()) {
        if (!session().query(command_of(recorded))) differ("this was refused then and is permitted now: " + what);
        continue;
      }
      if (const auto refusal = session().execute(command_of(recorded)))
        differ("this was permitted then and is refused now: " + what + ": " + refusal->en);
    }
  }

  /// An abort and a failure of the solver come after a boundary's commands, before the next boundary.
  void end_within_scan() {
    const ResultRecord* result = run_.result();
    const bool aborted = result && result->aborted && result->scan == last_;
    const bool failed = !run_.failures.empty() && run_.failures.back().scan == last_;
    if (!session().running() || session().scan() != last_ || (!aborted && !failed)) return;
    session().advance();
    if (session().running()) differ(aborted ? "the run was aborted here" : "the simulation failed here");
  }

  void compare_result() {
    // a result that was gone on from is not the end of the run
    const ResultRecord* recorded = run_.result();
    if (!recorded || recorded->scan != last_ || recorded->line < last_line_) return;
    replay_.score_recorded = recorded->score;
    if (session().scan() != last_) return;
    const ResultRecord derived = result_record(session());
    if (recorded->digest != derived.digest) differ("the state at the end is another one");
    const bool same = recorded->score == derived.score && recorded->total == derived.total &&
                      recorded->criteria == derived.criteria && recorded->tasks == derived.tasks &&
                      recorded->aborted == derived.aborted;
    if (!same) differ("the grade is another one");
  }

  RunRecord run_;
  const ReplayWatch& watch_;
  Scan last_;
  std::int64_t last_line_ = 0;
  std::size_t digest_ = 0;
  std::size_t command_ = 0;
  Replay replay_;
};

}  // namespace

Command command_of(const CommandRecord& record) {
  constexpr const char* actors[] = {"student", "operator_file", "instructor"};
  const double none = is_about_a_number(record.verb) ? std::numeric_limits<double>::quiet_NaN() : 0.0;
  return {record.scan, actors[static_cast<int>(record.actor)], record.verb, record.tag, record.value.value_or(none),
          record.text};
}

CarriedLab carried_lab(const RunRecord& run) {
  try {
    CarriedLab carried;
    scenario::Lab lab = lab_of_texts(run.header.files);
    // a lab for practice may have been begun as an examination
    if (run.header.mode == "exam") lab.mode = scenario::LabMode::exam;
    carried.lab = std::make_shared<const scenario::Lab>(std::move(lab));
    carried.played = operator_of_texts(run.header.files, *carried.lab);
    return carried;
  } catch (const ScenarioError& error) {
    throw RecordError(run.file, 1, std::string("the lab it carries cannot be read: ") + error.what());
  }
}

Scan last_scan(const RunRecord& run) {
  Scan last = 0;
  const auto look = [&last](const auto& records) {
    for (const auto& record : records) last = std::max(last, record.scan);
  };
  look(run.commands);
  look(run.digests);
  look(run.readings);
  look(run.alarms);
  look(run.tasks);
  look(run.faults);
  look(run.notes);
  look(run.failures);
  look(run.results);
  return last;
}

Replay replay(const RunRecord& run, const ReplayWatch& watch) {
  require_intact(run);
  return Replaying(run, watch).done();
}

Replay replay_to(const RunRecord& run, Scan moment, const ReplayWatch& watch) {
  require_intact(run);
  return Replaying(run, watch).done_to(moment);
}

}  // namespace stillhouse
