#include "tests/labs/grading/judged_run.h"

namespace stillhouse {

using scenario::Condition;
using scenario::ConditionKind;

JudgedRun::JudgedRun() {
  lab.id = "a_lab";
  lab.title = {"A lab", "一个实验"};
  stage.values = {{"x", 0.0}, {"T", 293.15}, {"heat", 0.0}, {"product", 0.0}};
  stage.facts = {{"ready", false}, {"flooded", false}};
  for (const char* tag : {"PDAH-120", "TAH-112"}) {
    scenario::Alarm alarm;
    alarm.tag = tag;
    alarm.says = {"Too high.", "过高。"};
    lab.plant.alarms.push_back(alarm);
  }
  lab.plant.alarms[0].priority = scenario::AlarmPriority::high;
  lab.plant.alarms[1].priority = scenario::AlarmPriority::low;
}

scenario::Task& JudgedRun::add_task(const std::string& id, const std::string& en, const std::string& zh) {
  scenario::Task task;
  task.id = id;
  task.says = {en, zh};
  task.done = value_above("T", 333.15, "degC");
  lab.tasks.push_back(task);
  progress.tasks.emplace_back();
  return lab.tasks.back();
}

scenario::Criterion& JudgedRun::add_criterion(scenario::CriterionKind kind, double points, double full, double none) {
  scenario::Criterion criterion;
  criterion.kind = kind;
  criterion.id = "criterion_" + std::to_string(lab.rubric.criteria.size() + 1);
  criterion.title = {"A criterion", "一项"};
  criterion.points = points;
  criterion.full = full;
  criterion.none = none;
  criterion.subject = {scenario::SubjectKind::signal, "x", "mol%"};
  lab.rubric.criteria.push_back(criterion);
  return lab.rubric.criteria.back();
}

TaskProgress& JudgedRun::task(const std::string& id) {
  for (std::size_t i = 0; i < lab.tasks.size(); ++i)
    if (lab.tasks[i].id == id) return progress.tasks[i];
  throw ModelError("no task " + id);
}

Condition fact_holds(const std::string& name) {
  Condition condition;
  condition.kind = ConditionKind::tripped;
  condition.name = name;
  return condition;
}

Condition value_above(const std::string& name, double limit, const std::string& unit) {
  Condition condition;
  condition.kind = ConditionKind::above;
  condition.subject = {scenario::SubjectKind::reading, name, unit};
  condition.low = limit;
  return condition;
}

Condition value_below(const std::string& name, double limit, const std::string& unit) {
  Condition condition;
  condition.kind = ConditionKind::below;
  condition.subject = {scenario::SubjectKind::reading, name, unit};
  condition.high = limit;
  return condition;
}

Condition sustained_for(double duration, Condition child) {
  Condition condition;
  condition.kind = ConditionKind::sustained;
  condition.duration = duration;
  condition.children.push_back(std::move(child));
  return condition;
}

}  // namespace stillhouse
