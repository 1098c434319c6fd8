#include "labs/review/reviewed_run.h"

#include <algorithm>
#include <exception>

#include "engine/base/error.h"
#include "labs/record/reader.h"
#include "labs/session/lab_library.h"
#include "labs/session/operator_player.h"
#include "labs/session/playing.h"
#include "labs/session/replay.h"
#include "labs/session/session_changes.h"

namespace stillhouse {

namespace {

namespace fs = std::filesystem;

/// A replay that somebody does not want any more.
struct Stopped {};

/// The error without the name of the file, which stands beside it anyway.
std::string without_file(const std::string& what, const std::string& file) {
  if (!what.starts_with(file)) return what;
  const std::size_t rest = what.find(": ", file.size());
  return rest == std::string::npos ? what : what.substr(rest + 2);
}

void note_header(const RunRecord& record, ReviewedRun& run) {
  const HeaderRecord& header = record.header;
  run.lab = header.lab;
  run.title = {header.lab, header.lab};
  run.student = header.student;
  run.operator_name = header.operator_name;
  run.mode = header.mode;
  run.seed = header.seed;
  run.edited = record.problems;
  run.torn = !record.torn.empty();
}

void note_course(const RunRecord& record, ReviewedRun& run) {
  run.duration = static_cast<double>(last_scan(record)) * record.header.scan_length;
  run.backtracks = static_cast<int>(record.backtracks.size());
  run.failed = !record.failures.empty();
  const auto notes = [&record](const char* kind) {
    return static_cast<int>(std::count_if(record.notes.begin(), record.notes.end(),
                                          [kind](const NoteRecord& note) { return note.kind == kind; }));
  };
  run.validity_left = notes("warning");
  run.retries = notes("retry");
  run.interventions =
      static_cast<int>(std::count_if(record.commands.begin(), record.commands.end(), [](const CommandRecord& command) {
        return command.accepted() && command.actor == Actor::instructor;
      }));
  for (const BacktrackRecord& back : record.backtracks)
    if (back.actor == Actor::instructor) ++run.interventions;
  run.haste = haste_of(record, {});
}

void note_grade(const RunRecord& record, ReviewedRun& run) {
  const ResultRecord* result = record.result();
  run.closed = result != nullptr;
  scenario::Lab lab;
  try {
    lab = *carried_lab(record).lab;
    run.title = lab.title;
  } catch (const std::exception& error) {
    run.check = RunCheck::impossible;
    run.check_says = without_file(error.what(), record.file);
  }
  if (result == nullptr) return;
  run.aborted = result->aborted;
  run.grade = computed_grade(*result, lab);

  const fs::path beside = review_path(record.file);
  std::error_code error;
  if (!fs::exists(beside, error)) return;
  try {
    const ReviewFile review = read_review(beside);
    if (!review.intact()) {
      const RunProblem& first = review.problems.front();
      run.review_fault = "line " + std::to_string(first.line) + ": " + first.what;
    } else if (!review.is_of(record)) {
      run.review_fault = "it is of another state of the run";
    } else {
      lay_on(review, run.grade);
    }
  } catch (const std::exception& fault) {
    run.review_fault = without_file(fault.what(), beside.string());
  }
}

}  // namespace

bool ReviewedRun::wants_attention() const {
  return !readable() || check == RunCheck::differs || check == RunCheck::impossible || !edited.empty() || torn ||
         validity_left > 0 || interventions > 0 || failed || haste.unusual() || !review_fault.empty() || !closed;
}

ReviewedRun look_at_run(const fs::path& path) {
  ReviewedRun run;
  run.path = path;
  run.name = path.filename().string();
  try {
    const RunRecord record = read_run(path);
    note_header(record, run);
    // counts are of the run as it counts; the backtracks themselves stay
    const RunRecord kept = without_undone(record);
    note_course(kept, run);
    note_grade(kept, run);
  } catch (const std::exception& error) {
    ReviewedRun foreign;
    foreign.path = path;
    foreign.name = run.name;
    foreign.reason = without_file(error.what(), path.string());
    return foreign;
  }
  return run;
}

void check_run(ReviewedRun& run, const std::function<bool(double share)>& progress) {
  if (!run.readable() || run.check == RunCheck::impossible) return;
  if (!run.edited.empty()) {
    run.check = RunCheck::impossible;
    run.check_says = "the file was changed after it was written";
    return;
  }
  try {
    const RunRecord record = read_run(run.path);
    ReplayWatch watch;
    if (progress) {
      watch.progress = [&progress](Scan done, Scan all) {
        if (!progress(static_cast<double>(done) / static_cast<double>(std::max<Scan>(all, 1)))) throw Stopped{};
      };
    }
    const Replay again = replay(record, watch);
    run.check = again.identical() ? RunCheck::identical : RunCheck::differs;
    run.check_says = again.difference;
    run.differs.reset();
    if (again.first_difference) run.differs = static_cast<double>(*again.first_difference) * record.header.scan_length;
  } catch (const Stopped&) {
    return;
  } catch (const std::exception& error) {
    run.check = RunCheck::impossible;
    run.check_says = without_file(error.what(), run.path.string());
  }
}

std::vector<fs::path> runs_at(const fs::path& path) {
  std::error_code error;
  if (!fs::exists(path, error))
    throw RecordError(path.string(), 0, "no such file or folder; give a run or a folder of runs");
  if (!fs::is_directory(path, error)) return {path};
  std::vector<fs::path> paths;
  fs::directory_iterator entries(path, error);
  if (error) throw RecordError(path.string(), 0, "the folder cannot be read: " + error.message());
  for (const fs::directory_entry& entry : entries)
    if (entry.path().extension() == ".run") paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  if (paths.empty()) throw RecordError(path.string(), 0, "the folder holds no run (no file that ends in .run)");
  return paths;
}

const TaskTimes& GoodOperators::times(const RunRecord& run) {
  std::string key = run.header.lab;
  for (const auto& [name, digest] : run.header.file_digests)
    if (!name.starts_with("operators/") && name.find("/operators/") == std::string::npos) key += " " + digest;
  const auto known = known_.find(key);
  if (known != known_.end()) return known->second;
  TaskTimes& times = known_[key];
  try {
    const auto lab = carried_lab(run).lab;
    const scenario::Operator good = load_operator(find_operator(LabLibrary::standard().find(lab->id), "good"), *lab);
    Session session(lab, {.seed = lab->seed, .student = ""});
    OperatorPlayer player(good, session);
    RunRecord played;
    Playing playing;
    playing.player = &player;
    playing.happened = [&played](const Record& record) { played.add(record); };
    play(session, playing);
    times = task_times(played);
  } catch (const std::exception&) {
    // a lab of one's own may have no good operator: haste is then judged by commands alone
    times.clear();
  }
  return times;
}

void note_haste(ReviewedRun& run, GoodOperators& operators) {
  if (!run.readable() || !run.edited.empty()) return;
  try {
    const RunRecord record = without_undone(read_run(run.path));
    run.haste = haste_of(record, operators.times(record));
  } catch (const std::exception&) {
    // the file was readable a moment ago; the check says what is wrong with it now
  }
}

}  // namespace stillhouse
