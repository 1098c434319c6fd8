#include "frontend/views/alarms_screen.h"

#include <gtest/gtest.h>

#include "frontend/views/alarm_parts.h"
#include "tests/frontend/views/headless_screen.h"
#include "tests/frontend/views/sample_screen.h"

namespace stillhouse {
namespace {

/// The sample plant on the alarms' screen, with one alarm more on the shelf.
struct AlarmsAtHand : HeadlessScreen {
  AlarmsAtHand() : HeadlessScreen(sample_screen()) {
    view.screen = "alarms";
    AlarmLine shelved{.tag = "PAH-121", .reads = "TI-100", .says = {"Pressure", "压力"}};
    shelved.look = AlarmLook::shelved;
    shelved.raised = 500.0;
    shelved.shelved_until = 1300.0;
    screen.alarms.push_back(shelved);
    const std::vector<AlarmEntry> journal{{500, 4, AlarmEvent::raised, {}}, {600, 4, AlarmEvent::shelved, "sensor"},
                                          {700, 2, AlarmEvent::raised, {}}, {750, 2, AlarmEvent::acknowledged, {}},
                                          {800, 1, AlarmEvent::raised, {}}, {850, 1, AlarmEvent::cleared, {}},
                                          {900, 0, AlarmEvent::raised, {}}};
    screen.alarm_board = alarm_board(journal, 1.0, 1000, 5);
  }
};

TEST(AlarmsScreen, ListsWhatWaitsAndAcknowledges) {
  AlarmsAtHand screen;
  screen.draw(2);
  EXPECT_EQ(screen.value("alarms.row.TAH-100.state"), "NEW");
  EXPECT_EQ(screen.value("alarms.rate"), "4");
  EXPECT_EQ(screen.value("alarms.standing"), "2");
  EXPECT_EQ(screen.value("alarms.first_out"), "TAHH-100  0:13:20  (1/2)");
  EXPECT_FALSE(screen.has("alarms.flood"));
  screen.click("alarms.row.TAH-100.acknowledge");
  screen.click("alarms.acknowledge_everything");
  ASSERT_EQ(screen.wishes.commands.size(), 2u);
  EXPECT_EQ(screen.wishes.commands[0].verb, "acknowledge");
  EXPECT_EQ(screen.wishes.commands[0].tag, "TAH-100");
  EXPECT_EQ(screen.wishes.commands[1].tag, "all");
  screen.wishes.commands.clear();
  // those that can be seen and wait: not the acknowledged, not the shelved one
  screen.click("alarms.acknowledge_visible");
  ASSERT_EQ(screen.wishes.commands.size(), 2u);
  EXPECT_EQ(screen.wishes.commands[0].tag, "TAHH-100");
  EXPECT_EQ(screen.wishes.commands[1].tag, "TAH-100");
}

TEST(AlarmsScreen, ShelvesWithTimeAndReason) {
  AlarmsAtHand screen;
  screen.click("alarms.row.TAL-100.shelve");
  screen.click("shelving.minutes.30");
  screen.click("shelving.shelve");
  EXPECT_TRUE(screen.wishes.commands.empty());  // no reason yet
  screen.click("shelving.reason");
  screen.type("pocket is dry");
  screen.click("shelving.shelve");
  ASSERT_EQ(screen.wishes.commands.size(), 1u);
  EXPECT_EQ(screen.wishes.commands[0].verb, "shelve");
  EXPECT_EQ(screen.wishes.commands[0].tag, "TAL-100");
  EXPECT_EQ(screen.wishes.commands[0].value, 1800.0);
  EXPECT_EQ(screen.wishes.commands[0].text, "pocket is dry");
  EXPECT_FALSE(screen.has("shelving.shelve"));

  // by mouse alone: a usual reason; and away without shelving
  screen.click("alarms.row.TAL-100.shelve");
  screen.click("shelving.reason.0");
  EXPECT_EQ(screen.value("shelving.reason"), "Sensor is faulty");
  screen.click("shelving.cancel");
  EXPECT_FALSE(screen.has("shelving.shelve"));
  screen.click("alarms.row.TAL-100.shelve");
  EXPECT_TRUE(screen.has("shelving.shelve"));
  screen.press(ImGuiKey_Escape);
  EXPECT_FALSE(screen.has("shelving.shelve"));
  EXPECT_EQ(screen.wishes.commands.size(), 1u);
}

TEST(AlarmsScreen, ShowsTheShelfWithTheTimeLeft) {
  AlarmsAtHand screen;
  screen.click("alarms.tab.1");
  EXPECT_EQ(screen.value("alarms.row.PAH-121.left"), "0:05:00");
  EXPECT_FALSE(screen.has("alarms.row.TAH-100"));
  screen.click("alarms.row.PAH-121.unshelve");
  ASSERT_EQ(screen.wishes.commands.size(), 1u);
  EXPECT_EQ(screen.wishes.commands[0].verb, "unshelve");
}

TEST(AlarmsScreen, FiltersTheHistory) {
  AlarmsAtHand screen;
  screen.click("alarms.tab.2");
  EXPECT_EQ(screen.value("history.0"), "TAH-100 Raised");  // newest first
  EXPECT_TRUE(screen.has("history.6"));
  screen.click("history.urgency.1");
  EXPECT_EQ(screen.value("history.0"), "TAHH-100 Returned");
  EXPECT_FALSE(screen.has("history.2"));
  screen.click("history.urgency.4");
  screen.click("history.event." + std::to_string(static_cast<int>(AlarmEvent::shelved)));
  EXPECT_EQ(screen.value("history.0"), "PAH-121 Shelved");
  EXPECT_FALSE(screen.has("history.1"));
}

TEST(AlarmsScreen, SaysWhatToDo) {
  AlarmsAtHand screen;
  screen.click("alarms.row.TAH-100");
  EXPECT_EQ(screen.value("alarms.chosen"), "TAH-100");
  EXPECT_EQ(screen.value("alarms.response"), "Cool");
  screen.click("toolbar.language.zh");
  EXPECT_EQ(screen.value("alarms.response"), "冷却");
  screen.click("alarms.trend");
  EXPECT_EQ(screen.view.screen, "trends");
  EXPECT_EQ(screen.view.trend.pens, std::vector<int>{0});
}

TEST(AlarmsScreen, SaysOnEveryScreenThatThereIsAFlood) {
  AlarmsAtHand screen;
  std::vector<AlarmEntry> journal;
  for (int i = 0; i < 12; ++i) journal.push_back({900 + i, i % 5, AlarmEvent::raised, {}});
  screen.screen.alarm_board = alarm_board(journal, 1.0, 1000, 5);
  screen.draw(2);
  EXPECT_EQ(screen.value("alarms.flood"), "ALARM FLOOD since 0:15:10");
  screen.view.screen = "plant";
  screen.click("banner.flood");
  EXPECT_EQ(screen.view.screen, "alarms");
}

TEST(AlarmsScreen, IsMutedVisibly) {
  AlarmsAtHand screen;
  screen.view.screen = "plant";
  screen.draw(2);
  EXPECT_EQ(screen.value("banner.sound"), "Sound on");
  screen.click("banner.sound");
  EXPECT_TRUE(screen.view.muted);
  EXPECT_EQ(screen.value("banner.sound"), "Sound off");
  screen.view.screen = "alarms";
  screen.click("sound.silence");
  EXPECT_TRUE(screen.view.silence);
}

TEST(AlarmsScreen, LeavesAnEndedRunAlone) {
  AlarmsAtHand screen;
  screen.screen.run = RunLook::finished;
  for (const char* name : {"alarms.row.TAH-100.acknowledge", "alarms.acknowledge_everything",
                           "alarms.acknowledge_visible", "alarms.row.TAL-100.shelve"})
    screen.click(name);
  EXPECT_TRUE(screen.wishes.commands.empty());
  EXPECT_FALSE(screen.has("shelving.shelve"));
}

}  // namespace
}  // namespace stillhouse
