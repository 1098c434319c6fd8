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

/// What keeps the run of a window; it must outlive it.
using Keeper = std::optional<RecorderSink>;

/// A run is shown from its file, and gone on with there unless only a picture is wanted.
void take_up_run(const std::string& path, const Arguments& arguments, WindowRequest& request, Keeper& keeper) {
  for (const char* option : {"seed", "student", "operator", "out"})
    if (arguments.has(option))
      throw UsageError("--" + std::string(option) + " belongs to the beginning of a run; this one has begun");
  std::optional<RunWriter> writer;
  RunRecord record;
  if (request.screenshot) {
    record = read_run_file(path);
  } else {
    auto [reopened, so_far] = RunWriter::reopen(path);
    writer.emplace(std::move(reopened));
    record = std::move(so_far);
  }
  const Replay replayed = replay_shown(record);
  if (!tell_difference(record, replayed))
    throw RecordError(path, 0, "this program cannot go on with the run, because it gives another one");
  const Session& past = *replayed.session;
  request.session = std::make_unique<Session>(carried_lab(record).lab, past.settings());
  // what was undone is not done again, but it stays counted
  for (int i = 0; i < past.backtracks(); ++i) request.session->backtrack(0);
  request.past = past.commands();
  request.scans = past.scan();
  if (writer) keeper.emplace(RunRecorder(std::move(*writer), past));
}

void begin_run(const std::string& what, const Arguments& arguments, WindowRequest& request, Keeper& keeper) {
  const LabPlace place = LabLibrary::standard().find(what);
  const auto lab = std::make_shared<const scenario::Lab>(load_lab(place));
  request.session = std::make_unique<Session>(lab, settings_of(arguments, *lab));
  std::optional<scenario::Operator> played;
  if (const auto name = arguments.value("operator"); name && *name != "none") {
    played = load_operator(find_operator(place, *name), *lab);
    const auto player = std::make_shared<OperatorPlayer>(*played, *request.session);
    request.player = [player](const Session& session) { return player->next(session); };
  }
  if (request.screenshot) return;
  const std::string standard = run_path(*request.session, played ? played->name : "student");
  const std::string path = arguments.value("out", free_path(standard));
  keeper.emplace(RunRecorder::begin(path, *request.session, played ? &*played : nullptr));
  std::cerr << "recording to " << path << "\n";
}

int run(const Arguments& arguments) {
  WindowRequest request;
  request.screenshot = arguments.value("screenshot");
  if (request.screenshot && request.screenshot->empty()) throw UsageError("--screenshot needs a file name");
  if (const auto time = arguments.value("at")) request.at = seconds_in("at", *time);
  if (const auto language = arguments.value("language")) {
    if (*language != "en" && *language != "zh")
      throw UsageError("--language: '" + *language + "' is not known; allowed: en, zh");
    request.language = *language == "zh" ? Language::zh : Language::en;
  }
  if (!opener()) {
    std::cerr << "stillhouse: this program was built without a window (STILLHOUSE_WINDOW=OFF); play a lab with: "
              << "stillhouse run LAB\n";
    return not_well;
  }

  const std::string what = arguments.words.empty() ? kFirstLab : arguments.words.front();
  Keeper keeper;
  if (is_run_file(what)) {
    take_up_run(what, arguments, request, keeper);
  } else {
    begin_run(what, arguments, request, keeper);
  }
  if (keeper) request.sink = &*keeper;
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
           {"screenshot", "FILE.png", "writes a picture of the window and closes it; nothing is recorded"},
           {"language", "en|zh", "the window's language at first; that of the environment if left out"}},
          "Opens a lab in a window, or goes on with a run there.",
          "Without an argument the first lab is opened. What is done is recorded in a run file in the present folder;\n"
          "a run that is given is gone on with, and recorded in its own file.\n",
          run};
}

}  // namespace stillhouse::cli
