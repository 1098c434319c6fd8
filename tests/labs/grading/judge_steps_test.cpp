#include <gtest/gtest.h>

#include "tests/labs/grading/judged_run.h"

namespace stillhouse {
namespace {

using scenario::CriterionKind;

/// "cool" (weight 1), then "heat" (weight 2, within 100 s), then "draw" (weight 1): 8 points, late from 0 to 200 s.
JudgedRun three_tasks() {
  JudgedRun run;
  run.add_task("cool", "Open the cooling water.", "打开冷却水。");
  scenario::Task& heat = run.add_task("heat", "Heat the reboiler.", "加热再沸器。");
  heat.after = {"cool"};
  heat.within = 100.0;
  run.add_task("draw", "Draw product.", "采出产品。").after = {"heat"};
  run.add_criterion(CriterionKind::steps, 8.0, 0.0, 200.0).tasks = {{"cool", 1.0}, {"heat", 2.0}, {"draw", 1.0}};
  return run;
}

/// Progress of a task that starts and finishes at these scans.
void play(TaskProgress& task, std::int64_t now, std::int64_t started, std::int64_t finished) {
  if (now == started) task.started = now;
  if (now == finished) task.finished = now;
}

TEST(JudgeSteps, GivesAllPointsForAllTasksInOrderAndTime) {
  JudgedRun run = three_tasks();
  run.run(300, [&](std::int64_t now) {
    play(run.task("cool"), now, 0, 20);
    play(run.task("heat"), now, 20, 120);
    play(run.task("draw"), now, 120, 299);
  });
  const Grade grade = run.grade();
  EXPECT_EQ(grade.criteria[0].score, 8.0);
  EXPECT_TRUE(grade.criteria[0].evidence.empty());
  EXPECT_EQ(grade.tasks[1].state, "done");
  EXPECT_EQ(grade.tasks[1].started, 20.0);
  EXPECT_EQ(grade.tasks[1].finished, 120.0);
}

TEST(JudgeSteps, TakesTheShareOfATaskThatWasNotCompletedAndSaysWhatHeldItUp) {
  JudgedRun run = three_tasks();
  run.run(300, [&](std::int64_t now) {
    play(run.task("cool"), now, 0, 20);
    play(run.task("heat"), now, 20, -1);
    run.stage["T"] = 332.95;
  });
  const Grade grade = run.grade();
  EXPECT_DOUBLE_EQ(grade.criteria[0].score, 2.0);
  ASSERT_EQ(grade.criteria[0].evidence.size(), 2u);

  const Evidence& heat = grade.criteria[0].evidence[0];
  EXPECT_DOUBLE_EQ(heat.lost, 4.0);
  EXPECT_EQ(heat.from, 20.0);
  EXPECT_EQ(heat.to, 300.0);
  EXPECT_EQ(heat.signal, "T");
  EXPECT_EQ(heat.text, (Text{"Not completed: \"Heat the reboiler\", begun at 0:00:20.",
                             "未完成：“加热再沸器”，开始于 0:00:20。"}));
  EXPECT_EQ(heat.asked, (Text{"T above 60 °C", "T 高于 60 °C"}));
  EXPECT_EQ(heat.seen, (Text{"T 59.8 °C at the end", "结束时 T 为 59.8 °C"}));

  const Evidence& draw = grade.criteria[0].evidence[1];
  EXPECT_DOUBLE_EQ(draw.lost, 2.0);
  EXPECT_EQ(draw.text.en,
            "Not completed: \"Draw product\". It never started, because \"Heat the reboiler\" was not completed.");
  EXPECT_EQ(grade.tasks[0].state, "done");
  EXPECT_EQ(grade.tasks[1].state, "missed");
  EXPECT_EQ(grade.tasks[2].state, "waiting");
}

TEST(JudgeSteps, PointsToTheSignalThatWasNotThere) {
  JudgedRun run = three_tasks();
  scenario::Condition& done = run.lab.tasks[0].done;
  done.kind = scenario::ConditionKind::all_of;
  done.children = {value_above("T", 333.15, "degC"), value_below("x", 0.05, "mol%"), value_above("heat", 1e3, "kW")};
  run.stage["T"] = 340.15;
  run.stage["x"] = 0.07;
  run.run(10, [](std::int64_t) {});
  const Evidence evidence = run.grade().criteria[0].evidence[0];
  EXPECT_EQ(evidence.signal, "x");
  EXPECT_EQ(evidence.seen,
            (Text{"T 67 °C, x 7 mol%, heat 0 kW at the end", "结束时 T 为 67 °C、x 为 7 mol%、heat 为 0 kW"}));
}

TEST(JudgeSteps, CallsATaskOpenWhileItsTimeRuns) {
  JudgedRun run = three_tasks();
  run.run(80, [&](std::int64_t now) { play(run.task("heat"), now, 0, -1); });
  EXPECT_EQ(run.grade().tasks[1].state, "open");
}

TEST(JudgeSteps, LetsCreditFallWithLateness) {
  JudgedRun run = three_tasks();
  run.run(400, [&](std::int64_t now) {
    play(run.task("cool"), now, 0, 20);
    play(run.task("heat"), now, 20, 170);  // 150 s, 50 s late of 200: three quarters
    play(run.task("draw"), now, 170, 300);
  });
  const Grade grade = run.grade();
  EXPECT_DOUBLE_EQ(grade.criteria[0].score, 2.0 + 0.75 * 4.0 + 2.0);
  ASSERT_EQ(grade.criteria[0].evidence.size(), 1u);
  const Evidence& late = grade.criteria[0].evidence[0];
  EXPECT_EQ(late.from, 120.0);
  EXPECT_EQ(late.to, 170.0);
  EXPECT_EQ(late.text.en, "Late: \"Heat the reboiler\" took 2 min 30 s; 1 min 40 s were allowed.");
}

TEST(JudgeSteps, HalvesATaskThatWasDoneBeforeItsTurnAndSaysBeforeWhat) {
  JudgedRun run = three_tasks();
  run.run(300, [&](std::int64_t now) {
    run.stage["T"] = now < 5 ? 300.0 : 340.0;
    play(run.task("cool"), now, 0, 20);
    play(run.task("heat"), now, 20, 20);
    play(run.task("draw"), now, 20, 100);
  });
  const Grade grade = run.grade();
  EXPECT_DOUBLE_EQ(grade.criteria[0].score, 6.0);
  ASSERT_EQ(grade.criteria[0].evidence.size(), 1u);
  const Evidence& early = grade.criteria[0].evidence[0];
  EXPECT_EQ(early.from, 5.0);
  EXPECT_EQ(early.to, 20.0);
  EXPECT_EQ(early.text,
            (Text{"Out of order: \"Heat the reboiler\" was already done at 0:00:05, before \"Open the cooling water\" "
                  "was completed at 0:00:20.",
                  "顺序错误：“加热再沸器”在 0:00:05 就已完成，早于“打开冷却水”完成的时刻 0:00:20。"}));
  EXPECT_EQ(early.asked.en, "after \"Open the cooling water\"");
}

TEST(JudgeSteps, DoesNotBlameAStudentForThePlantOrForWhatWasDoneAgain) {
  // what has held since the first scan is how the plant was found
  JudgedRun found = three_tasks();
  found.stage["T"] = 340.0;
  found.run(300, [&](std::int64_t now) {
    play(found.task("cool"), now, 0, 20);
    play(found.task("heat"), now, 20, 20);
    play(found.task("draw"), now, 20, 20);
  });
  EXPECT_EQ(found.grade().criteria[0].score, 8.0);

  // done too early, undone, and done in its turn
  JudgedRun again = three_tasks();
  again.run(300, [&](std::int64_t now) {
    again.stage["T"] = (now >= 5 && now < 15) || now >= 60 ? 340.0 : 300.0;
    play(again.task("cool"), now, 0, 20);
    play(again.task("heat"), now, 20, 60);
    play(again.task("draw"), now, 60, 100);
  });
  EXPECT_EQ(again.grade().criteria[0].score, 8.0);

  // found done, undone, and done again before its turn
  JudgedRun early = three_tasks();
  early.run(300, [&](std::int64_t now) {
    early.stage["T"] = now < 3 || now >= 10 ? 340.0 : 300.0;
    play(early.task("cool"), now, 0, 20);
    play(early.task("heat"), now, 20, 20);
    play(early.task("draw"), now, 60, 100);
  });
  EXPECT_EQ(early.grade().criteria[0].score, 6.0);
  EXPECT_EQ(early.grade().criteria[0].evidence[0].from, 10.0);
}

TEST(JudgeSteps, GivesNothingUntilTheRequirementHasHeld) {
  JudgedRun run = three_tasks();
  run.lab.rubric.criteria[0].requires_ = fact_holds("ready");
  const auto tasks = [&](std::int64_t now) {
    play(run.task("cool"), now, 0, 20);
    play(run.task("heat"), now, 20, 60);
    play(run.task("draw"), now, 60, 90);
  };
  run.run(100, tasks);
  const Grade before = run.grade();
  EXPECT_EQ(before.criteria[0].score, 0.0);
  ASSERT_EQ(before.criteria[0].evidence.size(), 1u);
  EXPECT_EQ(before.criteria[0].evidence[0].lost, 8.0);
  EXPECT_EQ(before.criteria[0].evidence[0].signal, "ready");
  EXPECT_EQ(before.criteria[0].evidence[0].asked.en, "interlock ready tripped");

  // one scan is enough, for good
  run.stage.set("ready", true);
  run.run(1, tasks);
  run.stage.set("ready", false);
  run.run(10, tasks);
  EXPECT_EQ(run.grade().criteria[0].score, 8.0);
}

TEST(Judge, RefusesNamesThatTheLabOrThePlantDoNotHave) {
  JudgedRun task = three_tasks();
  task.lab.rubric.criteria[0].tasks[1].task = "haet";
  EXPECT_THROW(
      {
        try {
          task.judge();
        } catch (const ModelError& error) {
          EXPECT_STREQ(error.what(), "the rubric names the task 'haet', which the lab does not have; nearest: heat");
          throw;
        }
      },
      ModelError);
  JudgedRun subject;
  subject.add_criterion(CriterionKind::final_value, 1.0, 1.0, 0.0).subject.name = "nothing";
  EXPECT_THROW(subject.judge(), ModelError);
}

}  // namespace
}  // namespace stillhouse
