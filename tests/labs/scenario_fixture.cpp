#include "tests/labs/scenario_fixture.h"

#include <fstream>
#include <sstream>

#include "engine/base/error.h"

namespace stillhouse::scenario {
namespace {

NameInfo name(const char* word, const char* unit, double minimum, double maximum) {
  return {word, unit, minimum, maximum, "A name of the test plant."};
}

PlantNames column_names(const std::vector<Setting>& settings) {
  PlantNames names;
  int trays = 12;
  std::string light = "methanol";
  for (const Setting& setting : settings) {
    if (setting.name == "trays") trays = static_cast<int>(setting.number);
    if (setting.name == "feed_tray" && setting.number > trays)
      throw ModelError("pilot_column: feed_tray is " + std::to_string(static_cast<int>(setting.number)) +
                       "; allowed: 1 to " + std::to_string(trays));
  }
  for (int i = 1; i <= 12; ++i)
    names.signals.push_back(name(("tray_" + std::to_string(i) + ".T").c_str(), "K", 250.0, 500.0));
  names.signals.push_back(name("reboiler.level", "1", 0.0, 1.0));
  names.signals.push_back(name("reboiler.duty", "W", 0.0, 5000.0));
  names.signals.push_back(name("column.pressure_drop", "Pa", -1e5, 1e5));
  names.signals.push_back(name("distillate.x.methanol", "mol/mol", 0.0, 1.0));
  names.signals.push_back(name("distillate.mass_flow", "kg/s", 0.0, 1.0));
  names.signals.push_back(name("distillate.density", "kg/m^3", 0.0, 2000.0));
  names.signals.push_back(name("distillate.T", "K", 250.0, 500.0));
  names.inputs = {
      name("heater.power", "W", 0.0, 3000.0),       name("cooling_water.opening", "1", 0.0, 1.0),
      name("bottoms.opening", "1", 0.0, 1.0),       name("feed_pump.running", "1", 0.0, 1.0),
      name("vent.opening", "1", 0.0, 1.0),          name("cooling_water.T", "K", 274.0, 320.0),
      name("cooling_water.flow", "kg/s", 0.0, 1.0), {"unbounded", "W"},
  };
  names.parameters = {
      name("trays", "1", 3.0, 40.0),
      name("feed_tray", "1", 1.0, 40.0),
      name("murphree_efficiency", "1", 0.1, 1.0),
      name("feed.x", "mol/mol", 0.0, 1.0),
  };
  names.choices = {{"mixture", {"methanol_water", "ethanol_water"}, "What is distilled."}};
  return names;
}

}  // namespace

PlantCatalogue sample_catalogue() {
  PlantCatalogue catalogue;
  catalogue.flowsheets = {"pilot_column"};
  catalogue.names = [](const std::string&, const std::vector<Setting>& settings) { return column_names(settings); };
  return catalogue;
}

FolderFiles sample_files() {
  return FolderFiles(STILLHOUSE_SOURCE_DIR "/tests/labs/sample");
}

std::string test_text(const std::string& file) {
  std::ifstream stream(STILLHOUSE_SOURCE_DIR "/tests/labs/" + file, std::ios::binary);
  std::ostringstream text;
  text << stream.rdbuf();
  return text.str();
}

}  // namespace stillhouse::scenario
