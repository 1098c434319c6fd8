#include <stdexcept>

#include "benchmarks/measurements/played_lab.h"
#include "benchmarks/measurements/topics.h"
#include "labs/record/reader.h"
#include "labs/session/lab_library.h"
#include "labs/session/operator_player.h"
#include "labs/session/playing.h"
#include "labs/session/replay.h"

namespace stillhouse {

namespace {

/// What `stillhouse verify` does: the chain of the file, every scan again, every digest compared, the grade.
Work verify_the_good_run(double& simulated) {
  const auto played = std::make_shared<PlayedLab>();
  simulated = played->record();
  return [=] {
    const Replay again = replay(read_run(played->run()));
    if (!again.identical()) throw std::runtime_error("the run is not the same again: " + again.difference);
    again.session->grade();
  };
}

/// The first minutes, played by the good operator and not recorded.
Work play_from_cold(double seconds) {
  const auto played = std::make_shared<PlayedLab>();
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
