#include "labs/grading/evidence_text.h"
#include "labs/session/session.h"

namespace stillhouse {

namespace {

std::optional<std::size_t> fault_of(const scenario::Lab& lab, const std::string& id) {
  for (std::size_t i = 0; i < lab.faults.size(); ++i)
    if (lab.faults[i].id == id) return i;
  return {};
}

Refusal no_such_fault(const scenario::Lab& lab, const std::string& id) {
  if (lab.faults.empty()) return {"This lab has no faults of its own.", "本实验没有自带故障。"};
  std::vector<std::string> ids;
  for (const scenario::Fault& fault : lab.faults) ids.push_back(fault.id);
  std::string list;
  for (const std::string& known : ids) list += (list.empty() ? "" : ", ") + known;
  return {"This lab has no fault '" + id + "'; it has: " + list + ".",
          "本实验没有故障“" + id + "”；有：" + list + "。"};
}

}  // namespace

bool is_about_a_fault(const Command& command) {
  return command.verb == "start_fault" || command.verb == "stop_fault";
}

/// Whatever ended on a device took with it what else makes it fail: that begins again, the lab's own first. What acts
/// already goes on as it did.
void Session::fail_again() {
  for (std::size_t i = 0; i < lab_->faults.size(); ++i) {
    if (!state_.progress.faults[i].acts()) continue;
    for (const scenario::Effect& effect : lab_->faults[i].does) room_->begin(state_.room, effect);
  }
  instructor_->act_again(state_.instructor, scan(), scan_length(), state_.room);
}

std::optional<Refusal> Session::query_fault(const Command& command) const {
  if (command.actor != "instructor") return Refusal{"Only the instructor may do this.", "只有教师可以执行此操作。"};
  const std::optional<std::size_t> place = fault_of(*lab_, command.tag);
  if (!place) return no_such_fault(*lab_, command.tag);
  const FaultProgress& fault = state_.progress.faults[*place];
  const std::string& id = command.tag;
  if (fault.began >= 0 && fault.ended >= 0)
    return Refusal{"The fault " + id + " has ended already; it comes once in a run. Order a malfunction instead.",
                   "故障 " + id + " 已经结束；每次运行只出现一次。可另设故障。"};
  if (command.verb == "start_fault" && fault.acts())
    return Refusal{"The fault " + id + " acts already.", "故障 " + id + " 已经发生。"};
  if (command.verb == "stop_fault" && fault.called_off())
    return Refusal{"The fault " + id + " has been stopped already.", "故障 " + id + " 已经停止。"};
  return {};
}

void Session::execute_fault(const Command& command) {
  const std::size_t index = *fault_of(*lab_, command.tag);
  if (command.verb == "start_fault") return begin_fault(index);
  end_fault(index);
  fail_again();
}

/// Tells what the instructor did that may have helped or hindered, each with its time.
void Session::add_interventions(Grade& grade) const {
  std::vector<Text> list;
  for (const Command& command : commands_) {
    if (!is_intervention(command)) continue;
    const Text what = instructor_sentence(command, *lab_, simulator_->plant());
    const double time = static_cast<double>(command.scan) * scan_length();
    list.push_back(filled({"instructor, {0}: {1}", "教师，{0}：{1}"}, {duration_text(time), what}));
  }
  if (backtracks_by_instructor_ > 0)
    list.push_back(
        filled({"instructor: run taken back, {0} in all", "教师：运行回退共 {0}"},
               {Text{std::to_string(backtracks_by_instructor_) + (backtracks_by_instructor_ == 1 ? " time" : " times"),
                     std::to_string(backtracks_by_instructor_) + " 次"}}));
  if (list.empty()) return;
  const std::string count = std::to_string(list.size());
  grade.flags.push_back(
      {"the instructor intervened " + count + (list.size() == 1 ? " time" : " times"), "教师干预 " + count + " 次"});
  grade.flags.insert(grade.flags.end(), list.begin(), list.end());
}

}  // namespace stillhouse
