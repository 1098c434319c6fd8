// Forms, anti-windup, weights, filter and cascade of the PID controller.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "engine/base/error.h"
#include "models/control/cascade.h"
#include "models/control/pid.h"
#include "models/control/pid_forms.h"

namespace stillhouse {
namespace {

constexpr double dt = 1.0;

Reading good(double value) {
  return {value, Quality::good};
}

// Astrom, Hagglund, section 3.2: the conversions there and back
TEST(PidForms, WorkedExamples) {
  const PidTuning from_series = standard(SeriesTuning{2.0, 60.0, 15.0});
  EXPECT_DOUBLE_EQ(from_series.gain, 2.5);
  EXPECT_DOUBLE_EQ(from_series.integral_time, 75.0);
  EXPECT_DOUBLE_EQ(from_series.derivative_time, 12.0);
  const SeriesTuning back = series(from_series);
  EXPECT_NEAR(back.gain, 2.0, 1e-12);
  EXPECT_NEAR(back.integral_time, 60.0, 1e-10);
  EXPECT_NEAR(back.derivative_time, 15.0, 1e-11);
  const PidTuning from_parallel = standard(ParallelTuning{2.0, 0.1, 10.0});
  EXPECT_DOUBLE_EQ(from_parallel.integral_time, 20.0);
  EXPECT_DOUBLE_EQ(from_parallel.derivative_time, 5.0);
  EXPECT_DOUBLE_EQ(parallel(from_parallel).integral, 0.1);
  EXPECT_DOUBLE_EQ(parallel(from_parallel).derivative, 10.0);
}

TEST(PidForms, SaysWhatHasNoOtherForm) {
  EXPECT_THROW(series({1.0, 10.0, 5.0}), ModelError);
  EXPECT_THROW(standard(ParallelTuning{0.0, 0.1, 0.0}), ModelError);
  EXPECT_NO_THROW(series({1.0, 20.0, 5.0}));
}

/// Saturates a controller for a while, then reverses the error; scans until the output leaves its limit.
int scans_to_leave_the_limit(AntiWindup how) {
  const Pid pid({.tuning = {2.0, 100.0, 0.0}, .mode = PidMode::automatic, .set_point = 0.9, .anti_windup = how});
  Pid::State state = pid.initial();
  for (int scan = 0; scan < 600; ++scan) pid.scan(state, good(0.2), dt);
  EXPECT_EQ(state.output, 1.0);
  int scans = 0;
  while (pid.scan(state, good(0.95), dt) >= 1.0 && scans < 10000) ++scans;
  return scans;
}

TEST(PidAntiWindup, LeavesTheLimitAtOnceUnlessThereIsNone) {
  EXPECT_LE(scans_to_leave_the_limit(AntiWindup::back_calculation), 1);
  EXPECT_LE(scans_to_leave_the_limit(AntiWindup::clamping), 1);
  EXPECT_GT(scans_to_leave_the_limit(AntiWindup::none), 1000);
}

// A step of the set-point kicks the derivative of the error, not that of the measurement.
TEST(Pid, DerivativeOfTheErrorKicks) {
  for (const double weight : {0.0, 1.0}) {
    const Pid pid({.tuning = {1.0, 0.0, 20.0},
                   .set_point_weight = 0.0,
                   .mode = PidMode::automatic,
                   .output = 0.5,
                   .set_point = 0.5,
                   .derivative_weight = weight});
    Pid::State state = pid.initial();
    for (int scan = 0; scan < 10; ++scan) pid.scan(state, good(0.5), dt);
    const double before = state.output;
    pid.set_point(state, 0.52);
    pid.scan(state, good(0.5), dt);
    const double kicked = pid.scan(state, good(0.5), dt);
    // K Td/(Td/N + dt) per unit of set-point
    EXPECT_NEAR(kicked - before, weight * 0.02 * 20.0 / 3.0, 1e-12) << weight;
  }
}

// A first-order filter: after one time constant 63 % of a step, by backward differences.
TEST(Pid, FiltersItsMeasurement) {
  const Pid pid({.tuning = {1.0, 0.0, 0.0}, .mode = PidMode::automatic, .set_point = 0.5, .measurement_filter = 10.0});
  Pid::State state = pid.initial();
  pid.scan(state, good(0.5), dt);
  for (int scan = 0; scan < 10; ++scan) pid.scan(state, good(0.6), dt);
  EXPECT_NEAR(state.measurement, 0.6 - 0.1 * std::pow(10.0 / 11.0, 10), 1e-12);
}

TEST(Pid, CascadeNeedsAControllerAbove) {
  const Pid alone({.mode = PidMode::manual});
  Pid::State state = alone.initial();
  alone.scan(state, good(0.5), dt);
  EXPECT_TRUE(alone.may_mode(state, PidMode::cascade));
  EXPECT_STREQ(word(PidMode::cascade), "cascade");
  const Pid below({.mode = PidMode::manual, .has_remote = true});
  state = below.initial();
  below.scan(state, good(0.5), dt);
  EXPECT_FALSE(below.may_mode(state, PidMode::cascade));
  below.mode(state, PidMode::cascade);
  below.scan(state, good(0.5), dt, {}, 0.7);
  EXPECT_EQ(state.set_point, 0.7);
  EXPECT_TRUE(below.may_set_point(state, 0.6));
  below.scan(state, {0.0, Quality::bad}, dt, {}, 0.7);
  EXPECT_EQ(state.mode, PidMode::manual);
}

/// A level over a flow: the flow follows its valve in 2 s, the tank integrates.
struct LevelOverFlow {
  Pid primary{{.tuning = {2.0, 200.0, 0.0}, .mode = PidMode::automatic, .output = 0.5, .set_point = 0.5}};
  Pid secondary{
      {.tuning = {0.4, 5.0, 0.0}, .mode = PidMode::automatic, .output = 0.5, .set_point = 0.5, .has_remote = true}};
  Cascade cascade{primary, secondary};
  Pid::State outer = primary.initial(), inner = secondary.initial();
  double flow = 0.5, level = 0.5, load = 0.5;

  void scan(int count) {
    for (int i = 0; i < count; ++i) {
      const double valve = cascade.scan(outer, inner, good(level), good(flow), dt);
      flow += (valve - flow) * (1.0 - std::exp(-dt / 2.0));
      level += dt / 100.0 * (flow - load);
    }
  }
};

TEST(Cascade, BringsTheOuterVariableToItsSetPoint) {
  LevelOverFlow plant;
  plant.scan(5);
  plant.secondary.mode(plant.inner, PidMode::cascade);
  plant.load = 0.6;
  plant.scan(3000);
  EXPECT_NEAR(plant.level, 0.5, 1e-4);
  EXPECT_NEAR(plant.inner.set_point, 0.6, 1e-3);
}

TEST(Cascade, ClosesWithoutABump) {
  LevelOverFlow plant;
  plant.primary.set_point(plant.outer, 0.6);  // the level is off, and nobody does anything about it yet
  plant.secondary.set_point(plant.inner, 0.45);
  plant.load = 0.45;
  plant.scan(100);
  EXPECT_NEAR(plant.outer.output, 0.45, 1e-12);
  const double before = plant.inner.output;
  plant.secondary.mode(plant.inner, PidMode::cascade);
  plant.scan(1);
  EXPECT_NEAR(plant.inner.set_point, 0.45, 2e-3);
  EXPECT_NEAR(plant.inner.output, before, 2e-3);
}

// The valve is open and can do no more: the primary does not run away meanwhile.
TEST(Cascade, DoesNotWindUpOverAValveAtItsLimit) {
  LevelOverFlow plant;
  plant.scan(5);
  plant.secondary.mode(plant.inner, PidMode::cascade);
  plant.load = 1.3;
  plant.scan(60);
  ASSERT_LT(plant.level, 0.4);
  plant.load = 0.2;
  double overshoot = 0.0;
  for (int i = 0; i < 3000; ++i) {
    plant.scan(1);
    overshoot = std::max(overshoot, plant.level - 0.5);
  }
  EXPECT_LT(overshoot, 0.2);
  EXPECT_NEAR(plant.level, 0.5, 1e-3);
}

TEST(Cascade, NeedsARemoteSetPoint) {
  const Pid primary({}), secondary({});
  EXPECT_THROW(Cascade(primary, secondary), ModelError);
}

}  // namespace
}  // namespace stillhouse
