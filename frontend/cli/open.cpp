#include <filesystem>
#include <iostream>
#include <memory>

#include "engine/base/error.h"
#include "frontend/cli/played_run.h"
#include "frontend/cli/run_file.h"
#include "frontend/cli/verb.h"
#include "frontend/cli/window_request.h"
#include "frontend/presenter/recorder_sink.h"
#include "labs/record/writer.h"
#include "labs/session/lab_library.h"

namespace stillhouse::cli {

namespace {

WindowOpener& opener() {
  static WindowOpener the_opener;
  return the_opener;
}

constexpr const char* kFirstLab = "methanol_water_distillation";

/// A name that is still free: "<name>.run", "<name>-2.run", ...
std::string free_path(const std::string& path) {
  std::string free = path;
  for (int i = 2; std::filesystem::exists(free); ++i)
    free = path.substr(0, path.size() - 4) + "-" + std::to_string(i) + ".run";
  return free;
}

/// An operator plays by what it sees; it is built when it first sees the session it plays.
void add_player(WindowRequest& request, const scenario::Operator& played) {
  const auto player = std::make_shared<OperatorPlayer>(played, *request.session);
  request.player = [player](const Session& session) { return player->next(session); };
}

int run(const Arguments& arguments) {
  if (!opener()) {
    std::cerr << "stillhouse: this program was built without a window (STILLHOUSE_WINDOW=OFF); play a lab with: "
              << "stillhouse run LAB\n";
    return not_well;
  }
  WindowRequest request;
  request.screenshot = arguments.value("screenshot");
  if (const auto time = arguments.value("at")) request.at = seconds_in("at", *time);
  std::optional<RecorderSink> sink;
  const std::string what = arguments.words.empty() ? kFirstLab : arguments.words.front();

  if (is_run_file(what)) {
    for (const char* option : {"seed", "student", "operator", "out"})
      if (arguments.has(option))
        throw UsageError("--" + std::string(option) + " belongs to the beginning of a run; this one has begun");
    std::optional<RunWriter> writer;
    RunRecord record;
    if (request.screenshot) {
      record = read_run_file(what);
    } else {
      auto [reopened, so_far] = RunWriter::reopen(what);
      writer.emplace(std::move(reopened));
      record = std::move(so_far);
    }
    const Replay replayed = replay_shown(record);
    if (!tell_difference(record, replayed)) return not_well;
    const Session& past = *replayed.session;
    request.session = std::make_unique<Session>(std::make_shared<const scenario::Lab>(past.lab()), past.settings());
    for (int i = 0; i < past.backtracks(); ++i) request.session->backtrack(0);
    request.past = past.commands();
    request.scans = past.scan();
    if (writer) sink.emplace(RunRecorder(std::move(*writer), past));
  } else {
    const LabPlace place = LabLibrary::standard().find(what);
    const auto lab = std::make_shared<const scenario::Lab>(load_lab(place));
    request.session = std::make_unique<Session>(lab, settings_of(arguments, *lab));
    std::optional<scenario::Operator> played;
    if (const auto name = arguments.value("operator"); name && *name != "none") {
      played = load_operator(find_operator(place, *name), *lab);
      add_player(request, *played);
    }
    if (!request.screenshot) {
      const std::string standard = run_path(*request.session, played ? played->name : "student");
      const std::string path = arguments.value("out", free_path(standard));
      sink.emplace(RunRecorder::begin(path, *request.session, played ? &*played : nullptr));
      std::cerr << "recording to " << path << "\n";
    }
  }
  if (sink) request.sink = &*sink;
  return opener()(std::move(request));
}

}  // namespace

void use_window(WindowOpener the_opener) {
  opener() = std::move(the_opener);
}

Verb open_verb() {
  return {"open",
          {"[LAB|RUN]"},
          {{"operator", "NAME|FILE", "an operator plays while you look on"},
           {"seed", "N", "where all chance comes from; the lab's own if left out"},
           {"student", "ID", "derives the seed from a student's id"},
           {"out", "RUN", "the run file (LAB-student-SEED.run)"},
           {"at", "TIME", "runs to this simulated time first, as 600s, 10min or 1h"},
           {"screenshot", "FILE.png", "writes a picture of the window and closes it; nothing is recorded"}},
          "Opens a lab in a window, or goes on with a run there.",
          "Without an argument the first lab is opened. What is done is recorded in a run file in the present folder;\n"
          "a run that is given is gone on with, and recorded in its own file.\n",
          run};
}

}  // namespace stillhouse::cli
