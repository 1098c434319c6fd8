#include "models/control/alarm_journal.h"

#include <gtest/gtest.h>

namespace stillhouse {
namespace {

using E = AlarmEvent;

TEST(AlarmJournal, MeasuresResponseAndStandingTime) {
  // worked by hand, scan of 2 s:
  // alarm 0: stands 10..110 (200 s), acknowledged after 30 scans (60 s)
  // alarm 1: stands 50..60 (20 s), comes again 70, never acknowledged, stands to the end 200 (260 s), waited 300 s
  // alarm 2: raised 100, shelved 105: stands 10 s, no answer owed
  const std::vector<AlarmEntry> journal = {
      {10, 0, E::raised, ""},   {40, 0, E::acknowledged, ""}, {50, 1, E::raised, ""},
      {60, 1, E::cleared, ""},  {70, 1, E::raised, ""},       {100, 2, E::raised, ""},
      {105, 2, E::shelved, ""}, {110, 0, E::cleared, ""},     {150, 2, E::unshelved, ""},
  };
  const AlarmPerformance result = alarm_performance(journal, 2.0, 200);
  EXPECT_EQ(result.raised, 4);
  EXPECT_EQ(result.acknowledged, 1);
  EXPECT_EQ(result.mean_time_to_acknowledge, 60.0);
  EXPECT_EQ(result.longest_time_to_acknowledge, 300.0);
  EXPECT_EQ(result.standing_time, 200.0 + 20.0 + 260.0 + 10.0);
  EXPECT_EQ(result.most_standing, 3);
  EXPECT_EQ(result.most_in_ten_minutes, 4);
  EXPECT_EQ(result.flood_time, 0.0);
}

TEST(AlarmJournal, FindsAFloodFromMoreThanTenToFewerThanFiveInTenMinutes) {
  // 12 alarms, one every 20 s from 1000 s: the eleventh falls at 1200 s, and 8 have left the window of 600 s at 1740 s
  std::vector<AlarmEntry> journal;
  for (int i = 0; i < 12; ++i) journal.push_back({1000 + 20 * i, i, E::raised, ""});
  const AlarmPerformance result = alarm_performance(journal, 1.0, 5400);
  EXPECT_EQ(result.most_in_ten_minutes, 12);
  EXPECT_EQ(result.flood_time, 1740.0 - 1200.0);

  // ten in ten minutes are not yet a flood
  journal.resize(10);
  EXPECT_EQ(alarm_performance(journal, 1.0, 5400).flood_time, 0.0);
}

TEST(AlarmJournal, OfAQuietRunIsEmpty) {
  const AlarmPerformance result = alarm_performance({}, 1.0, 3600);
  EXPECT_EQ(result.raised, 0);
  EXPECT_EQ(result.standing_time, 0.0);
  EXPECT_EQ(result.mean_time_to_acknowledge, 0.0);
}

TEST(AlarmJournal, IgnoresWhatLiesBeyondTheEnd) {
  const std::vector<AlarmEntry> journal = {{10, 0, E::raised, ""}, {30, 0, E::acknowledged, ""}};
  const AlarmPerformance result = alarm_performance(journal, 1.0, 20);
  EXPECT_EQ(result.acknowledged, 0);
  EXPECT_EQ(result.longest_time_to_acknowledge, 10.0);
}

}  // namespace
}  // namespace stillhouse
