#include <stdlib.h>

#include <filesystem>
#include <stdexcept>

#include "benchmarks/measurements/topics.h"
#include "labs/record/reader.h"
#include "labs/session/lab_library.h"
#include "labs/session/operator_player.h"
#include "labs/session/playing.h"
#include "labs/session/replay.h"
#include "labs/session/run_recorder.h"

namespace stillhouse {

namespace {

/// A lab, its good operator, and a folder for the run, removed with it.
struct Played {
  Played() : place(LabLibrary::standard().find("methanol_water_distillation")) {
    lab = std::make_shared<const scenario::Lab>(load_lab(place));
    std::string name = (std::filesystem::temp_directory_path() / "stillhouse_bench_XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
    folder = name;
  }
  ~Played() { std::filesystem::remove_all(folder); }
  Played(const Played&) = delete;
  Played& operator=(const Played&) = delete;

  std::filesystem::path run() const { return folder / "good.run"; }

  /// Simulated seconds of the run.
  double record() const {
    Session session(lab, {lab->seed, ""});
    const scenario::Operator good = load_operator(find_operator(place, "good"), *lab);
    OperatorPlayer player(good, session);
    RunRecorder recorder = RunRecorder::begin(run(), session, &good);
    play(session, {.player = &player, .recorder = &recorder});
    recorder.close(session);
    return session.time();
  }

  LabPlace place;
  std::shared_ptr<const scenario::Lab> lab;
  std::filesystem::path folder;
};

/// What `stillhouse verify` does: the chain of the file, every scan again, every digest compared, the grade.
Work verify_the_good_run(double& simulated) {
  const auto played = std::make_shared<Played>();
  simulated = played->record();
  return [=] {
    const Replay again = replay(read_run(played->run()));
    if (!again.identical()) throw std::runtime_error("the run is not the same again: " + again.difference);
    again.session->grade();
  };
}

/// The first minutes, played by the good operator and not recorded.
Work play_from_cold(double seconds) {
  const auto played = std::make_shared<Played>();
  const auto good =
      std::make_shared<const scenario::Operator>(load_operator(find_operator(played->place, "good"), *played->lab));
  return [=] {
    Session session(played->lab, {played->lab->seed, ""});
    OperatorPlayer player(*good, session);
    play(session, {.player = &player, .until = seconds});
    if (session.end() == SessionEnd::failed) throw std::runtime_error(session.failure());
  };
}

}  // namespace

void add_shipped_lab(Bench& bench) {
  constexpr double cold_start = 600.0;  // s
  const auto simulated = std::make_shared<double>(0.0);
  bench.add({.name = "shipped_lab/verify",
             .ours = [=] { return verify_the_good_run(*simulated); },
             .simulated_by_then = [=] { return *simulated; },
             .goal_s = 0.5});
  bench.add({.name = "shipped_lab/cold_start_600_s",
             .ours = [] { return play_from_cold(cold_start); },
             .simulated = cold_start});
}

}  // namespace stillhouse
