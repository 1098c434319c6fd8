#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <memory>
#include <string>

#include "labs/session/lab_library.h"
#include "labs/session/operator_player.h"
#include "labs/session/playing.h"
#include "labs/session/session.h"
#include "tests/folders.h"

namespace stillhouse {
namespace {

/// Rows "| `name` | score | ..." of README.md.
std::map<std::string, double> scores_in_readme() {
  std::ifstream file(STILLHOUSE_SOURCE_DIR "/README.md");
  std::map<std::string, double> scores;
  for (std::string line; std::getline(file, line);) {
    if (!line.starts_with("| `")) continue;
    const std::size_t name_end = line.find("` | ", 3);
    if (name_end == std::string::npos) continue;
    scores[line.substr(3, name_end - 3)] = std::stod(line.substr(name_end + 4));
  }
  return scores;
}

TEST(Readme, StatesTheScoresThatItsCommandsPrint) {
  const std::map<std::string, double> stated = scores_in_readme();
  const LabPlace place = LabLibrary({STILLHOUSE_SOURCE_DIR "/labs"}).find("methanol_water_distillation");
  const auto lab = std::make_shared<const scenario::Lab>(load_lab(place));
  ASSERT_EQ(stated.size(), place.operators().size());
  for (const auto& [name, score] : stated) {
    Session session(lab, {lab->seed, ""});
    OperatorPlayer player(load_operator(find_operator(place, name), *lab), session);
    play(session, {.player = &player});
    EXPECT_NEAR(session.grade().score, score, 0.051) << name;
  }
}

}  // namespace
}  // namespace stillhouse
