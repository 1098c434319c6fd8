#include "models/separation/onda.h"

#include <gtest/gtest.h>

#include <cmath>
#include <type_traits>

#include "models/properties/gas_constant.h"
#include "tests/models/smooth_curve.h"

namespace stillhouse {
namespace {

using namespace onda;

constexpr Bed saddles{194.0, 0.038, 0.061};

// Sinnott, Coulson and Richardson, vol. 6, example 11.14: sulphur dioxide from air into water
TEST(Onda, IsThePublishedAbsorber) {
  const double a_w = wetted_area(17.6, 1000.0, 1e-3, 0.070, saddles);
  EXPECT_NEAR(a_w, 138.0, 1.0);
  EXPECT_NEAR(liquid_coefficient(17.6, 1000.0, 1e-3, 1.7e-9, a_w, saddles), 2.5e-4, 0.05e-4);
  // kmol/(s m2 bar)
  const double k_G = gas_coefficient(0.79, 1.21, 1.8e-5, 1.45e-5, saddles) / (gas_constant * 293.0);
  EXPECT_NEAR(k_G * 1e5 / 1e3, 5.0e-4, 0.05e-4);
}
TEST(Onda, WetsMoreWithMoreLiquid) {
  EXPECT_LT(wetted_area(1.0, 1000.0, 1e-3, 0.070, saddles), wetted_area(20.0, 1000.0, 1e-3, 0.070, saddles));
  EXPECT_LT(wetted_area(500.0, 1000.0, 1e-3, 0.070, saddles), saddles.a);
}
TEST(Onda, IsSmooth) {
  expect_smooth(
      "area",
      [](const auto& x) {
        using R = std::remove_cvref_t<decltype(x)>;
        return wetted_area(x, R(1000.0), R(1e-3), R(0.07), saddles);
      },
      {0.1, 10.0, 50.0}, 0.01);
  expect_smooth(
      "liquid",
      [](const auto& x) {
        using R = std::remove_cvref_t<decltype(x)>;
        return liquid_coefficient(x, R(1000.0), R(1e-3), R(2e-9), R(130.0), saddles);
      },
      {0.1, 10.0, 50.0}, 0.01);
  expect_smooth(
      "gas",
      [](const auto& x) {
        using R = std::remove_cvref_t<decltype(x)>;
        return gas_coefficient(x, R(1.2), R(1.8e-5), R(1e-5), saddles);
      },
      {0.1, 1.0}, 0.01);
}

}  // namespace
}  // namespace stillhouse
