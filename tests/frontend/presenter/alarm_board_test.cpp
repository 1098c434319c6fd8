#include "frontend/presenter/alarm_board.h"

#include <cstdlib>

#include <gtest/gtest.h>

#include "frontend/presenter/alarm_sound.h"
#include "tests/frontend/pilot_lab.h"

namespace stillhouse {
namespace {

AlarmEntry entry(std::int64_t scan, int alarm, AlarmEvent event, std::string note = {}) {
  return {scan, alarm, event, std::move(note)};
}

TEST(AlarmBoard, CountsTheLastTenMinutesAndTheFlood) {
  // eleven alarms of one a second: the flood of EEMUA 191 begins with the eleventh
  std::vector<AlarmEntry> journal;
  for (int i = 0; i < 10; ++i) journal.push_back(entry(100 + i, i, AlarmEvent::raised));
  EXPECT_FALSE(alarm_board(journal, 1.0, 200, 11).flood);
  EXPECT_EQ(alarm_board(journal, 1.0, 200, 11).in_ten_minutes, 10);
  journal.push_back(entry(110, 10, AlarmEvent::raised));
  const AlarmBoard flooded = alarm_board(journal, 1.0, 200, 11);
  EXPECT_TRUE(flooded.flood);
  EXPECT_EQ(flooded.flood_since, 110.0);
  EXPECT_EQ(flooded.in_ten_minutes, 11);
  EXPECT_EQ(flooded.per_ten_minutes, std::vector<int>{11});
  // the first leaves the window after 600 scans, the flood ends below five
  EXPECT_EQ(alarm_board(journal, 1.0, 701, 11).in_ten_minutes, 10);
  EXPECT_TRUE(alarm_board(journal, 1.0, 706, 11).flood);   // five are left
  EXPECT_FALSE(alarm_board(journal, 1.0, 707, 11).flood);  // four
  EXPECT_EQ(alarm_board(journal, 1.0, 1300, 11).per_ten_minutes, (std::vector<int>{11, 0, 0}));
  EXPECT_EQ(alarm_board(journal, 1.0, 1300, 11).most_in_ten_minutes, 11);
}

TEST(AlarmBoard, AgreesWithTheMeasuresOfTheGrade) {
  // an unruly journal: at every scan the live rate is what the sliding window of the grade says
  std::vector<AlarmEntry> journal;
  std::int64_t scan = 3;
  for (int i = 0; i < 60; ++i) {
    journal.push_back(entry(scan, i % 7, AlarmEvent::raised));
    scan += (i * 37) % 90;
  }
  int most = 0;
  double flood = 0.0;
  for (std::int64_t end = 1; end < scan + 700; ++end) {
    const AlarmRate rate = alarm_rate(journal, 1.0, end);
    most = std::max(most, rate.in_ten_minutes);
    if (rate.flood) flood += 1.0;
  }
  const AlarmPerformance whole = alarm_performance(journal, 1.0, scan + 699);
  EXPECT_GT(flood, 0.0);
  EXPECT_EQ(most, whole.most_in_ten_minutes);
  EXPECT_EQ(flood, whole.flood_time);
}

TEST(AlarmBoard, TellsWhichAlarmCameFirst) {
  std::vector<AlarmEntry> journal{entry(10, 2, AlarmEvent::raised), entry(12, 2, AlarmEvent::acknowledged),
                                  entry(20, 1, AlarmEvent::raised)};
  EXPECT_EQ(alarm_board(journal, 1.0, 30, 3).first_out.alarm, -1);  // alone: no burst
  journal.push_back(entry(21, 0, AlarmEvent::raised));
  journal.push_back(entry(22, 2, AlarmEvent::raised));
  AlarmBoard board = alarm_board(journal, 1.0, 30, 3);
  EXPECT_EQ(board.first_out.alarm, 1);
  EXPECT_EQ(board.first_out.time, 20.0);
  EXPECT_EQ(board.first_out.members, 3);
  // an acknowledged first one stays the first as long as others wait
  journal.push_back(entry(23, 1, AlarmEvent::acknowledged));
  journal.push_back(entry(24, 1, AlarmEvent::cleared));
  EXPECT_EQ(alarm_board(journal, 1.0, 30, 3).first_out.alarm, 1);
  for (const int alarm : {0, 2}) journal.push_back(entry(25, alarm, AlarmEvent::acknowledged));
  journal.push_back(entry(26, 0, AlarmEvent::raised));
  journal.push_back(entry(27, 1, AlarmEvent::raised));
  EXPECT_EQ(alarm_board(journal, 1.0, 30, 3).first_out.alarm, 0);
}

TEST(AlarmBoard, CountsStandingAndChattering) {
  std::vector<AlarmEntry> journal;
  for (const std::int64_t scan : {100, 130, 160}) {
    journal.push_back(entry(scan, 0, AlarmEvent::raised));
    journal.push_back(entry(scan + 5, 0, AlarmEvent::cleared));
  }
  for (const std::int64_t scan : {200, 230, 261}) journal.push_back(entry(scan, 1, AlarmEvent::raised));
  journal.push_back(entry(300, 2, AlarmEvent::shelved, "sensor"));
  const AlarmBoard board = alarm_board(journal, 1.0, 361, 3);
  EXPECT_TRUE(board.tallies[0].chatters);   // three within 60 s
  EXPECT_FALSE(board.tallies[1].chatters);  // 61 s
  EXPECT_EQ(board.chattering, 1);
  EXPECT_EQ(board.tallies[0].raised, 3);
  EXPECT_EQ(board.standing, 1);
  EXPECT_EQ(board.longest_standing, 100.0);
  EXPECT_EQ(board.tallies[2].shelf_reason, "sensor");
  EXPECT_EQ(board.changes.size(), journal.size());
}

TEST(AlarmBoard, SaysWhyAnInterlockTripped) {
  // the preheater without feed: of I-200's two causes the one with the flow stands first, at 70 degC
  auto session = pilot_session();
  EXPECT_FALSE(session->execute({.actor = "student", .verb = "set", .tag = "HIC-201", .value = 800.0}));
  for (int scan = 0; scan < 1800 && alarm_board(*session).trips.empty(); ++scan) session->advance();
  const AlarmBoard board = alarm_board(*session);
  ASSERT_FALSE(board.trips.empty());
  EXPECT_EQ(board.trips[0].tag, "I-200");
  EXPECT_NE(board.trips[0].cause.en.find("FI-200 below"), std::string::npos) << board.trips[0].cause.en;
}

AlarmLine line(const char* tag, Urgency urgency, AlarmLook look, double raised) {
  AlarmLine alarm{.tag = tag};
  alarm.urgency = urgency;
  alarm.look = look;
  alarm.raised = raised;
  return alarm;
}

TEST(AlarmHorn, SoundsTheMostUrgentUntilItIsAcknowledged) {
  AlarmHorn horn;
  std::vector<AlarmLine> alarms{line("A", 3, AlarmLook::unacknowledged, 10.0), line("B", 1, AlarmLook::normal, -1.0)};
  EXPECT_EQ(horn.hear(alarms, false, 0.0), 3);
  EXPECT_EQ(horn.hear(alarms, false, 1.0), std::nullopt);
  EXPECT_EQ(horn.hear(alarms, false, AlarmHorn::period(3)), 3);
  // a new one is heard at once
  alarms[1] = line("B", 1, AlarmLook::unacknowledged, 20.0);
  EXPECT_EQ(horn.hear(alarms, false, 15.5), 1);
  alarms[1].look = AlarmLook::acknowledged;
  EXPECT_EQ(horn.hear(alarms, false, 16.0), std::nullopt);
  EXPECT_EQ(horn.hear(alarms, false, 40.0), 3);
  alarms[0].look = AlarmLook::returned;
  EXPECT_EQ(horn.hear(alarms, false, 80.0), std::nullopt);
}

TEST(AlarmHorn, IsMutedAndSilenced) {
  AlarmHorn horn;
  std::vector<AlarmLine> alarms{line("A", 1, AlarmLook::unacknowledged, 10.0)};
  EXPECT_EQ(horn.hear(alarms, true, 0.0), std::nullopt);
  EXPECT_EQ(horn.hear(alarms, false, 1.0), 1);
  horn.silence();
  EXPECT_EQ(horn.hear(alarms, false, 10.0), std::nullopt);
  alarms.push_back(line("B", 4, AlarmLook::unacknowledged, 30.0));
  EXPECT_EQ(horn.hear(alarms, false, 11.0), 1);
  EXPECT_FALSE(horn.silenced());
  // the least urgent kind is heard once only
  EXPECT_EQ(AlarmHorn::period(4), 0.0);
}

TEST(AlarmTone, DiffersForEachUrgency) {
  std::vector<std::size_t> lengths;
  std::vector<int> crossings;
  for (Urgency urgency = 1; urgency <= 4; ++urgency) {
    const std::vector<std::int16_t> tone = alarm_tone(urgency, 44100);
    ASSERT_GT(tone.size(), 1000u);
    EXPECT_EQ(tone.front(), 0);
    EXPECT_LT(std::abs(tone.back()), 400);  // no click at the end
    int count = 0;
    for (std::size_t i = 1; i < tone.size(); ++i) count += tone[i - 1] < 0 && tone[i] >= 0 ? 1 : 0;
    for (std::size_t i = 0; i < lengths.size(); ++i) {
      EXPECT_NE(lengths[i], tone.size());
      EXPECT_GT(std::abs(crossings[i] - count), 10);
    }
    lengths.push_back(tone.size());
    crossings.push_back(count);
  }
}

}  // namespace
}  // namespace stillhouse
