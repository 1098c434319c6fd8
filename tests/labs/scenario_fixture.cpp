#include "tests/labs/scenario_fixture.h"

#include <fstream>
#include <sstream>

#include "engine/base/error.h"
#include "tests/folders.h"

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

PlantNames spelt_names(const Blueprint& blueprint) {
  PlantNames names;
  for (const Blueprint::Unit& unit : blueprint.units) {
    if (unit.kind == "tank") {
      names.signals.push_back(name((unit.name + ".level").c_str(), "1", 0.0, 1.0));
      names.parameters.push_back(name((unit.name + ".volume").c_str(), "m^3", 1e-6, 1e3));
    }
    if (unit.kind == "valve") names.inputs.push_back(name((unit.name + ".opening").c_str(), "1", 0.0, 1.0));
  }
  return names;
}

std::vector<UnitKind> sample_units() {
  const PortInfo out{"out", stillhouse::Phase::liquid, false, true, false, false, "What leaves."};
  const PortInfo in{"in", stillhouse::Phase::liquid, true, true, false, true, "What enters."};
  return {
      {"source",
       "flow",
       "Where a stream comes from.",
       {{"T", "K", 298.15, 250.0, 600.0, "Temperature."}, {"x.*", "mol/mol", 0.0, 0.0, 1.0, "Composition."}},
       {},
       {out},
       nullptr},
      {"valve",
       "flow",
       "A valve.",
       {{"opening", "1", 0.5, 0.0, 1.0, "Opening."}},
       {{"characteristic", {"linear", "equal_percentage"}, "Of the trim."}},
       {in, out},
       nullptr},
      {"tank", "flow", "A tank.", {{"volume", "m^3", 1.0, 1e-6, 1e3, "Volume."}}, {}, {in}, nullptr},
  };
}

// a blueprint of the test is wrong in one way for each part that can be
std::vector<BlueprintFinding> sample_findings(const Blueprint& blueprint) {
  using Part = BlueprintFinding::Part;
  std::vector<BlueprintFinding> findings;
  const auto tell = [&](Part part, std::size_t index, const std::string& name, const std::string& message) {
    findings.push_back({part, static_cast<int>(index), name, message});
  };
  if (blueprint.units.size() == 1) tell(Part::plant, 0, "", "the plant is one unit alone");
  if (blueprint.liquid_model != "ideal") tell(Part::model, 0, "", "there is no such liquid");
  for (std::size_t i = 0; i < blueprint.species.size(); ++i)
    if (blueprint.species[i] == "phlogiston") tell(Part::species, i, "", "there is no such compound");
  for (std::size_t i = 0; i < blueprint.units.size(); ++i) {
    if (blueprint.units[i].name == "LONELY") tell(Part::unit, i, "", "nothing is joined to it");
    double sum = 0.0;
    for (const ParameterValue& value : blueprint.units[i].values)
      if (value.name.starts_with("x.")) sum += value.number;
    if (blueprint.units[i].kind == "source" && sum < 0.99) tell(Part::setting, i, "x", "the shares sum to less than 1");
  }
  for (std::size_t i = 0; i < blueprint.connections.size(); ++i)
    if (blueprint.connections[i].in != "in") tell(Part::connection, i, "", "there is no such port");
  return findings;
}

}  // namespace

PlantCatalogue sample_catalogue() {
  PlantCatalogue catalogue;
  catalogue.flowsheets = {"pilot_column"};
  catalogue.names = [](const Plant& plant) {
    return plant.blueprint ? spelt_names(*plant.blueprint) : column_names(plant.parameters);
  };
  catalogue.units = sample_units();
  catalogue.findings = sample_findings;
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
