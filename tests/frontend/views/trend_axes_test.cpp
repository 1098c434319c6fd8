#include "frontend/views/trend_axes.h"

#include <gtest/gtest.h>

#include "tests/frontend/views/sample_screen.h"

namespace stillhouse {
namespace {

TEST(ValueTicks, StandAtRoundNumbers) {
  EXPECT_EQ(value_ticks(0.0, 100.0, 5), (std::vector<double>{0, 20, 40, 60, 80, 100}));
  EXPECT_EQ(value_ticks(63.0, 67.0, 4), (std::vector<double>{63, 64, 65, 66, 67}));
  EXPECT_TRUE(value_ticks(5.0, 5.0, 4).empty());
}

TEST(TimeTicks, StandAtRoundTimes) {
  EXPECT_EQ(time_ticks(0.0, 600.0, 6), (std::vector<double>{0, 120, 240, 360, 480, 600}));
  EXPECT_EQ(time_ticks(3500.0, 7300.0, 5), (std::vector<double>{3600, 4500, 5400, 6300, 7200}));
}

TEST(TrendScales, ShareOneScaleAmongPensOfOneUnit) {
  const ScreenState screen = sample_screen();
  const auto scales = trend_scales(screen, {0, 1, 3}, 0.0, 1000.0, {});
  ASSERT_EQ(scales.size(), 3u);
  EXPECT_EQ(scales[0].low, scales[1].low);
  EXPECT_GT(scales[0].high, 120.0);
  EXPECT_LT(scales[0].high, 125.0);
  EXPECT_LT(scales[0].low, 0.0);
  EXPECT_EQ(scales[0].side, 0);
  EXPECT_EQ(scales[1].side, 0);
  EXPECT_EQ(scales[2].side, 1);
}

TEST(TrendScales, FollowTheDataWhenTheyFit) {
  const ScreenState screen = sample_screen();
  const TrendScale scale = trend_scales(screen, {0}, 200.0, 400.0, {.fits = true}).front();
  EXPECT_LT(scale.low, 20.0 + 0.065 * 200.0);
  EXPECT_GT(scale.high, 20.0 + 0.065 * 400.0);
  EXPECT_LT(scale.high - scale.low, 16.0);
  // a signal that stands still has a scale too
  const TrendScale still = trend_scales(screen, {2}, 200.0, 400.0, {.fits = true}).front();
  EXPECT_LT(still.low, 65.5);
  EXPECT_GT(still.high, 65.5);
}

}  // namespace
}  // namespace stillhouse
