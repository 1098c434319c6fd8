#include "labs/review/haste.h"

#include <algorithm>
#include <vector>

namespace stillhouse {

TaskTimes task_times(const RunRecord& run) {
  std::map<std::string, double> begun;
  TaskTimes times;
  for (const TaskRecord& task : run.tasks) {
    if (task.state == "open") begun[task.id] = task.time;
    if (task.state == "done" && begun.contains(task.id)) times[task.id] = task.time - begun[task.id];
  }
  return times;
}

Haste haste_of(const RunRecord& run, const TaskTimes& good) {
  Haste haste;
  std::vector<double> moments;
  for (const CommandRecord& command : run.commands) {
    if (command.accepted() && command.actor != Actor::instructor && command.verb != "acknowledge")
      moments.push_back(command.time);
  }
  std::sort(moments.begin(), moments.end());
  for (std::size_t first = 0, end = 0; first < moments.size(); ++first) {
    while (end < moments.size() && moments[end] < moments[first] + 60.0) ++end;
    haste.busiest_minute = std::max(haste.busiest_minute, static_cast<int>(end - first));
  }
  for (const auto& [id, seconds] : task_times(run)) {
    const auto reference = good.find(id);
    if (reference == good.end() || reference->second < Haste::kShortestTask) continue;
    ++haste.compared;
    if (seconds < Haste::kFast * reference->second) ++haste.fast;
  }
  return haste;
}

const Text& haste_definition() {
  static const Text text = {
      "Unusual haste: more than 30 accepted commands within one simulated minute (acknowledging left out), or at least "
      "2 tasks, and a third of those compared, done in less than half the time of the lab's good operator (tasks that "
      "it does within 60 s are not compared). It asks for a closer look and proves nothing.",
      "异常快速：仿真一分钟内有效操作超过 30 次（不计报警确认），或至少 2 项且不少于三分之一的可比任务用时不到"
      "示范操作的一半（示范操作 60 秒内完成的任务不比较）。仅提示复查，不作为证据。"};
  return text;
}

}  // namespace stillhouse
