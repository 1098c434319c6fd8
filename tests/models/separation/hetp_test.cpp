#include "models/separation/hetp.h"

#include <gtest/gtest.h>

#include <cmath>
#include <type_traits>

#include "tests/models/smooth_curve.h"

namespace stillhouse {
namespace {

using namespace hetp;

TEST(Hetp, IsThePublishedRule) {
  EXPECT_NEAR(random_packing(0.025), 0.45, 1e-12);
  EXPECT_NEAR(structured_packing(250.0), 0.50, 1e-12);
}
TEST(Hetp, IsTheTransferUnitOfParallelLines) {
  EXPECT_NEAR(from_transfer_units(0.4, 1.0), 0.4, 1e-7);
  EXPECT_NEAR(from_transfer_units(0.4, 2.0), 0.4 * std::log(2.0), 1e-7);
}
TEST(Hetp, IsSmooth) {
  expect_smooth(
      "from transfer units",
      [](const auto& x) {
        using R = std::remove_cvref_t<decltype(x)>;
        return from_transfer_units(R(0.4), x);
      },
      {0.2, 1.0, 3.0}, 1e-3);
}

}  // namespace
}  // namespace stillhouse
