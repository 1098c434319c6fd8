// Items of a rubric that a person marks: shown, left open by the computed grade, marked beside it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/base/error.h"
#include "labs/grading/given_score.h"
#include "labs/grading/grade_json.h"
#include "labs/grading/report.h"
#include "labs/record/reader.h"
#include "labs/review/class_report.h"
#include "labs/review/run_flags.h"
#include "labs/session/operator_player.h"
#include "labs/session/playing.h"
#include "labs/session/run_recorder.h"
#include "tests/labs/record/sample_run.h"
#include "tests/labs/session/small_column.h"

namespace stillhouse {
namespace {

using testing::HasSubstr;
using testing::Not;

/// The small column with 5 more points for the notebook, or with other lines in its rubric.
scenario::ReadResult<scenario::Lab> small_column_with(const std::string& total, const std::string& line) {
  scenario::TextFiles files = scenario::texts_of(*small_column());
  std::string text = *files.text("library/small_column/lab.lua");
  const std::string old = "rubric = rubric { total = 10,";
  text.replace(text.find(old), old.size(), "rubric = rubric { total = " + total + ", " + line);
  files.put("library/small_column/lab.lua", text);
  return scenario::check_lab(files, "library/small_column/lab.lua", plant_catalogue());
}

const char* kNotebook =
    R"(by_person(5, { en = "Notebook", zh = "实验记录" }, { en = "Is every action explained?", zh = "操作是否说明理由？" },
         { id = "notebook" }),)";

std::shared_ptr<const scenario::Lab> marked_lab() {
  static const auto lab = std::make_shared<const scenario::Lab>(*small_column_with("15", kNotebook).value);
  return lab;
}

/// A session of the lab that the good operator has played to its end.
std::unique_ptr<Session> played(std::shared_ptr<const scenario::Lab> lab, RunRecorder* recorder = nullptr,
                                std::unique_ptr<Session> session = {}) {
  if (!session) session = std::make_unique<Session>(std::move(lab), SessionSettings{7, ""});
  const scenario::Operator good = small_column_operator("good");
  OperatorPlayer player(good, *session);
  play(*session, {.player = &player, .recorder = recorder});
  return session;
}

std::filesystem::path recorded(const TemporaryFolder& folder, const std::string& name) {
  auto session = std::make_unique<Session>(marked_lab(), SessionSettings{7, "anna"});
  RunRecorder recorder = RunRecorder::begin(folder / name, *session);
  session = played({}, &recorder, std::move(session));
  recorder.close(*session);
  return folder / name;
}

TEST(ByPerson, IsReadFromTheLabAndBelongsToTheTotal) {
  const scenario::Rubric& rubric = marked_lab()->rubric;
  ASSERT_EQ(rubric.by_person.size(), 1u);
  EXPECT_EQ(rubric.by_person[0].id, "notebook");
  EXPECT_EQ(rubric.by_person[0].points, 5.0);
  EXPECT_EQ(rubric.by_person[0].look_at.zh, "操作是否说明理由？");
  EXPECT_EQ(rubric.total, 15.0);
  EXPECT_EQ(rubric.computed(), 10.0);
  const auto wrong = small_column_with("10", kNotebook);
  ASSERT_FALSE(wrong.value);
  EXPECT_THAT(wrong.diagnostics.at(0).message, HasSubstr("add up to 15"));
  const auto twice = small_column_with("20", std::string(kNotebook) + kNotebook);
  ASSERT_FALSE(twice.value);
  EXPECT_THAT(twice.diagnostics.at(0).message, HasSubstr("used twice"));
}

TEST(ByPerson, ChangesNoBitOfTheComputedGrade) {
  const std::unique_ptr<Session> with = played(marked_lab()), without = played(small_column());
  EXPECT_EQ(with->digest(), without->digest());
  Grade grade = with->grade();
  EXPECT_EQ(grade.total, 10.0);
  EXPECT_EQ(grade.open(), 5.0);
  EXPECT_EQ(grade_json(grade_from_json(grade_json(grade))), grade_json(grade));
  EXPECT_THAT(grade_json(grade), HasSubstr("\"look_at\""));
  grade.by_person.clear();
  EXPECT_EQ(grade_json(grade), grade_json(without->grade()));
  EXPECT_THAT(grade_json(grade), Not(HasSubstr("by_person")));
}

TEST(ByPerson, WaitsForAMarkWithNameAndReason) {
  const TemporaryFolder folder;
  const std::filesystem::path path = recorded(folder, "anna.run");
  ReviewedRun run = look_at_run(path);
  ASSERT_EQ(run.grade.criteria.size(), 3u);
  EXPECT_TRUE(run.grade.criteria[2].waits());
  EXPECT_EQ(run.grade.total, 15.0);
  EXPECT_EQ(run.grade.open(), 5.0);
  const double computed = run.grade.computed;
  EXPECT_EQ(run.grade.given(), computed);
  const auto has_flag = [&](const char* id) {
    const std::vector<RunFlag> flags = flags_of(run);
    return std::any_of(flags.begin(), flags.end(), [id](const RunFlag& flag) { return flag.id == id; });
  };
  EXPECT_TRUE(has_flag("waits"));
  EXPECT_THAT(class_csv(std::vector{run}), HasSubstr("notebook,notebook_computed"));
  EXPECT_THAT(class_csv(std::vector{run}), HasSubstr(",15.000,5.000,")) << "total, points that wait";
  EXPECT_THAT(class_csv(std::vector{run}), HasSubstr(",,\r\n")) << "neither given nor computed yet";
  EXPECT_EQ(class_statistics(std::vector{run})[0].items.size(), 2u) << "of what nobody has marked there is no item";
  EXPECT_NEAR(class_statistics(std::vector{run})[0].scores.mean, 10.0 * computed, 1e-12) << "of what is decided";

  const RunRecord record = read_run(path);
  EXPECT_THROW(mark_criterion(record, run.grade, {.criterion = "notebook", .points = 3.0, .by = "Li"}), RecordError);
  EXPECT_THROW(
      mark_criterion(record, run.grade, {.criterion = "notebook", .points = 5.5, .reason = "good", .by = "Li"}),
      RecordError);
  mark_criterion(record, run.grade, {.criterion = "notebook", .points = 3.5, .reason = "short", .by = "Li"});
  run = look_at_run(path);
  EXPECT_FALSE(run.grade.criteria[2].waits());
  EXPECT_EQ(run.grade.open(), 0.0);
  EXPECT_NEAR(run.grade.given(), computed + 3.5, 1e-12);
  EXPECT_FALSE(run.grade.any_change()) << "nothing that was computed is another";
  EXPECT_FALSE(has_flag("waits"));
  EXPECT_FALSE(has_flag("marks"));
  EXPECT_EQ(class_statistics(std::vector{run})[0].items.at(2).difficulty, 0.7);
  EXPECT_THAT(class_csv(std::vector{run}), HasSubstr("notebook 3.500 by Li at "));
  EXPECT_THAT(class_csv(std::vector{run}), HasSubstr(",3.500,\r\n"));
  EXPECT_THAT(class_html({.name = "class", .runs = std::vector{run}, .labs = {}}), HasSubstr("short"));
}

TEST(ByPerson, StandsInTheReportWithAndWithoutItsMark) {
  const TemporaryFolder folder;
  const std::filesystem::path path = recorded(folder, "anna.run");
  const RunRecord record = read_run(path);
  const Grade grade = played(marked_lab())->grade();
  const std::string open = html_report({.grade = grade, .run = record, .trends = {}});
  EXPECT_THAT(open, HasSubstr("points computed"));
  EXPECT_THAT(open, HasSubstr("5.0 points wait for a person"));
  EXPECT_THAT(open, HasSubstr("Is every action explained?"));

  const ReviewedRun run = look_at_run(path);
  mark_criterion(record, run.grade, {.criterion = "notebook", .points = 4.0, .reason = "clear", .by = "Li"});
  const ReviewFile review = read_review(review_path(path));
  const std::string marked = html_report({.grade = grade, .run = record, .trends = {}, .review = &review});
  EXPECT_THAT(marked, Not(HasSubstr("wait for a person")));
  EXPECT_THAT(marked, HasSubstr("clear"));
  const GivenScore given = given_score(grade, &review);
  EXPECT_NEAR(given.score, grade.score + 4.0, 1e-12);
  EXPECT_EQ(given.total, 15.0);
  EXPECT_EQ(given.open, 0.0);
  EXPECT_EQ(given.score, look_at_run(path).grade.given());
}

}  // namespace
}  // namespace stillhouse
