#include "labs/grading/evidence_text.h"
#include "labs/session/session.h"

namespace stillhouse {

/// Whatever ended on a device took with it what else makes it fail: that begins again, the lab's own first. What acts
/// already goes on as it did.
void Session::fail_again() {
  for (std::size_t i = 0; i < lab_->faults.size(); ++i) {
    const FaultProgress& fault = state_.progress.faults[i];
    if (fault.began < 0 || fault.ended >= 0) continue;
    for (const scenario::Effect& effect : lab_->faults[i].does) room_->begin(state_.room, effect);
  }
  instructor_->act_again(state_.instructor, scan(), scan_length(), state_.room);
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
