#include "models/flow/junction.h"

#include "tests/models/plant/plant_rig.h"
#include "tests/models/plant/published_unit.h"

namespace stillhouse {
namespace {

constexpr double M = 0.01801528;  // kg/mol of water

// what leaves has the enthalpy of what came in and was given, by the steam table
TEST(Junction, HoldsTheSteamTable) {
  Blueprint b;
  b.species = {"water"};
  b.liquid_model = "ideal";
  b.units = {{"COLD", "feed", {{"T", 293.15}, {"F", 1.0 / M}, {"F_limit", 100.0}}},
             {"HOT", "feed", {{"T", 353.15}, {"F", 1.0 / M}, {"F_limit", 100.0}}},
             {"M", "mixer", {}},
             {"V", "valve", {{"Kv", 10.0}, {"opening", 1.0}}},
             {"END", "sink", {}}};
  b.connections = {
      {"COLD", "out", "M", "in"}, {"HOT", "out", "M", "in"}, {"M", "out", "V", "in"}, {"V", "out", "END", "in"}};
  PublishedUnit mixed("mixer", b);
  PlantRig rig(b);
  rig.run(60);
  mixed.expect("temperature of equal flows of 20 and 80 degC", rig["M.out.T"] - 273.15);

  b.units.erase(b.units.begin() + 1);
  b.units[1] = {"M", "heater", {{"limit", 300e3}}};
  b.connections.erase(b.connections.begin() + 1);
  PublishedUnit heated("heater", b);
  PlantRig heater(b);
  heater.set("M.heating", 250.95e3);
  heater.run(120);
  heated.expect("temperature of water of 20 degC after 250.95 kJ/kg", heater["M.out.T"] - 273.15);
}

TEST(Junction, DividesByTheKvOfItsBranches) {
  Blueprint b;
  b.species = {"water"};
  b.liquid_model = "ideal";
  b.units = {{"MAIN", "source", {{"p", 3e5}}},
             {"V", "valve", {{"Kv", 5.0}, {"opening", 1.0}}},
             {"S", "splitter", {}},
             {"V-1", "valve", {{"Kv", 1.0}, {"opening", 1.0}}},
             {"V-2", "valve", {{"Kv", 2.0}, {"opening", 1.0}}},
             {"END-1", "sink", {}},
             {"END-2", "sink", {}}};
  b.connections = {{"MAIN", "out", "V", "in"}, {"V", "out", "S", "in"},       {"S", "out", "V-1", "in"},
                   {"S", "out", "V-2", "in"},  {"V-1", "out", "END-1", "in"}, {"V-2", "out", "END-2", "in"}};
  PublishedUnit published("splitter", b);
  PlantRig rig(b);
  rig.run(5);
  published.expect("share of the branch of half the Kv", rig["V-1.out.F"] / rig["V.out.F"]);
}

}  // namespace
}  // namespace stillhouse
