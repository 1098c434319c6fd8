#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/base/error.h"
#include "labs/grading/judge.h"

namespace stillhouse {

/// What a judge sees, set by the test: values and facts by name.
class JudgedStage : public ConditionDirectory, public ConditionView {
 public:
  std::vector<std::pair<std::string, double>> values;
  std::vector<std::pair<std::string, bool>> facts;

  double& operator[](const std::string& name) { return values[find(values, name)].second; }
  void set(const std::string& fact, bool holds) { facts[find(facts, fact)].second = holds; }

  SubjectRef subject(const scenario::Subject& subject) const override {
    return {subject.kind, static_cast<int>(find(values, subject.name))};
  }
  FactRef fact(const scenario::Condition& condition) const override {
    return {condition.kind, static_cast<int>(find(facts, condition.name))};
  }
  double value(const SubjectRef& subject) const override {
    return values[static_cast<std::size_t>(subject.index)].second;
  }
  bool holds(const FactRef& fact) const override { return facts[static_cast<std::size_t>(fact.index)].second; }

 private:
  template <class Items>
  static std::size_t find(const Items& items, const std::string& name) {
    for (std::size_t i = 0; i < items.size(); ++i)
      if (items[i].first == name) return i;
    throw ModelError("no '" + name + "' on the stage");
  }
};

/// A lab with a rubric, played scan by scan.
struct JudgedRun {
  scenario::Lab lab;
  JudgedStage stage;
  Progress progress;
  std::vector<AlarmEntry> journal;
  double scan_length = 1.0;
  std::int64_t now = 0;
  JudgeState state;

  JudgedRun();  ///< values "x" (share), "T" (K), "heat" (W), "product" (kg/s); facts "ready", "flooded"

  scenario::Task& add_task(const std::string& id, const std::string& en, const std::string& zh);
  scenario::Criterion& add_criterion(scenario::CriterionKind kind, double points, double full, double none);

  TaskProgress& task(const std::string& id);
  JudgeView view() const { return {stage, progress, journal}; }
  Judge judge() const { return Judge(lab, stage, scan_length); }

  /// From the beginning: `play(scan)` sets the stage, then the judge scans.
  template <class Play>
  void run(std::int64_t scans, Play play) {
    const Judge the_judge = judge();
    if (now == 0) state = the_judge.initial();
    for (std::int64_t end = now + scans; now < end; ++now) {
      play(now);
      the_judge.scan(state, view(), now);
    }
  }

  Grade grade() const { return judge().grade(state, view(), now); }
};

scenario::Condition fact_holds(const std::string& name);
scenario::Condition value_above(const std::string& name, double limit, const std::string& unit);
scenario::Condition value_below(const std::string& name, double limit, const std::string& unit);
scenario::Condition sustained_for(double duration, scenario::Condition child);

}  // namespace stillhouse
