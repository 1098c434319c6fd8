#include <gtest/gtest.h>

#include <cmath>

#include "tests/labs/grading/judged_run.h"

namespace stillhouse {
namespace {

using scenario::CriterionKind;

double sum_lost(const CriterionGrade& grade) {
  double sum = 0.0;
  for (const Evidence& evidence : grade.evidence) sum += evidence.lost;
  return sum;
}

/// 20 points for x of 95 mol% or more: all for 90 % of the time, none for 20 %.
JudgedRun purity() {
  JudgedRun run;
  run.add_task("draw", "Draw product.", "采出产品。");
  scenario::Criterion& band = run.add_criterion(CriterionKind::time_in_band, 20.0, 0.9, 0.2);
  band.low = 0.95;
  band.window.task = "draw";
  return run;
}

TEST(JudgeBand, CreditsTheShareOfTheWindowsTimeInTheBand) {
  JudgedRun run = purity();
  run.run(300, [&](std::int64_t now) {
    if (now == 100) run.task("draw").started = now;
    if (now == 200) run.task("draw").finished = now;
    // of the hundred scans of the window 55 are in the band; what is outside the window does not count
    run.stage["x"] = now >= 110 && now < 165 ? 0.95 : now == 180 ? 0.9 : 0.92;
  });
  const CriterionGrade grade = run.grade().criteria[0];
  EXPECT_DOUBLE_EQ(grade.score, 10.0);
  ASSERT_EQ(grade.evidence.size(), 2u);

  // ten points lost over 10 and 35 scans
  EXPECT_EQ(grade.evidence[0].from, 100.0);
  EXPECT_EQ(grade.evidence[0].to, 110.0);
  EXPECT_DOUBLE_EQ(grade.evidence[0].lost, 10.0 * 10.0 / 45.0);
  EXPECT_EQ(grade.evidence[1].from, 165.0);
  EXPECT_EQ(grade.evidence[1].to, 200.0);
  EXPECT_EQ(grade.evidence[1].signal, "x");
  EXPECT_EQ(grade.evidence[1].text,
            (Text{"x was below 95 mol% for 35 s, 90 mol% at worst.", "x 低于 95 mol%，历时 35 秒，最差 90 mol%。"}));
  EXPECT_EQ(grade.evidence[1].asked, (Text{"95 mol% or more for 90 % of the time", "90 % 的时间内不低于 95 mol%"}));
  EXPECT_EQ(grade.evidence[1].seen,
            (Text{"90 mol% at worst; in the band 55 % of the time", "最差 90 mol%；合格时间占 55 %"}));
}

TEST(JudgeBand, TakesAShortBreakAsPartOfALapseAndALongOneNot) {
  JudgedRun run = purity();
  run.task("draw").started = 0;
  // noise: every third scan in the band; then 10 s of peace; then a last scan out of it
  run.run(101, [&](std::int64_t now) {
    run.stage["x"] = now < 90 ? (now % 3 == 1 ? 0.96 : 0.94) : now < 100 ? 0.96 : 0.9;
  });
  ASSERT_EQ(run.state.criteria[0].lapses.size(), 2u);
  const Lapse& noisy = run.state.criteria[0].lapses[0];
  EXPECT_EQ(noisy.from, 0);
  EXPECT_EQ(noisy.to, 90);
  EXPECT_EQ(noisy.scans, 60);
  EXPECT_EQ(noisy.worst, 0.94);

  // nine seconds of peace are no end
  JudgedRun shorter = purity();
  shorter.task("draw").started = 0;
  shorter.run(21, [&](std::int64_t now) { shorter.stage["x"] = now >= 11 && now < 20 ? 0.96 : 0.94; });
  EXPECT_EQ(shorter.state.criteria[0].lapses.size(), 1u);
}

TEST(JudgeBand, CountsSecondsNotScans) {
  JudgedRun run = purity();
  run.scan_length = 0.5;
  run.task("draw").started = 0;
  run.run(200, [&](std::int64_t now) { run.stage["x"] = now < 110 ? 0.96 : 0.94; });
  const CriterionGrade grade = run.grade().criteria[0];
  EXPECT_DOUBLE_EQ(grade.score, 10.0);
  EXPECT_EQ(grade.evidence[0].from, 55.0);
  EXPECT_EQ(grade.evidence[0].to, 100.0);
}

TEST(JudgeBand, CountsAShortWindowAsLongAsItIsAskedToBe) {
  JudgedRun run = purity();
  run.lab.rubric.criteria[0].at_least = 100.0;
  run.run(300, [&](std::int64_t now) {
    if (now == 100) run.task("draw").started = now;
    if (now == 160) run.task("draw").finished = now;
    run.stage["x"] = now < 155 ? 0.96 : 0.94;
  });
  // 55 good seconds of 100 asked; 5 lost out of the band, 40 by the shortness
  const CriterionGrade grade = run.grade().criteria[0];
  EXPECT_DOUBLE_EQ(grade.score, 10.0);
  ASSERT_EQ(grade.evidence.size(), 2u);
  EXPECT_DOUBLE_EQ(grade.evidence[0].lost, 10.0 * 5.0 / 45.0);
  EXPECT_DOUBLE_EQ(grade.evidence[1].lost, 10.0 * 40.0 / 45.0);
  EXPECT_EQ(grade.evidence[1].text.en,
            "The part of the run in which x is judged lasted only 1 min; what is missing to 1 min 40 s counts as out "
            "of the band.");
}

TEST(JudgeBand, ForgivesAWindowThatIsAScanShort) {
  JudgedRun run = purity();
  run.lab.rubric.criteria[0].at_least = 100.0;
  run.lab.rubric.criteria[0].full = 1.0;
  run.task("draw").started = 0;
  run.run(99, [&](std::int64_t) { run.stage["x"] = 0.96; });
  EXPECT_EQ(run.grade().criteria[0].score, 20.0);
}

TEST(JudgeBand, GivesNothingForAWindowThatNeverOpenedAndSaysWhy) {
  JudgedRun task = purity();
  task.stage["x"] = 0.99;
  task.run(50, [](std::int64_t) {});
  const CriterionGrade grade = task.grade().criteria[0];
  EXPECT_EQ(grade.score, 0.0);
  ASSERT_EQ(grade.evidence.size(), 1u);
  EXPECT_EQ(grade.evidence[0].lost, 20.0);
  EXPECT_EQ(grade.evidence[0].text.en,
            "The part of the run that is judged never began: \"Draw product\" did not start.");

  JudgedRun condition = purity();
  condition.lab.rubric.criteria[0].window = {"", value_above("T", 343.15, "degC"), {}};
  condition.stage["x"] = 0.99;
  condition.run(50, [](std::int64_t) {});
  const CriterionGrade other = condition.grade().criteria[0];
  EXPECT_EQ(other.score, 0.0);
  EXPECT_EQ(other.evidence[0].text.en,
            "The part of the run that is judged never began, because this never held: T above 70 °C.");
}

TEST(JudgeBand, GivesNothingForATaskThatWasOverAsItBegan) {
  JudgedRun run = purity();
  run.stage["x"] = 0.99;
  run.run(50, [&](std::int64_t now) {
    if (now == 10) run.task("draw").started = run.task("draw").finished = now;
  });
  const CriterionGrade grade = run.grade().criteria[0];
  EXPECT_EQ(grade.score, 0.0);
  EXPECT_EQ(sum_lost(grade), 20.0);
}

TEST(JudgeBand, OpensAndClosesAWindowOnceByItsConditions) {
  JudgedRun run = purity();
  run.lab.rubric.criteria[0].window = {"", sustained_for(5.0, fact_holds("ready")), fact_holds("flooded")};
  run.run(100, [&](std::int64_t now) {
    run.stage.set("ready", now >= 10);
    run.stage.set("flooded", now < 12 || (now >= 40 && now < 45));
    run.stage["x"] = 0.96;
  });
  const CriterionTally& tally = run.state.criteria[0];
  EXPECT_EQ(tally.opened_at, 15);
  EXPECT_EQ(tally.closed_at, 40);
  EXPECT_EQ(tally.scans, 25.0);
  EXPECT_EQ(run.grade().criteria[0].score, 20.0);
}

TEST(JudgeBand, TellsTheLongestLapsesAndSumsUpTheRest) {
  JudgedRun run = purity();
  run.task("draw").started = 0;
  // eight lapses of 3, 4, ... 10 s, far enough apart
  run.run(800, [&](std::int64_t now) { run.stage["x"] = now % 100 < 3 + now / 100 ? 0.9 : 0.96; });
  run.lab.rubric.criteria[0].full = 1.0;
  const CriterionGrade grade = run.grade().criteria[0];
  const double lost = 20.0 * (52.0 / 800.0) / 0.8;
  EXPECT_NEAR(grade.score, 20.0 - lost, 1e-12);
  ASSERT_EQ(grade.evidence.size(), 7u);
  EXPECT_EQ(grade.evidence[0].from, 200.0);
  EXPECT_EQ(grade.evidence[5].from, 700.0);
  const Evidence& rest = grade.evidence[6];
  EXPECT_EQ(rest.from, 0.0);
  EXPECT_EQ(rest.to, 104.0);
  EXPECT_NEAR(rest.lost, lost * 7.0 / 52.0, 1e-12);
  EXPECT_EQ(rest.text, (Text{"Besides, 2 further lapses, 7 s together.", "此外还有 2 次偏离，共 7 秒。"}));
  EXPECT_NEAR(sum_lost(grade), grade.lost(), 1e-12);
}

TEST(JudgeBand, TakesAMissingValueAsOutOfTheBand) {
  JudgedRun run = purity();
  run.task("draw").started = 0;
  run.run(100, [&](std::int64_t now) { run.stage["x"] = now < 45 ? std::nan("") : 0.96; });
  const CriterionGrade grade = run.grade().criteria[0];
  EXPECT_DOUBLE_EQ(grade.score, 10.0);
  EXPECT_EQ(grade.evidence[0].text.en, "x was without a value for 45 s.");
}

}  // namespace
}  // namespace stillhouse
