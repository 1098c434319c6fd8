#include <gtest/gtest.h>

#include "tests/labs/grading/judged_run.h"

namespace stillhouse {
namespace {

using scenario::CriterionKind;

/// 10 points for acknowledging: all within 60 s, none after 300 s. Alarm 0 is of high priority, alarm 1 of low.
JudgedRun alarmed(std::vector<AlarmEntry> journal, std::int64_t scans = 2000) {
  JudgedRun run;
  run.add_criterion(CriterionKind::alarm_response, 10.0, 60.0, 300.0);
  run.journal = std::move(journal);
  run.run(scans, [](std::int64_t) {});
  return run;
}

TEST(JudgeAlarms, AveragesTheRampOverTheAlarms) {
  const CriterionGrade grade = alarmed({{100, 0, AlarmEvent::raised, ""},
                                        {130, 0, AlarmEvent::acknowledged, ""},
                                        {200, 1, AlarmEvent::raised, ""},
                                        {380, 1, AlarmEvent::acknowledged, ""}})
                                   .grade()
                                   .criteria[0];
  // at once and after 180 s, half way: 10 * (1 + 0.5) / 2
  EXPECT_DOUBLE_EQ(grade.score, 7.5);
  ASSERT_EQ(grade.evidence.size(), 1u);
  EXPECT_EQ(grade.evidence[0].signal, "TAH-112");
  EXPECT_EQ(grade.evidence[0].from, 200.0);
  EXPECT_EQ(grade.evidence[0].to, 380.0);
  EXPECT_EQ(grade.evidence[0].text,
            (Text{"The alarm TAH-112 (Too high) was acknowledged after 3 min; full points need 1 min.",
                  "报警 TAH-112（过高）在 3 分钟后才确认；满分要求 1 分钟内确认。"}));
  EXPECT_EQ(grade.evidence[0].asked.en, "acknowledged within 1 min");
}

TEST(JudgeAlarms, GivesNothingForAnAlarmThatWasNeverAcknowledged) {
  const CriterionGrade grade =
      alarmed({{100, 0, AlarmEvent::raised, ""}, {150, 0, AlarmEvent::cleared, ""}}).grade().criteria[0];
  EXPECT_EQ(grade.score, 0.0);
  EXPECT_EQ(grade.evidence[0].to, 2000.0);
  EXPECT_EQ(grade.evidence[0].text.en, "The alarm PDAH-120 (Too high) was never acknowledged.");
}

TEST(JudgeAlarms, TakesAnAlarmThatComesAgainUnseenAsOneSinceTheFirstTime) {
  const CriterionGrade grade = alarmed({{100, 0, AlarmEvent::raised, ""},
                                        {150, 0, AlarmEvent::cleared, ""},
                                        {190, 0, AlarmEvent::raised, ""},
                                        {220, 0, AlarmEvent::acknowledged, ""}})
                                   .grade()
                                   .criteria[0];
  EXPECT_DOUBLE_EQ(grade.score, 7.5);
}

TEST(JudgeAlarms, TakesShelvingAsAnAnswerAndExcusesWhatTheDesignSuppresses) {
  EXPECT_EQ(
      alarmed({{100, 0, AlarmEvent::raised, ""}, {130, 0, AlarmEvent::shelved, "sensor"}}).grade().criteria[0].score,
      10.0);
  EXPECT_EQ(
      alarmed({{100, 0, AlarmEvent::raised, ""}, {1900, 0, AlarmEvent::suppressed, ""}}).grade().criteria[0].score,
      10.0);
}

TEST(JudgeAlarms, LooksAtThePriorityAndTheWindow) {
  JudgedRun run;
  scenario::Criterion& response = run.add_criterion(CriterionKind::alarm_response, 10.0, 60.0, 300.0);
  response.priority = scenario::AlarmPriority::medium;
  response.window = {"", fact_holds("ready"), fact_holds("flooded")};
  run.journal = {{50, 0, AlarmEvent::raised, ""},        {600, 0, AlarmEvent::acknowledged, ""},
                 {700, 1, AlarmEvent::raised, ""},       {750, 0, AlarmEvent::raised, ""},
                 {930, 0, AlarmEvent::acknowledged, ""}, {1000, 0, AlarmEvent::raised, ""}};
  run.run(2000, [&](std::int64_t now) {
    run.stage.set("ready", now >= 100);
    run.stage.set("flooded", now >= 1000);
  });
  // only the alarm at 750 counts: 180 s
  EXPECT_DOUBLE_EQ(run.grade().criteria[0].score, 5.0);
}

TEST(JudgeAlarms, DoesNotCountAnAlarmThatCameJustBeforeTheEnd) {
  EXPECT_EQ(alarmed({{1941, 0, AlarmEvent::raised, ""}}).grade().criteria[0].score, 10.0);
  EXPECT_EQ(alarmed({{1940, 0, AlarmEvent::raised, ""}}).grade().criteria[0].score, 0.0);
}

TEST(JudgeAlarms, GivesAllPointsWithoutAlarmsOnlyIfTheRequirementHasHeld) {
  EXPECT_EQ(alarmed({}).grade().criteria[0].score, 10.0);

  JudgedRun run;
  run.add_criterion(CriterionKind::alarm_response, 10.0, 60.0, 300.0).requires_ = fact_holds("ready");
  run.run(10, [](std::int64_t) {});
  EXPECT_EQ(run.grade().criteria[0].score, 0.0);
  EXPECT_EQ(run.grade().criteria[0].evidence[0].lost, 10.0);
  run.stage.set("ready", true);
  run.run(1, [](std::int64_t) {});
  EXPECT_EQ(run.grade().criteria[0].score, 10.0);
}

}  // namespace
}  // namespace stillhouse
