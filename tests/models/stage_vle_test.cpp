#include "models/properties/stage_vle.h"

#include <gtest/gtest.h>

#include <cmath>

namespace stillhouse {
namespace {

// ChemSep v8.3: water, forms 10 and 101
constexpr Antoine water{23.401, 3987.3, -37.161};
constexpr ExtendedAntoine water_extended{74.55502, -7295.586, 0.0, -7.442448, 4.2881e-6};

TEST(Antoine, WaterBoilsAt373K) {
  EXPECT_NEAR(std::exp(water.log_pressure(373.15)), 101325.0, 0.01 * 101325.0);
  EXPECT_NEAR(std::exp(water_extended.log_pressure(373.124)), 101325.0, 0.005 * 101325.0);
  // triple point 611.657 Pa (IAPWS): the extended form holds down to it
  EXPECT_NEAR(std::exp(water_extended.log_pressure(273.16)), 611.657, 0.005 * 611.657);
}

TEST(Antoine, TheTwoFormsAgreeNearTheBoilingPoint) {
  // farther down the short form is high: 6 % at 300 K
  for (double T = 350.0; T <= 400.0; T += 10.0)
    EXPECT_NEAR(water.log_pressure(T), water_extended.log_pressure(T), 0.02) << T;
}

template <class VapourPressure>
StageVle<2, VapourPressure> methanol_water(const std::array<VapourPressure, 2>& pressures) {
  StageVle<2, VapourPressure> vle;
  vle.nrtl.b = {{{0.0, -95.13209}, {398.95345, 0.0}}};
  vle.nrtl.alpha = {{{0.0, 0.2999}, {0.2999, 0.0}}};
  vle.vapour_pressure = pressures;
  return vle;
}

TEST(StageVle, PartialPressuresAreThoseOfActivityAndVapourPressure) {
  const auto vle = methanol_water<Antoine>({Antoine{23.354, 3555.3, -37.163}, water});
  const std::array<double, 2> x{0.3, 0.7};
  const double T = 350.0;
  const auto partial = vle.partial_pressures(x, T), volatility = vle.volatilities(x, T);
  const auto gamma = vle.nrtl.activity(x, T);
  for (int i = 0; i < 2; ++i) {
    const double expected = x[i] * gamma[i] * std::exp(vle.vapour_pressure[i].log_pressure(T));
    EXPECT_NEAR(partial[i], expected, 1e-14 * expected);
    EXPECT_EQ(partial[i], x[i] * volatility[i]);
  }
  // measured: methanol + water boils at 351 K, 101.325 kPa, x = 0.30, y = 0.665 (Perry's Handbook, table 13-1)
  EXPECT_NEAR(partial[0] / (partial[0] + partial[1]), 0.665, 0.015);
}

TEST(StageVle, DerivativesAreThoseOfDifferences) {
  const auto vle = methanol_water<ExtendedAntoine>(
      {ExtendedAntoine{73.40342, -6548.076, 0.0, -7.409987, 5.72492e-6}, water_extended});
  std::array<Dual<7>, 2> x{Dual<7>(0.2), Dual<7>(0.8)};
  Dual<7> T(345.0);
  x[0].gradient[1] = 1.0, x[1].gradient[3] = 1.0, T.gradient[5] = 1.0;
  const auto partial = vle.partial_pressures(x, T);
  const auto difference = [&](int which, int i) {
    const double h = which == 2 ? 1e-3 : 1e-5;
    const auto at = [&](double sign) {
      std::array<double, 2> moved{0.2, 0.8};
      double T_moved = 345.0;
      (which == 2 ? T_moved : moved[static_cast<std::size_t>(which)]) += sign * h;
      return vle.partial_pressures(moved, T_moved)[static_cast<std::size_t>(i)];
    };
    return (at(1.0) - at(-1.0)) / (2.0 * h);
  };
  for (int i = 0; i < 2; ++i) {
    const int lanes[] = {1, 3, 5};
    for (int which = 0; which < 3; ++which)
      EXPECT_NEAR(partial[i].gradient[lanes[which]] / difference(which, i), 1.0, 1e-7) << i << which;
    EXPECT_EQ(partial[i].gradient[0], 0.0);
  }
}

}  // namespace
}  // namespace stillhouse
