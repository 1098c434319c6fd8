#include "models/heat/free_convection.h"

#include <gtest/gtest.h>

#include <cmath>
#include <type_traits>

#include "tests/models/smooth_curve.h"

namespace stillhouse {
namespace {

using namespace free_convection;

// Incropera, DeWitt, 6th ed., example 9.2: fire door of glass, 0.71 m high
TEST(FreeConvection, IsThePublishedDoor) {
  EXPECT_NEAR(vertical_plate(1.813e9, 0.690), 147.0, 0.5);
  EXPECT_NEAR(rayleigh(232.0 - 23.0, 1.0 / 400.0, 26.4e-6, 38.3e-6, 0.71), 1.813e9, 0.005 * 1.813e9);
}
TEST(FreeConvection, StillFluidConducts) {
  EXPECT_NEAR(horizontal_cylinder(0.0, 1e12), square(0.60 + 0.387), 1e-3);
}
TEST(FreeConvection, IsSmoothWhenTheDifferenceTurns) {
  expect_smooth(
      "plate",
      [](const auto& x) {
        using R = std::remove_cvref_t<decltype(x)>;
        return vertical_plate(x, R(0.7));
      },
      {-1e6, -1.0, 0.0, 1.0, 1e9}, 0.1);
  expect_smooth(
      "cylinder",
      [](const auto& x) {
        using R = std::remove_cvref_t<decltype(x)>;
        return horizontal_cylinder(x, R(0.7));
      },
      {-1e6, 0.0, 1.0, 1e9}, 0.1);
}

}  // namespace
}  // namespace stillhouse
