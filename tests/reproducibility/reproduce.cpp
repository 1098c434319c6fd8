// What compare_builds.sh lets each build do: play a stretch of a lab into a run file, and do a run again.
#include <cstdlib>
#include <exception>
#include <iostream>
#include <string>
#include <vector>

#include "labs/record/reader.h"
#include "labs/session/lab_library.h"
#include "labs/session/operator_player.h"
#include "labs/session/playing.h"
#include "labs/session/replay.h"
#include "labs/session/run_recorder.h"
#include "labs/session/session.h"

namespace stillhouse {
namespace {

constexpr const char* usage =
    "usage: stillhouse_reproduce play LAB SECONDS RUN   the good operator, seed 7; writes the run file\n"
    "       stillhouse_reproduce verify RUN             exit code 0 if the run is identical when done again\n";

int play_lab(const std::string& name, double seconds, const std::string& file) {
  const LabPlace place = LabLibrary::standard().find(name);
  const auto lab = std::make_shared<const scenario::Lab>(load_lab(place));
  Session session(lab, {7, ""});
  const scenario::Operator good = load_operator(find_operator(place, "good"), *lab);
  OperatorPlayer player(good, session);
  RunRecorder recorder = RunRecorder::begin(file, session, &good);
  play(session, {.player = &player, .recorder = &recorder, .until = seconds});
  recorder.close(session);
  return 0;
}

int verify(const std::string& file) {
  const RunRecord run = read_run(file);
  if (!run.intact()) {
    std::cerr << file << ": line " << run.problems.front().line << ": " << run.problems.front().what << "\n";
    return 1;
  }
  const Replay again = replay(run);
  if (again.identical() && again.digests_compared > 0) return 0;
  std::cerr << file << ": " << again.digests_compared << " digests compared; " << again.difference << "\n";
  return 1;
}

int dispatch(const std::vector<std::string>& words) {
  if (words.size() == 4 && words[0] == "play") {
    char* end = nullptr;
    const double seconds = std::strtod(words[2].c_str(), &end);
    if (*end == '\0' && seconds > 0.0) return play_lab(words[1], seconds, words[3]);
  }
  if (words.size() == 2 && words[0] == "verify") return verify(words[1]);
  std::cerr << usage;
  return 2;
}

}  // namespace
}  // namespace stillhouse

int main(int count, char** words) {
  try {
    return stillhouse::dispatch({words + 1, words + count});
  } catch (const std::exception& error) {
    std::cerr << error.what() << "\n";
    return 1;
  }
}
