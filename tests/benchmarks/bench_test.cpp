#include "benchmarks/measurements/bench.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>
#include <stdexcept>

#include "benchmarks/measurements/table.h"

namespace stillhouse {
namespace {

using nlohmann::json;

/// Takes so many times the work of one unit.
Prepare spinning(int units) {
  return [=]() -> Work {
    return [=] {
      double x = 1.0;
      for (int i = 0; i < units * 100000; ++i) {
        x = x * 0.5 + 1.0;
        keep(x);
      }
    };
  };
}

Prepare failing(const char* why) {
  return [=]() -> Work { return [=] { throw std::runtime_error(why); }; };
}

TEST(Bench, SeesWhatTakesFourTimesAsLong) {
  const Row row = run({.name = "a", .ours = spinning(1), .anchor = "b", .theirs = spinning(4)}, 0.2);
  ASSERT_TRUE(row.ratio());
  EXPECT_GT(*row.ratio(), 2.5);
  EXPECT_LT(*row.ratio(), 6.0);
  EXPECT_GT(*row.ours_s, 1e-5);
  EXPECT_EQ(row.failure, "");
}

TEST(Bench, RepeatsWhatIsShorterThanItsClock) {
  long calls = 0;
  const Row row = run({.name = "a", .ours = [&]() -> Work { return [&] { keep(++calls); }; }}, 0.02);
  EXPECT_GT(calls, 100000);
  EXPECT_LT(*row.ours_s, 1e-6);
}

TEST(Bench, DividesTimesByTheParts) {
  const Row whole = run({.name = "a", .ours = spinning(10)}, 0.1);
  const Row part = run({.name = "a", .ours = spinning(10), .parts = 10.0}, 0.1);
  EXPECT_GT(*whole.ours_s / *part.ours_s, 4.0);
  EXPECT_LT(*whole.ours_s / *part.ours_s, 25.0);
}

TEST(Bench, RunsEachOnceWhenThereIsNoTime) {
  int ours = 0, theirs = 0;
  const auto slowly = [](int& count) -> Prepare {
    return [&]() -> Work { return [&count, work = spinning(20)()] { ++count, work(); }; };
  };
  run({.name = "a", .ours = slowly(ours), .anchor = "b", .theirs = slowly(theirs)}, 0.0);
  EXPECT_EQ(ours, 1);
  EXPECT_EQ(theirs, 1);
}

TEST(Bench, RepeatsWhatIsShortBesideItsAnchor) {
  int ours = 0;
  const Prepare counted = [&]() -> Work { return [&ours, work = spinning(10)()] { ++ours, work(); }; };
  run({.name = "a", .ours = counted, .anchor = "b", .theirs = spinning(1000)}, 0.0);
  EXPECT_GE(ours, 5);
  EXPECT_LE(ours, 12);
}

TEST(Bench, RatioOfGrowthIsItsExponent) {
  Measurement growth{.name = "a", .anchor = "a quarter of its size", .times_larger = 4.0, .goal_exponent = 1.1};
  Row row{.of = growth};
  row.ours_s = 8.0;
  row.anchor_s = 1.0;
  EXPECT_DOUBLE_EQ(*row.ratio(), 1.5);
  EXPECT_EQ(row.met(), false);
  EXPECT_EQ(row.goal(), "exponent at most 1.1");
  row.ours_s = 4.0;
  EXPECT_DOUBLE_EQ(*row.ratio(), 1.0);
  EXPECT_EQ(row.met(), true);
}

TEST(Bench, DividesByPartsThatOnlyTheRunKnows) {
  const auto parts = std::make_shared<double>(1.0);
  const Row row = run({.name = "a",
                       .ours = [=]() -> Work { return [=, work = spinning(10)()] { *parts = 100.0, work(); }; },
                       .anchor = "b",
                       .theirs = spinning(10),
                       .parts_by_then = [=] { return *parts; }},
                      0.1);
  EXPECT_GT(*row.ratio(), 40.0);
  EXPECT_LT(*row.ratio(), 250.0);
}

TEST(Bench, SaysThatAnAnchorFailed) {
  const Row row = run(
      {.name = "a", .ours = spinning(1), .anchor = "band", .theirs = failing("it gave up"), .goal_ratio = 2.0}, 0.01);
  EXPECT_TRUE(row.ours_s);
  EXPECT_FALSE(row.anchor_s);
  EXPECT_FALSE(row.ratio());
  EXPECT_FALSE(row.met());
  EXPECT_EQ(row.failure, "the anchor: it gave up");
  const json list = json::parse(json_of({row}));
  EXPECT_EQ(list[0]["anchor"], "band (failed: the anchor: it gave up)");
  EXPECT_TRUE(list[0]["anchor_s"].is_null());
  EXPECT_TRUE(list[0]["ratio"].is_null());
  EXPECT_TRUE(list[0]["met"].is_null());
  std::ostringstream table;
  print_table(table, {row});
  EXPECT_THAT(table.str(), testing::HasSubstr("failed"));
  EXPECT_THAT(table.str(), testing::HasSubstr("a could not be run: the anchor: it gave up"));
}

TEST(Bench, SaysThatOursFailed) {
  const Row row = run(
      {.name = "a", .ours = failing("no steady state"), .anchor = "band", .theirs = spinning(1), .goal_s = 1.0}, 0.01);
  EXPECT_FALSE(row.ours_s);
  EXPECT_TRUE(row.anchor_s);
  EXPECT_FALSE(row.met());
  EXPECT_EQ(row.failure, "ours: no steady state");
}

Row measured(double ours, double anchor, double goal_ratio, double goal_s) {
  Row row{.of = {.name = "a", .anchor = "b", .goal_ratio = goal_ratio, .goal_s = goal_s}};
  row.ours_s = ours;
  if (anchor > 0.0) row.anchor_s = anchor;
  return row;
}

TEST(Bench, GoalIsMetByTheRatioWhereThereIsAnAnchorAndByTheTimeElsewhere) {
  EXPECT_EQ(measured(1.0, 4.0, 4.0, 0.5).met(), true);
  EXPECT_EQ(measured(1.0, 3.9, 4.0, 2.0).met(), false);
  EXPECT_EQ(measured(0.4, 0.0, 0.0, 0.5).met(), true);
  EXPECT_EQ(measured(0.6, 0.0, 0.0, 0.5).met(), false);
  EXPECT_EQ(measured(0.6, 0.6, 0.0, 0.0).met(), std::nullopt);
  EXPECT_EQ(measured(1.0, 4.0, 4.0, 0.5e-3).goal(), "at least 4 x (500 us)");
  EXPECT_EQ(measured(1.0, 0.0, 0.0, 0.5).goal(), "at most 500 ms");
  EXPECT_EQ(measured(1.0, 0.0, 0.0, 0.0).goal(), "");
}

TEST(Bench, ChoosesRowsByTheBeginningOfTheirNames) {
  Bench bench;
  bench.add({.name = "column/band"});
  bench.add({.name = "column/dense", .slow = true});
  bench.add({.name = "tank"});
  EXPECT_THROW(bench.add({.name = "tank"}), std::invalid_argument);
  const auto names = [&](const std::vector<std::string>& words, bool quick) {
    std::vector<std::string> list;
    for (const Measurement* m : bench.chosen(words, quick)) list.push_back(m->name);
    return list;
  };
  using testing::ElementsAre;
  EXPECT_THAT(names({}, false), ElementsAre("column/band", "column/dense", "tank"));
  EXPECT_THAT(names({}, true), ElementsAre("column/band", "tank"));
  EXPECT_THAT(names({"column"}, false), ElementsAre("column/band", "column/dense"));
  EXPECT_THAT(names({"column/dense"}, true), ElementsAre("column/dense"));
  EXPECT_THAT(names({"tank", "column/b"}, true), ElementsAre("column/band", "tank"));
  EXPECT_THAT(names({"nothing"}, false), ElementsAre());
}

TEST(Bench, WritesNumbersAsPeopleReadThem) {
  EXPECT_EQ(digits(0.123456, 3), "0.123");
  EXPECT_EQ(digits(1355.4, 3), "1360");
  EXPECT_EQ(digits(4.0, 3), "4");
  EXPECT_EQ(digits(0.0, 3), "0");
  EXPECT_EQ(time_in_words(0.30e-6), "0.3 us");
  EXPECT_EQ(time_in_words(1.254e-3), "1.25 ms");
  EXPECT_EQ(time_in_words(11.23), "11.2 s");
}

}  // namespace
}  // namespace stillhouse
