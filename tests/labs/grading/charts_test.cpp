// Axes, decimation, grouping, and the history of alarms: what the drawings of the report are made from.

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "labs/grading/alarm_history.h"
#include "labs/grading/axis.h"
#include "labs/grading/chart_frame.h"
#include "labs/grading/html.h"
#include "labs/grading/trend_chart.h"
#include "labs/grading/trend_path.h"

namespace stillhouse {
namespace {

TEST(Axis, HasRoundTicksAroundTheValues) {
  const Axis axis = value_axis(21.0, 98.9);
  EXPECT_EQ(axis.low, 20.0);
  EXPECT_EQ(axis.high, 100.0);
  EXPECT_EQ(axis.ticks, (std::vector<double>{20, 40, 60, 80, 100}));
  EXPECT_EQ(axis.decimals, 0);
  EXPECT_EQ(axis.fraction(60.0), 0.5);
}

TEST(Axis, ServesAnyRange) {
  for (const double scale : {1e-12, 1e-6, 0.37, 1.0, 42.0, 101325.0, 1e9}) {
    for (const double offset : {0.0, 1.0, -0.5, 17.0}) {
      const Axis axis = value_axis(offset * scale, (offset + 1.0) * scale);
      ASSERT_GE(axis.ticks.size(), 3u) << scale;
      ASSERT_LE(axis.ticks.size(), 9u) << scale;
      // all but a hair of the range is on it
      EXPECT_LE(axis.low, (offset + 0.016) * scale);
      EXPECT_GE(axis.high, (offset + 0.984) * scale);
      // the decimals tell neighbouring ticks apart, and give each of them whole
      const double step = axis.ticks[1] - axis.ticks[0];
      const double unit = std::pow(10.0, -axis.decimals);
      EXPECT_NEAR(step / unit, std::round(step / unit), 1e-6) << scale << " " << offset;
      EXPECT_GE(step, 0.999 * unit);
    }
  }
}

TEST(Axis, DoesNotOpenAStepForNoiseAboutZero) {
  EXPECT_EQ(value_axis(-0.2, 61.0).low, 0.0);
  EXPECT_LT(value_axis(-5.0, 61.0).low, -4.0);
}

TEST(Axis, WidensARangeOfNoLength) {
  const Axis axis = value_axis(1013.0, 1013.0);
  EXPECT_LT(axis.low, 1013.0);
  EXPECT_GT(axis.high, 1013.0);
  EXPECT_LT(value_axis(0.0, 0.0).low, value_axis(0.0, 0.0).high);
}

TEST(Axis, TicksTimeInWholeMinutes) {
  const Axis axis = time_axis(5400.0);
  EXPECT_EQ(axis.high, 5400.0);
  EXPECT_EQ(axis.ticks[1], 600.0);
  EXPECT_EQ(axis.ticks.size(), 10u);
  EXPECT_EQ(time_axis(7.0).ticks[1], 1.0);
  EXPECT_LE(time_axis(1e6).ticks.size(), 11u);
  EXPECT_GT(time_axis(0.0).high, 0.0);
}

TEST(TrendPath, KeepsThePeakOfADenseTrend) {
  Trend trend;
  for (int i = 0; i < 100000; ++i) {
    trend.time.push_back(i);
    trend.value.push_back(i == 54321 ? 90.0 : 10.0 + 0.001 * (i % 7));
  }
  const ChartFrame frame;
  const Axis time = time_axis(99999.0);
  const Axis value = value_axis(0.0, 100.0);
  const std::string path = trend_path(trend, frame, time, value);
  EXPECT_NE(path.find(" " + html::fixed(frame.y(value, 90.0), 1)), std::string::npos) << "the one sample at 90";
  EXPECT_LT(path.size(), 60000u);
  EXPECT_EQ(std::count(path.begin(), path.end(), 'M'), 1);
}

TEST(TrendPath, DrawsEverySampleOfASparseTrend) {
  const Trend trend{.time = {0, 25, 50, 75, 100}, .value = {1, 2, 3, 2, 1}};
  const std::string path = trend_path(trend, ChartFrame{}, time_axis(100), value_axis(0, 4));
  EXPECT_EQ(std::count(path.begin(), path.end(), 'M'), 1);
  EXPECT_EQ(std::count(path.begin(), path.end(), 'L'), 4);
}

TEST(TrendPath, LeavesAGapWhereATransmitterWasDead) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const Trend trend{.time = {0, 25, 50, 75, 100}, .value = {1, 2, nan, 2, 1}};
  const std::string path = trend_path(trend, ChartFrame{}, time_axis(100), value_axis(0, 4));
  EXPECT_EQ(std::count(path.begin(), path.end(), 'M'), 2);
  EXPECT_EQ(path.find("nan"), std::string::npos);
  EXPECT_EQ(trend_path(Trend{}, ChartFrame{}, time_axis(100), value_axis(0, 4)), "");
}

TEST(TrendGroups, KeepUnitsApartAndPensFew) {
  std::vector<Trend> trends;
  for (int i = 0; i < 8; ++i)
    trends.push_back({.tag = "TI-" + std::to_string(i), .unit = "°C", .panel = TrendPanel::temperature});
  trends.push_back({.tag = "FI-1", .unit = "L/h", .panel = TrendPanel::flow});
  trends.push_back({.tag = "PI-1", .unit = "mbar", .panel = TrendPanel::pressure});
  trends.push_back({.tag = "FI-2", .unit = "L/min", .panel = TrendPanel::flow});
  const std::vector<TrendGroup> groups = trend_groups(trends);
  ASSERT_EQ(groups.size(), 5u);
  EXPECT_EQ(groups[0].trends.size(), 4u);
  EXPECT_EQ(groups[1].trends.size(), 4u);
  EXPECT_EQ(groups[2].unit, "mbar");
  EXPECT_EQ(groups[3].unit, "L/h");
  EXPECT_TRUE(groups[1].shows("TI-7"));
  EXPECT_FALSE(groups[0].shows("TI-7"));
}

TEST(AlarmHistory, PutsEpisodesTogether) {
  const auto change = [](double time, const char* tag, const char* state) {
    return AlarmRecord{.time = time, .tag = tag, .priority = "high", .state = state};
  };
  const std::vector<AlarmEpisode> history = alarm_history({
      change(10, "A", "unacknowledged"),
      change(12, "B", "unacknowledged"),
      change(15, "A", "acknowledged"),
      change(30, "A", "normal"),
      change(40, "A", "unacknowledged"),
      change(50, "A", "returned"),
      change(55, "A", "unacknowledged"),
      change(60, "A", "returned"),
      change(70, "A", "normal"),
  });
  ASSERT_EQ(history.size(), 3u);
  EXPECT_EQ(history[0].tag, "A");
  EXPECT_EQ(history[0].response(), 5.0);
  EXPECT_EQ(history[0].returned, 30.0);

  // never acknowledged, never back
  EXPECT_EQ(history[1].tag, "B");
  EXPECT_FALSE(history[1].response());
  EXPECT_FALSE(history[1].returned);

  // came back before it was acknowledged: one episode
  EXPECT_EQ(history[2].raised, 40.0);
  EXPECT_EQ(history[2].returned, 60.0);
  EXPECT_EQ(history[2].response(), 30.0);
}

TEST(EvidenceShades, HaveNumbersThatDoNotCoverEachOther) {
  const Axis time = time_axis(5400.0);
  const std::vector<EvidenceShade> shades = {{.number = 1, .from = 100, .to = 200},
                                             {.number = 2, .from = 110, .to = 120},
                                             {.number = 3, .from = 4000, .to = 4000}};
  EXPECT_EQ(label_rows(ChartFrame{}, time, shades), (std::vector<int>{0, 1, 0}));
}

}  // namespace
}  // namespace stillhouse
