#include "benchmarks/measurements/played_lab.h"

#include <stdlib.h>

#include <stdexcept>

#include "labs/session/operator_player.h"
#include "labs/session/playing.h"
#include "labs/session/run_recorder.h"
#include "labs/session/session.h"

namespace stillhouse {

PlayedLab::PlayedLab() : place(LabLibrary::standard().find("methanol_water_distillation")) {
  lab = std::make_shared<const scenario::Lab>(load_lab(place));
  std::string name = (std::filesystem::temp_directory_path() / "stillhouse_bench_XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
  folder = name;
}

PlayedLab::~PlayedLab() {
  std::error_code ignored;
  std::filesystem::remove_all(folder, ignored);
}

double PlayedLab::record() const {
  Session session(lab, {lab->seed, ""});
  const scenario::Operator good = load_operator(find_operator(place, "good"), *lab);
  OperatorPlayer player(good, session);
  RunRecorder recorder = RunRecorder::begin(run(), session, &good);
  play(session, {.player = &player, .recorder = &recorder});
  recorder.close(session);
  return session.time();
}

}  // namespace stillhouse
