#include "models/control/alarm.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

#include "engine/base/error.h"
#include "engine/base/random.h"

namespace stillhouse {
namespace {

using S = AlarmStatus;
using E = AlarmEvent;

Reading good(double value) {
  return {value, Quality::good};
}

/// What may happen to an alarm in one scan.
enum class Act { goes_active, goes_normal, acknowledge, shelve, unshelve, shelf_time_over, suppress, release };

struct Transition {
  S from;
  Act act;
  S to;
  std::optional<E> event;
};

/// Brings a fresh alarm without delays into a state.
Alarm::State state_in(const Alarm& alarm, S status) {
  Alarm::State state;
  if (status == S::normal) return state;
  if (status == S::suppressed) {
    alarm.scan_condition(state, false, 1.0, 0, true);
    return state;
  }
  if (status == S::shelved) {
    alarm.shelve(state, 10.0, 1.0, 0);
    return state;
  }
  alarm.scan_condition(state, true, 1.0, 0);
  if (status == S::acknowledged) alarm.acknowledge(state, 0);
  if (status == S::returned_unacknowledged) alarm.scan_condition(state, false, 1.0, 1);
  return state;
}

TEST(Alarm, FollowsTheStateTableOfIsa182) {
  // ISA-18.2 figure 5: A normal, B unacknowledged, C acknowledged, D returned unacknowledged, G shelved, H suppressed
  const std::vector<Transition> table = {
      {S::normal, Act::goes_active, S::unacknowledged, E::raised},
      {S::normal, Act::goes_normal, S::normal, {}},
      {S::normal, Act::shelve, S::shelved, E::shelved},
      {S::normal, Act::suppress, S::suppressed, E::suppressed},
      {S::unacknowledged, Act::goes_active, S::unacknowledged, {}},
      {S::unacknowledged, Act::goes_normal, S::returned_unacknowledged, E::cleared},
      {S::unacknowledged, Act::acknowledge, S::acknowledged, E::acknowledged},
      {S::unacknowledged, Act::shelve, S::shelved, E::shelved},
      {S::unacknowledged, Act::suppress, S::suppressed, E::suppressed},
      {S::acknowledged, Act::goes_active, S::acknowledged, {}},
      {S::acknowledged, Act::goes_normal, S::normal, E::cleared},
      {S::acknowledged, Act::shelve, S::shelved, E::shelved},
      {S::acknowledged, Act::suppress, S::suppressed, E::suppressed},
      {S::returned_unacknowledged, Act::goes_normal, S::returned_unacknowledged, {}},
      {S::returned_unacknowledged, Act::goes_active, S::unacknowledged, E::raised},
      {S::returned_unacknowledged, Act::acknowledge, S::normal, E::acknowledged},
      {S::returned_unacknowledged, Act::suppress, S::suppressed, E::suppressed},
      {S::shelved, Act::goes_active, S::shelved, {}},
      {S::shelved, Act::goes_normal, S::shelved, {}},
      {S::shelved, Act::suppress, S::shelved, {}},
      {S::shelved, Act::unshelve, S::normal, E::unshelved},
      {S::shelved, Act::shelf_time_over, S::normal, E::unshelved},
      {S::suppressed, Act::goes_active, S::suppressed, {}},
      {S::suppressed, Act::release, S::normal, E::released},
  };

  const Alarm alarm({});
  for (const Transition& row : table) {
    Alarm::State state = state_in(alarm, row.from);
    ASSERT_EQ(state.status, row.from);
    const bool kept = state.status == S::suppressed;
    std::optional<E> event;
    switch (row.act) {
      case Act::goes_active:
        event = alarm.scan_condition(state, true, 1.0, 2, kept);
        break;
      case Act::goes_normal:
        event = alarm.scan_condition(state, false, 1.0, 2, kept);
        break;
      case Act::acknowledge:
        ASSERT_FALSE(alarm.may_acknowledge(state).has_value());
        event = alarm.acknowledge(state, 2);
        break;
      case Act::shelve:
        ASSERT_FALSE(alarm.may_shelve(state, 60.0, "transmitter under repair").has_value());
        event = alarm.shelve(state, 60.0, 1.0, 2);
        break;
      case Act::unshelve:
        ASSERT_FALSE(alarm.may_unshelve(state).has_value());
        event = alarm.unshelve(state);
        break;
      case Act::shelf_time_over:
        event = alarm.scan_condition(state, false, 1.0, 10);
        break;
      case Act::suppress:
        event = alarm.scan_condition(state, state.active, 1.0, 2, true);
        break;
      case Act::release:
        event = alarm.scan_condition(state, false, 1.0, 2, false);
        break;
    }
    const std::string what = std::string(word(row.from)) + ", act " + std::to_string(static_cast<int>(row.act));
    EXPECT_EQ(state.status, row.to) << what;
    EXPECT_EQ(event, row.event) << what;
  }
}

TEST(Alarm, KeepsTheScansOfWhatHappened) {
  const Alarm alarm({.limit = 5.0});
  Alarm::State state;
  alarm.scan(state, good(4.0), 1.0, 9);
  alarm.scan(state, good(6.0), 1.0, 10);
  alarm.acknowledge(state, 14);
  alarm.scan(state, good(4.0), 1.0, 20);
  EXPECT_EQ(state.raised_at, 10);
  EXPECT_EQ(state.acknowledged_at, 14);
  EXPECT_EQ(state.cleared_at, 20);
}

/// Number of raisings of an alarm on a value that swings about its limit of 10.
int raised(const Alarm::Settings& settings, double swing, int period) {
  const Alarm alarm(settings);
  Alarm::State state;
  int count = 0;
  for (int k = 0; k < 1000; ++k) {
    const double value = 10.0 + (k % period < period / 2 ? swing : -swing);
    const auto event = alarm.scan(state, good(value), 1.0, k);
    if (event == E::raised) ++count;
    if (!alarm.may_acknowledge(state)) alarm.acknowledge(state, k);
  }
  return count;
}

TEST(Alarm, DeadbandStopsChattering) {
  EXPECT_EQ(raised({.limit = 10.0}, 0.5, 4), 250);
  EXPECT_EQ(raised({.limit = 10.0, .deadband = 0.6}, 0.5, 4), 1);
  EXPECT_EQ(raised({.limit = 10.0, .deadband = 0.4}, 0.5, 4), 250) << "a swing wider than the deadband";
}

TEST(Alarm, OnDelayAndOffDelayStopChattering) {
  EXPECT_EQ(raised({.limit = 10.0, .on_delay = 3.0}, 0.5, 4), 0);
  EXPECT_EQ(raised({.limit = 10.0, .off_delay = 3.0}, 0.5, 4), 1);
  EXPECT_EQ(raised({.limit = 10.0, .on_delay = 3.0}, 0.5, 20), 50) << "a slow swing is not chattering";
}

TEST(Alarm, IsRaisedWhenTheDelayIsOver) {
  const Alarm alarm({.side = AlarmSide::below, .limit = 1.0, .on_delay = 5.0, .off_delay = 2.0});
  Alarm::State state;
  for (int k = 0; k < 5; ++k) EXPECT_EQ(alarm.scan(state, good(0.5), 1.0, k), std::nullopt);
  EXPECT_EQ(alarm.scan(state, good(0.5), 1.0, 5), E::raised);
  for (int k = 6; k < 8; ++k) EXPECT_EQ(alarm.scan(state, good(1.5), 1.0, k), std::nullopt);
  EXPECT_EQ(alarm.scan(state, good(1.5), 1.0, 8), E::cleared);
}

TEST(Alarm, ABadReadingNeitherRaisesNorClears) {
  const Alarm alarm({.limit = 5.0});
  Alarm::State state;
  EXPECT_EQ(alarm.scan(state, {100.0, Quality::bad}, 1.0, 0), std::nullopt);
  alarm.scan(state, good(6.0), 1.0, 1);
  EXPECT_EQ(alarm.scan(state, {0.0, Quality::bad}, 1.0, 2), std::nullopt);
  EXPECT_TRUE(stands(state));
}

TEST(Alarm, ComesBackFromTheShelfIfItStillStands) {
  const Alarm alarm({.limit = 5.0});
  Alarm::State state;
  alarm.scan(state, good(6.0), 1.0, 0);
  alarm.shelve(state, 30.0, 1.0, 1);
  for (int k = 1; k < 31; ++k) EXPECT_EQ(alarm.scan(state, good(6.0), 1.0, k), std::nullopt);
  EXPECT_EQ(alarm.scan(state, good(6.0), 1.0, 31), E::unshelved);
  EXPECT_EQ(alarm.scan(state, good(6.0), 1.0, 32), E::raised);
}

TEST(Alarm, RefusesInWords) {
  const Alarm alarm({.longest_shelving = 600.0});
  Alarm::State state;
  EXPECT_EQ(alarm.may_acknowledge(state)->en, "There is nothing to acknowledge.");
  EXPECT_EQ(alarm.may_unshelve(state)->en, "The alarm is not shelved.");
  EXPECT_EQ(alarm.may_shelve(state, 60.0, "")->en, "Shelving an alarm needs a reason.");
  EXPECT_TRUE(alarm.may_shelve(state, 601.0, "repair").has_value());
  EXPECT_TRUE(alarm.may_shelve(state, 0.0, "repair").has_value());
  EXPECT_FALSE(alarm.may_shelve(state, 600.0, "repair").has_value());
  EXPECT_TRUE(Alarm({.longest_shelving = 0.0}).may_shelve(state, 60.0, "repair").has_value());
  alarm.shelve(state, 60.0, 1.0, 0);
  EXPECT_TRUE(alarm.may_shelve(state, 60.0, "repair").has_value());
  EXPECT_THROW(Alarm({.deadband = -1.0}), ModelError);
}

TEST(Alarm, RandomLifeKeepsItsRulesAndGoesOnFromACopyWithTheSameBits) {
  const RandomStream script(8, "alarm life");
  const Alarm alarm({.limit = 0.5, .deadband = 0.2, .on_delay = 2.0, .off_delay = 1.0});
  const auto live = [&](Alarm::State& state, int k) {
    const std::optional<E> event =
        alarm.scan(state, good(script.uniform(k / 3, 1)), 1.0, k, script.uniform(k / 50) < 0.1);
    if (event == E::raised) {
      ASSERT_EQ(state.status, S::unacknowledged);
      ASSERT_EQ(state.raised_at, k);
    }
    ASSERT_TRUE(!stands(state) || state.active) << "only an active alarm stands";
    if (script.uniform(k, 2) < 0.1 && !alarm.may_acknowledge(state)) alarm.acknowledge(state, k);
    if (script.uniform(k, 3) < 0.01 && !alarm.may_shelve(state, 20.0, "test")) alarm.shelve(state, 20.0, 1.0, k);
  };
  Alarm::State state, copy;
  for (int k = 0; k < 10000; ++k) {
    if (k == 5000) copy = state;
    live(state, k);
  }
  for (int k = 5000; k < 10000; ++k) live(copy, k);
  EXPECT_EQ(copy, state);
  EXPECT_GT(state.raised_at, 9000);
}

}  // namespace
}  // namespace stillhouse
