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
  PlantRig rig(b);
  rig.run(5);
  EXPECT_NEAR(rig["V-1.out.F"] / rig["V.out.F"], 1.0 / 3.0, 1e-4);
}

// Cengel, Cimbala, Fluid Mechanics, example 8-9: copper tubes of 15 mm, 200 kPa at their inlet; 5 m to a tee, from
// there 6 m and 24.7 velocity heads to a shower 2 m above, 1 m and 26.9 to a cistern 1 m above
TEST(Junction, DividesAsInThePublishedBathroom) {
  const auto tube = [](const char* name, double length, double elevation, double heads) {
    return Blueprint::Unit{name,
                           "pipe",
                           {{"length", length},
                            {"diameter", 0.015},
                            {"roughness", 1.5e-6},
                            {"elevation", elevation},
                            {"velocity_heads", heads}}};
  };
  Blueprint b;
  b.species = {"water"};
  b.liquid_model = "ideal";
  b.units = {{"MAIN", "source", {{"p", 101325.0 + 200e3}, {"T", 293.15}}},
             tube("P-1", 5.0, 0.0, 0.0),
             {"S", "splitter", {}},
             tube("P-2", 6.0, 2.0, 24.7),
             tube("P-3", 1.0, 1.0, 26.9),
             {"SHOWER", "sink", {}},
             {"CISTERN", "sink", {}}};
  b.connections = {{"MAIN", "out", "P-1", "in"}, {"P-1", "out", "S", "in"},      {"S", "out", "P-2", "in"},
                   {"S", "out", "P-3", "in"},    {"P-2", "out", "SHOWER", "in"}, {"P-3", "out", "CISTERN", "in"}};
  PublishedUnit published("splitter", b);
  PlantRig rig(b);
  rig.run(5);
  const double litre = M / 998.2 * 1e3;  // of a mole at 20 degC
  published.expect("water through the shower while the cistern fills", rig["P-2.out.F"] * litre);
  published.expect("water into the cistern", rig["P-3.out.F"] * litre);
  published.expect("water that comes to the tee", rig["P-1.out.F"] * litre);

  b.units.erase(b.units.begin() + 4);
  b.units.pop_back();
  b.connections.erase(b.connections.begin() + 3);
  b.connections.pop_back();
  PlantRig alone(b);
  alone.run(5);
  published.expect("water through the shower alone", alone["P-2.out.F"] * litre);
}

}  // namespace
}  // namespace stillhouse
