#include "models/heat/tube_flow.h"

#include <gtest/gtest.h>

#include <cmath>
#include <type_traits>

#include "tests/models/smooth_curve.h"

namespace stillhouse {
namespace {

using namespace tube_flow;

// Holman, Heat Transfer, 10th ed., example 6-1: air of 200 degC, 2 atm in a tube of 2.54 cm at 10 m/s
TEST(TubeFlow, WarmsThePublishedAir) {
  const double Nu = dittus_boelter(14756.0, 0.681, true);
  EXPECT_NEAR(Nu, 42.67, 0.01 * 42.67);
  EXPECT_NEAR(Nu * 0.0386 / 0.0254, 64.85, 0.01 * 64.85);
}
TEST(TubeFlow, CorrelationsAgreeWhereAllAreValid) {
  const double Re = 5e4, Pr = 5.0;
  EXPECT_NEAR(gnielinski(Re, Pr) / dittus_boelter(Re, Pr, true), 1.0, 0.2);
  EXPECT_NEAR(sieder_tate(Re, Pr, 1.0) / dittus_boelter(Re, Pr, true), 1.0, 0.2);
}
TEST(TubeFlow, LaminarFlowHasItsKnownEnd) {
  EXPECT_NEAR(nusselt(0.0, 5.0, 0.01), 3.66, 2e-3);
  EXPECT_NEAR(nusselt(1000.0, 5.0, 1e-7), 3.66, 2e-3);
}
TEST(TubeFlow, IsSmoothFromRestToTurbulent) {
  expect_smooth(
      "nusselt",
      [](const auto& x) {
        using R = std::remove_cvref_t<decltype(x)>;
        return nusselt(x, R(5.0), 0.01);
      },
      {0.0, 1.0, 100.0, 2500.0, 3000.0, 3500.0, 1e5}, 1.0);
  expect_smooth(
      "Gnielinski",
      [](const auto& x) {
        using R = std::remove_cvref_t<decltype(x)>;
        return gnielinski(x, R(5.0));
      },
      {100.0, 990.0, 1000.0, 1010.0, 1e6}, 2.0);
}

}  // namespace
}  // namespace stillhouse
