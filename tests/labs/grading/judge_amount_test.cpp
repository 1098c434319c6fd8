#include <gtest/gtest.h>

#include <cmath>

#include "tests/labs/grading/judged_run.h"

namespace stillhouse {
namespace {

using scenario::CriterionKind;

JudgedRun energy() {
  JudgedRun run;
  scenario::Criterion& ratio = run.add_criterion(CriterionKind::ratio, 10.0, 6e6, 16e6);
  ratio.subject = {scenario::SubjectKind::signal, "heat", "W"};
  ratio.per = {scenario::SubjectKind::signal, "product", "kg/h"};
  ratio.unit = "MJ/kg";
  return run;
}

TEST(JudgeRatio, DividesOneTotalByTheOther) {
  JudgedRun run = energy();
  run.run(1000, [&](std::int64_t now) {
    run.stage["heat"] = 2000.0;                       // 2 MJ
    run.stage["product"] = now < 500 ? 0.0 : 0.0005;  // 0.25 kg: 8 MJ/kg
  });
  const CriterionGrade grade = run.grade().criteria[0];
  EXPECT_NEAR(grade.score, 8.0, 1e-9);
  ASSERT_EQ(grade.evidence.size(), 1u);
  EXPECT_EQ(grade.evidence[0].from, 0.0);
  EXPECT_EQ(grade.evidence[0].to, 1000.0);
  EXPECT_EQ(grade.evidence[0].signal, "heat");
  EXPECT_EQ(grade.evidence[0].text, (Text{"heat per product was 8 MJ/kg; full points need 6 MJ/kg or less, and 16 "
                                          "MJ/kg is worth none.",
                                          "heat 与 product 的累计之比为 8 MJ/kg；满分要求不高于 6 MJ/kg，16 MJ/kg "
                                          "不得分。"}));
  EXPECT_EQ(grade.evidence[0].asked.zh, "不高于 6 MJ/kg");
  EXPECT_EQ(grade.evidence[0].seen.en, "8 MJ/kg");
}

TEST(JudgeRatio, GivesNothingIfNothingWasMade) {
  JudgedRun run = energy();
  run.stage["heat"] = 2000.0;
  run.run(100, [](std::int64_t) {});
  const CriterionGrade grade = run.grade().criteria[0];
  EXPECT_EQ(grade.score, 0.0);
  EXPECT_EQ(grade.evidence[0].text.en, "There was no product to divide by.");

  JudgedRun idle = energy();
  idle.run(100, [](std::int64_t) {});
  EXPECT_EQ(idle.grade().criteria[0].score, 0.0);
}

TEST(JudgeTotal, IntegratesOverTheWindow) {
  JudgedRun run;
  scenario::Criterion& total = run.add_criterion(CriterionKind::total, 6.0, 2.0, 0.5);
  total.subject = {scenario::SubjectKind::signal, "product", "kg/h"};
  total.unit = "kg";
  total.window.from = fact_holds("ready");
  run.scan_length = 2.0;
  run.run(400, [&](std::int64_t now) {
    run.stage.set("ready", now == 100);
    run.stage["product"] = now < 350 ? 0.0025 : std::nan("");  // 250 scans of 2 s: 1.25 kg, half way
  });
  const CriterionGrade grade = run.grade().criteria[0];
  EXPECT_NEAR(grade.score, 3.0, 1e-9);
  EXPECT_EQ(grade.evidence[0].from, 200.0);
  EXPECT_EQ(grade.evidence[0].text.en,
            "The total of product was 1.25 kg; full points need 2 kg or more, and 0.5 kg is worth none.");
}

TEST(JudgeFinalValue, TakesTheLastValueOfTheWindow) {
  JudgedRun run;
  run.add_task("draw", "Draw product.", "采出产品。");
  scenario::Criterion& value = run.add_criterion(CriterionKind::final_value, 4.0, 0.95, 0.85);
  value.unit = "mol%";
  value.window.task = "draw";
  run.run(100, [&](std::int64_t now) {
    if (now == 10) run.task("draw").started = now;
    if (now == 60) run.task("draw").finished = now;
    run.stage["x"] = now < 60 ? 0.85 + 0.001 * static_cast<double>(now) : 0.99;
  });
  const CriterionGrade grade = run.grade().criteria[0];
  EXPECT_NEAR(grade.score, 4.0 * 0.59, 1e-12);
  EXPECT_EQ(grade.evidence[0].to, 60.0);
  EXPECT_EQ(grade.evidence[0].text.en,
            "The last value of x was 90.9 mol%; full points need 95 mol% or more, and 85 mol% is worth none.");
}

TEST(JudgeFinalValue, GivesNothingForAValueThatWasNeverThere) {
  JudgedRun run;
  run.add_criterion(CriterionKind::final_value, 4.0, 0.95, 0.85);
  run.stage["x"] = std::nan("");
  run.run(10, [](std::int64_t) {});
  const CriterionGrade grade = run.grade().criteria[0];
  EXPECT_EQ(grade.score, 0.0);
  EXPECT_EQ(grade.evidence[0].text.en, "The last value of x could not be determined: there was never a value.");
  // a state with NaN in it could not be compared with its copy
  EXPECT_EQ(run.state, JudgeState(run.state));
}

}  // namespace
}  // namespace stillhouse
