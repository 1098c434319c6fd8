// Split range, gain schedule, ratio and feed-forward, on-off, programs and voting.
#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <type_traits>

#include "engine/base/error.h"
#include "models/control/feed_forward.h"
#include "models/control/gain_schedule.h"
#include "models/control/on_off.h"
#include "models/control/program.h"
#include "models/control/split_range.h"
#include "models/control/voting.h"

namespace stillhouse {
namespace {

constexpr double dt = 1.0;

Reading good(double value) {
  return {value, Quality::good};
}
constexpr Reading failed{0.0, Quality::bad};

TEST(SplitRange, WorkedExample) {
  const SplitRange split({{0.5, 0.0}, {0.5, 1.0}});
  EXPECT_EQ(split.position(0, 0.75), 0.0);
  EXPECT_EQ(split.position(1, 0.75), 0.5);
  EXPECT_EQ(split.position(0, 0.25), 0.5);
  EXPECT_EQ(split.position(1, 0.25), 0.0);
  EXPECT_EQ(split.position(0, 0.0), 1.0);
  EXPECT_THROW(SplitRange({{0.5, 0.5}}), ModelError);
  EXPECT_THROW(SplitRange({{0.5, 1.5}}), ModelError);
  EXPECT_THROW(SplitRange({}), ModelError);
  EXPECT_EQ(split.output(0, 0.5), 0.25);
  EXPECT_EQ(split.output(1, 0.5), 0.75);
}

TEST(SplitRange, WhatIsHeldTakesItsPartOut) {
  const SplitRange split({{0.45, 0.0}, {0.55, 1.0}});
  EXPECT_EQ(split.free(0b00), (OutputLimits{0.0, 1.0}));
  EXPECT_EQ(split.free(0b01), (OutputLimits{0.55, 1.0}));
  EXPECT_EQ(split.free(0b10), (OutputLimits{0.0, 0.45}));
  EXPECT_FALSE(split.free(0b11));
  const std::array<double, 2> positions = {1.0, 0.2};
  EXPECT_EQ(split.followed(positions, 0.1), 0.0);
  EXPECT_DOUBLE_EQ(split.followed(positions, 0.7), 0.64);
}

// narrowed limits are the controller's own: it does not wind up at them, and follows when they cut its output
TEST(SplitRange, LimitsThatAreNarrowedDoNotWindUp) {
  const Pid pid({.tuning = {1.0, 50.0, 0.0}, .mode = PidMode::automatic, .output = 0.9, .set_point = 0.6});
  Pid::State state = pid.initial();
  pid.scan(state, good(0.5), dt);
  const OutputLimits half{0.0, 0.5};
  EXPECT_EQ(pid.scan(state, good(0.5), dt, {}, {}, {}, half), 0.5);
  for (int scan = 0; scan < 500; ++scan) pid.scan(state, good(0.5), dt, {}, {}, {}, half);
  EXPECT_EQ(state.output, 0.5);
  // after 10 Tt the integral stands where K dt/Ti e = (v - u) dt/Tt: v - u = K e, which P takes back as e changes sign
  EXPECT_LT(pid.scan(state, good(0.65), dt, {}, {}, {}, half), 0.5);
}

TEST(GainSchedule, IsLinearBetweenItsPoints) {
  const GainSchedule schedule({{0.2, {1.0, 100.0, 0.0}}, {0.6, {3.0, 60.0, 8.0}}});
  EXPECT_DOUBLE_EQ(schedule.tuning(0.3).gain, 1.5);
  EXPECT_DOUBLE_EQ(schedule.tuning(0.3).integral_time, 90.0);
  EXPECT_DOUBLE_EQ(schedule.tuning(0.3).derivative_time, 2.0);
  EXPECT_EQ(schedule.tuning(0.0), (PidTuning{1.0, 100.0, 0.0}));
  EXPECT_EQ(schedule.tuning(0.9), (PidTuning{3.0, 60.0, 8.0}));
  EXPECT_THROW(GainSchedule({{0.2, {}}, {0.2, {}}}), ModelError);
  EXPECT_THROW(GainSchedule({}), ModelError);
}

// A schedule that changes the tuning does not move the output.
TEST(GainSchedule, DoesNotMoveTheOutput) {
  const Pid pid({.tuning = {1.0, 100.0, 0.0}, .mode = PidMode::automatic, .output = 0.4, .set_point = 0.5});
  Pid::State state = pid.initial();
  for (int scan = 0; scan < 10; ++scan) pid.scan(state, good(0.45), dt);
  const double before = state.output;
  pid.tune(state, GainSchedule({{0.0, {1.0, 100.0, 0.0}}, {1.0, {5.0, 100.0, 0.0}}}).tuning(0.5));
  EXPECT_NEAR(pid.scan(state, good(0.45), dt), before, 2e-3);
}

TEST(Ratio, WorkedExample) {
  EXPECT_DOUBLE_EQ(ratio_set_point(0.02, 3.0, 0.005, 0.0, 1.0), 0.065);
  EXPECT_EQ(ratio_set_point(1.0, 3.0, 0.0, 0.0, 1.0), 1.0);
  EXPECT_DOUBLE_EQ(ratio_set_point(0.02, bumpless_ratio(0.02, 0.065, 0.005), 0.005, 0.0, 1.0), 0.065);
}

// K (T1 s + 1)/(T2 s + 1) of a step: K (1 + (T1/T2 - 1) e^(-t/T2)), the step being a ramp over the first scan
TEST(LeadLag, IsTheClosedFormOfARampAndItsGainAtRest) {
  const LeadLag lead({.gain = -2.0, .lead = 30.0, .lag = 10.0, .rest = 0.3});
  LeadLag::State state;
  EXPECT_DOUBLE_EQ(lead.scan(state, 0.3, dt), 0.0);
  // a ramp of slope m: K m [t + (T1 - T2)(1 - e^(-t/T2))]
  for (int n = 1; n <= 40; ++n) {
    const double t = n * dt, v = lead.scan(state, 0.3 + 0.01 * t, dt);
    EXPECT_NEAR(v, -2.0 * 0.01 * (t + 20.0 * (1.0 - std::exp(-t / 10.0))), 1e-12);
  }
  double v = 0.0;
  for (int n = 0; n < 400; ++n) v = lead.scan(state, 0.7, dt);
  EXPECT_NEAR(v, -0.8, 1e-12);
  EXPECT_THROW(LeadLag({.lead = 1.0}), ModelError);
  EXPECT_TRUE(std::is_trivially_copyable_v<LeadLag::State>);
}

// A disturbance of which the model is right is cancelled: plant 1/(20 s + 1), disturbance 0.5/(5 s + 1).
TEST(LeadLag, CancelsADisturbanceThatItKnows) {
  const LeadLag feed_forward({.gain = -0.5, .lead = 20.0, .lag = 5.0});
  const double small = 0.01;
  LeadLag::State state;
  feed_forward.scan(state, 0.0, small);
  double by_plant = 0.0, by_disturbance = 0.0, largest = 0.0;
  for (double t = 0.0; t < 100.0; t += small) {
    const double u = feed_forward.scan(state, 1.0, small);
    by_plant += small / 20.0 * (u - by_plant);
    by_disturbance += small / 5.0 * (0.5 - by_disturbance);
    largest = std::max(largest, std::abs(by_plant + by_disturbance));
  }
  EXPECT_LT(largest, 2e-3);
}

TEST(OnOff, CyclesWithinItsHysteresis) {
  const OnOff thermostat({.hysteresis = 2.0, .set_point = 350.0});
  OnOff::State state = thermostat.initial();
  double T = 340.0, low = 1e9, high = -1e9;
  int switches = 0;
  for (int scan = 0; scan < 2000; ++scan) {
    const bool before = state.on;
    const bool on = thermostat.scan(state, good(T), dt);
    if (on != before) ++switches;
    T += on ? 0.1 : -0.05;
    if (scan > 500) low = std::min(low, T), high = std::max(high, T);
  }
  EXPECT_NEAR(low, 349.0, 0.11);
  EXPECT_NEAR(high, 351.0, 0.11);
  // 2 K up at 0.1 K/s and down at 0.05 K/s: a cycle of 60 s
  EXPECT_NEAR(switches, 2.0 * 1900.0 / 60.0, 4.0);
}

TEST(OnOff, KeepsItsLeastTimesAndStopsBlind) {
  const OnOff compressor({.action = PidAction::direct, .least_on = 5.0, .least_off = 10.0, .set_point = 280.0});
  OnOff::State state = compressor.initial();
  EXPECT_TRUE(compressor.scan(state, good(285.0), dt));
  for (int scan = 0; scan < 4; ++scan) EXPECT_TRUE(compressor.scan(state, good(275.0), dt)) << scan;
  EXPECT_FALSE(compressor.scan(state, good(275.0), dt));
  for (int scan = 0; scan < 9; ++scan) EXPECT_FALSE(compressor.scan(state, good(285.0), dt)) << scan;
  EXPECT_TRUE(compressor.scan(state, good(285.0), dt));
  EXPECT_FALSE(compressor.scan(state, failed, dt));
  EXPECT_TRUE(std::is_trivially_copyable_v<OnOff::State>);
}

TEST(Program, RampsAndSoaks) {
  const Program program({{.target = 350.0, .rate = 0.05, .soak = 600.0}, {.target = 320.0}});
  Program::State state;
  EXPECT_FALSE(program.running(state));
  program.start(state, 300.0);
  int ramp = 0, soak = 0;
  while (program.scan(state, good(0.0), dt) < 350.0) ++ramp;
  while (program.scan(state, good(0.0), dt) == 350.0 && soak < 10000) ++soak;
  EXPECT_NEAR(ramp, 1000, 1);
  EXPECT_NEAR(soak, 600, 2);
  EXPECT_EQ(state.set_point, 320.0);
  EXPECT_TRUE(program.done(state));
  EXPECT_EQ(program.scan(state, good(0.0), dt), 320.0);
  EXPECT_THROW(Program({}), ModelError);
  EXPECT_TRUE(std::is_trivially_copyable_v<Program::State>);
}

TEST(Program, WaitsForTheMeasurement) {
  const Program program({{.target = 350.0, .rate = 1.0, .hold_back = 5.0}});
  Program::State state;
  program.start(state, 300.0);
  for (int scan = 0; scan < 100; ++scan) program.scan(state, good(300.0), dt);
  EXPECT_TRUE(state.held);
  EXPECT_NEAR(state.set_point, 306.0, 1.0);
  program.scan(state, failed, dt);
  EXPECT_TRUE(state.held);
  program.scan(state, good(305.0), dt);
  EXPECT_FALSE(state.held);
  program.scan(state, good(306.0), dt, true);
  EXPECT_TRUE(state.held);
}

// ISA-TR84.00.02-2002 part 2: 1oo1 lambda T/2, 1oo2 (lambda T)^2/3, 2oo2 lambda T, 2oo3 (lambda T)^2, 1oo3 (lambda
// T)^3/4
TEST(Voting, FailureOnDemandIsThePublishedEquation) {
  const double x = 0.02;
  EXPECT_DOUBLE_EQ(failure_on_demand(1, 1, x, 1.0), x / 2.0);
  EXPECT_DOUBLE_EQ(failure_on_demand(1, 2, x, 1.0), x * x / 3.0);
  EXPECT_DOUBLE_EQ(failure_on_demand(2, 2, x, 1.0), x);
  EXPECT_DOUBLE_EQ(failure_on_demand(2, 3, x, 1.0), x * x);
  EXPECT_DOUBLE_EQ(failure_on_demand(1, 3, x, 1.0), x * x * x / 4.0);
}

}  // namespace
}  // namespace stillhouse
