#include "frontend/presenter/screen_builder.h"

#include <algorithm>
#include <cmath>

#include <gtest/gtest.h>

#include "tests/frontend/pilot_lab.h"

namespace stillhouse {
namespace {

struct Shown {
  std::unique_ptr<Session> session = pilot_session();
  ScreenBuilder builder{*session};
  TrendHistory history{builder.lab()->pens.size(), session->scan_length()};

  void advance(int scans) {
    for (int i = 0; i < scans; ++i) {
      session->advance();
      history.append(builder.row(*session));
    }
  }
  ScreenState state() const { return builder.state(*session, history); }
};

TEST(ScreenBuilder, ShowsEveryDeviceOfTheLab) {
  const Shown shown;
  const ScreenState screen = shown.state();
  const scenario::Plant& plant = shown.session->room().plant();
  ASSERT_EQ(screen.instruments.size(), plant.instruments.size());
  EXPECT_EQ(screen.controllers.size(), plant.controllers.size());
  EXPECT_EQ(screen.handles.size(), plant.handles.size());
  EXPECT_EQ(screen.interlocks.size(), plant.interlocks.size());
  EXPECT_EQ(screen.alarms.size(), plant.alarms.size());
  EXPECT_EQ(screen.tasks.size(), shown.session->lab().tasks.size());
  EXPECT_EQ(screen.lab->title, shown.session->lab().title);
  for (std::size_t i = 0; i < screen.instruments.size(); ++i) {
    const InstrumentFace& face = screen.instruments[i];
    EXPECT_EQ(face.tag, plant.instruments[i].tag);
    EXPECT_GE(face.pen, 0) << face.tag;
    EXPECT_LT(face.low, face.high) << face.tag;
    EXPECT_EQ(face.by_samples, plant.instruments[i].works_by_samples()) << face.tag;
  }
  for (const ControllerFace& face : screen.controllers) {
    EXPECT_GE(face.setpoint_pen, 0) << face.tag;
    EXPECT_GE(face.output_pen, 0) << face.tag;
    EXPECT_LE(face.setpoint_low, face.setpoint) << face.tag;
    EXPECT_LE(face.setpoint, face.setpoint_high) << face.tag;
  }
}

TEST(ScreenBuilder, PicturesTheColdColumn) {
  const ColumnPicture column = Shown().state().column;
  ASSERT_EQ(column.trays.size(), 12u);
  EXPECT_GE(column.feed_tray, 1);
  EXPECT_GT(column.tray_spacing, 0.01);
  for (const TrayPicture& tray : column.trays) {
    EXPECT_NEAR(tray.T, 293.15, 8.0);
    EXPECT_LT(tray.clear_liquid, 1e-3);
    EXPECT_FALSE(tray.near_flooding());
    EXPECT_FALSE(tray.weeps());
  }
  EXPECT_TRUE(column.kettle.present);
  EXPECT_GT(column.kettle.level, 0.4);
  EXPECT_FALSE(column.kettle.active);
  EXPECT_FALSE(column.vapour_rises);
  EXPECT_FALSE(column.feed_flows);
}

TEST(ScreenBuilder, HistoryHoldsTheReadingsOfEachScan) {
  Shown shown;
  shown.advance(5);
  const ScreenState screen = shown.state();
  EXPECT_EQ(screen.scan, 5);
  EXPECT_EQ(screen.trends.end(), 5);
  for (const InstrumentFace& face : screen.instruments) {
    if (face.by_samples) continue;
    const float newest = screen.trends.value(face.pen, 4);
    EXPECT_NEAR(static_cast<double>(newest), shown_number(face.value, face.format),
                1e-5 * (1.0 + std::abs(static_cast<double>(newest))))
        << face.tag;
  }
}

TEST(ScreenBuilder, CommandsReachTheJournalInBothLanguages) {
  Shown shown;
  const scenario::Handle& handle = shown.session->room().plant().handles.front();
  const std::string tag = handle.tag;
  ASSERT_FALSE(shown.session->execute({.actor = "student", .verb = "set", .tag = tag, .value = handle.high}));
  shown.advance(2);
  const ScreenState screen = shown.state();
  const auto line =
      std::find_if(screen.journal.begin(), screen.journal.end(), [&](const JournalLine& l) { return l.by_hand; });
  ASSERT_NE(line, screen.journal.end());
  EXPECT_EQ(line->text.en.find(tag + " to "), 0u) << line->text.en;
  EXPECT_EQ(line->text.zh.find(tag + " 设为 "), 0u) << line->text.zh;
  EXPECT_EQ(screen.handles.front().asked, handle.high);
}

TEST(ScreenBuilder, AHandleOfAControllerSaysAtOnceWhatItWasAsked) {
  Shown shown;
  shown.advance(1);
  const auto face = [](const ScreenState& screen) {
    return *std::find_if(screen.handles.begin(), screen.handles.end(),
                         [](const HandleFace& it) { return it.tag == "HIC-140"; });
  };
  ASSERT_EQ(face(shown.state()).moved_by, "TIC-110");
  // no scan is done in between: the plant is frozen
  ASSERT_FALSE(shown.session->execute({.actor = "student", .verb = "set", .tag = "HIC-140", .value = 0.1}));
  EXPECT_DOUBLE_EQ(face(shown.state()).asked, 0.1);
  EXPECT_NEAR(face(shown.state()).position, 0.0, 1e-9);
}

TEST(ScreenBuilder, JournalHasTheNewestFirstWithinAScanToo) {
  Shown shown;
  const scenario::Handle& handle = shown.session->room().plant().handles.front();
  for (const double value : {handle.low, handle.high})
    ASSERT_FALSE(shown.session->execute({.actor = "student", .verb = "set", .tag = handle.tag, .value = value}));
  const std::vector<JournalLine> journal = shown.state().journal;
  ASSERT_GE(journal.size(), 2u);
  EXPECT_EQ(journal[0].time, journal[1].time);
  EXPECT_NE(journal[0].text.en, journal[1].text.en);
  ASSERT_EQ(handle.low, 0.0);
  EXPECT_EQ(journal[1].text.en, handle.tag + " to 0 " + handle.unit);
}

TEST(ScreenBuilder, FindsThePenOfAJudgedSignal) {
  const ScreenState screen = Shown().state();
  const InstrumentFace& face = screen.instruments.front();
  EXPECT_EQ(pen_of(*screen.lab, face.tag), face.pen);
  EXPECT_GE(pen_of(*screen.lab, face.anchor + "." + face.quantity), 0);
  EXPECT_EQ(pen_of(*screen.lab, "no such thing"), -1);
  EXPECT_EQ(pen_of(*screen.lab, ""), -1);
}

TEST(AlarmsInOrder, PutWaitingBeforeAcknowledgedAndUrgentBeforeOthers) {
  ScreenState screen;
  const auto add = [&](const char* tag, Urgency urgency, AlarmLook look, double raised) {
    AlarmLine line{.tag = tag, .reads = "TI-1", .urgency = urgency, .look = look};
    line.raised = raised;
    screen.alarms.push_back(line);
  };
  add("normal", 1, AlarmLook::normal, 1);
  add("acknowledged", 1, AlarmLook::acknowledged, 1);
  add("old", 2, AlarmLook::unacknowledged, 1);
  add("new", 2, AlarmLook::unacknowledged, 9);
  add("urgent", 1, AlarmLook::returned, 1);
  std::vector<std::string> tags;
  for (const AlarmLine* line : alarms_in_order(screen)) tags.push_back(line->tag);
  EXPECT_EQ(tags, (std::vector<std::string>{"urgent", "new", "old", "acknowledged"}));
  EXPECT_EQ(worst_alarm(screen, "TI-1")->tag, "urgent");
  EXPECT_EQ(worst_alarm(screen, "TI-2"), nullptr);
}

}  // namespace
}  // namespace stillhouse
