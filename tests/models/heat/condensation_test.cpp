#include "models/heat/condensation.h"

#include <gtest/gtest.h>

#include <cmath>
#include <type_traits>

#include "tests/models/smooth_curve.h"

namespace stillhouse {
namespace {

using namespace condensation;

template <class Real>
Film<Real> steam() {
  return {Real(960.0), Real(0.0), Real(2.82e-4), Real(0.68), Real(2.255e6)};
}

// Holman, Heat Transfer, 10th ed., example 9-1: density of the vapour neglected
TEST(Condensation, IsThePublishedOne) {
  EXPECT_NEAR(vertical(steam<double>(), 2.0, 0.3), 13150.0, 0.005 * 13150.0);
}
TEST(Condensation, TubesBelowEachOtherGetThickerFilms) {
  const double one = horizontal(steam<double>(), 5.0, 0.02);
  EXPECT_NEAR(one / vertical(steam<double>(), 5.0, 0.02), 0.729 / 0.943, 1e-12);
  EXPECT_NEAR(horizontal(steam<double>(), 5.0, 0.02, 64) / one, 0.5, 1e-12);
}
TEST(Condensation, IsSmoothWhenTheWallReachesTheVapour) {
  expect_smooth(
      "vertical",
      [](const auto& x) {
        using R = std::remove_cvref_t<decltype(x)>;
        return vertical(steam<R>(), x, 0.3);
      },
      {-1.0, 0.0, 0.01, 2.0, 30.0}, 5e-3);
}

}  // namespace
}  // namespace stillhouse
