// A newcomer's way through the first lab in the real window, by mouse alone: from the start page to the graded page,
// doing what the screen asks for: start-up, production, the disturbance that comes in it, and shutdown.
#include <cstdlib>
#include <memory>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/frontend/views/window_by_hand.h"

namespace stillhouse {
namespace {

using testing::HasSubstr;

constexpr double kPassed = 60.0;  // of 100 points

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
    press(tag, "confirm.yes");  // more than half of its range, or something that is switched off
  }
  void set_mode(const std::string& tag, const std::string& mode) {
    choose(tag);
    press(tag, mode);
  }
  void go_on(const std::string& speed) {
    if (speed != speed_) window_->click("toolbar.speed." + speed);
    speed_ = speed;
    if (window_->has("toolbar.run")) window_->click("toolbar.run");
  }
  void freeze() {
    if (window_->has("toolbar.freeze")) window_->click("toolbar.freeze");
    EXPECT_TRUE(window_->sees("toolbar.run"));
  }
  /// Lets the plant go on at a speed until a step is done in the list beneath the picture, and freezes it.
  void until(const std::string& step, const std::string& speed) {
    go_on(speed);
    EXPECT_TRUE(window_->comes([&] { return is_done(step) || window_->has("report.score"); }, 60.0)) << step;
    freeze();
  }
  bool is_done(const std::string& step) { return window_->says("task." + step + ".state").starts_with("done"); }

  std::unique_ptr<WindowByHand> window_;
  std::string speed_;  ///< that was chosen last
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
  go_on("1000");
  ASSERT_TRUE(window_->comes([&] { return window_->says("toolbar.time") > "0:20"; }));
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
  window_->click("tab.tasks.0");

  // feed, preheat, bottoms and distillate as the steps say; what rang during start-up is acknowledged
  set_mode("FIC-200", "auto");
  set_mode("TIC-200", "auto");
  set_mode("LIC-101", "auto");
  choose("HIC-140");
  step("HIC-140", "value", "up10", 20.0);
  window_->click("alarms.acknowledge_all");

  // production, until the cooling water fails: the alarm says what to do
  go_on("1000");
  EXPECT_TRUE(window_->sees("alarm.FAL-400.acknowledge")) << "the cooling water never failed";
  freeze();
  EXPECT_THAT(window_->says("alarm.FAL-400.response"), HasSubstr("lower the heater"));
  choose("HIC-101");
  press("HIC-101", "value.down10");
  window_->click("alarms.acknowledge_all");
  until("produce", "1000");

  // shutdown: feed, preheater and distillate; heat; the water last
  set_mode("FIC-200", "manual");
  wholly("HIC-200", "close");
  set_mode("TIC-200", "manual");
  wholly("HIC-201", "close");
  wholly("HIC-140", "close");
  until("stop_feed", "50");
  wholly("HIC-101", "close");
  go_on("1000");
  EXPECT_TRUE(window_->sees("task.cool_down.state", "open"));
  freeze();
  wholly("HV-400", "close");
  until("cool_down", "50");

  // the end: it is asked twice, and the result comes by itself
  window_->click("toolbar.finish");
  window_->click("toolbar.finish.yes");
  ASSERT_TRUE(window_->sees("report.score", "Score"));
  const std::string score = window_->says("report.score");
  EXPECT_GE(std::atof(score.c_str() + score.find_first_of("0123456789")), kPassed) << score;
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
