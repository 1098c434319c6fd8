#include "labs/grading/condition_text.h"

#include <cmath>

#include "engine/base/quantity.h"
#include "labs/grading/evidence_text.h"

namespace stillhouse {
namespace {

using scenario::Condition;
using scenario::ConditionKind;

const scenario::Handle* switch_of(const scenario::Subject& subject, const scenario::Lab& lab) {
  if (subject.kind != scenario::SubjectKind::position) return nullptr;
  for (const scenario::Handle& handle : lab.plant.handles)
    if (handle.tag == subject.name && handle.kind == scenario::HandleKind::on_off_switch) return &handle;
  return nullptr;
}

Text comparison(const Condition& condition, const scenario::Lab& lab) {
  const scenario::Subject& subject = condition.subject;
  const Text name = plain(subject_name(subject));
  const Text low = plain(std::isfinite(condition.low) ? value_text(condition.low, subject.unit) : std::string());
  const Text high = plain(std::isfinite(condition.high) ? value_text(condition.high, subject.unit) : std::string());
  const bool is_switch = switch_of(subject, lab) != nullptr;
  switch (condition.kind) {
    case ConditionKind::above:
      return is_switch ? filled({"{0} on", "{0} 接通"}, {name})
                       : filled({"{0} above {1}", "{0} 高于 {1}"}, {name, low});
    case ConditionKind::below:
      return is_switch ? filled({"{0} off", "{0} 断开"}, {name})
                       : filled({"{0} below {1}", "{0} 低于 {1}"}, {name, high});
    case ConditionKind::between:
      return filled({"{0} between {1} and {2}", "{0} 在 {1} 与 {2} 之间"}, {name, low, high});
    default: {
      const Unit difference = difference_of(unit(subject.unit.empty() ? "1" : subject.unit));
      return filled({"{0} steady within {1} for {2}", "{0} 在 {2}内变化不超过 {1}"},
                    {name, plain(value_text(condition.high, difference.symbol)), duration_text(condition.duration)});
    }
  }
}

Text combination(const Condition& condition, const scenario::Lab& lab) {
  std::vector<Text> parts;
  for (const Condition& child : condition.children) {
    // only a combination inside a combination needs brackets
    const bool nested = child.children.size() > 1 && condition.children.size() > 1;
    const Text words = in_words(child, lab);
    parts.push_back(nested ? filled({"({0})", "（{0}）"}, {words}) : words);
  }
  const Text either{" or ", "或"};
  if (condition.kind == ConditionKind::any_of) return listed(parts, either);
  if (condition.kind == ConditionKind::none_of) return filled({"not: {0}", "不得：{0}"}, {listed(parts, either)});
  return listed(parts, {" and ", "且"});
}

Text state_words(const std::string& state) {
  return state == "idle"      ? Text{"idle", "空闲"}
         : state == "running" ? Text{"running", "运行"}
         : state == "held"    ? Text{"held", "保持"}
         : state == "aborted" ? Text{"aborted", "已中止"}
                              : Text{"complete", "已完成"};
}

Text quoted_phase(const Condition& condition, const scenario::Lab& lab) {
  for (const scenario::Sequence& sequence : lab.plant.sequences)
    for (const scenario::Phase& phase : sequence.phases)
      if (sequence.tag == condition.name && phase.id == condition.phase)
        return filled({"\"{0}\"", "“{0}”"}, {without_stop(phase.says)});
  return plain(condition.phase);
}

Text quoted_question(const std::string& id, const scenario::Lab& lab) {
  for (const scenario::Question& question : lab.questions)
    if (question.id == id && !question.says.empty()) return filled({"\"{0}\"", "“{0}”"}, {without_stop(question.says)});
  return plain(id);
}

Text fact(const Condition& condition, const scenario::Lab& lab) {
  const Text name = plain(condition.name);
  const bool all = condition.name == "all";
  switch (condition.kind) {
    case ConditionKind::completed:
      return filled({"{0} completed", "{0}已完成"}, {quoted_task(condition.name, lab)});
    case ConditionKind::started:
      return filled({"{0} begun", "{0}已开始"}, {quoted_task(condition.name, lab)});
    case ConditionKind::in_progress:
      return filled({"{0} in progress", "{0}进行中"}, {quoted_task(condition.name, lab)});
    case ConditionKind::fault_active:
      return {"a disturbance acting", "扰动存在"};
    case ConditionKind::mode_is:
      return filled(condition.mode == "auto"      ? Text{"{0} in automatic", "{0} 处于自动"}
                    : condition.mode == "cascade" ? Text{"{0} in cascade", "{0} 处于串级"}
                                                  : Text{"{0} in manual", "{0} 处于手动"},
                    {name});
    case ConditionKind::alarm_active:
      return all ? Text{"any alarm standing", "有报警存在"} : filled({"alarm {0} standing", "报警 {0} 存在"}, {name});
    case ConditionKind::acknowledged:
      return all ? Text{"every alarm acknowledged", "全部报警已确认"}
                 : filled({"alarm {0} acknowledged", "报警 {0} 已确认"}, {name});
    case ConditionKind::sample_taken:
      return filled({"a sample taken at {0}", "已在 {0} 取样"}, {name});
    case ConditionKind::drawn:
      return filled({"a sample drawn at {0}", "已在 {0} 取样"}, {name});
    case ConditionKind::prepared:
      return filled({"sample {0} prepared", "样品 {0} 已配制"}, {name});
    case ConditionKind::analysed: {
      const Text what = condition.mode.empty() ? Text{"a sample", "样品"} : plain(condition.mode);
      if (condition.low < 1.5) return filled({"{1} analysed by {0}", "已用 {0} 分析 {1}"}, {name, what});
      return filled({"{1} analysed by {0} {2} times", "已用 {0} 分析 {1} {2} 次"},
                    {name, what, plain(rounded(condition.low, 4))});
    }
    case ConditionKind::idle:
      return filled({"{0} idle", "{0} 空闲"}, {name});
    case ConditionKind::answered:
      return filled({"question {0} answered", "问题 {0} 已作答"}, {quoted_question(condition.name, lab)});
    case ConditionKind::tripped:
      return filled({"interlock {0} tripped", "联锁 {0} 动作"}, {name});
    case ConditionKind::sequence_is:
      return filled({"sequence {0} {1}", "程序 {0} {1}"}, {name, state_words(condition.mode)});
    case ConditionKind::phase_active:
      return filled({"sequence {0} in {1}", "程序 {0} 处于{1}"}, {name, quoted_phase(condition, lab)});
    case ConditionKind::phase_done:
      return filled({"{1} of sequence {0} done", "程序 {0} 已完成{1}"}, {name, quoted_phase(condition, lab)});
    default:
      return name;
  }
}

void collect(const Condition& condition, std::vector<const Condition*>& found) {
  switch (condition.kind) {
    case ConditionKind::above:
    case ConditionKind::below:
    case ConditionKind::between:
    case ConditionKind::steady:
      found.push_back(&condition);
      return;
    case ConditionKind::none_of:
      return;
    default:
      for (const Condition& child : condition.children) collect(child, found);
  }
}

std::string first_tag(const Condition& condition) {
  switch (condition.kind) {
    case ConditionKind::mode_is:
    case ConditionKind::sample_taken:
    case ConditionKind::drawn:
    case ConditionKind::analysed:
    case ConditionKind::idle:
    case ConditionKind::tripped:
    case ConditionKind::sequence_is:
    case ConditionKind::phase_active:
    case ConditionKind::phase_done:
      return condition.name;
    case ConditionKind::alarm_active:
    case ConditionKind::acknowledged:
      return condition.name == "all" ? std::string() : condition.name;
    case ConditionKind::above:
    case ConditionKind::below:
    case ConditionKind::between:
    case ConditionKind::steady:
      return subject_name(condition.subject);
    default:
      for (const Condition& child : condition.children) {
        std::string tag = first_tag(child);
        if (!tag.empty()) return tag;
      }
      return {};
  }
}

}  // namespace

Text in_words(const Condition& condition, const scenario::Lab& lab) {
  switch (condition.kind) {
    case ConditionKind::above:
    case ConditionKind::below:
    case ConditionKind::between:
    case ConditionKind::steady:
      return comparison(condition, lab);
    case ConditionKind::all_of:
    case ConditionKind::any_of:
    case ConditionKind::none_of:
      return combination(condition, lab);
    case ConditionKind::sustained: {
      Text words = combination(condition, lab);
      if (!condition.children.empty() && condition.children.front().children.size() > 1)
        words = filled({"({0})", "（{0}）"}, {words});
      return filled({"{0} for {1}", "{0}，持续 {1}"}, {words, duration_text(condition.duration)});
    }
    case ConditionKind::after:
      return filled({"{0} after the start of the run", "开始 {0}之后"}, {duration_text(condition.duration)});
    default:
      return fact(condition, lab);
  }
}

std::vector<const Condition*> comparisons_of(const Condition& condition) {
  std::vector<const Condition*> found;
  collect(condition, found);
  return found;
}

std::string signal_of(const Condition& condition) {
  const std::vector<const Condition*> comparisons = comparisons_of(condition);
  return comparisons.empty() ? first_tag(condition) : subject_name(comparisons.front()->subject);
}

Text subject_value_text(const scenario::Subject& subject, double value, const scenario::Lab& lab) {
  const Text name = plain(subject_name(subject));
  if (std::isnan(value)) return filled({"{0} without a value", "{0} 无数值"}, {name});
  if (const scenario::Handle* handle = switch_of(subject, lab)) {
    const bool on = value > 0.5 * (handle->low + handle->high);
    return filled(on ? Text{"{0} on", "{0} 接通"} : Text{"{0} off", "{0} 断开"}, {name});
  }
  return filled({"{0} {1}", "{0} 为 {1}"}, {name, plain(value_text(value, subject.unit))});
}

Text quoted_task(const std::string& id, const scenario::Lab& lab) {
  for (const scenario::Task& task : lab.tasks)
    if (task.id == id && !task.says.empty()) return filled({"\"{0}\"", "“{0}”"}, {without_stop(task.says)});
  return filled({"\"{0}\"", "“{0}”"}, {plain(id)});
}

}  // namespace stillhouse
