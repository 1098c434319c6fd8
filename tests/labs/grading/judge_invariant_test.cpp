#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "engine/base/random.h"
#include "labs/grading/grade_json.h"
#include "tests/labs/grading/judged_run.h"

/// What must be so for every rubric and every run.
namespace stillhouse {
namespace {

using scenario::CriterionKind;

constexpr std::int64_t kScans = 600;

/// Random lab, and what random hands do with it. Draws are numbered, so that a run can be played again.
class RandomRun : public JudgedRun {
 public:
  explicit RandomRun(std::uint64_t seed) : random_(seed, "judge") {
    for (const char* id : {"first", "second", "third"}) {
      scenario::Task& task = add_task(id, std::string("Do the ") + id + ".", "完成任务。");
      if (likely(0.5)) task.within = 200.0 * uniform();
      if (lab.tasks.size() > 1 && likely(0.5)) task.after = {"first"};
      if (likely(0.3)) task.hint = scenario::Hint{{"Like this.", "这样做。"}, 3.0 * uniform()};
    }
    lab.faults.emplace_back().id = "sag";
    progress.faults.emplace_back();
    const int count = 3 + static_cast<int>(6.0 * uniform());
    for (int i = 0; i < count; ++i) draw_criterion();
    for (int i = 0; i < 2; ++i) draw_deduction(i);
    if (likely(0.5)) {
      scenario::Abort abort{"abort", {"Over", "结束"}, sustained_for(5.0, value_above("x", 0.97, "mol%")), 20.0, {}};
      lab.rubric.aborts = {abort};
    }
    times_ = {uniform(), uniform(), uniform(), uniform(), uniform(), uniform(), uniform()};
    steps_ = uniform();
  }

  /// A random walk with noise, with tasks, a fault and alarms at random moments.
  void play(std::int64_t scan) {
    const auto draw = [&](std::uint32_t number) { return random_.uniform(scan + 1, number); };
    stage["x"] = std::fmod(std::abs(stage["x"] + 0.2 * (draw(0) - 0.5) * steps_ + 1e-3), 1.0);
    if (draw(1) < 0.01) stage["x"] = draw(2);
    stage["T"] = draw(3) < 0.02 ? std::nan("") : 300.0 + 60.0 * draw(4);
    stage["heat"] = 3000.0 * draw(5);
    stage["product"] = scan > 200 ? 1e-3 * draw(6) : 0.0;
    stage.set("ready", draw(7) < 0.02);
    stage.set("flooded", draw(8) < 0.3);
    for (std::size_t i = 0; i < 3; ++i) {
      TaskProgress& task = progress.tasks[i];
      const auto moment = [&](std::size_t k) { return static_cast<std::int64_t>(900.0 * times_[k]); };
      if (scan == moment(i)) task.started = scan;
      if (task.started >= 0 && scan == moment(i) + moment(i + 3) / 2) task.finished = scan;
      if (draw(9) < 0.002) task.out_of_order = true;
      if (lab.tasks[i].hint && draw(10) < 0.001) task.hint_taken = true;
    }
    if (progress.faults[0].began < 0 && scan >= static_cast<std::int64_t>(900.0 * times_[6]))
      progress.faults[0].began = scan;
    if (draw(11) < 0.02)
      journal.push_back(
          {scan, draw(12) < 0.5 ? 0 : 1, draw(13) < 0.6 ? AlarmEvent::raised : AlarmEvent::acknowledged, ""});
  }

 private:
  double uniform() { return random_.uniform(0, draws_++); }
  bool likely(double probability) { return uniform() < probability; }

  void draw_criterion() {
    const auto kind = static_cast<CriterionKind>(static_cast<int>(7.0 * uniform()));
    scenario::Criterion& criterion = add_criterion(kind, 1.0 + 30.0 * uniform(), uniform(), uniform());
    if (kind == CriterionKind::time_in_band && criterion.full < criterion.none)
      std::swap(criterion.full, criterion.none);
    if (kind == CriterionKind::steps) {
      criterion.tasks = {{"first", 0.1 + uniform()}, {"second", 0.1 + uniform()}, {"third", 0.1 + uniform()}};
      criterion.none = 1.0 + 200.0 * uniform();
    }
    if (kind == CriterionKind::recovery_time || kind == CriterionKind::alarm_response) {
      criterion.full = 50.0 * uniform();
      criterion.none = 50.0 + 300.0 * uniform();
    }
    criterion.fault = "sag";
    criterion.hold = 60.0 * uniform();
    criterion.low = likely(0.7) ? 0.6 * uniform() : criterion.low;
    if (likely(0.5) || std::isinf(criterion.low)) criterion.high = 0.6 + 0.4 * uniform();
    criterion.per = {scenario::SubjectKind::signal, "product", "kg/h"};
    criterion.at_least = likely(0.3) ? 700.0 * uniform() : 0.0;
    // numbers of the size that such runs give
    if (kind == CriterionKind::total) criterion.full *= 500.0;
    if (kind == CriterionKind::ratio) criterion.none *= 4000.0;
    criterion.unit = "1";
    if (likely(0.4)) criterion.window.task = "second";
    if (criterion.window.task.empty() && likely(0.4)) criterion.window.from = fact_holds("ready");
    if (criterion.window.task.empty() && likely(0.4))
      criterion.window.until = sustained_for(3.0, fact_holds("flooded"));
    if (likely(0.2)) criterion.requires_ = sustained_for(1.0, fact_holds("ready"));
  }

  void draw_deduction(int number) {
    scenario::Deduction deduction;
    deduction.id = "deduction_" + std::to_string(number);
    deduction.title = {"Flooded", "液泛"};
    deduction.points = 2.0 * uniform();
    deduction.most = deduction.points + 10.0 * uniform();
    if (likely(0.5)) deduction.per = 1.0 + 60.0 * uniform();
    deduction.when = likely(0.5) ? fact_holds("flooded") : value_above("x", 0.9, "mol%");
    lab.rubric.deductions.push_back(deduction);
  }

  RandomStream random_;
  std::uint32_t draws_ = 0;
  std::vector<double> times_;
  double steps_ = 0.0;
};

void expect_spoken(const Text& text) {
  EXPECT_FALSE(text.en.empty());
  EXPECT_FALSE(text.zh.empty());
  for (const std::string& words : {text.en, text.zh}) {
    EXPECT_EQ(words.find("nan"), std::string::npos) << words;
    EXPECT_EQ(words.find("inf "), std::string::npos) << words;
    EXPECT_EQ(words.find('{'), std::string::npos) << words;
  }
}

void expect_lawful(const Grade& grade, double end) {
  double sum = 0.0;
  for (const CriterionGrade& row : grade.criteria) {
    double lost = 0.0;
    for (const Evidence& evidence : row.evidence) {
      lost += evidence.lost;
      EXPECT_GT(evidence.lost, 0.0);
      EXPECT_LE(evidence.from, evidence.to);
      EXPECT_GE(evidence.from, 0.0);
      EXPECT_LE(evidence.to, end);
      expect_spoken(evidence.text);
      expect_spoken(evidence.seen);
      if (!evidence.asked.empty()) expect_spoken(evidence.asked);
    }
    EXPECT_NEAR(lost, row.lost(), 1e-9) << row.id;
    EXPECT_GE(row.points, row.score) << row.id;
    if (row.points > 0.0) {
      EXPECT_GE(row.score, 0.0) << row.id;
    }
    // the rest of many, and a window that was too short
    EXPECT_LE(row.evidence.size(), 8u) << row.id;
    sum += row.score;
  }
  EXPECT_GE(grade.score, 0.0);
  EXPECT_NEAR(grade.score, std::max(sum, 0.0), 1e-9);
  if (grade.aborted) {
    EXPECT_LE(grade.score, 20.0);
  }
}

TEST(JudgeInvariant, EveryLostPointHasEvidenceInBothLanguages) {
  int kinds_seen[7] = {};
  int aborted = 0;
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    RandomRun run(seed);
    run.run(kScans / 2, [&](std::int64_t scan) { run.play(scan); });
    expect_lawful(run.grade(), static_cast<double>(run.now));
    run.run(kScans / 2, [&](std::int64_t scan) { run.play(scan); });
    const Grade grade = run.grade();
    expect_lawful(grade, static_cast<double>(run.now));
    for (std::size_t i = 0; i < run.lab.rubric.criteria.size(); ++i) {
      const CriterionGrade& row = grade.criteria[i];
      if (row.score > 0.0 && row.score < row.points) ++kinds_seen[static_cast<int>(run.lab.rubric.criteria[i].kind)];
    }
    aborted += grade.aborted;
  }
  // the test has seen partial credit of every kind
  for (const int seen : kinds_seen) EXPECT_GT(seen, 3);
  EXPECT_GT(aborted, 3);
}

TEST(JudgeInvariant, ACopyOfTheStateGoesOnToTheSameGrade) {
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    RandomRun whole(seed);
    whole.run(kScans / 3, [&](std::int64_t scan) { whole.play(scan); });

    // the copy goes on first, with a judge of its own; a grade in between changes nothing
    RandomRun copy = whole;
    copy.grade();
    copy.run(kScans / 3, [&](std::int64_t scan) { copy.play(scan); });
    whole.run(kScans / 3, [&](std::int64_t scan) { whole.play(scan); });
    EXPECT_EQ(copy.state, whole.state);
    EXPECT_EQ(grade_json(copy.grade()), grade_json(whole.grade()));
  }
}

}  // namespace
}  // namespace stillhouse
