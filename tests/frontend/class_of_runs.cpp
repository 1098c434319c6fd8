#include "tests/frontend/class_of_runs.h"

#include <stdlib.h>

#include <fstream>
#include <iterator>
#include <stdexcept>

#include "labs/session/lab_library.h"
#include "labs/session/operator_player.h"
#include "labs/session/playing.h"
#include "labs/session/run_recorder.h"
#include "labs/session/session.h"
#include "tests/folders.h"

namespace stillhouse {

ClassOfRuns::ClassOfRuns() {
  std::string name = (std::filesystem::temp_directory_path() / "stillhouse_class_XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
  folder_ = name;
}

ClassOfRuns::~ClassOfRuns() {
  std::error_code error;
  std::filesystem::remove_all(folder_, error);
}

std::filesystem::path ClassOfRuns::play(const std::string& student, const std::string& player) const {
  static const LabPlace place =
      LabLibrary({std::filesystem::path(STILLHOUSE_SOURCE_DIR) / "tests/labs/fixtures"}).find("small_column");
  static const auto lab = std::make_shared<const scenario::Lab>(load_lab(place));
  const scenario::Operator played = load_operator(find_operator(place, player), *lab);
  Session session(lab, {.seed = seed_of_student(lab->id, student), .student = student});
  OperatorPlayer hand(played, session);
  const std::filesystem::path path = folder_ / (student + ".run");
  RunRecorder recorder = RunRecorder::begin(path, session, &played);
  Playing playing;
  playing.player = &hand;
  playing.recorder = &recorder;
  stillhouse::play(session, playing);
  recorder.close(session);
  return path;
}

std::string ClassOfRuns::bytes(const std::string& name) const {
  std::ifstream file(folder_ / name, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(file), {});
}

}  // namespace stillhouse
