#include "models/heat/boiling.h"

#include <gtest/gtest.h>

#include <cmath>
#include <type_traits>

#include "tests/models/smooth_curve.h"

namespace stillhouse {
namespace {

using namespace boiling;

template <class Real>
Pool<Real> water() {
  return {Real(957.9), Real(0.5956), Real(279e-6), Real(4217.0), Real(1.76), Real(58.9e-3), Real(2257e3)};
}

// Incropera, DeWitt, 6th ed., example 10.1: polished copper 18 K over 100 degC
TEST(Boiling, IsThePublishedPan) {
  EXPECT_NEAR(rohsenow_flux(water<double>(), 18.0, 0.0128, 1.0), 836e3, 0.003 * 836e3);
  EXPECT_NEAR(critical_flux(water<double>(), 0.149), 1.26e6, 0.003 * 1.26e6);
  EXPECT_NEAR(critical_flux(water<double>()), 1.11e6, 0.005 * 1.11e6);
}
TEST(Boiling, MostinskiIsItsClosedForm) {
  // a tenth of the critical pressure, 10 bar of which: F = 1.8 10^-0.17 + 4 10^-1.2 + 1e-9
  const double F = 1.8 * std::pow(10.0, -0.17) + 4.0 * std::pow(10.0, -1.2) + 1e-9;
  EXPECT_NEAR(mostinski_coefficient(1e5, 0.1, 1e6), 0.00417 * std::pow(1e5, 0.7) * std::pow(1e3, 0.69) * F, 1e-6);
}
TEST(Boiling, IsSmooth) {
  expect_smooth(
      "Rohsenow",
      [](const auto& x) {
        using R = std::remove_cvref_t<decltype(x)>;
        return rohsenow_flux(water<R>(), x, 0.0128, 1.0);
      },
      {0.0, 5.0, 20.0}, 0.1);
  expect_smooth(
      "Mostinski",
      [](const auto& x) {
        using R = std::remove_cvref_t<decltype(x)>;
        return mostinski_coefficient(x, R(0.1), 1e6);
      },
      {1e3, 1e5}, 10.0);
}

}  // namespace
}  // namespace stillhouse
