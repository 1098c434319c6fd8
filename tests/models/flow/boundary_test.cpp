#include "models/flow/boundary.h"

#include "tests/models/plant/plant_rig.h"
#include "tests/models/plant/published_unit.h"

namespace stillhouse {
namespace {

/// From a supply into a tank of 1 m2, or into the open.
Blueprint line(const std::string& gas, const std::string& species) {
  Blueprint b;
  b.species = {species};
  b.liquid_model = "ideal";
  b.units = {{"MAIN", gas + "source", {{"p", 2e5}, {"T", 293.15}}},
             {"V", gas + "valve", {{"Kv", 1.0}, {"opening", 1.0}}},
             {"END", gas + "sink", {}}};
  b.connections = {{"MAIN", "out", "V", "in"}, {"V", "out", "END", "in"}};
  return b;
}

/// J/mol between two temperatures of the supply.
double enthalpy_between(const Blueprint& b, double from, double to) {
  PlantRig rig(b);
  rig.set("MAIN.T", from);
  rig.run(1);
  const double h = rig["MAIN.out.h"];
  rig.set("MAIN.T", to);
  rig.run(1);
  return rig["MAIN.out.h"] - h;
}

TEST(Boundary, SourcesHaveThePublishedEnthalpies) {
  const Blueprint water = line("", "water"), nitrogen = line("gas_", "nitrogen");
  PublishedUnit("source", water)
      .expect("enthalpy of water from 20 to 80 degC", 1e-3 * enthalpy_between(water, 293.15, 353.15) / 0.01801528);
  PublishedUnit("gas_source", nitrogen)
      .expect("enthalpy of nitrogen from 298.15 to 500 K", enthalpy_between(nitrogen, 298.15, 500.0));
}

TEST(Boundary, FeedDeliversAsManyMolesAsItSays) {
  Blueprint b;
  b.species = {"water"};
  b.liquid_model = "ideal";
  b.units = {{"F", "feed", {{"T", 298.15}, {"F", 20.0}, {"F_limit", 20.0}}},
             {"TK", "tank", {{"volume", 2.0}, {"height", 2.0}, {"charge", 0.1}, {"T", 298.15}}}};
  b.connections = {{"F", "out", "TK", "in"}};
  PublishedUnit published("feed", b);
  PlantRig rig(b);
  const double before = rig["TK.level"] * 2.0;
  rig.run(1000);
  const double rise = rig["TK.level"] * 2.0 - before;
  published.expect("density of water at 25 degC", 20.0 * 1000.0 * 0.01801528 / rise);
}

}  // namespace
}  // namespace stillhouse
