#include "models/heat/batch_heating.h"

#include <gtest/gtest.h>

#include <cmath>
#include <type_traits>

#include "tests/models/smooth_curve.h"

namespace stillhouse {
namespace {

using namespace batch_heating;

TEST(BatchHeating, TakesTheTimeOfTheClosedForm) {
  EXPECT_NEAR(time_isothermal(353.15, 293.15, 393.15, 500.0 * 4180.0, 1200.0), 1595.873, 1e-3);
  EXPECT_NEAR(temperature_isothermal(1595.873025, 293.15, 393.15, 500.0 * 4180.0, 1200.0), 353.15, 1e-6);
}
TEST(BatchHeating, MuchMediumIsAnIsothermalOne) {
  EXPECT_NEAR(time_with_flow(353.15, 293.15, 393.15, 2.09e6, 1200.0, 1e8),
              time_isothermal(353.15, 293.15, 393.15, 2.09e6, 1200.0), 0.05);
  // little medium leaves at the batch's temperature: the time is that of its heat capacity flow
  EXPECT_NEAR(time_with_flow(353.15, 293.15, 393.15, 2.09e6, 1e5, 1e3),
              time_isothermal(353.15, 293.15, 393.15, 2.09e6, 1e3), 1e-6);
}
TEST(BatchHeating, IsSmooth) {
  expect_smooth(
      "time", [](const auto& x) { return time_isothermal(x, 293.15, 393.15, 2.09e6, 1200.0); }, {293.15, 353.15, 390.0},
      0.1);
  expect_smooth(
      "temperature", [](const auto& x) { return temperature_isothermal(x, 293.15, 393.15, 2.09e6, 1200.0); },
      {0.0, 1e3, 1e5}, 10.0);
}

}  // namespace
}  // namespace stillhouse
