#include "engine/simulation/simulator.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "benchmarks/problems/hires.h"
#include "engine/base/error.h"
#include "tests/allocations/allocation_count.h"
#include "tests/engine/small_models.h"

namespace stillhouse {
namespace {

SimulatorSettings every(std::int64_t checkpoint_scans, double scan_length = 1.0) {
  SimulatorSettings settings;
  settings.checkpoint_scans = checkpoint_scans;
  settings.scan_length = scan_length;
  return settings;
}

/// An inflow that changes nearly every scan.
double schedule(std::int64_t scan) {
  return 1.0 + 0.25 * static_cast<double>((scan * 7) % 5);
}

TEST(Simulator, FollowsTheClosedFormThroughChangesOfItsInput) {
  SimulatorSettings settings;
  settings.solver.relative_tolerance = 1e-7;
  settings.solver.differential_tolerance = 1e-9;
  Simulator simulator(plant_of<Tank1>("tank", 3.0, 0.2), settings);
  double n = 3.0;
  for (int scan = 0; scan < 150; ++scan) {
    const double rest = schedule(scan) / 0.2;
    n = rest + (n - rest) * std::exp(-0.2);
    simulator.set_input(0, schedule(scan));
    simulator.advance();
    EXPECT_NEAR(simulator.signal(0), n, 2e-6 * n) << scan;
    EXPECT_NEAR(simulator.signal(1), 0.2 * simulator.signal(0), 1e-9);
  }
  EXPECT_EQ(simulator.scan(), 150);
  EXPECT_EQ(simulator.time(), 150.0);
  EXPECT_EQ(simulator.retries(), 0);
}

TEST(Simulator, BalancesCloseWithTheLedger) {
  Simulator simulator(plant_of<Tank1>("tank", 3.0, 0.2));
  for (int scan = 0; scan < 200; ++scan) {
    simulator.set_input(0, schedule(scan));
    simulator.advance();
  }
  const std::vector<BalanceClosure> closures = simulator.closures();
  ASSERT_EQ(closures.size(), 1u);
  EXPECT_EQ(closures[0].name, "moles");
  EXPECT_EQ(closures[0].start, 3.0);
  EXPECT_EQ(closures[0].inventory, simulator.signal(0));
  EXPECT_GT(closures[0].crossed, 1.0);
  EXPECT_LT(std::abs(closures[0].gap), 1e-12);
}

TEST(Simulator, InputsActAtScanBoundariesOnly) {
  Simulator a(plant_of<Tank1>("tank", 3.0, 0.2)), b(plant_of<Tank1>("tank", 3.0, 0.2));
  for (int scan = 0; scan < 30; ++scan) {
    // what is set and taken back within a scan never was, and neither was looking
    a.set_input(0, 9.0);
    EXPECT_EQ(a.signal(0), b.signal(0));
    a.set_input(0, schedule(scan));
    b.set_input(0, schedule(scan));
    a.advance();
    a.closures();
    a.outside_validity();
    b.advance();
    ASSERT_EQ(a.digest(), b.digest()) << scan;
  }
  // one scan later is another trajectory
  a.set_input(0, 5.0);
  a.advance(), b.advance();
  EXPECT_NE(a.digest(), b.digest());
}

TEST(Simulator, LimitsInputsToTheirRange) {
  Simulator simulator(plant_of<Tank1>("tank", 3.0, 0.2));
  simulator.set_input(0, 1e6);
  EXPECT_EQ(simulator.input(0), 10.0);
  simulator.set_input(0, -1.0);
  EXPECT_EQ(simulator.input(0), 0.0);
}

TEST(Simulator, GoesOnFromACheckpointWithTheBitsOfARunThatNeverStopped) {
  const auto plant = plant_of<ReliefVessel>("vessel");
  Simulator whole(plant, every(7, 0.3));
  std::vector<PlantState> checkpoints;
  std::vector<Digest> digests;
  for (int scan = 0; scan < 60; ++scan) {
    if (whole.at_checkpoint()) checkpoints.push_back(whole.state());
    whole.advance();
    digests.push_back(whole.digest());
  }
  ASSERT_EQ(checkpoints.size(), 9u);

  // the last first, in one simulator: going back must not depend on where it was
  Simulator backtracked(plant, every(7, 0.3));
  for (auto from = checkpoints.rbegin(); from != checkpoints.rend(); ++from) {
    Simulator fresh(plant, every(7, 0.3));
    fresh.restore(*from);
    backtracked.restore(*from);
    for (std::int64_t scan = from->scan; scan < std::min<std::int64_t>(from->scan + 20, 60); ++scan) {
      fresh.advance();
      backtracked.advance();
      ASSERT_EQ(fresh.digest(), digests[static_cast<std::size_t>(scan)]) << from->scan << " to " << scan;
      ASSERT_EQ(backtracked.digest(), digests[static_cast<std::size_t>(scan)]) << from->scan << " to " << scan;
    }
  }
}

TEST(Simulator, RefusesAStateThatIsNoCheckpointOrAnotherPlants) {
  Simulator simulator(plant_of<Tank1>("tank", 3.0, 0.2), every(10));
  for (int scan = 0; scan < 13; ++scan) simulator.advance();
  const auto refusal = [&](const PlantState& state) -> std::string {
    try {
      simulator.restore(state);
    } catch (const ModelError& error) {
      return error.what();
    }
    return "(not refused)";
  };
  EXPECT_EQ(refusal(simulator.state()), "scan 13 is no checkpoint; checkpoints are every 10 scans");
  EXPECT_EQ(refusal(Simulator(plant_of<ReliefVessel>("vessel")).state()), "this state was taken from another plant");
  EXPECT_EQ(simulator.scan(), 13);
}

TEST(Simulator, PassesStateEventsWithinAScan) {
  using V = ReliefVessel;
  SimulatorSettings settings = every(60, 10.0);  // several cycles of the valve in one scan
  settings.solver.relative_tolerance = 1e-9;
  settings.solver.differential_tolerance = 1e-11;
  Simulator simulator(plant_of<V>("vessel"), settings);
  simulator.advance();

  // the same by closed form
  const double rest = V::a * V::P / (V::a + V::b);
  double t = 0.0, p = 0.0;
  int events = 0;
  for (bool open = false;; open = !open, ++events) {
    const double end = open ? V::reseat : V::set, toward = open ? rest : V::P, rate = open ? V::a + V::b : V::a;
    const double leg = std::log((p - toward) / (end - toward)) / rate;
    if (t + leg > 10.0) {
      p = toward + (p - toward) * std::exp(-rate * (10.0 - t));
      EXPECT_EQ(simulator.state().modes[0], open ? 1.0 : 0.0);
      break;
    }
    t += leg;
    p = end;
  }
  EXPECT_GE(events, 8);
  EXPECT_NEAR(simulator.signal(0), p, 1e-6);
}

TEST(Simulator, SaysWhenAndWhichEquationsCouldNotBeSolvedAndKeepsTheRun) {
  Simulator simulator(plant_of<FallsThroughARoot>("unit", 2.5));
  simulator.advance();
  simulator.advance();
  const Digest before = simulator.digest();
  for (int attempt : {1, 2}) {
    try {
      simulator.advance();
      FAIL() << "the root of a negative number was found";
    } catch (const SolveError& error) {
      EXPECT_NEAR(error.time(), 2.5, 0.1);
      EXPECT_THAT(error.what(), testing::AllOf(testing::HasSubstr("t = 2."), testing::HasSubstr("root of unit")));
    }
    EXPECT_EQ(simulator.scan(), 2);
    EXPECT_EQ(simulator.digest(), before) << "attempt " << attempt;
    EXPECT_EQ(simulator.retries(), attempt);
  }
}

TEST(Simulator, TriesAFailedScanOnceMoreFromItsBoundaryAndCountsIt) {
  SimulatorSettings settings;
  settings.solver.method = Method::multistep;  // the one-step method gets over this jump by itself
  Simulator simulator(plant_of<Logarithm>("unit"), settings);
  for (int scan = 0; scan < 3; ++scan) simulator.advance();
  EXPECT_EQ(simulator.retries(), 0);
  simulator.set_input(0, 1.5);
  const double y = simulator.signal(1);
  simulator.advance();
  EXPECT_EQ(simulator.retries(), 1);
  const double z = std::log(1.5);
  EXPECT_NEAR(simulator.signal(0), z, 1e-6);
  EXPECT_NEAR(simulator.signal(1), z + (y - z) * std::exp(-1.0), 1e-3);
  for (int scan = 0; scan < 3; ++scan) simulator.advance();
  EXPECT_EQ(simulator.retries(), 1);
}

/// Warms by 2 K/s out of its range; shows twice its temperature.
class Warm {
 public:
  explicit Warm(Declare& declare) {
    T_ = declare.differential("T", "K", {.start = 300.0, .nominal = 300.0, .minimum = 280.0, .maximum = 305.0}, "T");
    twice_ = declare.observable("twice", "K", {.maximum = 1000.0}, "twice T");
  }
  template <class Real>
  void equations(Equations<Real>& eq) const {
    eq.equate("warming", eq.der(T_), Real(2.0));
  }
  void observe(Observing& show) const { show.show(twice_, 2.0 * show[T_]); }

 private:
  Variable T_;
  Observable twice_;
};

TEST(Simulator, ReportsWhatHasLeftItsRangeOfValidity) {
  Simulator simulator(plant_of<Warm>("room"));
  simulator.advance();
  simulator.advance();
  EXPECT_TRUE(simulator.outside_validity().empty());
  EXPECT_NEAR(simulator.signal(1), 608.0, 1e-3);
  simulator.advance();
  EXPECT_EQ(simulator.outside_validity(), std::vector<int>{0});
}

TEST(AllocationCount, SeesNewAndTheCLibrary) {
  long before = allocation_count();
  const std::string text(1000, 'x');
  EXPECT_GT(allocation_count(), before) << text.size();
#ifndef STILLHOUSE_SANITIZE
  before = allocation_count();
  void* volatile memory = std::malloc(10);
  EXPECT_EQ(allocation_count(), before + 1);
  std::free(memory);
#endif
}

TEST(Simulator, NoScanBetweenCheckpointsAsksForMemory) {
  Simulator simulator(plant_of<Hires>("hires"), every(60));
  for (int scan = 0; scan < 61; ++scan) simulator.advance();
  while (!simulator.at_checkpoint()) {
    const long before = allocation_count();
    simulator.advance();
    EXPECT_EQ(allocation_count(), before) << "scan " << simulator.scan();
  }
}

}  // namespace
}  // namespace stillhouse
