#include <gtest/gtest.h>

#include "tests/labs/grading/judged_run.h"

namespace stillhouse {
namespace {

using scenario::CriterionKind;

/// 10 points for x back at 95 mol% after a fault at 100 s: all within 60 s, none after 160 s, held for 20 s.
JudgedRun disturbed() {
  JudgedRun run;
  run.lab.faults.emplace_back().id = "sag";
  run.progress.faults.emplace_back();
  scenario::Criterion& recovery = run.add_criterion(CriterionKind::recovery_time, 10.0, 60.0, 160.0);
  recovery.fault = "sag";
  recovery.low = 0.95;
  recovery.hold = 20.0;
  return run;
}

/// Out of the band from `left` to `back` after the fault began; scans of the whole run.
CriterionGrade excursion(std::int64_t left, std::int64_t back, std::int64_t scans) {
  JudgedRun run = disturbed();
  run.run(scans, [&](std::int64_t now) {
    if (now == 100) run.progress.faults[0].began = now;
    run.stage["x"] = now >= 100 + left && now < 100 + back ? 0.91 : 0.96;
  });
  return run.grade().criteria[0];
}

TEST(JudgeRecovery, CountsFromTheFaultToTheReturnThatLasts) {
  const CriterionGrade half = excursion(30, 110, 400);
  EXPECT_DOUBLE_EQ(half.score, 5.0);
  ASSERT_EQ(half.evidence.size(), 1u);
  EXPECT_EQ(half.evidence[0].from, 100.0);
  EXPECT_EQ(half.evidence[0].to, 210.0);
  EXPECT_EQ(half.evidence[0].asked.en, "95 mol% or more again within 1 min");
  EXPECT_EQ(half.evidence[0].text,
            (Text{"After the disturbance x took 1 min 50 s to come back (95 mol% or more), 91 mol% at worst; full "
                  "points need 1 min.",
                  "扰动后 x 用 1 分 50 秒才恢复（不低于 95 mol%），最差 91 mol%；满分要求 1 分钟内恢复。"}));

  EXPECT_EQ(excursion(30, 60, 400).score, 10.0);
  EXPECT_DOUBLE_EQ(excursion(30, 61, 400).score, 9.9);
  EXPECT_EQ(excursion(30, 160, 400).score, 0.0);
}

TEST(JudgeRecovery, DoesNotTakeAFaultThatHasNotShownYetAsRecovered) {
  // in the band for 40 s after the fault, longer than `hold`, and then out of it
  EXPECT_DOUBLE_EQ(excursion(40, 110, 400).score, 5.0);
}

TEST(JudgeRecovery, GivesAllPointsIfTheBandWasNeverLeft) {
  EXPECT_EQ(excursion(0, 0, 400).score, 10.0);
  // what leaves it long after the fault was ridden out is another matter
  EXPECT_EQ(excursion(61, 150, 400).score, 10.0);
  // the run ended early, but it was watched for as long as asked
  EXPECT_EQ(excursion(0, 0, 121).score, 10.0);
  EXPECT_EQ(excursion(0, 0, 110).score, 0.0);
  EXPECT_EQ(excursion(0, 0, 110).evidence[0].text.en,
            "The run ended before it could be seen whether x withstands the disturbance.");
}

TEST(JudgeRecovery, GivesNothingUntilTheReturnHasLasted) {
  EXPECT_EQ(excursion(30, 50, 165).score, 0.0);
  EXPECT_EQ(excursion(30, 50, 171).score, 10.0);
  EXPECT_EQ(excursion(30, 1000, 300).evidence[0].text.en,
            "After the disturbance x did not come back to stay (95 mol% or more) by the end of the run, 91 mol% at "
            "worst.");
}

TEST(JudgeRecovery, GivesNothingWithoutTheFault) {
  JudgedRun run = disturbed();
  run.stage["x"] = 0.99;
  run.run(50, [](std::int64_t) {});
  const CriterionGrade grade = run.grade().criteria[0];
  EXPECT_EQ(grade.score, 0.0);
  EXPECT_EQ(grade.evidence[0].lost, 10.0);
  EXPECT_EQ(grade.evidence[0].text.en, "The run did not get as far as the disturbance that this is about.");
}

}  // namespace
}  // namespace stillhouse
