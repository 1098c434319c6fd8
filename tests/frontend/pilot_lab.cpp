#include "tests/frontend/pilot_lab.h"

#include "labs/session/lab_library.h"
#include "tests/folders.h"

namespace stillhouse {

std::shared_ptr<const scenario::Lab> pilot_lab() {
  static const auto lab = std::make_shared<const scenario::Lab>(load_lab(
      LabLibrary({std::filesystem::path(STILLHOUSE_SOURCE_DIR) / "labs"}).find("methanol_water_distillation")));
  return lab;
}

std::unique_ptr<Session> pilot_session() {
  return std::make_unique<Session>(pilot_lab(), SessionSettings{.seed = pilot_lab()->seed});
}

}  // namespace stillhouse
