#include <gtest/gtest.h>

#include <cmath>
#include <memory>
#include <string>
#include <vector>

#include "labs/session/control_room.h"
#include "labs/session/lab_library.h"
#include "labs/session/plant_building.h"
#include "tests/folders.h"
#include "tests/models/separation/tray_check.h"

// sixty trays, twenty components, Peng-Robinson: the shipped plant comes from cold to rest
namespace stillhouse {
namespace {

/// The plant with its control room, started by the sequence of its file.
class Debutanizer {
 public:
  Debutanizer() : plant_(read()), built_(build_plant(plant_, {})), simulator_(built_.plant) {
    room_ = std::make_unique<ControlRoom>(plant_, directory_of(*built_.plant), 1);
    state_ = room_->initial(truth());
    for (const InputInfo& input : built_.plant->inputs()) inputs_.push_back(input.range.start);
    const Command start{0, "operator_file", "command", "US-100", 0.0, "start"};
    EXPECT_FALSE(room_->query(state_, start));
    room_->execute(state_, start);
  }

  void advance() {
    room_->scan(truth(), simulator_.scan(), state_, inputs_);
    for (std::size_t i = 0; i < inputs_.size(); ++i) simulator_.set_input(static_cast<int>(i), inputs_[i]);
    simulator_.advance();
  }

  const Simulator& simulator() const { return simulator_; }
  const scenario::Plant& plant() const { return plant_; }
  bool is_running() const { return state_.sequences[0].mode == Sequence::Mode::complete; }
  double operator[](const std::string& name) const { return signal_of(simulator_, name); }

 private:
  static scenario::Plant read() {
    return load_plant(LabLibrary({STILLHOUSE_SOURCE_DIR "/labs"}).find_plant("debutanizer"));
  }
  TruthView truth() const {
    return [this](int i) { return simulator_.signal(i); };
  }
  scenario::Plant plant_;
  BuiltPlant built_;
  Simulator simulator_;
  std::unique_ptr<ControlRoom> room_;
  ControlRoomState state_;
  std::vector<double> inputs_;
};

/// mol/s of a species that leave the plant at this moment.
double leaving(const Debutanizer& plant, const std::string& species) {
  double sum = 0.0;
  for (const char* stream : {"V-142.out", "V-150.out", "V-130.out"})
    sum += plant[std::string(stream) + ".F"] * plant[std::string(stream) + ".x_" + species_tag(species)];
  return sum;
}

TEST(Debutanizer, ComesFromColdToTheRestThatTheFlashFinds) {
  Debutanizer plant;
  const std::vector<std::string> species = plant.plant().blueprint->species;
  ASSERT_EQ(species.size(), 20u);
  const auto run_to = [&](int scan) {
    while (plant.simulator().scan() < scan) {
      plant.advance();
      ASSERT_FALSE(testing::Test::HasFatalFailure());
    }
  };

  // cold: what is in the condenser is still the nitrogen that it was full of
  run_to(60);
  EXPECT_GT(plant["T-110_tray_60.y_nitrogen"], 0.4);
  EXPECT_LT(plant["E-100.T"], 320.0);
  // within two hours every phase of the sequence is done and each loop is on automatic
  run_to(7200);
  EXPECT_TRUE(plant.is_running());
  EXPECT_LE(plant.simulator().retries(), 2);

  // then it settles: half an hour changes next to nothing but for the last of the nitrogen, and noise
  run_to(18000);
  std::vector<double> T, light;
  for (int k = 1; k <= 60; ++k) {
    T.push_back(plant["T-110_tray_" + std::to_string(k) + ".T"]);
    light.push_back(plant["T-110_tray_" + std::to_string(k) + ".x_n_butane"]);
  }
  std::vector<double> left(species.size());  // mol/s of each species, mean of the half hour: level control is noisy
  for (int minute = 1; minute <= 30; ++minute) {
    run_to(18000 + 60 * minute);
    for (std::size_t i = 0; i < species.size(); ++i) left[i] += leaving(plant, species[i]) / 30.0;
  }
  for (int k = 1; k <= 60; ++k) {
    const std::string tray = "T-110_tray_" + std::to_string(k);
    EXPECT_NEAR(plant[tray + ".T"], T[static_cast<std::size_t>(k - 1)], 0.5) << tray;
    EXPECT_NEAR(plant[tray + ".x_n_butane"], light[static_cast<std::size_t>(k - 1)], 5e-3) << tray;
    EXPECT_LT(plant[tray + ".flooding"], 1.0) << tray;
    EXPECT_LT(plant[tray + ".liquid_continued"], 1e-6) << tray;
    EXPECT_LT(plant[tray + ".gas_continued"], 1e-6) << tray;
  }

  // what comes in goes out, of each species and of energy
  for (std::size_t i = 0; i < species.size(); ++i) {
    const double fed = plant["F-200.out.F"] * plant["F-200.out.x_" + species_tag(species[i])];
    EXPECT_NEAR(left[i], fed, 0.02 * fed + 2e-3) << species[i];
  }
  for (const BalanceClosure& c : plant.simulator().closures())
    EXPECT_LT(std::abs(c.gap), 1e-7 * (std::abs(c.inventory) + std::abs(c.crossed) + 1.0)) << c.name;

  // it is a debutanizer
  EXPECT_LT(plant["E-130.x_isopentane"], 0.005);
  EXPECT_LT(plant["E-100.x_n_butane"], 0.005);

  // each tray is what the flash of Peng-Robinson says: vapour of the tray's efficiency, liquid at its bubble point
  const TrayGaps gaps =
      tray_gaps(plant.simulator(), {"T-110", "E-100", "gas_out", 60, 0.75, 11e5, 0.6}, species, Cubic::peng_robinson);
  EXPECT_LT(gaps.vapour, 2e-4);
  EXPECT_LT(gaps.bubble_point, 1.0);
  EXPECT_LT(gaps.superheat, 0.05);
}

}  // namespace
}  // namespace stillhouse
