// The assessor's two screens, clicked by name; and the whole way from the class to a mark given by hand.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "frontend/views/review_parts.h"
#include "tests/frontend/class_of_runs.h"
#include "tests/frontend/views/headless_screen.h"

namespace stillhouse {
namespace {

using testing::HasSubstr;

/// An assessor before a class of three: a good run, an idle one, a foreign file.
class AssessorAt : public testing::Test {
 protected:
  AssessorAt() {
    runs_.play("anna", "good");
    runs_.play("bert", "idle");
    std::filesystem::copy_file(runs_.folder() / "anna.run", runs_.folder() / "cut.run");
    std::filesystem::resize_file(runs_.folder() / "cut.run", 300);
    desk_ = std::make_shared<ReviewDesk>("class 3b", runs_at(runs_.folder()));
    desk_->wait();
  }

  /// Sits down at a window of this size.
  void sit(HeadlessScreen& screen) const {
    screen.role = Role::assessor;
    screen.has_run = false;
    screen.view.screen = "class";
    screen.view.own<ReviewSeat>().desk = desk_;
    screen.draw(2);
  }

  /// Until the open run was gone through.
  void settle(HeadlessScreen& screen) const {
    ASSERT_NE(desk_->open_run(), nullptr);
    ASSERT_NE(desk_->open_run()->playback, nullptr);
    desk_->open_run()->playback->settled();
    screen.draw(2);
  }

  ClassOfRuns runs_;
  std::shared_ptr<ReviewDesk> desk_;
};

TEST_F(AssessorAt, TheClassSortsFiltersAndTellsFlags) {
  HeadlessScreen screen({});
  screen.screen.lab = std::make_shared<LabFacts>();
  sit(screen);
  EXPECT_EQ(screen.value("class.progress"), "3 of 3 verified");
  EXPECT_THAT(screen.value("class.row.anna.run"), HasSubstr("/ 10"));
  EXPECT_EQ(screen.value("class.distribution"), "2");
  EXPECT_TRUE(screen.has("class.item.procedure"));
  EXPECT_FALSE(screen.widgets.find("class.open.cut.run")->enabled);

  const auto place = [&](const std::string& run) { return screen.widgets.find("class.row." + run)->low.y; };
  EXPECT_LT(place("anna.run"), place("bert.run"));
  screen.click("class.sort.score");
  EXPECT_LT(place("bert.run"), place("anna.run"));
  screen.click("class.sort.score");
  EXPECT_LT(place("anna.run"), place("bert.run"));

  screen.click("class.row.cut.run");
  EXPECT_THAT(screen.value("class.flag.check"), HasSubstr("cannot be read"));
  screen.click("class.attention");
  EXPECT_FALSE(screen.has("class.row.anna.run"));
  EXPECT_TRUE(screen.has("class.row.cut.run"));
  screen.click("class.attention");
  screen.click("class.filter");
  screen.type("bert");
  EXPECT_FALSE(screen.has("class.row.anna.run"));
  EXPECT_TRUE(screen.has("class.row.bert.run"));
  screen.click("class.csv");
  EXPECT_THAT(screen.value("class.written"), HasSubstr("class.csv"));
  EXPECT_THAT(runs_.bytes("class.csv"), HasSubstr("bert.run"));
}

TEST_F(AssessorAt, OneRunScrubsComparesAndChangesAMarkOnlyWithAReason) {
  HeadlessScreen screen({});
  screen.screen.lab = std::make_shared<LabFacts>();
  sit(screen);
  const std::string before = runs_.bytes("bert.run");
  screen.click("class.open.bert.run");
  EXPECT_EQ(screen.view.screen, "review");
  settle(screen);
  EXPECT_THAT(screen.value("review.time"), HasSubstr("0:04:00 / 0:04:00"));

  // scrub: the middle of the strip, then by buttons; the control room follows
  screen.click("review.strip");
  settle(screen);
  EXPECT_THAT(screen.value("review.time"), HasSubstr("0:02:00 /"));
  screen.click("review.back_60");
  settle(screen);
  EXPECT_THAT(screen.value("review.time"), HasSubstr("0:01:00 /"));
  EXPECT_TRUE(screen.has("picture.TI-100") || screen.has("tab.tasks.0")) << "the control room is there";
  EXPECT_TRUE(screen.wishes.commands.empty()) << "nothing can be commanded";

  // compare with the other run
  screen.click("review.tab.3");
  screen.click("review.other");
  desk_->open_run()->other->settled();
  screen.draw(2);
  EXPECT_THAT(screen.value("review.parting"), HasSubstr("HV-400"));
  EXPECT_TRUE(screen.has("review.overlay"));
  EXPECT_EQ(screen.value("review.step.water"), "0:00:00 – …");
  screen.click("review.end_comparison");
  EXPECT_FALSE(screen.has("review.overlay"));

  // a mark: without a reason it is refused, with one it stands beside the computed one
  screen.click("review.tab.2");
  screen.click("review.change.procedure");
  screen.click("review.points");
  screen.type("2.5");
  screen.click("review.by");
  screen.type("Li");
  screen.click("review.give");
  EXPECT_THAT(screen.value("review.mark_says"), HasSubstr("reason"));
  EXPECT_EQ(screen.value("review.given.procedure"), "–");
  screen.click("review.reason");
  screen.type("Seen at 0:02.");
  screen.click("review.give");
  EXPECT_EQ(screen.value("review.given.procedure"), "2.5 / 6");
  EXPECT_THAT(screen.value("review.why.procedure"), HasSubstr("Given by Li at "));
  EXPECT_THAT(screen.value("review.score"), HasSubstr("2.5 / 10 (computed 0.0)"));
  EXPECT_EQ(runs_.bytes("bert.run"), before);
  screen.click("review.back");
  EXPECT_EQ(screen.view.screen, "class");
  EXPECT_THAT(screen.value("class.row.bert.run"), HasSubstr("2.5 / 10 (computed 0.0)"));
}

TEST_F(AssessorAt, IsDrawnAtEverySizeInBothLanguages) {
  for (const auto& [width, height] : {std::pair(1280, 720), std::pair(3840, 2160)}) {
    HeadlessScreen screen({}, width, height);
    screen.screen.lab = std::make_shared<LabFacts>();
    sit(screen);
    screen.view.language = Language::zh;
    screen.draw(2);
    EXPECT_EQ(screen.value("class.progress"), "已验证 3 / 3");
    screen.click("class.open.anna.run");
    settle(screen);
    for (int tab = 0; tab < 5; ++tab) {
      screen.click("review.tab." + std::to_string(tab));
      EXPECT_GT(screen.vertices(), 1000);
    }
  }
}

TEST(AssessorsScreens, WithoutAClassSaySo) {
  HeadlessScreen screen({});
  screen.screen.lab = std::make_shared<LabFacts>();
  screen.role = Role::assessor;
  screen.has_run = false;
  for (const char* id : {"class", "review"}) {
    screen.view.screen = id;
    screen.draw(2);
    EXPECT_FALSE(screen.has("class.progress"));
    EXPECT_GT(screen.vertices(), 0);
  }
}

}  // namespace
}  // namespace stillhouse
