#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "tests/labs/session/small_works.h"

// how the sensors of a plant's text err, against models/instruments and the standards behind them
namespace stillhouse {
namespace {

using testing::HasSubstr;

const std::string kSays = "says = { en = \"a\", zh = \"甲\" }";

std::string mistake(const std::string& instrument) {
  return SmallWorks::mistake(SmallWorks::text("", "", "[\"X-9\"] = " + instrument + ",\n"));
}

SmallWorks works(const std::string& instrument, std::uint64_t seed = 7) {
  return SmallWorks("", "", "[\"X-9\"] = " + instrument + ",\n", seed);
}

std::string pt100(const std::string& fields) {
  return "pt100 { reads = \"vessel.T\", range = { celsius(0), celsius(150) }, lag = seconds(0), " + fields + kSays +
         " }";
}

TEST(Sensors, APlatinumThermometerErrsWithinItsClass) {
  // IEC 60751, table 3 at 100 degC: 0.35 K in class A, 0.8 K in class B
  const std::pair<const char*, double> classes[] = {{"A", 0.35}, {"B", 0.8}};
  for (const auto& [word, most] : classes) {
    double largest = 0.0;
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
      SmallWorks it = works(pt100(std::string("class = \"") + word + "\", "), seed);
      it.signals[2] = 373.15;
      it.run(1);
      largest = std::max(largest, std::abs(it.reading("X-9") - 373.15));
    }
    EXPECT_LE(largest, most + 1e-9);
    EXPECT_GT(largest, 0.8 * most);
  }
}

TEST(Sensors, TwoWiresAddTheirResistance) {
  // 1 ohm more; IEC 60751: 138.5055 ohm at 100 degC, 142.2931 ohm at 110 degC
  SmallWorks without = works(pt100("")), with = works(pt100("lead_resistance = 0.5, "));
  without.signals[2] = with.signals[2] = 373.15;
  without.run(1);
  with.run(1);
  EXPECT_NEAR(with.reading("X-9") - without.reading("X-9"), 1.0 / 0.37876, 0.01);
}

TEST(Sensors, AThermocoupleWithoutCompensationReadsLow) {
  // type K (NIST Monograph 175): 4.096 mV at 100 degC less 1.000 mV at 25 degC is 3.096 mV, which is 75.9 degC
  SmallWorks it = works(
      "thermocouple { reads = \"vessel.T\", range = { celsius(0), celsius(150) }, lag = seconds(0), type "
      "= \"K\", cold_junction_error = delta_K(-25), " +
      kSays + " }");
  it.signals[2] = 373.15;
  it.run(1);
  EXPECT_NEAR(it.reading("X-9"), 273.15 + 75.9, 0.05);
  EXPECT_THAT(
      mistake("thermocouple { reads = \"vessel.T\", range = { celsius(0), celsius(150) }, cold_junction_error = "
              "delta_K(2), " +
              kSays + " }"),
      HasSubstr("needs a `type`"));
}

TEST(Sensors, AHeadMisjudgesTheLevelByTheDensities) {
  SmallWorks it = works(
      "hydrostatic_level { reads = \"vessel.level\", range = { m(0), m(5) }, lag = seconds(0), "
      "density = \"vessel.density\", calibrated_density = kg_per_m3(1000), " +
      kSays + " }");
  it.run(1);
  EXPECT_NEAR(it.reading("X-9"), 1.6, 1e-12) << "2 m of 800 kg/m3 as water";
  EXPECT_THAT(mistake("hydrostatic_level { reads = \"vessel.level\", range = { m(0), m(5) }, density = "
                      "\"vessel.T\", calibrated_density = kg_per_m3(1000), " +
                      kSays + " }"),
              HasSubstr("is no density"));
}

std::string orifice(const std::string& fields) {
  return "orifice_meter { reads = \"wild.flow\", range = { kg_per_s(0), kg_per_s(2) }, dp_full = mbar(100), lag = "
         "seconds(0), " +
         fields + kSays + " }";
}

TEST(Sensors, AnOrificeShowsTheRootOfItsPressureDifference) {
  SmallWorks it = works(orifice("cut_off = 0.05, "));
  it.run(1);
  EXPECT_NEAR(it.reading("X-9"), 1.0, 1e-12);
  it.signals[1] = 0.09;
  it.run(1);
  EXPECT_EQ(it.reading("X-9"), 0.0) << "below the cut-off";

  // an error of 1 % of the pressure difference's scale is 0.5 % of flow at full scale, and 10 % where there is none
  SmallWorks drifting = works(orifice("cut_off = 0, drift_per_hour = mbar(3600), "));
  drifting.signals[1] = 0.0;
  drifting.run(1);
  EXPECT_NEAR(drifting.reading("X-9"), 2.0 * std::sqrt(0.01), 1e-9);

  // mass flow through an orifice calibrated for another density: ISO 5167-1
  SmallWorks dense = works(orifice("density = \"vessel.density\", calibrated_density = kg_per_m3(1000), "));
  dense.run(1);
  EXPECT_NEAR(dense.reading("X-9"), std::sqrt(1000.0 / 800.0), 1e-9);
}

TEST(Sensors, AStuckOrificeStaysWhereItIsAndAFailedOneGoesToItsEnd) {
  SmallWorks it = works(orifice(""));
  it.run(1);
  scenario::Effect fault;
  fault.target = "X-9";
  fault.kind = scenario::EffectKind::sensor_stuck;
  EXPECT_TRUE(it.room.begin(it.state, fault));
  it.signals[1] = 0.5;
  it.run(5);
  EXPECT_NEAR(it.reading("X-9"), 1.0, 1e-12);
  EXPECT_TRUE(it.room.end(it.state, fault));
  it.run(1);
  EXPECT_NEAR(it.reading("X-9"), 0.5, 1e-12);
  fault.kind = scenario::EffectKind::sensor_fail;
  fault.value = 1.0;
  EXPECT_TRUE(it.room.begin(it.state, fault));
  it.run(3);
  EXPECT_EQ(it.reading("X-9"), 2.0);
}

TEST(Sensors, AnOrificeIsCheckedForWhatItNeeds) {
  EXPECT_EQ(mistake(orifice("")), "");
  EXPECT_THAT(mistake(orifice("calibrated_density = kg_per_m3(1000), ")), HasSubstr("allowed: both or none"));
  EXPECT_THAT(
      mistake("orifice_meter { reads = \"wild.flow\", range = { kg_per_s(1), kg_per_s(2) }, dp_full = mbar(100), " +
              kSays + " }"),
      HasSubstr("does not begin at 0"));
}

TEST(Sensors, AControllerReadsAnOrificeInItsFlow) {
  SmallWorks it(
      "[\"FIC-9\"] = pid { reads = \"X-9\", moves = \"FV-1\", gain = 0.5, reset = seconds(4), action = "
      "\"reverse\", setpoint = kg_per_s(0.5), mode = \"auto\", " +
          kSays + " }",
      "",
      "[\"X-9\"] = orifice_meter { reads = \"valve.flow\", range = { kg_per_s(0), kg_per_s(1) }, dp_full = "
      "mbar(100), lag = seconds(0), " +
          kSays + " },\n");
  it.run(200);
  EXPECT_NEAR(it.signals[0], 0.5, 1e-6);
}

}  // namespace
}  // namespace stillhouse
