#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <vector>

#include "engine/simulation/simulator.h"
#include "models/catalogue.h"
#include "models/reactors/runaway_vessel.h"

namespace stillhouse {
namespace {

/// The T2-type vessel scan by scan, its cooling cut off after a while.
struct Vessel {
  explicit Vessel(const std::vector<ParameterValue>& values = {}) : simulator(runaway_vessel_kind().build(values)) {}
  double operator[](const std::string& signal) const {
    return simulator.signal(simulator.plant().find_signal("vessel." + signal));
  }
  void run(int scans) {
    for (int scan = 0; scan < scans; ++scan) simulator.advance();
  }
  double mode(std::size_t i) const { return simulator.state().modes[i]; }

  Simulator simulator;
};

// H. S. Fogler, example 13-6: with cooling the charge reacts at its temperature, without it runs away after 2 to 3 h.
TEST(RunawayVessel, IsSafeWithCoolingAndBurstsWithout) {
  Vessel cooled;
  cooled.run(4 * 3600);
  EXPECT_LT(cooled["T"], 440.0);
  EXPECT_EQ(cooled.mode(0), 0.0);

  Vessel alone;
  alone.simulator.set_input(alone.simulator.plant().find_input("vessel.cooling"), 0.0);
  int bursts = 0, disc = 0;
  for (int scan = 1; scan <= 4 * 3600; ++scan) {
    alone.run(1);
    if (disc == 0 && alone.mode(0) == 1.0) disc = scan;
    if (bursts == 0 && alone.mode(1) == 1.0) bursts = scan;
  }
  EXPECT_GT(disc, 2 * 3600);
  EXPECT_LT(disc, 4 * 3600);
  EXPECT_GE(bursts, disc);
  EXPECT_NEAR(alone["p"], 101325.0, 0.05 * 101325.0);
  for (const BalanceClosure& c : alone.simulator.closures())
    EXPECT_LT(std::abs(c.gap), 1e-9 * (std::abs(c.inventory) + std::abs(c.start) + std::abs(c.crossed))) << c.name;
}

// The board's finding: a device set low would have opened while the first reaction was still alone, which makes little
// gas. Here with the vent blocked.
TEST(RunawayVessel, ReliefThatOpensEarlyKeepsTheVesselWhole) {
  Vessel early({{"relief_set", 6.2e5, {}}, {"relief_capacity", 1e-3, {}}, {"strength", 2e7, {}}});
  early.simulator.set_input(early.simulator.plant().find_input("vessel.cooling"), 0.0);
  early.simulator.set_input(early.simulator.plant().find_input("vessel.vent"), 0.0);
  early.run(2 * 3600);
  EXPECT_EQ(early.mode(0), 1.0);
  EXPECT_EQ(early.mode(1), 0.0);
  EXPECT_LT(early["p"], 2e5);
}

}  // namespace
}  // namespace stillhouse
