#include "labs/session/session_facts.h"

#include "engine/base/error.h"

namespace stillhouse {

using scenario::ConditionKind;
using scenario::SubjectKind;

namespace {

template <class List>
int position_of(const List& list, const std::string& id, const char* what) {
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (list[i].id == id) return static_cast<int>(i);
  }
  throw ModelError("this lab has no " + std::string(what) + " \"" + id + "\"");
}

}  // namespace

SubjectRef Session::Facts::subject(const scenario::Subject& subject) const {
  if (subject.kind != SubjectKind::signal) return session_.room_->subject(subject);
  const int index = session_.simulator_->plant().find_signal(subject.name);
  if (index < 0) throw ModelError("this plant has no signal \"" + subject.name + "\"");
  return {SubjectKind::signal, index};
}

FactRef Session::Facts::fact(const scenario::Condition& condition) const {
  switch (condition.kind) {
    case ConditionKind::completed:
    case ConditionKind::started:
    case ConditionKind::in_progress:
      return {condition.kind, position_of(session_.lab_->tasks, condition.name, "task")};
    case ConditionKind::fault_active:
      return {condition.kind, position_of(session_.lab_->faults, condition.name, "fault")};
    default:
      return session_.room_->fact(condition);
  }
}

double Session::Facts::value(const SubjectRef& subject) const {
  if (subject.kind == SubjectKind::signal) return session_.simulator_->signal(subject.index);
  return session_.room_->value(session_.state_.room, subject);
}

bool Session::Facts::holds(const FactRef& fact) const {
  const Progress& progress = session_.state_.progress;
  const std::size_t i = static_cast<std::size_t>(fact.index);
  switch (fact.kind) {
    case ConditionKind::completed:
      return progress.tasks[i].finished >= 0;
    case ConditionKind::started:
      return progress.tasks[i].started >= 0;
    case ConditionKind::in_progress:
      return progress.tasks[i].started >= 0 && progress.tasks[i].finished < 0;
    case ConditionKind::fault_active:
      return progress.faults[i].began >= 0 && progress.faults[i].ended < 0;
    default:
      return session_.room_->holds(session_.state_.room, fact);
  }
}

}  // namespace stillhouse
