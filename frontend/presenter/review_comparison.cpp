#include "frontend/presenter/review_comparison.h"

#include <algorithm>
#include <cmath>

#include "labs/grading/html.h"

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
  const auto note = [&](const std::vector<const Command*>& list, std::optional<Command>& command, double& time) {
    if (i >= list.size()) return;
    command = *list[i];
    time = static_cast<double>(list[i]->scan) * scan_length;
  };
  note(a, parting.here, parting.here_time);
  note(b, parting.other, parting.other_time);
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

std::string command_words(const Command& command) {
  std::string words = command.verb;
  if (!command.tag.empty()) words += " " + command.tag;
  const bool number = command.verb == "set" || command.verb == "setpoint" || command.verb == "output" ||
                      command.verb == "tune" || command.verb == "shelve" || command.verb == "bypass";
  if (!command.text.empty()) words += " " + command.text;
  if (number) words += " " + html::number(command.value);
  return words;
}

}  // namespace stillhouse
