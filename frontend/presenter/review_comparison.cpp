#include "frontend/presenter/review_comparison.h"

#include <algorithm>
#include <cmath>

namespace stillhouse {

namespace {

std::vector<const Command*> acts(const std::vector<Command>& commands) {
  std::vector<const Command*> acts;
  for (const Command& command : commands)
    if (command.verb != "acknowledge") acts.push_back(&command);
  return acts;
}

bool same(const Command& a, const Command& b, double scan_length) {
  if (a.verb != b.verb || a.tag != b.tag || a.text != b.text) return false;
  if (std::fabs(a.value - b.value) > Parting::kValue * std::max(std::fabs(a.value), std::fabs(b.value))) return false;
  return std::fabs(static_cast<double>(a.scan - b.scan)) * scan_length <= Parting::kTime;
}

}  // namespace

std::optional<Parting> first_parting(const std::vector<Command>& here, const std::vector<Command>& other,
                                     double scan_length) {
  const std::vector<const Command*> a = acts(here), b = acts(other);
  std::size_t i = 0;
  while (i < a.size() && i < b.size() && same(*a[i], *b[i], scan_length)) ++i;
  if (i == a.size() && i == b.size()) return std::nullopt;
  Parting parting;
  const auto note = [&](const std::vector<Command>& all, const std::vector<const Command*>& list,
                        std::optional<Command>& command, std::size_t& place, double& time) {
    if (i >= list.size()) return;
    command = *list[i];
    place = static_cast<std::size_t>(list[i] - all.data());
    time = static_cast<double>(list[i]->scan) * scan_length;
  };
  note(here, a, parting.here, parting.here_at, parting.here_time);
  note(other, b, parting.other, parting.other_at, parting.other_time);
  if (parting.here && parting.other)
    parting.time = std::min(parting.here_time, parting.other_time);
  else
    parting.time = parting.here ? parting.here_time : parting.other_time;
  return parting;
}

std::vector<StepTimes> step_times(const Grade& here, const Grade& other) {
  std::vector<StepTimes> steps;
  for (const TaskGrade& task : here.tasks) {
    StepTimes step{.id = task.id, .says = task.title, .started = task.started, .finished = task.finished};
    for (const TaskGrade& twin : other.tasks) {
      if (twin.id != task.id) continue;
      step.other_started = twin.started;
      step.other_finished = twin.finished;
    }
    steps.push_back(std::move(step));
  }
  return steps;
}

}  // namespace stillhouse
