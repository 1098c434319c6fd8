#include "frontend/cli/played_run.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>

#include "engine/base/error.h"
#include "frontend/cli/run_file.h"
#include "labs/record/reader.h"
#include "labs/record/writer.h"
#include "labs/session/lab_library.h"
#include "labs/session/replay.h"

namespace stillhouse::cli {

namespace fs = std::filesystem;

namespace {

/// Makes place for a new file: what is there already is replaced only by --force.
void make_place(const std::string& path, bool force) {
  std::error_code error;
  if (!fs::exists(path, error)) return;
  if (!force)
    throw RecordError(path, 0, "there is such a file already; name another with --out, or replace it with --force");
  if (!is_run_file(path)) throw RecordError(path, 0, "this is no run file, so --force does not replace it");
  if (!fs::remove(path, error)) throw RecordError(path, 0, "the file cannot be replaced: " + error.message());
}

PlayedRun begun_run(const Arguments& arguments) {
  const LabPlace place = LabLibrary::standard().find(arguments.words.front());
  const auto lab = std::make_shared<const scenario::Lab>(load_lab(place));
  PlayedRun run;
  std::optional<scenario::Operator> played;
  if (const auto name = arguments.value("operator"); name && *name != "none") {
    played = load_operator(find_operator(place, *name), *lab);
    run.operator_name = played->name;
  }
  run.session = std::make_unique<Session>(lab, settings_of(arguments, *lab));
  if (played) run.player.emplace(*played, *run.session);
  const std::string path = arguments.value("out", run_path(*run.session, run.operator_name));
  make_place(path, arguments.has("force"));
  run.recorder.emplace(RunRecorder::begin(path, *run.session, played ? &*played : nullptr));
  return run;
}

PlayedRun continued_run(const Arguments& arguments) {
  for (const char* option : {"seed", "student", "operator"})
    if (arguments.has(option))
      throw UsageError("--" + std::string(option) +
                       " belongs to the beginning of a run; a run that is gone on with keeps its own");

  // with --out the run goes on in a copy
  std::string path = arguments.words.front();
  if (const auto copy = arguments.value("out")) {
    make_place(*copy, arguments.has("force"));
    std::error_code error;
    if (!fs::copy_file(path, *copy, error)) throw RecordError(*copy, 0, "cannot copy the run: " + error.message());
    path = *copy;
  }
  auto [writer, record] = RunWriter::reopen(path);
  if (!record.torn.empty()) std::cerr << path << ": " << record.torn << "\n";

  // the operator is led through the run again, so that it knows where it stands
  PlayedRun run;
  const std::optional<scenario::Operator> played = carried_lab(record).played;
  Replay replayed = replay_shown(record, [&](const Session& session) {
    if (!played) return;
    if (!run.player) run.player.emplace(*played, session);
    run.pending = run.player->next(session);
  });
  if (!tell_difference(record, replayed))
    throw RecordError(path, 0, "this program cannot go on with the run, because it gives another one");
  run.session = std::move(replayed.session);
  if (!run.session->running())
    throw RecordError(path, 0, "the run has ended; it can be graded and reported, but not gone on with");
  if (run.pending) {
    std::size_t recorded = 0;
    for (const CommandRecord& command : without_undone(record).commands)
      if (command.scan == run.session->scan() && command.actor == Actor::operator_file) ++recorded;
    run.pending->erase(run.pending->begin(),
                       run.pending->begin() + static_cast<std::ptrdiff_t>(std::min(recorded, run.pending->size())));
    run.operator_name = played->name;
  }
  run.recorder.emplace(std::move(writer), *run.session);
  return run;
}

}  // namespace

SessionSettings settings_of(const Arguments& arguments, const scenario::Lab& lab) {
  if (arguments.has("seed") && arguments.has("student"))
    throw UsageError("--seed and --student both give the seed; use one of them");
  if (const auto student = arguments.value("student")) {
    if (student->empty()) throw UsageError("--student needs an id");
    return {seed_of_student(lab.id, *student), *student};
  }
  if (const auto seed = arguments.value("seed")) return {whole_number_in("seed", *seed), ""};
  return {lab.seed, ""};
}

bool is_run_file(const std::string& path) {
  std::error_code error;
  if (!fs::is_regular_file(path, error)) return false;
  constexpr std::string_view beginning = "{\"n\":0,\"type\":\"header\"";
  std::string bytes(beginning.size(), '\0');
  std::ifstream file(path, std::ios::binary);
  file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  return bytes == beginning || path.ends_with(".run");
}

std::string run_path(const Session& session, const std::string& operator_name) {
  return session.lab().id + "-" + (operator_name.empty() ? "nobody" : operator_name) + "-" +
         std::to_string(session.settings().seed) + ".run";
}

PlayedRun run_of(const Arguments& arguments) {
  return is_run_file(arguments.words.front()) ? continued_run(arguments) : begun_run(arguments);
}

}  // namespace stillhouse::cli
