#include "frontend/presenter/trend_history.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include <gtest/gtest.h>

namespace stillhouse {
namespace {

/// Pen 0 is the scan's number, pen 1 a spike of 100 at scan 700 in a calm of 5.
TrendHistory spiked(std::int64_t scans) {
  TrendHistory history(2, 1.0);
  for (std::int64_t scan = 0; scan < scans; ++scan)
    history.append(std::array<float, 2>{static_cast<float>(scan), scan == 700 ? 100.0f : 5.0f});
  return history;
}

TEST(TrendHistory, GivesBackWhatWasAppended) {
  const TrendView view = spiked(1000).view();
  EXPECT_EQ(view.first(), 0);
  EXPECT_EQ(view.end(), 1000);
  for (const std::int64_t scan : {0, 255, 256, 511, 999})
    EXPECT_EQ(view.value(0, scan), static_cast<float>(scan)) << scan;
  EXPECT_EQ(view.at(0, 300.4), 300.0f);
  EXPECT_TRUE(std::isnan(view.value(0, 1000)));
  EXPECT_TRUE(std::isnan(view.value(0, -1)));
  EXPECT_TRUE(std::isnan(view.value(-1, 5)));
}

TEST(TrendHistory, DecimationLosesNoExtreme) {
  const TrendView view = spiked(5000).view();
  const auto spans = view.decimated(1, 0.0, 5000.0, 50);
  EXPECT_LE(spans.size(), 52u);
  EXPECT_GE(spans.size(), 49u);
  const auto highest =
      std::max_element(spans.begin(), spans.end(), [](const auto& a, const auto& b) { return a.high < b.high; });
  EXPECT_EQ(highest->high, 100.0f);
  EXPECT_EQ(highest->low, 5.0f);
  EXPECT_NEAR(highest->time, 700.0, 50.0);
  // few scans: each is a span of its own
  EXPECT_EQ(view.decimated(0, 10.0, 20.0, 500).size(), 11u);
}

TEST(TrendHistory, LeavesOutWhatHasNoValue) {
  TrendHistory history(1, 1.0);
  for (int scan = 0; scan < 20; ++scan)
    history.append(std::array<float, 1>{scan < 10 ? std::numeric_limits<float>::quiet_NaN() : 3.0f});
  const auto spans = history.view().decimated(0, 0.0, 20.0, 20);
  ASSERT_EQ(spans.size(), 10u);
  EXPECT_EQ(spans.front().time, 10.0);
}

TEST(TrendHistory, AViewDoesNotSeeWhatComesLater) {
  TrendHistory history = spiked(300);
  const TrendView before = history.view();
  history.truncate(290);
  for (int i = 0; i < 20; ++i) history.append(std::array<float, 2>{-1.0f, -1.0f});
  EXPECT_EQ(before.end(), 300);
  EXPECT_EQ(before.value(0, 295), 295.0f);
  EXPECT_EQ(history.view().value(0, 295), -1.0f);
  EXPECT_EQ(history.view().end(), 310);
}

TEST(TrendHistory, CanBeTakenBackToAnyScan) {
  for (const std::int64_t scan : {0, 1, 255, 256, 257, 599}) {
    TrendHistory history = spiked(600);
    history.truncate(scan);
    EXPECT_EQ(history.end(), scan);
    history.append(std::array<float, 2>{42.0f, 0.0f});
    EXPECT_EQ(history.view().value(0, scan), 42.0f) << scan;
    if (scan > 0) {
      EXPECT_EQ(history.view().value(0, scan - 1), static_cast<float>(scan - 1));
    }
  }
}

TEST(TrendHistory, ForgetsTheOldestWhenItIsFull) {
  TrendHistory history(1, 1.0, 3);
  for (int scan = 0; scan < 2000; ++scan) history.append(std::array<float, 1>{static_cast<float>(scan)});
  const TrendView view = history.view();
  EXPECT_EQ(view.end(), 2000);
  EXPECT_GE(view.first(), 2000 - 3 * static_cast<std::int64_t>(TrendChunk::kRows));
  EXPECT_GT(view.first(), 0);
  EXPECT_EQ(view.value(0, 1999), 1999.0f);
  EXPECT_EQ(view.value(0, view.first()), static_cast<float>(view.first()));
}

}  // namespace
}  // namespace stillhouse
