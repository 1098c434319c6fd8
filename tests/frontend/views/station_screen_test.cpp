#include "frontend/views/station_screen.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "frontend/views/station_parts.h"
#include "tests/frontend/pilot_lab.h"
#include "tests/frontend/views/window_of_run.h"

namespace stillhouse {
namespace {

using testing::HasSubstr;

/// An instructor before the first lab's run.
class InstructorsWindow : public WindowOfRun {
 protected:
  InstructorsWindow() : WindowOfRun(pilot_session(), Role::instructor, "station") {}
};

TEST_F(InstructorsWindow, OrdersAndClearsAMalfunction) {
  click("station.group.1");
  type("station.filter", "TI-112");
  click("station.target.TI-112");
  click("station.kind.1");
  click("station.order");
  ASSERT_EQ(session().commands().size(), 1u);
  EXPECT_EQ(session().commands()[0].actor, "instructor");
  EXPECT_EQ(session().commands()[0].tag, "TI-112");
  EXPECT_EQ(session().commands()[0].text, "sensor_stuck");
  EXPECT_THAT(window_.value("station.malfunction.M1"), HasSubstr("TI-112"));
  // a second one on the same device is refused, in words
  click("station.order");
  EXPECT_THAT(window_.value("station.refusal"), HasSubstr("clear it first"));
  runner_.run_until(3.0);
  look();
  EXPECT_THAT(window_.value("station.malfunction.M1.state"), HasSubstr("since"));
  click("station.malfunction.M1.clear");
  EXPECT_FALSE(session().instructor_state().malfunctions[0].acts());
}

TEST_F(InstructorsWindow, StartsAndStopsAFaultOfTheLab) {
  look();
  EXPECT_EQ(window_.value("station.malfunction.water_sag.state"), "waits");
  EXPECT_THAT(window_.value("station.malfunction.water_sag.trigger"), HasSubstr("waits: when"));
  EXPECT_THAT(window_.value("station.malfunction.water_sag.trigger"), HasSubstr("after 10 min"));
  click("station.malfunction.water_sag.start");
  ASSERT_EQ(session().commands().size(), 1u);
  EXPECT_EQ(session().commands()[0].verb, "start_fault");
  EXPECT_EQ(session().commands()[0].actor, "instructor");
  EXPECT_TRUE(session().progress().faults[0].acts());
  EXPECT_FALSE(window_.has("station.malfunction.water_sag.start"));
  runner_.run_until(3.0);
  look();
  EXPECT_THAT(window_.value("station.malfunction.water_sag.state"), HasSubstr("since"));
  click("station.malfunction.water_sag.stop");
  EXPECT_FALSE(session().progress().faults[0].acts());
  EXPECT_FALSE(window_.has("station.malfunction.water_sag.stop"));
  // the student is told nothing of it
  HeadlessScreen student(*runner_.screen());
  for (const JournalLine& line : student.screen.journal) EXPECT_THAT(line.text.en, testing::Not(HasSubstr("fault")));
}

TEST_F(InstructorsWindow, OrdersWithSizeRampTriggerAndEnd) {
  type("station.filter", "cooling_water.supply");
  click("station.target.cooling_water.supply");
  click("station.kind.0");
  window_.drag("station.severity", -60.0f);
  window_.view.own<StationView>().ramp = "120";
  window_.view.own<StationView>().lasts = "600";
  click("station.trigger.2");
  EXPECT_TRUE(window_.has("station.when"));
  window_.view.own<StationView>().after = "30";
  type("station.limit", "60");
  click("station.order");
  ASSERT_EQ(session().instructor_state().malfunctions.size(), 1u);
  const MalfunctionOrder& order = session().instructor_state().malfunctions[0].order;
  EXPECT_EQ(order.ramp, 120.0);
  EXPECT_EQ(order.after, 30.0);
  EXPECT_EQ(order.lasts, 600.0);
  ASSERT_TRUE(order.when);
  EXPECT_EQ(order.when->kind, scenario::ConditionKind::above);
  EXPECT_LT(order.effect.value, 0.5);
  // what is no number is told, and not ordered
  window_.view.own<StationView>().ramp = "soon";
  click("station.order");
  EXPECT_EQ(session().instructor_state().malfunctions.size(), 1u);
  EXPECT_TRUE(window_.has("station.refusal"));
}

TEST_F(InstructorsWindow, TellsTheStudentWhoConfirms) {
  type("station.message.text", "Look at FI-400.");
  click("station.message.send");
  ASSERT_EQ(session().instructor_state().messages.size(), 1u);
  // the student's window: the message stands above whatever screen he has, and no station is there
  HeadlessScreen student(*runner_.screen());
  student.control = &runner_;
  student.view.screen = "station";
  student.draw(3);
  EXPECT_EQ(student.value("message.text"), "Look at FI-400.");
  for (const auto& [name, widget] : student.widgets.all())
    EXPECT_THAT(name, testing::Not(testing::StartsWith("station.")));
  student.click("message.confirm");
  runner_.attend();
  EXPECT_EQ(session().instructor_state().messages[0].confirmed, 0);
  EXPECT_EQ(session().commands().back().actor, "student");
  student.screen = *runner_.screen();
  student.draw(2);
  EXPECT_FALSE(student.has("message.confirm"));
}

TEST_F(InstructorsWindow, GoesBackAndToASnapshot) {
  runner_.run_until(65.0);
  look();
  type("station.snapshot.name", "cold");
  click("station.snapshot.take");
  EXPECT_TRUE(window_.has("station.snapshot.cold.go"));
  runner_.run_until(250.0);
  look();
  click("station.minute.3");
  click("station.back");
  EXPECT_EQ(session().scan(), 180);
  EXPECT_EQ(session().backtracks_by_instructor(), 1);
  click("station.snapshot.cold.go");
  EXPECT_EQ(session().scan(), 180) << "asked twice";
  click("station.snapshot.cold.yes");
  EXPECT_EQ(session().scan(), 65);
}

TEST_F(InstructorsWindow, OperatesInTheField) {
  click("station.tab.4");
  type("station.field.cooling_water.supply", "50");
  click("station.field.cooling_water.supply.set");
  ASSERT_EQ(session().commands().size(), 1u);
  EXPECT_EQ(session().commands()[0].verb, "field");
}

TEST_F(InstructorsWindow, HasEveryTabInBothLanguages) {
  for (const char* language : {"toolbar.language.zh", "toolbar.language.en"}) {
    click(language);
    for (const char* tab : {"station.tab.0", "station.tab.1", "station.tab.2", "station.tab.3", "station.tab.4"}) {
      click(tab);
      EXPECT_GT(window_.vertices(), 1000) << tab;
    }
    for (const char* group : {"station.group.0", "station.group.1", "station.group.2", "station.group.3"}) click(group);
  }
}

}  // namespace
}  // namespace stillhouse
