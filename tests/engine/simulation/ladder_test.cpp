#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "engine/base/error.h"
#include "engine/simulation/simulator.h"
#include "tests/engine/small_models.h"

namespace stillhouse {
namespace {

/// The multistep method, which the small models here are made to trouble.
SimulatorSettings every(std::int64_t checkpoint_scans) {
  SimulatorSettings settings;
  settings.checkpoint_scans = checkpoint_scans;
  settings.solver = {.method = Method::multistep};
  return settings;
}

using testing::ElementsAre;

TEST(Ladder, IsNotClimbedWhenNothingIsWrong) {
  Simulator simulator(plant_of<Tank1>("tank", 3.0, 0.2), every(60));
  for (int scan = 0; scan < 100; ++scan) simulator.advance();
  EXPECT_FALSE(simulator.retried());
  EXPECT_EQ(simulator.retries(), 0);
}

TEST(Ladder, AFreshStartSolvesWhatOnlyAConsistentStartCan) {
  Simulator simulator(plant_of<Logarithm>("unit"), every(60));
  for (int scan = 0; scan < 3; ++scan) simulator.advance();
  simulator.set_input(0, 1.5);
  const double y = simulator.signal(1);
  simulator.advance();
  ASSERT_TRUE(simulator.retried());
  EXPECT_EQ(simulator.retried()->scan, 3);
  EXPECT_EQ(simulator.retried()->rung, Rung::small_step);
  EXPECT_EQ(simulator.retried()->setback.time, 3.0);
  EXPECT_THAT(simulator.retried()->setback.equations.at(0), testing::HasSubstr("logarithm of unit"));
  const double z = std::log(1.5);
  EXPECT_NEAR(simulator.signal(0), z, 1e-6);
  EXPECT_NEAR(simulator.signal(1), z + (y - z) * std::exp(-1.0), 1e-3);
  for (int scan = 0; scan < 3; ++scan) simulator.advance();
  EXPECT_FALSE(simulator.retried());
  EXPECT_EQ(simulator.retries(), 1);
  EXPECT_THAT(simulator.rungs(), ElementsAre(1, 0, 0));
}

/// After 1.5 s the lag forgets the 1 it started from.
double lag(double t, double low) {
  const double z = std::sqrt(low);
  return t < 1.5 ? 1.0 : z + (1.0 - z) * std::exp(1.5 - t);
}

TEST(Ladder, ShortStepsWithMoreNewtonIterationsPassAJumpThatAFreshStartDoesNot) {
  const double low = 0.85 * 0.85;
  Simulator simulator(plant_of<JumpingRoot>("unit", low), every(60));
  simulator.advance();
  EXPECT_FALSE(simulator.retried());
  simulator.advance();
  ASSERT_TRUE(simulator.retried());
  EXPECT_EQ(simulator.retried()->rung, Rung::short_steps);
  EXPECT_NEAR(simulator.retried()->setback.time, 1.5, 0.01);
  EXPECT_THAT(simulator.retried()->setback.what, testing::HasSubstr("root of unit"));
  EXPECT_NEAR(simulator.signal(1), 0.85, 1e-6);
  simulator.advance();
  EXPECT_NEAR(simulator.signal(2), lag(3.0, low), 1e-4);
  EXPECT_THAT(simulator.rungs(), ElementsAre(0, 1, 0));
}

TEST(Ladder, TheCompleteFormIsTheLastRung) {
  const double low = 0.25;
  Simulator simulator(plant_of<JumpingRoot>("unit", low), every(60));
  for (int scan = 0; scan < 3; ++scan) simulator.advance();
  EXPECT_NEAR(simulator.signal(1), 0.5, 1e-6);
  EXPECT_NEAR(simulator.signal(2), lag(3.0, low), 1e-4);
  EXPECT_THAT(simulator.rungs(), ElementsAre(0, 0, 1));
  EXPECT_GT(simulator.costs().newton_failures, 30);
}

TEST(Ladder, AboveItThereIsAnErrorThatLeavesTheStateOfTheBoundary) {
  Simulator simulator(plant_of<FallsThroughARoot>("unit", 2.5), every(60));
  simulator.advance();
  simulator.advance();
  const Digest before = simulator.digest();
  std::string said;
  for (int attempt : {1, 2, 3}) {
    try {
      simulator.advance();
      FAIL() << "the root of a negative number was found";
    } catch (const SolveError& error) {
      ASSERT_FALSE(error.equations().empty());
      EXPECT_THAT(error.equations()[0], testing::HasSubstr("root of unit"));
      if (attempt > 1) {
        EXPECT_EQ(error.what(), said);
      }
      said = error.what();
    }
    ASSERT_TRUE(simulator.retried());
    EXPECT_FALSE(simulator.retried()->rung);
    EXPECT_EQ(simulator.retries(), attempt);
    EXPECT_EQ(simulator.digest(), before);
    EXPECT_EQ(simulator.scan(), 2);
  }
}

TEST(Ladder, IsAFunctionOfStateAndInputs) {
  // three jumps, each between two checkpoints
  const auto plant = plant_of<JumpingRoot>("unit", 0.85 * 0.85);
  Simulator whole(plant, every(2));
  std::vector<PlantState> checkpoints;
  std::vector<Digest> digests;
  for (int scan = 0; scan < 12; ++scan) {
    if (whole.at_checkpoint()) checkpoints.push_back(whole.state());
    whole.advance();
    digests.push_back(whole.digest());
  }
  EXPECT_EQ(whole.retries(), 3);
  Simulator backtracked(plant, every(2));
  for (auto from = checkpoints.rbegin(); from != checkpoints.rend(); ++from) {
    Simulator fresh(plant, every(2));
    fresh.restore(*from);
    backtracked.restore(*from);
    for (std::int64_t scan = from->scan; scan < 12; ++scan) {
      fresh.advance();
      backtracked.advance();
      ASSERT_EQ(fresh.digest(), digests[static_cast<std::size_t>(scan)]) << from->scan << " to " << scan;
      ASSERT_EQ(backtracked.digest(), digests[static_cast<std::size_t>(scan)]) << from->scan << " to " << scan;
    }
  }
}

/// Its relief valve has popped when, later in the same scan, its root can no longer be found.
class PopsAndFalls {
 public:
  explicit PopsAndFalls(Declare& declare) {
    y_ = declare.differential("y", "1", {.start = 1.5}, "what falls");
    z_ = declare.algebraic("z", "1", {.start = 1.0}, "its root");
    popped_ = declare.mode("popped", 0.0, "1 once y has passed 0.3");
  }
  template <class Real>
  void equations(Equations<Real>& eq) const {
    eq.equate("fall", eq.der(y_), -1.0 - 0.1 * Real(eq[popped_]));
    eq.equate("root", eq[z_], sqrt(eq[y_]));
  }
  void events(Events& events) const { events.when(0.3 - events[y_], popped_, 1.0); }

 private:
  Variable y_, z_;
  Mode popped_;
};

TEST(Ladder, AScanThatFailsAfterASwitchLeavesTheSwitchUndone) {
  Simulator simulator(plant_of<PopsAndFalls>("unit"), every(60));
  simulator.advance();
  const Digest before = simulator.digest();
  EXPECT_THROW(simulator.advance(), SolveError);
  EXPECT_EQ(simulator.state().modes[0], 0.0);
  EXPECT_EQ(simulator.digest(), before);
}

}  // namespace
}  // namespace stillhouse
