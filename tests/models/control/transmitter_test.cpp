#include "models/control/transmitter.h"

#include <gtest/gtest.h>

#include <cmath>

#include "engine/base/error.h"
#include "models/control/first_order_lag.h"

namespace stillhouse {
namespace {

const RandomStream kRandom(1707, "TI-112");

TEST(Transmitter, StepResponseIsOneMinusExp) {
  for (const double dt : {0.1, 1.0, 7.0}) {
    const Transmitter transmitter({.low = -1.0, .high = 2.0, .lag = 12.0});
    Transmitter::State state;
    transmitter.scan(state, 0.0, dt, kRandom, 0);
    state.truth = 1.0;  // the step happens just after the first scan
    for (int k = 1; k <= 100; ++k) {
      const double reading = transmitter.scan(state, 1.0, dt, kRandom, k).value;
      EXPECT_NEAR(reading, 1.0 - std::exp(-k * dt / 12.0), 1e-13) << "dt " << dt << " scan " << k;
    }
  }
}

TEST(Transmitter, FollowsARampOneTimeConstantLate) {
  const double tau = 12.0, dt = 1.0, slope = 0.5;
  const Transmitter transmitter({.low = -1.0, .high = 1000.0, .lag = tau});
  Transmitter::State state;
  for (int k = 0; k <= 300; ++k) {
    const double t = k * dt;
    const double reading = transmitter.scan(state, slope * t, dt, kRandom, k).value;
    // closed form of the ramp response, exact for any scan length
    EXPECT_NEAR(reading, slope * (t - tau * (1.0 - std::exp(-t / tau))), 1e-10);
  }
}

TEST(Transmitter, LagIsAccurateForVeryLongTimeConstants) {
  // against the series y + (u - y) s (1 - s/2 + s^2/6) with s = dt / tau
  for (const double s : {1e-3, 1.01e-4, 0.99e-4, 1e-6, 1e-9})
    EXPECT_NEAR(lagged(0.0, 1.0, 1.0, 1.0 / s, 1.0) / (s * (1.0 - s / 2.0 + s * s / 6.0 - s * s * s / 24.0)), 1.0,
                1e-7);
}

TEST(Transmitter, NoiseHasTheStatedDeviationAndNoMemory) {
  const Transmitter transmitter({.low = 0.0, .high = 100.0, .noise = 0.2, .bias = 0.3});
  Transmitter::State state;
  constexpr int kMany = 20000;
  double sum = 0.0, squares = 0.0, neighbours = 0.0, last = 0.0;
  for (int k = 0; k < kMany; ++k) {
    const double error = transmitter.scan(state, 50.0, 1.0, kRandom, k).value - 50.3;
    sum += error;
    squares += error * error;
    neighbours += error * last;
    last = error;
  }
  EXPECT_NEAR(sum / kMany, 0.0, 4.0 * 0.2 / std::sqrt(kMany));
  EXPECT_NEAR(std::sqrt(squares / kMany), 0.2, 4.0 * 0.2 / std::sqrt(2.0 * kMany));
  EXPECT_NEAR(neighbours / kMany / 0.04, 0.0, 4.0 / std::sqrt(kMany));
}

TEST(Transmitter, ClampsToItsRangeAndSaysSo) {
  const Transmitter transmitter({.low = 0.0, .high = 100.0});
  Transmitter::State state;
  EXPECT_EQ(transmitter.scan(state, 50.0, 1.0, kRandom, 0), (Reading{50.0, Quality::good}));
  EXPECT_EQ(transmitter.scan(state, 103.0, 1.0, kRandom, 1), (Reading{100.0, Quality::good}));
  EXPECT_EQ(transmitter.scan(state, 103.2, 1.0, kRandom, 2), (Reading{100.0, Quality::saturated}));
  EXPECT_EQ(transmitter.scan(state, -1.2, 1.0, kRandom, 3), (Reading{0.0, Quality::good}));
  EXPECT_EQ(transmitter.scan(state, -1.3, 1.0, kRandom, 4), (Reading{0.0, Quality::saturated}));
}

TEST(Transmitter, ReadsInStepsOfItsResolution) {
  const Transmitter transmitter({.low = 10.0, .high = 20.0, .resolution = 0.25});
  Transmitter::State state;
  for (int k = 0; k <= 200; ++k) {
    const double truth = 10.0 + 0.05 * k;
    const double reading = transmitter.scan(state, truth, 1.0, kRandom, k).value;
    EXPECT_EQ(std::fmod(reading - 10.0, 0.25), 0.0);
    EXPECT_LE(std::abs(reading - truth), 0.125 + 1e-12);
  }
}

TEST(Transmitter, FailsInEachOfItsWays) {
  const Transmitter transmitter({.low = 0.0, .high = 100.0});
  Transmitter::State state;
  transmitter.scan(state, 40.0, 1.0, kRandom, 0);

  transmitter.fail(state, TransmitterFailure::stuck);
  EXPECT_EQ(transmitter.scan(state, 60.0, 1.0, kRandom, 1), (Reading{40.0, Quality::good}));
  transmitter.fail(state, TransmitterFailure::high);
  EXPECT_EQ(transmitter.scan(state, 60.0, 1.0, kRandom, 2), (Reading{100.0, Quality::bad}));
  transmitter.fail(state, TransmitterFailure::low);
  EXPECT_EQ(transmitter.scan(state, 60.0, 1.0, kRandom, 3), (Reading{0.0, Quality::bad}));

  // a drift grows with time, keeps its good face, and is gone after the repair
  transmitter.fail(state, TransmitterFailure::drift, -0.5);
  for (int k = 4; k < 14; ++k) transmitter.scan(state, 60.0, 2.0, kRandom, k);
  EXPECT_EQ(state.reading, (Reading{60.0 - 0.5 * 20.0, Quality::good}));
  transmitter.fail(state, TransmitterFailure::none);
  EXPECT_EQ(transmitter.scan(state, 61.0, 2.0, kRandom, 14), (Reading{61.0, Quality::good}));

  // bursts: about every third scan, marked as uncertain, of the stated size
  transmitter.fail(state, TransmitterFailure::burst, 5.0);
  int bursts = 0;
  double squares = 0.0;
  for (int k = 15; k < 3015; ++k) {
    const Reading reading = transmitter.scan(state, 50.0, 1.0, kRandom, k);
    if (reading.quality != Quality::uncertain) {
      EXPECT_EQ(reading.value, 50.0);
      continue;
    }
    ++bursts;
    squares += (reading.value - 50.0) * (reading.value - 50.0);
  }
  EXPECT_NEAR(bursts, 1000, 4 * 26);
  EXPECT_NEAR(std::sqrt(squares / bursts), 5.0, 0.5);
}

TEST(Transmitter, AgesFromTheStartAndIsNotRepairedByTheEndOfAFault) {
  const Transmitter transmitter({.low = 0.0, .high = 100.0, .drift = 0.01});
  Transmitter::State state;
  for (int k = 0; k < 100; ++k) transmitter.scan(state, 50.0, 1.0, kRandom, k);
  transmitter.fail(state, TransmitterFailure::none);
  EXPECT_NEAR(transmitter.scan(state, 50.0, 1.0, kRandom, 100).value, 51.01, 1e-12);
}

TEST(Transmitter, AnImpossibleTruthIsABadReadingNotANumber) {
  const Transmitter transmitter({.low = 0.0, .high = 100.0, .lag = 5.0});
  Transmitter::State state;
  transmitter.scan(state, 40.0, 1.0, kRandom, 0);
  EXPECT_EQ(transmitter.scan(state, std::nan(""), 1.0, kRandom, 1), (Reading{40.0, Quality::bad}));
  EXPECT_EQ(transmitter.scan(state, 40.0, 1.0, kRandom, 2), (Reading{40.0, Quality::good}));
}

TEST(Transmitter, RefusesImpossibleSettings) {
  EXPECT_THROW(Transmitter({.low = 1.0, .high = 1.0}), ModelError);
  EXPECT_THROW(Transmitter({.noise = -0.1}), ModelError);
  EXPECT_THROW(Transmitter({.lag = std::nan("")}), ModelError);
  try {
    Transmitter({.lag = -2.0});
    FAIL();
  } catch (const ModelError& error) {
    EXPECT_STREQ(error.what(), "transmitter: lag is -2; allowed: 0 or more");
  }
}

TEST(Transmitter, StaysInItsRangeAndGoesOnFromACopyWithTheSameBits) {
  const RandomStream script(99, "script");
  const Transmitter transmitter({.low = -5.0, .high = 5.0, .lag = 3.0, .noise = 0.5, .bias = 0.1, .resolution = 0.01});
  Transmitter::State state, copy;
  for (int k = 0; k < 5000; ++k) {
    if (k == 2500) copy = state;
    if (script.uniform(k, 1) < 0.05)
      transmitter.fail(state, static_cast<TransmitterFailure>(script.bits(k, 2) % 6), script.symmetric(0.2, k, 3));
    const Reading reading = transmitter.scan(state, script.symmetric(20.0, k), 1.0, kRandom, k);
    ASSERT_TRUE(reading.value >= -5.0 && reading.value <= 5.0) << k;
  }
  for (int k = 2500; k < 5000; ++k) {
    if (script.uniform(k, 1) < 0.05)
      transmitter.fail(copy, static_cast<TransmitterFailure>(script.bits(k, 2) % 6), script.symmetric(0.2, k, 3));
    transmitter.scan(copy, script.symmetric(20.0, k), 1.0, kRandom, k);
  }
  EXPECT_EQ(copy, state);
}

}  // namespace
}  // namespace stillhouse
