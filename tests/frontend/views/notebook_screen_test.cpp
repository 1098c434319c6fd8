// What goes into the notebook by the screens, and what a person will mark.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/frontend/views/headless_screen.h"
#include "tests/frontend/views/sample_screen.h"

namespace stillhouse {
namespace {

using testing::HasSubstr;

TEST(NotebookPhotograph, IsTakenOfTheTrendThatIsDrawn) {
  HeadlessScreen screen(sample_screen());
  screen.view.screen = "trends";
  screen.view.trend.pens = {0, 1};
  screen.view.trend.length = 300.0;
  screen.view.trend.end = 800.0;
  screen.view.trend.follows = false;
  screen.click("trends.photograph");
  ASSERT_EQ(screen.wishes.commands.size(), 1u);
  EXPECT_EQ(screen.wishes.commands[0].verb, "photograph");
  const auto& pens = screen.screen.lab->pens;
  EXPECT_EQ(screen.wishes.commands[0].text, "from=500 to=800 pens=" + pens[0].tag + "," + pens[1].tag);
  // without a pen, and after the end, there is nothing to take
  screen.view.trend.pens.clear();
  screen.draw(2);
  EXPECT_FALSE(screen.widgets.find("trends.photograph")->enabled);
  HeadlessScreen ended(sample_screen_graded());
  ended.draw(2);  // the result comes by itself
  ended.view.screen = "trends";
  ended.view.trend.pens = {0};
  ended.draw(2);
  ASSERT_TRUE(ended.has("trends.photograph"));
  EXPECT_FALSE(ended.widgets.find("trends.photograph")->enabled);
}

TEST(NotebookPhotograph, IsDrawnAgainAndSeenLarge) {
  ScreenState state = sample_screen();
  const std::string tag = state.lab->pens[1].tag;
  state.notebook = {{.time = 810.0, .photograph = Photograph{500.0, 800.0, {tag, "GONE-1"}}}};
  for (const Language language : {Language::en, Language::zh}) {
    HeadlessScreen screen(state);
    screen.view.language = language;
    screen.view.screen = "procedure";
    screen.draw(3);
    EXPECT_THAT(screen.value("notebook.entry.0"), HasSubstr("0:08:20"));
    screen.click("notebook.entry.0.photograph");
    EXPECT_EQ(screen.view.screen, "trends");
    EXPECT_EQ(screen.view.trend.pens, std::vector<int>{1}) << "a pen that the lab has not is left out";
    screen.draw(2);
    EXPECT_EQ(screen.value("trends.plot"), "0:08:20 0:13:20");
  }
}

TEST(ItemsOfAPerson, StandBesideTheTasksAndInTheResult) {
  ScreenState state = sample_screen();
  LabFacts facts = *state.lab;
  facts.by_person = {{.id = "notebook",
                      .title = {"Notebook", "实验记录"},
                      .look_at = {"Is every action explained?", "操作是否说明理由？"},
                      .points = 5.0}};
  state.lab = std::make_shared<const LabFacts>(facts);
  HeadlessScreen tasks(state, 1280, 1400);
  tasks.view.screen = "procedure";
  tasks.draw(3);
  EXPECT_EQ(tasks.value("task.by_person.notebook"), "Notebook");
  EXPECT_EQ(tasks.value("task.by_person.notebook.points"), "5 points, marked by a person");

  ScreenState ended = sample_screen_graded();
  Grade grade = *ended.grade;
  grade.by_person = {{"notebook", facts.by_person[0].title, facts.by_person[0].look_at, 5.0}};
  ended.grade = std::make_shared<const Grade>(grade);
  HeadlessScreen report(ended);
  report.view.screen = "report";
  report.draw(3);
  EXPECT_THAT(report.value("report.open"), HasSubstr("5 points wait for a person"));
  EXPECT_TRUE(report.has("report.by_person.notebook"));
}

}  // namespace
}  // namespace stillhouse
