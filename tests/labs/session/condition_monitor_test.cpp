#include "labs/session/condition_monitor.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace stillhouse {
namespace {

using scenario::Condition;
using scenario::ConditionKind;

/// One reading and one fact, set by the test.
class Stage : public ConditionDirectory, public ConditionView {
 public:
  double reading = 0.0;
  bool tripped = false;

  SubjectRef subject(const scenario::Subject& subject) const override { return {subject.kind, 0}; }
  FactRef fact(const Condition& condition) const override { return {condition.kind, 0}; }
  double value(const SubjectRef&) const override { return reading; }
  bool holds(const FactRef&) const override { return tripped; }
};

Condition above(double low) {
  Condition result;
  result.kind = ConditionKind::above;
  result.low = low;
  return result;
}

Condition below(double high) {
  Condition result;
  result.kind = ConditionKind::below;
  result.high = high;
  return result;
}

Condition with_children(ConditionKind kind, std::vector<Condition> children, double duration = 0.0) {
  Condition result;
  result.kind = kind;
  result.children = std::move(children);
  result.duration = duration;
  return result;
}

/// Whether the condition holds now, for conditions without memory.
bool now(const Condition& condition, const Stage& stage, std::int64_t scan = 0) {
  const ConditionMonitor monitor(condition, stage, 1.0);
  ConditionMonitor::State state = monitor.initial();
  return monitor.scan(state, stage, scan);
}

TEST(ConditionMonitor, ComparesStrictlyAboveAndBelowAndInclusivelyBetween) {
  Stage stage;
  stage.reading = 5.0;
  EXPECT_TRUE(now(above(4.9), stage));
  EXPECT_FALSE(now(above(5.0), stage));
  EXPECT_TRUE(now(below(5.1), stage));
  EXPECT_FALSE(now(below(5.0), stage));
  Condition between;
  between.kind = ConditionKind::between;
  between.low = between.high = 5.0;
  EXPECT_TRUE(now(between, stage));
}

TEST(ConditionMonitor, NothingToSeeMeetsNoComparison) {
  Stage stage;
  stage.reading = std::nan("");
  EXPECT_FALSE(now(above(-1e9), stage));
  EXPECT_FALSE(now(below(1e9), stage));
  Condition between;
  between.kind = ConditionKind::between;
  EXPECT_FALSE(now(between, stage));
  EXPECT_TRUE(now(with_children(ConditionKind::none_of, {above(0.0)}), stage));
}

TEST(ConditionMonitor, CombinesItsChildren) {
  Stage stage;
  stage.reading = 5.0;
  EXPECT_TRUE(now(with_children(ConditionKind::all_of, {above(4.0), below(6.0)}), stage));
  EXPECT_FALSE(now(with_children(ConditionKind::all_of, {above(4.0), below(5.0)}), stage));
  EXPECT_TRUE(now(with_children(ConditionKind::any_of, {above(9.0), below(6.0)}), stage));
  EXPECT_FALSE(now(with_children(ConditionKind::any_of, {above(9.0), below(1.0)}), stage));
  EXPECT_TRUE(now(with_children(ConditionKind::none_of, {above(9.0), below(1.0)}), stage));
  EXPECT_FALSE(now(with_children(ConditionKind::none_of, {above(9.0), below(6.0)}), stage));
}

TEST(ConditionMonitor, AsksForFactsAndForTime) {
  Stage stage;
  Condition tripped;
  tripped.kind = ConditionKind::tripped;
  EXPECT_FALSE(now(tripped, stage));
  stage.tripped = true;
  EXPECT_TRUE(now(tripped, stage));
  Condition after;
  after.kind = ConditionKind::after;
  after.duration = 60.0;
  EXPECT_FALSE(now(after, stage, 59));
  EXPECT_TRUE(now(after, stage, 60));
}

TEST(ConditionMonitor, SustainedNeedsTheWholeTimeWithoutABreak) {
  Stage stage;
  const ConditionMonitor monitor(with_children(ConditionKind::sustained, {above(1.0)}, 10.0), stage, 1.0);
  ConditionMonitor::State state = monitor.initial();
  for (int k = 0; k < 40; ++k) {
    stage.reading = k == 5 || k == 25 ? 0.0 : 2.0;
    // stands since 6: ten seconds are over at 16; broken at 25; stands since 26 until 36
    EXPECT_EQ(monitor.scan(state, stage, k), (k >= 16 && k < 25) || k >= 36) << k;
  }
}

TEST(ConditionMonitor, DurationsRunWhateverTheOtherPartsSay) {
  Stage stage;
  const Condition condition =
      with_children(ConditionKind::any_of, {above(5.0), with_children(ConditionKind::sustained, {above(1.0)}, 3.0)});
  const ConditionMonitor monitor(condition, stage, 1.0);
  ConditionMonitor::State state = monitor.initial();
  stage.reading = 9.0;  // the first part holds alone; the second counts all the same
  for (int k = 0; k < 3; ++k) monitor.scan(state, stage, k);
  stage.reading = 2.0;
  EXPECT_TRUE(monitor.scan(state, stage, 3));
}

TEST(ConditionMonitor, SteadyLooksBackOverItsWindow) {
  Stage stage;
  Condition steady;
  steady.kind = ConditionKind::steady;
  steady.high = 0.5;
  steady.duration = 10.0;
  const ConditionMonitor monitor(steady, stage, 1.0);
  ConditionMonitor::State state = monitor.initial();
  for (int k = 0; k < 60; ++k) {
    stage.reading = k < 20 ? k : 20.0 + 0.4 * (k % 2);
    if (k == 40) stage.reading = 30.0;
    // level since 20: eleven values at 30; the spike at 40 stays in the window until 50
    EXPECT_EQ(monitor.scan(state, stage, k), (k >= 30 && k < 40) || k >= 51) << k;
  }
  stage.reading = std::nan("");
  EXPECT_FALSE(monitor.scan(state, stage, 60));
  stage.reading = 20.0;
  EXPECT_FALSE(monitor.scan(state, stage, 61)) << "the window begins anew";
}

TEST(ConditionMonitor, GoesOnFromACopy) {
  Stage stage;
  Condition steady;
  steady.kind = ConditionKind::steady;
  steady.high = 0.5;
  steady.duration = 4.0;
  const Condition condition =
      with_children(ConditionKind::all_of, {steady, with_children(ConditionKind::sustained, {above(0.2)}, 3.0)});
  const ConditionMonitor monitor(condition, stage, 1.0);
  ConditionMonitor::State state = monitor.initial(), copy;
  std::vector<bool> first, second;
  const auto reading = [](int k) { return 0.5 + 0.4 * std::sin(0.2 * k); };
  for (int k = 0; k < 200; ++k) {
    if (k == 100) copy = state;
    stage.reading = reading(k);
    const bool holds = monitor.scan(state, stage, k);
    if (k >= 100) first.push_back(holds);
  }
  for (int k = 100; k < 200; ++k) {
    stage.reading = reading(k);
    second.push_back(monitor.scan(copy, stage, k));
  }
  EXPECT_EQ(first, second);
  EXPECT_EQ(copy, state);
  EXPECT_NE(std::count(first.begin(), first.end(), true), 0);
}

}  // namespace
}  // namespace stillhouse
