#include "frontend/presenter/start_page.h"

#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>

#include "frontend/presenter/lessons.h"
#include "labs/session/run_recorder.h"
#include "labs/session/session.h"
#include "tests/frontend/pilot_lab.h"

namespace stillhouse {
namespace {

namespace fs = std::filesystem;

/// A folder of runs that goes when the test goes.
struct RunFolder {
  RunFolder() {
    fs::remove_all(path);
    fs::create_directories(path);
  }
  ~RunFolder() { fs::remove_all(path); }

  /// A run of the first lab, `scans` long.
  void record(const std::string& name, int scans, bool finish) const {
    const std::unique_ptr<Session> session = pilot_session();
    RunRecorder recorder = RunRecorder::begin(path / name, *session, nullptr);
    for (int i = 0; i < scans; ++i) {
      session->advance();
      recorder.scanned(*session);
    }
    if (finish) {
      const Command command{.actor = "student", .verb = "finish"};
      recorder.command(*session, command, session->execute(command));
    }
    recorder.close(*session);
  }

  fs::path path = fs::path(testing::TempDir()) / "stillhouse_start_page";
};

TEST(RunCard, TellsOfARunByItsEnds) {
  const RunFolder folder;
  folder.record("left.run", 30, false);
  folder.record("finished.run", 20, true);
  std::ofstream(folder.path / "none.run") << "this is no run\n";
  const std::optional<RunCard> left = run_card(folder.path / "left.run");
  ASSERT_TRUE(left);
  EXPECT_EQ(left->lab, "methanol_water_distillation");
  EXPECT_EQ(left->time, 30.0);
  EXPECT_FALSE(left->finished);
  EXPECT_TRUE(left->score);
  EXPECT_TRUE(run_card(folder.path / "finished.run")->finished);
  EXPECT_FALSE(run_card(folder.path / "none.run"));
  EXPECT_FALSE(run_card(folder.path / "missing.run"));
  EXPECT_EQ(run_cards(folder.path).size(), 2u);
  EXPECT_TRUE(run_cards(folder.path / "missing").empty());
}

TEST(RunCard, TellsOfARunWhoseProgramWasKilled) {
  const RunFolder folder;
  {
    const std::unique_ptr<Session> session = pilot_session();
    RunRecorder recorder = RunRecorder::begin(folder.path / "killed.run", *session, nullptr);
    for (int i = 0; i < 25; ++i) {
      session->advance();
      recorder.scanned(*session);
    }
  }
  std::ofstream(folder.path / "killed.run", std::ios::app) << "{\"n\":";  // torn
  const std::optional<RunCard> card = run_card(folder.path / "killed.run");
  ASSERT_TRUE(card);
  EXPECT_EQ(card->time, 20.0) << "the last reading that was kept";
  EXPECT_FALSE(card->finished);
  EXPECT_FALSE(card->score);
}

TEST(StartPage, OffersTheLabsAndTheRuns) {
  const RunFolder folder;
  folder.record("left.run", 12, false);
  folder.record("finished.run", 12, true);
  const StartPage page = start_page(LabLibrary::standard(), folder.path);
  ASSERT_FALSE(page.labs.empty());
  const LabCard* first = nullptr;
  for (const LabCard& card : page.labs) {
    EXPECT_EQ(card.mistake, "") << card.id;
    EXPECT_FALSE(card.title.en.empty()) << card.id;
    EXPECT_FALSE(card.title.zh.empty()) << card.id;
    EXPECT_FALSE(card.judged.empty()) << card.id;
    EXPECT_FALSE(card.learns.en.empty()) << card.id;
    EXPECT_NE(card.signal.empty(), card.plant.units.empty()) << card.id << " has one picture";
    for (const Point& point : card.signal) EXPECT_TRUE(point.y >= 0.0 && point.y <= 1.0) << card.id;
    if (card.id == "methanol_water_distillation") first = &card;
  }
  ASSERT_NE(first, nullptr);
  EXPECT_EQ(first->course.en, "Chemical engineering and processes");
  EXPECT_EQ(first->level.en, "Bachelor, year 2");
  EXPECT_EQ(first->level.zh, "本科 2 年级");
  EXPECT_EQ(first->duration, 7200.0);
  EXPECT_EQ(first->tasks, 17);
  EXPECT_GT(first->drawing.width, 0.0);
  EXPECT_FALSE(first->drawing.units.empty());
  EXPECT_EQ(first->runs, 2);
  EXPECT_TRUE(first->best);
  // only the one that was not finished is gone on with
  ASSERT_EQ(page.open.size(), 1u);
  EXPECT_EQ(page.open[0].path.filename(), "left.run");
}

TEST(StartPage, SpellsWhatItDoesNotKnow) {
  EXPECT_EQ(course_name("surface_science").en, "Surface science");
  EXPECT_EQ(level_name("evening_class").en, "Evening class");
  EXPECT_EQ(level_name("master_1").zh, "硕士 1 年级");
}

TEST(Lessons, AreDrawnFromTheLargestLosses) {
  const std::unique_ptr<Session> session = pilot_session();
  session->advance();
  ASSERT_FALSE(session->execute({.actor = "student", .verb = "finish"}));
  const Grade grade = session->grade();
  const std::vector<Lesson> lessons = lessons_of(grade, session->lab());
  ASSERT_FALSE(lessons.empty());
  EXPECT_LE(lessons.size(), 4u);
  for (std::size_t i = 1; i < lessons.size(); ++i) EXPECT_GE(lessons[i - 1].points, lessons[i].points);
  for (const Lesson& lesson : lessons) {
    EXPECT_FALSE(lesson.says.en.empty());
    EXPECT_FALSE(lesson.says.zh.empty());
    EXPECT_EQ(lesson.says.en.find('{'), std::string::npos) << lesson.says.en;
    EXPECT_GT(lesson.points, 0.0);
  }
  double most = 0.0;
  for (const CriterionGrade& line : grade.criteria) most = std::max(most, line.lost());
  EXPECT_EQ(lessons.front().points, most);

  Grade perfect = grade;
  for (CriterionGrade& line : perfect.criteria) line.score = line.points;
  EXPECT_TRUE(lessons_of(perfect, session->lab()).empty());
}

}  // namespace
}  // namespace stillhouse
