#include <csignal>
#include <filesystem>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

#include "engine/base/error.h"
#include "engine/base/hash.h"
#include "frontend/cli/csv_log.h"
#include "frontend/cli/output.h"
#include "frontend/cli/played_run.h"
#include "frontend/cli/progress.h"
#include "frontend/cli/verb.h"
#include "labs/grading/grade_json.h"
#include "labs/session/playing.h"

namespace stillhouse::cli {

namespace {

volatile std::sig_atomic_t interrupted = 0;

void interrupt(int) {
  interrupted = 1;
}

const char* word(SessionEnd end) {
  switch (end) {
    case SessionEnd::running:
      return "stopped";
    case SessionEnd::finished:
      return "finished";
    case SessionEnd::duration:
      return "duration";
    case SessionEnd::aborted:
      return "aborted";
    case SessionEnd::failed:
      return "failed";
  }
  return "";
}

/// One line about something that happened; empty for what a student is not told.
std::string line_of(const Record& record, const scenario::Lab& lab) {
  if (const auto* task = std::get_if<TaskRecord>(&record); task && task->state == "done") {
    for (const scenario::Task& known : lab.tasks)
      if (known.id == task->id) return clock_time(task->time) + "  task done   " + task->id + ": " + known.says.en;
  }
  if (const auto* alarm = std::get_if<AlarmRecord>(&record); alarm && alarm->state == "unacknowledged")
    return clock_time(alarm->time) + "  alarm       " + alarm->tag + ", " + alarm->priority + ": " + alarm->text.en;
  if (const auto* note = std::get_if<NoteRecord>(&record))
    return clock_time(note->time) + "  " + note->kind + "     " + note->text.en;
  if (const auto* failure = std::get_if<FailureRecord>(&record))
    return clock_time(failure->time) + "  failure     " + failure->message;
  return "";
}

void tell_end(const PlayedRun& run, bool json) {
  const Session& session = *run.session;
  const Grade grade = session.grade();
  const std::string path = run.recorder->path().string();
  if (json) {
    Json document = Json::parse(grade_json(grade));
    document["run"] = path;
    document["seed"] = session.settings().seed;
    document["student"] = session.settings().student;
    document["operator"] = run.operator_name;
    document["end"] = word(session.end());
    document["time_s"] = session.time();
    document["digest"] = to_hex(session.digest());
    print_json(document);
    return;
  }
  std::cout << "\n" << grade_text(grade, true);
  std::cout << "\nAfter " << clock_time(session.time()) << " (" << word(session.end()) << "). Run file: " << path
            << "\n"
            << "  stillhouse report " << path << " --out report.html   makes a report of it\n";
}

int run_run(const Arguments& arguments) {
  const bool json = arguments.has("json");
  double until = std::numeric_limits<double>::infinity();
  if (const auto time = arguments.value("until")) until = seconds_in("until", *time);
  PlayedRun run = run_of(arguments);
  Session& session = *run.session;
  const double end = std::min(until, session.lab().duration);

  // who looks on
  std::unique_ptr<CsvLog> csv;
  if (const auto path = arguments.value("csv")) csv = std::make_unique<CsvLog>(*path, session);
  Progress progress("simulating");
  const auto tell = [&](const std::string& line) {
    if (json || line.empty()) return;
    progress.clear();
    std::cout << line << "\n" << std::flush;
  };
  if (!json) {
    std::cout << session.lab().title.en << "\nseed " << session.settings().seed;
    if (!session.settings().student.empty()) std::cout << " of student " << session.settings().student;
    std::cout << (run.operator_name.empty() ? "; no operator: nobody touches the plant"
                                            : "; operator: " + run.operator_name)
              << "\n\n";
  }

  std::signal(SIGINT, interrupt);
  std::signal(SIGTERM, interrupt);
  Playing playing;
  playing.player = run.player ? &*run.player : nullptr;
  playing.recorder = &*run.recorder;
  playing.pending = run.pending;
  playing.until = until;
  playing.boundary = [&](const Session& now) {
    if (csv) csv->row(now);
    progress.show(now.time() / end, clock_time(now.time()));
    return interrupted == 0;
  };
  playing.happened = [&](const Record& record) { tell(line_of(record, session.lab())); };
  playing.refused = [&](const Command& command, const Refusal& refusal) {
    // acknowledging when there is nothing to acknowledge is no news
    if (command.verb != "acknowledge")
      tell(clock_time(session.time()) + "  refused     " + command.verb + " " + command.tag + ": " + refusal.en);
  };
  const bool done = play(session, playing);
  progress.clear();
  if (csv) {
    csv->row(session);
    csv->close();
  }

  if (!done) {
    run.recorder->leave();
    std::cerr << "stillhouse: interrupted at " << clock_time(session.time()) << "; the run is kept, go on with: "
              << "stillhouse run " << run.recorder->path().string() << "\n";
    return not_well;
  }
  run.recorder->close(session);
  tell_end(run, json);
  if (session.end() != SessionEnd::failed) return all_is_well;
  std::cerr << "stillhouse: the simulation failed: " << session.failure() << "\n";
  return not_well;
}

}  // namespace

Verb run_verb() {
  return {"run",
          {"LAB|RUN"},
          {{"operator", "NAME|FILE", "who plays: an operator shipped with the lab, or a file; nobody if left out"},
           {"seed", "N", "where all chance comes from; the lab's own if left out"},
           {"student", "ID", "derives the seed from a student's id"},
           {"out", "RUN", "the run file (LAB-OPERATOR-SEED.run)"},
           {"force", "", "replaces a run file that is there already"},
           {"csv", "FILE", "readings as a table: time_s, one column a tag; units in the second row"},
           {"until", "TIME", "stops at this simulated time, as 600s, 10min or 1h"},
           {"json", "",
            "one JSON document on stdout: the keys of grade, and run, seed, student, operator,\n"
            "                          end, time_s, digest"}},
          "Plays a lab from its start, as fast as it can, and records the run; or goes on with a run.",
          "Tasks and alarms are told as they happen; at the end tasks, grade and the lost points. A run file that is\n"
          "given instead of a lab is simulated up to its end and gone on with, by the operator it was begun with.\n",
          run_run};
}

}  // namespace stillhouse::cli
