#include <gtest/gtest.h>

#include <cmath>

#include "engine/simulation/simulator.h"
#include "labs/session/lab_library.h"
#include "labs/session/lab_plant.h"
#include "tests/folders.h"

// shipped plants of the separation shelf, run from cold and dry by hand
namespace stillhouse {
namespace {

class ShippedPlant {
 public:
  explicit ShippedPlant(const std::string& id)
      : built_(build_plant(load_plant(LabLibrary({STILLHOUSE_SOURCE_DIR "/labs"}).find_plant(id)), {})),
        simulator_(built_.plant) {}

  void set(const std::string& input, double value) { simulator_.set_input(built_.plant->find_input(input), value); }
  void run(int seconds) {
    for (int scan = 0; scan < seconds; ++scan) simulator_.advance();
  }
  double operator[](const std::string& name) const {
    const int i = built_.plant->find_signal(name);
    EXPECT_GE(i, 0) << name;
    return simulator_.signal(i);
  }
  void expect_closed() const {
    for (const BalanceClosure& c : simulator_.closures())
      EXPECT_LT(std::abs(c.gap), 1e-7 * (std::abs(c.inventory) + std::abs(c.crossed) + 1.0)) << c.name;
  }

 private:
  BuiltPlant built_;
  Simulator simulator_;
};

TEST(SeparationPlants, AbsorberTakesTheAcetoneOutOfTheAir) {
  ShippedPlant plant("absorber");
  plant.run(3600);
  plant.expect_closed();
  // A = L/(m G) is near 1 and the trays are five ideal stages: more than three quarters, less than nine tenths
  const double in = plant["V-100.out.F"] * plant["V-100.out.x_acetone"];
  const double out = plant["V-120.out.F"] * plant["V-120.out.x_acetone"];
  EXPECT_GT(out, 0.1 * in);
  EXPECT_LT(out, 0.25 * in);
  EXPECT_LT(plant["T-100_tray_4.flooding"], 1.0);
  // twice the gas: less is absorbed
  plant.set("V-100.opening", 0.32);
  plant.run(1800);
  EXPECT_GT(plant["V-120.out.x_acetone"] / plant["V-100.out.x_acetone"], 0.35);
  plant.expect_closed();
}

TEST(SeparationPlants, StripperLeavesCleanWater) {
  ShippedPlant plant("stripper");
  plant.run(2 * 3600);
  EXPECT_LT(plant["V-130.out.x_acetone"], 0.01 * plant["F-110.out.x_acetone"]);
  EXPECT_NEAR(plant["T-100_slice_1.T"], 373.0, 2.0);
  plant.expect_closed();
}

TEST(SeparationPlants, BatchStillIsBoiledAway) {
  ShippedPlant plant("batch_still");
  plant.set("E-100.heating", 4e3);
  plant.set("E-130.utility", 1.0);
  plant.run(2700);
  EXPECT_LT(plant["E-100.x_benzene"], 0.45);
  EXPECT_GT(plant["TK-140.x_benzene"], 0.6);
  EXPECT_LT(plant["TK-140.x_benzene"], 0.72);
  plant.expect_closed();
}

TEST(SeparationPlants, BatchRectifierMakesPureBenzene) {
  ShippedPlant plant("batch_rectifier");
  plant.set("E-100.heating", 30e3);
  plant.set("E-130.utility", 1.0);
  plant.run(2 * 3600);
  plant.set("V-142.opening", 0.2);
  plant.run(3600);
  EXPECT_GT(plant["TK-142.level"], 0.05);
  EXPECT_GT(plant["TK-142.x_benzene"], 0.95);
  EXPECT_LT(plant["E-100.x_benzene"], 0.48);
  plant.expect_closed();
}

}  // namespace
}  // namespace stillhouse
