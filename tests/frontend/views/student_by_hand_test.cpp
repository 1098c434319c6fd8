// A newcomer's way through the first lab in the real window, by mouse alone: from the start page to the graded page,
// doing what the screen asks for.
#include <memory>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/frontend/views/window_by_hand.h"

namespace stillhouse {
namespace {

using testing::HasSubstr;

/// A student before the first lab.
class StudentByHand : public testing::Test {
 protected:
  void SetUp() override { window_ = std::make_unique<WindowByHand>("student", std::vector<std::string>{}); }

  /// Takes the faceplate of a tag in the picture.
  void choose(const std::string& tag) {
    window_->click("picture." + tag);
    ASSERT_TRUE(window_->sees("face.tag", tag));
  }
  void press(const std::string& tag, const std::string& button) { window_->click("face." + tag + "." + button); }
  /// An increment key until the entry beside it shows the number that is wanted, or the first beyond it.
  void step(const std::string& tag, const std::string& entry, const std::string& key, double wanted) {
    const std::string name = "face." + tag + "." + entry, now = name + ".now";
    const double sign = key.starts_with("up") ? 1.0 : -1.0;
    while (sign * (wanted - std::stod(window_->says(now))) > 1e-3) {
      const std::string before = window_->says(now);
      window_->click(name + "." + key);
      ASSERT_TRUE(window_->comes([&] { return window_->says(now) != before; })) << name << " stays at " << before;
    }
  }
  void wholly(const std::string& tag, const std::string& button) {
    choose(tag);
    press(tag, button);
    press(tag, "confirm.yes");  // more than half of its range
  }
  /// Lets the plant go on at a speed until a step of the procedure is done, and freezes it.
  void until(const std::string& step, const std::string& speed) {
    window_->click("screen.procedure");
    window_->click("toolbar.speed." + speed);
    if (window_->has("toolbar.run")) window_->click("toolbar.run");
    EXPECT_TRUE(window_->comes([&] { return is_done(step) || window_->has("report.score"); }, 60.0)) << step;
    if (window_->has("toolbar.freeze")) window_->click("toolbar.freeze");
    EXPECT_TRUE(window_->sees("toolbar.run"));
    window_->click("screen.plant");
  }
  bool is_done(const std::string& step) { return window_->says("task." + step + ".state").starts_with("done"); }

  std::unique_ptr<WindowByHand> window_;
};

TEST_F(StudentByHand, ReachesTheGradedPageOfTheFirstLabByMouse) {
  // the start page: choose the lab, begin to practise
  window_->click("start.lab.methanol_water_distillation");
  window_->click("start.practice");
  ASSERT_TRUE(window_->sees("toolbar.state", "FROZEN"));

  // vent and cooling water, then heat until the vapour is at the top
  wholly("HV-132", "open");
  wholly("HV-400", "open");
  until("open_water", "10");
  wholly("HIC-101", "open");
  // the kettle warms for a long time; then slower, for a column left flooded is shut down
  window_->click("toolbar.speed.1000");
  window_->click("toolbar.run");
  ASSERT_TRUE(window_->comes([&] { return window_->says("toolbar.time") > "0:15"; }));
  until("boil", "200");

  // throttle; total reflux
  choose("HIC-101");
  step("HIC-101", "value", "down10", 2.1);
  choose("LIC-130");
  step("LIC-130", "setpoint", "up10", 35.0);
  press("LIC-130", "auto");
  until("total_reflux", "1000");
  window_->click("tab.tasks.1");
  window_->click("sample.AI-140.draw");
  until("analyse", "50");

  // the end: it is asked twice, and the result comes by itself
  window_->click("toolbar.finish");
  window_->click("toolbar.finish.yes");
  ASSERT_TRUE(window_->sees("report.score", "Score"));
  EXPECT_TRUE(window_->sees("report.lesson.0.text"));
  window_->click("report.lesson.0");
  EXPECT_TRUE(window_->sees("report.moment"));

  // back to the labs: the run is closed, and what was done is what the program gives again
  window_->click("screen.start");
  window_->click("start.leave");
  ASSERT_TRUE(window_->comes([&] { return window_->has("start.practice") && !window_->has("start.leave"); }));
  const std::string run = window_->file(".run");
  EXPECT_TRUE(verifies(run));
  EXPECT_THAT(text_of(run), HasSubstr("\"actor\":\"student\",\"verb\":\"finish\""));
}

}  // namespace
}  // namespace stillhouse
