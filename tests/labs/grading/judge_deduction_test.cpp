#include <gtest/gtest.h>

#include <cmath>
#include <optional>

#include "tests/labs/grading/judged_run.h"

namespace stillhouse {
namespace {

using scenario::CriterionKind;

/// 20 points earned by the first scan, and one deduction for a temperature above 70 °C.
JudgedRun deducted(double points, double most, std::optional<double> per) {
  JudgedRun run;
  run.add_criterion(CriterionKind::final_value, 20.0, 0.0, -1.0);
  scenario::Deduction deduction;
  deduction.id = "hot";
  deduction.title = {"Too hot", "过热"};
  deduction.points = points;
  deduction.most = most;
  deduction.per = per;
  deduction.when = value_above("T", 343.15, "degC");
  run.lab.rubric.deductions = {deduction};
  run.lab.rubric.total = 20.0;
  return run;
}

/// Above the limit in scans 10 to 39, 60 to 79 and 85 to 94 (a break of 5 s before the last).
void heat(JudgedRun& run) {
  run.run(200, [&](std::int64_t now) {
    const bool hot = (now >= 10 && now < 40) || (now >= 60 && now < 80) || (now >= 85 && now < 95);
    run.stage["T"] = hot ? (now == 70 ? 353.35 : 348.15) : 340.0;
  });
}

TEST(JudgeDeduction, CostsItsPointsEachTimeItBegins) {
  JudgedRun run = deducted(3.0, 10.0, {});
  heat(run);
  const Grade grade = run.grade();
  EXPECT_EQ(grade.score, 14.0);
  ASSERT_EQ(grade.criteria.size(), 2u);
  const CriterionGrade& row = grade.criteria[1];
  EXPECT_EQ(row.id, "hot");
  EXPECT_EQ(row.points, 0.0);
  EXPECT_EQ(row.score, -6.0);
  // the short break does not make a third time
  ASSERT_EQ(row.evidence.size(), 2u);
  EXPECT_EQ(row.evidence[0].from, 10.0);
  EXPECT_EQ(row.evidence[0].to, 40.0);
  EXPECT_EQ(row.evidence[0].lost, 3.0);
  EXPECT_EQ(row.evidence[1].from, 60.0);
  EXPECT_EQ(row.evidence[1].to, 95.0);
  EXPECT_EQ(row.evidence[1].signal, "T");
  EXPECT_EQ(row.evidence[1].text,
            (Text{"Too hot: T above 70 °C. It was so for 30 s.", "过热：T 高于 70 °C。该情况历时 30 秒。"}));
  EXPECT_EQ(row.evidence[1].asked, (Text{"never: T above 70 °C", "不得出现：T 高于 70 °C"}));
  EXPECT_EQ(row.evidence[1].seen.en, "for 30 s, T 80.2 °C at worst");
}

TEST(JudgeDeduction, CostsAsItsTimeGoes) {
  JudgedRun run = deducted(2.0, 100.0, 60.0);
  heat(run);
  const Grade grade = run.grade();
  // 30 s and 30 s at 2 points a minute; the break costs nothing
  EXPECT_DOUBLE_EQ(grade.criteria[1].score, -2.0);
  EXPECT_DOUBLE_EQ(grade.criteria[1].evidence[0].lost, 1.0);
  EXPECT_DOUBLE_EQ(grade.score, 18.0);
}

TEST(JudgeDeduction, CostsNoMoreThanItsCap) {
  JudgedRun each = deducted(3.0, 5.0, {});
  heat(each);
  const Grade grade = each.grade();
  EXPECT_EQ(grade.score, 15.0);
  EXPECT_EQ(grade.criteria[1].evidence[1].lost, 2.0);
  EXPECT_EQ(grade.criteria[1].evidence[1].text.en,
            "Too hot: T above 70 °C. It was so for 30 s. No more than 5 points are lost in all.");

  JudgedRun timed = deducted(2.0, 1.5, 60.0);
  heat(timed);
  EXPECT_DOUBLE_EQ(timed.grade().criteria[1].score, -1.5);
}

TEST(JudgeDeduction, ShowsARowWithoutLossIfNothingHappened) {
  JudgedRun run = deducted(3.0, 10.0, {});
  run.run(10, [](std::int64_t) {});
  const Grade grade = run.grade();
  ASSERT_EQ(grade.criteria.size(), 2u);
  EXPECT_EQ(grade.criteria[1].score, 0.0);
  EXPECT_FALSE(std::signbit(grade.criteria[1].score));
  EXPECT_TRUE(grade.criteria[1].evidence.empty());
  EXPECT_EQ(grade.score, 20.0);
}

TEST(Judge, NeverGivesLessThanNothing) {
  JudgedRun run = deducted(30.0, 100.0, {});
  heat(run);
  const Grade grade = run.grade();
  EXPECT_EQ(grade.score, 0.0);
  ASSERT_EQ(grade.flags.size(), 1u);
  EXPECT_EQ(grade.flags[0].en, "More points were deducted than had been earned; the score is 0.");
}

scenario::Abort dry(std::optional<double> at_most) {
  scenario::Abort abort;
  abort.id = "dry";
  abort.title = {"Reboiler dry", "再沸器烧干"};
  abort.when = value_above("T", 373.15, "degC");
  abort.at_most = at_most;
  return abort;
}

TEST(Judge, EndsAtAnAbortAndCapsTheGrade) {
  JudgedRun run = deducted(3.0, 10.0, {});
  run.lab.rubric.aborts = {dry(12.0)};
  run.run(100, [&](std::int64_t now) { run.stage["T"] = now < 50 ? 340.0 : 380.0; });
  ASSERT_TRUE(run.state.aborted.has_value());
  EXPECT_EQ(*run.state.aborted, 0u);
  EXPECT_EQ(run.state.aborted_at, 50);
  // the scan of the abort is judged, nothing after it
  EXPECT_EQ(run.state.deductions[0].lapses[0].scans, 1);

  const Grade grade = run.grade();
  EXPECT_TRUE(grade.aborted);
  EXPECT_EQ(grade.abort_reason, (Text{"Reboiler dry", "再沸器烧干"}));
  EXPECT_EQ(grade.score, 12.0);
  ASSERT_EQ(grade.flags.size(), 1u);
  EXPECT_EQ(grade.flags[0], (Text{"The run was aborted at 0:00:50: Reboiler dry (T above 100 °C). The grade is no more "
                                  "than 12 points.",
                                  "运行在 0:00:50 被中止：再沸器烧干（T 高于 100 °C）。成绩不超过 12 分。"}));

  // 20 - 3 = 17, brought down to 12 by a row of its own
  const CriterionGrade& row = grade.criteria.back();
  EXPECT_EQ(row.id, "dry");
  EXPECT_EQ(row.score, -5.0);
  EXPECT_EQ(row.evidence[0].lost, 5.0);
}

TEST(Judge, EndsEvidenceWhereTheAbortEndedTheRun) {
  JudgedRun run = deducted(3.0, 10.0, {});
  run.lab.rubric.aborts = {dry(12.0)};
  run.run(51, [&](std::int64_t now) { run.stage["T"] = now < 50 ? 340.0 : 380.0; });
  // the boundary of scan 50 has been judged, and nothing came after it
  const Grade grade = run.judge().grade(run.state, run.view(), 50);
  EXPECT_EQ(grade.criteria[1].evidence[0].from, 50.0);
  EXPECT_EQ(grade.criteria[1].evidence[0].to, 50.0);
  EXPECT_EQ(grade.score, 12.0);
}

TEST(Judge, LeavesTheGradeBelowTheLimitOfAnAbortAlone) {
  JudgedRun below = deducted(3.0, 10.0, {});
  below.lab.rubric.aborts = {dry(40.0)};
  below.run(10, [&](std::int64_t) { below.stage["T"] = 380.0; });
  EXPECT_EQ(below.grade().score, 17.0);
  EXPECT_EQ(below.grade().criteria.size(), 2u);
  EXPECT_TRUE(below.grade().aborted);

  JudgedRun uncapped = deducted(3.0, 10.0, {});
  uncapped.lab.rubric.aborts = {dry({})};
  uncapped.run(10, [&](std::int64_t) { uncapped.stage["T"] = 380.0; });
  EXPECT_EQ(uncapped.grade().score, 17.0);
  EXPECT_EQ(uncapped.grade().flags[0].en, "The run was aborted at 0:00:00: Reboiler dry (T above 100 °C).");
}

TEST(Judge, TakesThePriceOfAHint) {
  JudgedRun run = deducted(3.0, 10.0, {});
  run.add_task("heat", "Heat the reboiler.", "加热再沸器。").hint =
      scenario::Hint{{"Use HIC-101.", "用 HIC-101。"}, 2.0};
  run.run(50, [&](std::int64_t now) { run.progress.tasks[0].hint_taken = now >= 30; });
  const Grade grade = run.grade();
  EXPECT_EQ(grade.score, 18.0);
  const CriterionGrade& row = grade.criteria.back();
  EXPECT_EQ(row.id, "hint_heat");
  EXPECT_EQ(row.score, -2.0);
  EXPECT_EQ(row.evidence[0].from, 30.0);
  EXPECT_EQ(row.evidence[0].text.en, "The hint for \"Heat the reboiler\" was taken; its price is 2 points.");
}

}  // namespace
}  // namespace stillhouse
