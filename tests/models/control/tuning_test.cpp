#include "models/control/tuning.h"

#include <gtest/gtest.h>

#include <cmath>
#include <complex>

namespace stillhouse {
namespace {

using namespace tuning;

TEST(Tuning, ZieglerAndNichols) {
  const Ultimate margin{10.0, 4.0};
  EXPECT_NEAR(ziegler_nichols_p(margin).K, 5.0, 1e-12);
  EXPECT_NEAR(ziegler_nichols_pi(margin).K, 4.5, 1e-12);
  EXPECT_NEAR(ziegler_nichols_pi(margin).Ti, 3.333, 1e-3);
  EXPECT_NEAR(ziegler_nichols_pid(margin).K, 6.0, 1e-12);
  EXPECT_NEAR(ziegler_nichols_pid(margin).Td, 0.5, 1e-12);
  EXPECT_NEAR(tyreus_luyben_pi(margin).K, 3.125, 1e-12);
  EXPECT_NEAR(tyreus_luyben_pi(margin).Ti, 8.8, 1e-12);
  EXPECT_NEAR(tyreus_luyben_pid(margin).K, 10.0 / 2.2, 1e-12);
  // from the step response: slope tau/(k theta)
  EXPECT_NEAR(ziegler_nichols_pi(FirstOrderWithDeadTime{2.0, 10.0, 1.0}).K, 4.5, 1e-12);
  EXPECT_NEAR(ziegler_nichols_pid(FirstOrderWithDeadTime{2.0, 10.0, 1.0}).K, 6.0, 1e-12);
}

// Skogestad (2003), table 1: tau_c = theta makes K = tau/(2 k theta) and Ti = min(tau, 8 theta)
TEST(Tuning, Simc) {
  const Setting lag = simc_pi({2.0, 10.0, 1.0}, 1.0);
  EXPECT_NEAR(lag.K, 2.5, 1e-12);
  EXPECT_NEAR(lag.Ti, 8.0, 1e-12);
  const Setting quick = simc_pi({1.0, 1.0, 1.0}, 1.0);
  EXPECT_NEAR(quick.K, 0.5, 1e-12);
  EXPECT_NEAR(quick.Ti, 1.0, 1e-12);
  const Setting integrating = simc_pi_integrating(0.2, 1.0, 1.0);
  EXPECT_NEAR(integrating.K, 2.5, 1e-12);
  EXPECT_NEAR(integrating.Ti, 8.0, 1e-12);
  // series form into standard form keeps K/Ti and K Td
  const Setting second = simc_pid({2.0, 10.0, 1.0}, 2.0, 1.0);
  EXPECT_NEAR(second.K / second.Ti, lag.K / lag.Ti, 1e-12);
  EXPECT_NEAR(second.K * second.Td, lag.K * 2.0, 1e-12);
}

// Seborg, Edgar, Mellichamp, Process Dynamics and Control, example 12.3 (2nd ed.): 2 e^-s/(10 s + 1)
TEST(Tuning, CohenCoonAndInternalModel) {
  const FirstOrderWithDeadTime process{2.0, 10.0, 1.0};
  EXPECT_NEAR(cohen_coon_pi(process).K, 4.54, 0.01);
  EXPECT_NEAR(cohen_coon_pi(process).Ti, 2.75, 0.01);
  EXPECT_NEAR(cohen_coon_pid(process).K, (4.0 / 3.0 + 0.025) / 0.2, 1e-12);
  EXPECT_NEAR(imc_pid(process, 1.0).K, 21.0 / 6.0, 1e-12);
  EXPECT_NEAR(imc_pid(process, 1.0).Ti, 10.5, 1e-12);
}

// Astrom and Hagglund (2004): a pure integrator's limit, K = 0.35/(k' theta), Ti = 13.35 theta
TEST(Tuning, AmigoOfAnIntegrator) {
  const Setting setting = amigo_pi({1e6, 1e6, 1.0});
  EXPECT_NEAR(setting.K, 0.35, 1e-4);
  EXPECT_NEAR(setting.Ti, 13.35, 1e-3);
}

TEST(Tuning, UltimateFrequencyTurnsTheProcessRound) {
  EXPECT_NEAR(ultimate_frequency({2.0, 10.0, 1.0}), 1.631995, 1e-6);
  for (const FirstOrderWithDeadTime& p :
       {FirstOrderWithDeadTime{2.0, 10.0, 1.0}, {0.5, 1.0, 20.0}, {3.0, 500.0, 0.1}, {1.0, 1e-6, 1.0}}) {
    const Ultimate u = ultimate(p);
    const std::complex<double> s(0.0, 2.0 * 3.14159265358979323846 / u.period);
    const std::complex<double> loop = u.gain * p.k * std::exp(-p.theta * s) / (p.tau * s + 1.0);
    EXPECT_NEAR(loop.real(), -1.0, 1e-9);
    EXPECT_NEAR(loop.imag(), 0.0, 1e-9);
  }
}

}  // namespace
}  // namespace stillhouse
