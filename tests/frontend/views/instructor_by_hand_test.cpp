// An instructor's way by mouse and keyboard in the real window: a malfunction, a message, a snapshot, freezing, going
// back; and what was recorded is his, and is what the program gives again.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/frontend/views/window_by_hand.h"

namespace stillhouse {
namespace {

using testing::HasSubstr;

std::string deed_of(const char* actor, const std::string& rest) {
  return std::string("\"actor\":\"") + actor + "\"," + rest;
}

TEST(InstructorByHand, IntervenesFromTheStation) {
  WindowByHand window("instructor", {"methanol_water_distillation", "--as", "instructor", "--out", "a.run"});

  // a snapshot of the cold plant
  window.click("screen.station");
  window.click("station.snapshot.name");
  window.type("cold");
  window.click("station.snapshot.take");
  EXPECT_TRUE(window.sees("station.snapshot.cold.go"));

  // the cooling water falls short; the student is told to look, and reads it
  window.click("station.filter");
  window.type("cooling_water.supply");
  window.click("station.target.cooling_water.supply");
  window.click("station.order");
  EXPECT_TRUE(window.sees("station.malfunction.M1", "cooling_water"));
  window.click("station.message.text");
  window.type("Look at FI-400.");
  window.click("station.message.send");
  EXPECT_TRUE(window.sees("message.text", "Look at FI-400."));
  window.click("message.confirm");

  // the run goes on; he freezes it and goes back a minute, then to the snapshot
  window.click("toolbar.speed.50");
  window.click("toolbar.run");
  EXPECT_TRUE(window.sees("station.malfunction.M1.state", "since"));
  ASSERT_TRUE(window.sees("station.minute.2", {}, 60.0));
  window.click("toolbar.freeze");
  EXPECT_TRUE(window.sees("toolbar.state", "FROZEN"));
  window.click("station.minute.1");
  window.click("station.back");
  EXPECT_TRUE(window.sees("toolbar.time", "0:01:00 /"));
  window.click("station.malfunction.M1.clear");
  window.click("station.snapshot.cold.go");
  window.click("station.snapshot.cold.yes");
  EXPECT_TRUE(window.sees("toolbar.time", "0:00:00 /"));

  // an end, and the labs
  window.click("toolbar.finish");
  window.click("toolbar.finish.yes");
  EXPECT_TRUE(window.sees("report.score", "Score"));
  window.click("screen.start");
  window.click("start.leave");
  ASSERT_TRUE(window.comes([&] { return window.has("start.practice") && !window.has("start.leave"); }));

  const std::string run = window.file(".run");
  EXPECT_TRUE(verifies(run));
  const std::string record = text_of(run);
  EXPECT_THAT(record, HasSubstr(deed_of("instructor", "\"verb\":\"snapshot\",\"tag\":\"cold\"")));
  EXPECT_THAT(record, HasSubstr(deed_of("instructor", "\"verb\":\"malfunction\",\"tag\":\"cooling_water.supply\"")));
  EXPECT_THAT(record, HasSubstr(deed_of("instructor", "\"verb\":\"message\"")));
  EXPECT_THAT(record, HasSubstr(deed_of("student", "\"verb\":\"confirm\"")));
  EXPECT_THAT(record, HasSubstr(deed_of("instructor", "\"verb\":\"freeze\"")));
  EXPECT_THAT(record, HasSubstr("\"type\":\"backtrack\""));
}

}  // namespace
}  // namespace stillhouse
