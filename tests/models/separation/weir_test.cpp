#include "models/separation/weir.h"

#include <gtest/gtest.h>

#include <cmath>
#include <type_traits>

#include "tests/models/smooth_curve.h"

namespace stillhouse {
namespace {

using namespace weir;

TEST(Weir, HasThePublishedCrest) {
  EXPECT_NEAR(1e3 * crest(0.005, 0.875, francis), 21.22, 0.01);
  EXPECT_NEAR(1e3 * crest(4.06 / 954.0, 0.60, segmental), 27.0, 1.0);  // Sinnott, example 11.11
}
TEST(Weir, OverflowIsTheInverse) {
  EXPECT_NEAR(overflow(crest(0.005, 0.875, francis), 0.875, francis, 1e-4), 0.005, 1e-7);
  EXPECT_LT(overflow(-0.01, 0.875, francis, 2e-4), 1e-20);
}
TEST(Weir, IsSmooth) {
  expect_smooth(
      "crest", [](const auto& x) { return crest(x, 0.5, francis); }, {0.0, 1e-6, 1e-3, 0.01}, 1e-6);
  expect_smooth(
      "overflow", [](const auto& x) { return overflow(x, 0.5, francis, 5e-4); }, {-0.1, -1e-3, 0.0, 5e-4, 0.03}, 1e-4);
}

}  // namespace
}  // namespace stillhouse
