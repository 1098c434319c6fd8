#include "models/control/pid.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "engine/base/error.h"
#include "engine/base/random.h"

namespace stillhouse {
namespace {

Reading good(double value) {
  return {value, Quality::good};
}

/// A controller already in automatic at the given output and measurement.
Pid::State running(const Pid& pid, double measurement, double output, double set_point) {
  Pid::State state = pid.initial();
  state.output = output;
  pid.set_point(state, set_point);
  pid.scan(state, good(measurement), 1.0);
  pid.mode(state, PidMode::automatic);
  return state;
}

TEST(Pid, ConstantErrorGivesTheRampOfTheTextbook) {
  // u = u0 + K e k dt / Ti after a bumpless start; K e itself has been taken up by the transfer
  const Pid pid({.low = 0.0, .high = 200.0, .tuning = {2.0, 50.0, 0.0}});
  Pid::State state = running(pid, 90.0, 0.3, 100.0);
  for (int k = 0; k < 100; ++k) {
    const double output = pid.scan(state, good(90.0), 0.5);
    EXPECT_NEAR(output, 0.3 + 2.0 * (10.0 / 200.0) * k * 0.5 / 50.0, 1e-12);
  }
}

TEST(Pid, SetPointStepMovesTheOutputByGainTimesWeight) {
  for (const double weight : {1.0, 0.4, 0.0}) {
    const Pid pid({.low = 0.0, .high = 10.0, .tuning = {1.5, 100.0, 0.0}, .set_point_weight = weight});
    Pid::State state = running(pid, 5.0, 0.2, 5.0);
    pid.set_point(state, 6.0);
    EXPECT_NEAR(pid.scan(state, good(5.0), 1.0), 0.2 + 1.5 * weight * 0.1, 1e-14);
  }
}

TEST(Pid, DirectActionMirrorsReverseAction) {
  Pid::Settings settings{.low = 0.0, .high = 1.0, .tuning = {0.8, 30.0, 5.0}};
  const Pid reverse(settings);
  settings.action = PidAction::direct;
  const Pid direct(settings);
  Pid::State up = running(reverse, 0.5, 0.5, 0.5), down = running(direct, 0.5, 0.5, 0.5);
  for (int k = 0; k < 50; ++k) {
    const double y = 0.5 + 0.1 * std::sin(0.1 * k);
    const double a = reverse.scan(up, good(y), 1.0);
    const double b = direct.scan(down, good(y), 1.0);
    EXPECT_NEAR(a - 0.5, 0.5 - b, 1e-14);
  }
  EXPECT_GT(std::abs(up.output - 0.5), 0.005) << "and it did move";
}

TEST(Pid, DerivativeOnARampRisesWithItsFilterToGainTimesTdTimesSlope) {
  const double gain = 2.0, Td = 8.0, N = 10.0, dt = 0.5, slope = 0.001;
  const Pid pid({.tuning = {gain, 0.0, Td}, .derivative_limit = N});
  Pid::State state = running(pid, 0.2, 0.5, 0.2);
  const double filter = Td / N;
  for (int k = 1; k <= 60; ++k) {
    pid.scan(state, good(0.2 + slope * dt * k), dt);
    const double expected = -gain * Td * slope * (1.0 - std::pow(filter / (filter + dt), k));
    EXPECT_NEAR(state.derivative, expected, 1e-14);
  }
}

TEST(Pid, NoDerivativeKickFromTheSetPoint) {
  const Pid pid({.tuning = {1.0, 0.0, 50.0}});
  Pid::State state = running(pid, 0.3, 0.3, 0.3);
  pid.set_point(state, 0.4);
  EXPECT_NEAR(pid.scan(state, good(0.3), 1.0), 0.3 + 0.1, 1e-14);
}

TEST(Pid, FirstOrderPlusDeadTimeLoopFollowsItsClosedForm) {
  // Process K e^(-theta s) / (tau s + 1) with Ti = tau: the loop is a e^(-theta s) / s, a = K Kc / Ti. Its step
  // response by the method of steps is y(t) = sum over n of (-1)^(n-1) (a (t - n theta))^n / n!, t > n theta.
  const double K = 1.2, tau = 100.0, theta = 10.0, dt = 0.05;
  const double a = 0.5 / theta;  // damping with 4 % overshoot
  const Pid pid({.low = 0.0, .high = 100.0, .tuning = {a * tau / K, tau, 0.0}});
  const double step = 0.04;
  Pid::State state = running(pid, 0.0, 0.0, 0.0);
  pid.set_point(state, 100.0 * step);

  const auto closed_form = [&](double t) {
    double sum = 0.0, factorial = 1.0;
    for (int n = 1; t > n * theta; ++n) {
      factorial *= n;
      sum += (n % 2 == 1 ? 1.0 : -1.0) * std::pow(a * (t - n * theta), n) / factorial;
    }
    return sum;
  };

  const int delay = static_cast<int>(theta / dt + 0.5);
  std::vector<double> outputs;
  double y = 0.0, worst = 0.0, peak = 0.0;
  for (int k = 0; k * dt < 100.0; ++k) {
    worst = std::max(worst, std::abs(y / step - closed_form(k * dt)));
    peak = std::max(peak, y / step);
    outputs.push_back(pid.scan(state, good(100.0 * y), dt));
    const double u = k >= delay ? outputs[static_cast<std::size_t>(k - delay)] : 0.0;
    y += (1.0 - std::exp(-dt / tau)) * (K * u - y);
  }

  // the sampled loop differs by the hold of half a scan: about a dt / 2 of the step
  EXPECT_LT(worst, 2.0 * a * dt);
  EXPECT_NEAR(peak, 1.04, 0.01) << "overshoot of this rule in the literature: 4 %";
  EXPECT_NEAR(y / step, 1.0, 0.01);
}

TEST(Pid, TransfersWithoutABumpBothWays) {
  const Pid pid({.tuning = {3.0, 20.0, 4.0}});
  Pid::State state = pid.initial();
  pid.output(state, 0.37);
  pid.set_point(state, 0.8);
  double y = 0.5;
  pid.scan(state, good(y), 1.0);

  // into automatic with a standing error of 0.3: only the integral moves the output, from the next scan on
  pid.mode(state, PidMode::automatic);
  EXPECT_NEAR(pid.scan(state, good(y), 1.0), 0.37, 1e-15);
  EXPECT_NEAR(pid.scan(state, good(y), 1.0), 0.37 + 3.0 * 0.3 / 20.0, 1e-14);

  // back to manual: the output stays where the controller left it
  const double left = state.output;
  pid.mode(state, PidMode::manual);
  for (int k = 0; k < 20; ++k) EXPECT_EQ(pid.scan(state, good(y += 0.01), 1.0), left);

  // and again into automatic while the measurement goes on wandering: the output answers this scan's step only
  pid.mode(state, PidMode::automatic);
  EXPECT_NEAR(pid.scan(state, good(y += 0.01), 1.0), left - 3.0 * 0.01, 1e-9);
}

TEST(Pid, ChangeOfTuningDoesNotBump) {
  const Pid pid({.tuning = {1.0, 50.0, 10.0}});
  Pid::State state = running(pid, 0.4, 0.5, 0.6);
  for (int k = 0; k < 5; ++k) pid.scan(state, good(0.4 + 0.001 * k), 1.0);
  const double before = state.output + 1.0 / 50.0 * 0.196;
  pid.tune(state, {4.0, 200.0, 0.0});
  EXPECT_NEAR(pid.scan(state, good(0.404), 1.0), before, 1e-12);
}

TEST(Pid, WindsUpOnlyAsFarAsTheLimit) {
  const Pid pid({.tuning = {2.0, 30.0, 0.0}, .output_high = 0.9});
  Pid::State state = running(pid, 0.5, 0.5, 0.7);
  for (int k = 0; k < 3600; ++k) pid.scan(state, good(0.5), 1.0);
  EXPECT_EQ(state.output, 0.9);

  // by hand: back-calculation settles where K e + (u - v) = 0, i.e. I = u_max; a set-point 0.1 below the measurement
  // then gives u = u_max - K 0.1 in the very same scan
  pid.set_point(state, 0.4);
  EXPECT_NEAR(pid.scan(state, good(0.5), 1.0), 0.9 - 2.0 * 0.1, 1e-9);
}

TEST(Pid, RecoversFromSaturationSooner) {
  // plain integrator for comparison: 600 s of error 0.2 with K/Ti = 1/15 would need as much area to unwind
  const Pid pid({.tuning = {2.0, 30.0, 0.0}});
  Pid::State state = running(pid, 0.5, 0.5, 0.7);
  double plain = 0.5;
  for (int k = 0; k < 600; ++k) {
    pid.scan(state, good(0.5), 1.0);
    plain += 2.0 / 30.0 * 0.2;
  }
  int scans = 0;
  int plain_scans = 0;
  while (pid.scan(state, good(0.75), 1.0) >= 1.0) ++scans;
  while (plain - 2.0 * 0.05 >= 1.0) {
    plain -= 2.0 / 30.0 * 0.05;
    ++plain_scans;
  }
  EXPECT_EQ(scans, 0);
  EXPECT_GT(plain_scans, 2000);
}

TEST(Pid, FollowsAnInterlockAndResumesWithoutABump) {
  const Pid pid({.tuning = {2.0, 50.0, 0.0}, .mode = PidMode::automatic, .output = 0.6, .set_point = 0.5});
  Pid::State state = pid.initial();
  pid.scan(state, good(0.4), 1.0);
  for (int k = 0; k < 300; ++k) EXPECT_EQ(pid.scan(state, good(0.4), 1.0, 0.0), 0.0);
  EXPECT_TRUE(pid.may_output(state, 0.5).has_value());
  EXPECT_NEAR(pid.scan(state, good(0.4), 1.0), 0.0, 1e-14);
  EXPECT_NEAR(pid.scan(state, good(0.4), 1.0), 2.0 * 0.1 / 50.0, 1e-14);
}

TEST(Pid, ABadMeasurementHoldsTheOutputAndHandsOver) {
  const Pid pid({.tuning = {2.0, 50.0, 5.0}});
  Pid::State state = running(pid, 0.4, 0.5, 0.6);
  for (int k = 0; k < 10; ++k) pid.scan(state, good(0.4), 1.0);
  const double held = state.output;
  EXPECT_EQ(pid.scan(state, {1.0, Quality::bad}, 1.0), held);
  EXPECT_EQ(state.mode, PidMode::manual);
  EXPECT_TRUE(state.lost);
  EXPECT_TRUE(pid.may_mode(state, PidMode::automatic).has_value());
  EXPECT_EQ(pid.scan(state, {std::nan(""), Quality::good}, 1.0), held);

  // the measurement is back: the operator may take the controller over again, and it starts from the held output
  pid.scan(state, good(0.45), 1.0);
  ASSERT_FALSE(pid.may_mode(state, PidMode::automatic).has_value());
  pid.mode(state, PidMode::automatic);
  EXPECT_FALSE(state.lost);
  EXPECT_NEAR(pid.scan(state, good(0.45), 1.0), held, 1e-14);
}

TEST(Pid, SetPointRunsAtItsRateAndFollowsInManualIfTold) {
  const Pid pid({.low = 0.0, .high = 100.0, .set_point_rate = 2.0});
  Pid::State state = running(pid, 10.0, 0.0, 0.0);
  pid.set_point(state, 9.0);
  for (const double expected : {2.0, 4.0, 6.0, 8.0, 9.0, 9.0}) {
    pid.scan(state, good(10.0), 1.0);
    EXPECT_EQ(state.set_point, expected);
  }

  const Pid following({.low = 0.0, .high = 100.0, .set_point_follows = true});
  state = following.initial();
  following.scan(state, good(42.0), 1.0);
  EXPECT_EQ(state.set_point, 42.0);
  EXPECT_TRUE(following.may_set_point(state, 50.0).has_value());
}

TEST(Pid, RefusesInWordsWhatMayNotBeDoneNow) {
  const Pid pid({.low = 0.0,
                 .high = 10.0,
                 .output_low = 0.1,
                 .set_point_low = 2.0,
                 .set_point_high = 8.0,
                 .output = 0.1,
                 .set_point = 2.0});
  Pid::State state = pid.initial();
  EXPECT_EQ(pid.may_mode(state, PidMode::automatic)->en,
            "There is no valid measurement; the controller must stay in manual.");
  EXPECT_EQ(pid.may_set_point(state, 1.9)->en, "The set-point is below its lower limit.");
  EXPECT_EQ(pid.may_set_point(state, 8.1)->zh, "设定值高于上限。");
  EXPECT_TRUE(pid.may_set_point(state, std::nan("")).has_value());
  EXPECT_FALSE(pid.may_set_point(state, 8.0).has_value());
  EXPECT_TRUE(pid.may_output(state, 0.05).has_value());
  EXPECT_FALSE(pid.may_output(state, 0.5).has_value());
  pid.scan(state, good(5.0), 1.0);
  pid.mode(state, PidMode::automatic);
  EXPECT_EQ(pid.may_output(state, 0.5)->en, "The controller is in automatic; switch to manual to move the output.");
  EXPECT_TRUE(pid.may_tune(state, {-1.0, 10.0, 0.0}).has_value());
  EXPECT_FALSE(pid.may_tune(state, {1.0, 10.0, 0.0}).has_value());
}

TEST(Pid, RefusesImpossibleSettings) {
  EXPECT_THROW(Pid({.low = 5.0, .high = 4.0}), ModelError);
  EXPECT_THROW(Pid({.tuning = {-1.0, 0.0, 0.0}}), ModelError);
  EXPECT_THROW(Pid({.output_low = 0.6, .output_high = 0.4}), ModelError);
  EXPECT_THROW(Pid({.set_point = 1.5}), ModelError);
}

/// One scan of random life: commands that the queries allow, a wild measurement, interlocks now and then.
void live(const Pid& pid, Pid::State& state, const RandomStream& script, int k) {
  const double value = script.symmetric(1.5, k, 1);
  if (script.uniform(k, 2) < 0.1 && !pid.may_set_point(state, value)) pid.set_point(state, value);
  if (script.uniform(k, 3) < 0.1 && !pid.may_output(state, value)) pid.output(state, value);
  const PidMode mode = script.bits(k, 4) & 1 ? PidMode::automatic : PidMode::manual;
  if (script.uniform(k, 5) < 0.1 && !pid.may_mode(state, mode)) pid.mode(state, mode);
  const PidTuning tuning{5.0 * script.uniform(k, 6), 100.0 * script.uniform(k, 7), 20.0 * script.uniform(k, 8)};
  if (script.uniform(k, 9) < 0.02 && !pid.may_tune(state, tuning)) pid.tune(state, tuning);
  const Quality quality = script.uniform(k, 10) < 0.02 ? Quality::bad : Quality::good;
  std::optional<double> tracked;
  if (script.uniform(k / 20, 11) < 0.1) tracked = 0.0;
  pid.scan(state, {script.symmetric(3.0, k, 12), quality}, 1.0, tracked);
}

TEST(Pid, StaysInItsLimitsWhateverHappensAndGoesOnFromACopyWithTheSameBits) {
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    const RandomStream script(seed, "pid life");
    const Pid pid({.tuning = {1.0, 20.0, 3.0}, .output_high = 0.95});
    Pid::State state = pid.initial(), copy;
    for (int k = 0; k < 2000; ++k) {
      if (k == 1000) copy = state;
      live(pid, state, script, k);
      ASSERT_TRUE(state.output >= 0.0 && state.output <= 0.95) << "seed " << seed << " scan " << k;
      ASSERT_TRUE(std::isfinite(state.integral) && std::isfinite(state.derivative));
      ASSERT_TRUE(state.set_point >= 0.0 && state.set_point <= 1.0);
    }
    for (int k = 1000; k < 2000; ++k) live(pid, copy, script, k);
    EXPECT_EQ(copy, state);
  }
}

}  // namespace
}  // namespace stillhouse
