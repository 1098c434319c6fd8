#include "models/flow/vent.h"

#include "models/properties/gas_constant.h"
#include "tests/models/plant/plant_rig.h"
#include "tests/models/plant/published_unit.h"

namespace stillhouse {
namespace {

// A vessel that blows down through a choked nozzle without heat from its wall:
//   t = 2/(k-1) V/(C_d A a0) ((k+1)/2)^((k+1)/(2(k-1))) ((p0/p)^((k-1)/(2k)) - 1),   a0 = sqrt(k R T0/M)
// (closed form; M. A. Saad, Compressible Fluid Flow, section on discharge from a reservoir)
TEST(Vent, BlowsAVesselDownAsItsClosedFormSays) {
  Blueprint b;
  b.species = {"nitrogen"};
  b.liquid_model = "ideal";
  b.units = {{"D", "drum", {{"volume", 1.0}, {"p", 6e5}, {"T", 320.0}, {"capacity", 0.0}}},
             {"VT", "vent", {{"diameter", 0.01}, {"discharge", 0.8}}}};
  b.connections = {{"D", "gas_out", "VT", "in"}};
  PlantRig rig(b);
  const double k = 1.4, a0 = std::sqrt(k * gas_constant * 320.0 / 0.0280134), A = 0.25 * 3.14159265358979 * 1e-4;
  const double unit = 2.0 / (k - 1.0) / (0.8 * A * a0) * std::pow(0.5 * (k + 1.0), (k + 1.0) / (2.0 * (k - 1.0)));
  for (const int t : {20, 40, 60}) {
    rig.run(20);
    const double p = 6e5 * std::pow(1.0 + t / unit, -2.0 * k / (k - 1.0));
    EXPECT_GT(p, 2.0e5);
    EXPECT_NEAR(rig["D.p"], p, 3e-3 * p) << t;
    EXPECT_NEAR(rig["D.T"], 320.0 * std::pow(p / 6e5, (k - 1.0) / k), 1.0) << t;
  }
}

// w sqrt(R T/M)/(C_d A p) = sqrt(k) (2/(k + 1))^((k + 1)/(2 (k - 1))), as every book of gas dynamics has it
TEST(Vent, IsChokedAsThePublishedNozzle) {
  Blueprint b;
  b.species = {"nitrogen"};
  b.liquid_model = "ideal";
  const double A = 20e-4, p = 1e6, T = 800.0;
  b.units = {{"MAIN", "gas_source", {{"p", p}, {"T", T}}},
             {"VT", "vent", {{"diameter", std::sqrt(4.0 * A / 3.14159265358979)}, {"discharge", 1.0}}}};
  b.connections = {{"MAIN", "out", "VT", "in"}};
  PublishedUnit published("vent", b);
  PlantRig rig(b);
  rig.run(1);
  const double M = 0.0280134, M_air = gas_constant / 287.0;
  const double w = rig["MAIN.out.F"] * M;
  published.expect("choked flow of a gas of k 1.4: w sqrt(RT/M)/(C_d A p)",
                   w * std::sqrt(gas_constant * T / M) / (A * p));
  published.expect("air of 10 bar and 800 K through 20 cm2", w * std::sqrt(M_air / M));
}

/// A closed tank that is drained, and filled again: its vent breathes in and out.
TEST(Vent, BreathesBothWays) {
  Blueprint b;
  b.species = {"water", "nitrogen"};
  b.liquid_model = "ideal";
  b.units = {{"MAIN", "source", {{"p", 3e5}, {"T", 293.15}, {"x.water", 1.0}}},
             {"V-1", "valve", {{"Kv", 2.0}}},
             {"D", "drum", {{"volume", 0.2}, {"height", 1.0}, {"charge", 0.8}, {"x.water", 1.0}, {"y.nitrogen", 1.0}}},
             {"VT", "vent", {{"diameter", 0.01}, {"x.nitrogen", 1.0}}},
             {"V-2", "valve", {{"Kv", 5.0}}},
             {"DRAIN", "sink", {}}};
  b.connections = {{"MAIN", "out", "V-1", "in"},
                   {"V-1", "out", "D", "in"},
                   {"D", "gas_out", "VT", "in"},
                   {"D", "out", "V-2", "in"},
                   {"V-2", "out", "DRAIN", "in"}};
  PlantRig rig(b);
  rig.run(120);  // its water has evaporated into the gas
  rig.set("V-2.opening", 1.0);
  rig.run(30);
  EXPECT_LT(rig["D.gas_out.F"], -1e-3);
  EXPECT_LT(rig["D.p"], 101325.0);
  EXPECT_GT(rig["D.p"], 101325.0 - 500.0);
  rig.run(900);
  EXPECT_LT(rig["D.level"], 0.02) << "and runs dry";
  rig.set("V-2.opening", 0.0);
  rig.set("V-1.opening", 1.0);
  rig.run(30);
  EXPECT_GT(rig["D.gas_out.F"], 1e-3);
  EXPECT_LT(rig["D.p"], 101325.0 + 500.0);
}

}  // namespace
}  // namespace stillhouse
