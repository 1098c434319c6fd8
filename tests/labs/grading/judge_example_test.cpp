#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "labs/grading/html.h"
#include "tests/folders.h"
#include "tests/labs/grading/judged_run.h"

/// The worked example of labs/grading/README.md.
namespace stillhouse {
namespace {

using scenario::CriterionKind;

JudgedRun worked_example() {
  JudgedRun run;
  run.lab.rubric.total = 100.0;
  run.add_task("cool", "Open the cooling water.", "打开冷却水。");
  scenario::Task& heat = run.add_task("heat", "Heat the reboiler.", "加热再沸器。");
  heat.after = {"cool"};
  heat.within = 200.0;

  run.add_criterion(CriterionKind::steps, 40.0, 0.0, 100.0).tasks = {{"cool", 1.0}, {"heat", 3.0}};
  scenario::Criterion& band = run.add_criterion(CriterionKind::time_in_band, 30.0, 0.9, 0.4);
  band.low = 0.95;
  scenario::Condition heated;
  heated.kind = scenario::ConditionKind::completed;
  heated.name = "heated";
  band.window.from = heated;
  run.stage.facts.push_back({"heated", false});
  scenario::Criterion& energy = run.add_criterion(CriterionKind::ratio, 20.0, 6e6, 16e6);
  energy.subject = {scenario::SubjectKind::signal, "heat", "W"};
  energy.per = {scenario::SubjectKind::signal, "product", "kg/h"};
  energy.unit = "MJ/kg";
  run.add_criterion(CriterionKind::alarm_response, 10.0, 60.0, 180.0);

  scenario::Deduction hot;
  hot.id = "hot";
  hot.title = {"Too hot", "过热"};
  hot.points = 2.0;
  hot.per = 60.0;
  hot.most = 5.0;
  hot.when = value_above("T", 343.15, "degC");
  run.lab.rubric.deductions = {hot};

  run.journal = {{400, 0, AlarmEvent::raised, ""}, {490, 0, AlarmEvent::acknowledged, ""}};
  run.run(600, [&](std::int64_t now) {
    if (now == 0) run.task("cool").started = now;
    if (now == 30) run.task("cool").finished = run.task("heat").started = now;
    if (now == 250) run.task("heat").finished = now;
    run.stage.set("heated", now >= 250);
    run.stage["heat"] = 3000.0;
    run.stage["product"] = now >= 350 ? 0.0008 : 0.0;
    run.stage["x"] = now >= 355 ? 0.96 : 0.912;
    run.stage["T"] = now >= 500 && now < 545 ? 353.15 : 340.0;
  });
  return run;
}

TEST(JudgeExample, GivesTheGradeThatTheReadmeWorksOut) {
  const Grade grade = worked_example().grade();
  ASSERT_EQ(grade.criteria.size(), 5u);
  const double expected[] = {34.0, 18.0, 14.0, 7.5, -1.5};
  for (std::size_t i = 0; i < 5; ++i) EXPECT_NEAR(grade.criteria[i].score, expected[i], 1e-9) << i;
  EXPECT_NEAR(grade.score, 72.0, 1e-9);
}

TEST(JudgeExample, GivesTheSentencesThatTheReadmeQuotes) {
  std::ifstream file(STILLHOUSE_SOURCE_DIR "/labs/grading/README.md");
  std::stringstream readme;
  readme << file.rdbuf();
  ASSERT_FALSE(readme.str().empty());
  int sentences = 0;
  for (const CriterionGrade& row : worked_example().grade().criteria) {
    for (const Evidence& evidence : row.evidence) {
      const std::string line = "| " + html::clock_interval(evidence.from, evidence.to) + " | " + evidence.signal +
                               " | " + html::fixed(evidence.lost, 1) + " | " + evidence.text.en + " |";
      EXPECT_NE(readme.str().find(line), std::string::npos) << line;
      ++sentences;
    }
  }
  EXPECT_EQ(sentences, 5);
}

}  // namespace
}  // namespace stillhouse
