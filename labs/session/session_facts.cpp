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
  if (subject.kind == SubjectKind::bench) {
    const std::optional<scenario::BenchSubject> asked = scenario::bench_subject(subject.name);
    if (!asked || (!asked->instrument.empty() && session_.bench_->find_instrument(asked->instrument) < 0))
      throw ModelError("this bench has no number \"" + subject.name + "\"");
    numbers_.push_back({*asked, subject.unit});
    return {SubjectKind::bench, static_cast<int>(numbers_.size()) - 1};
  }
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
    case ConditionKind::answered:
      return {condition.kind, position_of(session_.lab_->questions, condition.name, "question")};
    case ConditionKind::drawn: {
      const std::vector<scenario::SamplePoint>& points = session_.lab_->plant.sample_points;
      for (std::size_t i = 0; i < points.size(); ++i)
        if (points[i].tag == condition.name) return {condition.kind, static_cast<int>(i)};
      throw ModelError("this plant has no sampling point \"" + condition.name + "\"");
    }
    case ConditionKind::prepared:
    case ConditionKind::analysed:
    case ConditionKind::idle:
      return bench_fact(condition);
    default:
      return session_.room_->fact(condition);
  }
}

FactRef Session::Facts::bench_fact(const scenario::Condition& condition) const {
  AskedFact asked;
  asked.label = condition.kind == ConditionKind::prepared ? condition.name : condition.mode;
  if (condition.kind == ConditionKind::analysed) asked.times = static_cast<int>(condition.low);
  if (condition.kind != ConditionKind::prepared) {
    asked.index = session_.bench_->find_instrument(condition.name);
    if (asked.index < 0) throw ModelError("this bench has no instrument \"" + condition.name + "\"");
  }
  facts_.push_back(std::move(asked));
  return {condition.kind, static_cast<int>(facts_.size()) - 1};
}

bool Session::Facts::bench_holds(const FactRef& fact) const {
  const BenchState& state = session_.state_.bench;
  const AskedFact& asked = facts_[static_cast<std::size_t>(fact.index)];
  if (fact.kind == ConditionKind::prepared) {
    const Vial* vial = session_.bench_->find_vial(state, asked.label);
    return vial && vial->ready <= session_.scan();
  }
  if (fact.kind == ConditionKind::analysed)
    return session_.bench_->count(state, asked.index, asked.label) >= asked.times;
  const BenchInstrumentState& instrument = state.instruments[static_cast<std::size_t>(asked.index)];
  return instrument.running < 0 && instrument.queue.empty() && instrument.back <= session_.scan();
}

double Session::Facts::value(const SubjectRef& subject) const {
  if (subject.kind == SubjectKind::bench) {
    const AskedNumber& asked = numbers_[static_cast<std::size_t>(subject.index)];
    if (asked.subject.instrument.empty() && asked.subject.number == "answers") {
      double given = 0.0;
      for (const AnswerProgress& answer : session_.state_.progress.answers) given += answer.given >= 0;
      return given;
    }
    return session_.bench_->value(session_.state_.bench, asked.subject, asked.unit);
  }
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
      return progress.faults[i].acts();
    case ConditionKind::answered:
      return progress.answers[i].given >= 0;
    case ConditionKind::drawn: {
      const std::string& tag = session_.lab_->plant.sample_points[i].tag;
      for (const DrawnSample& jar : session_.state_.sampling.samples)
        if (jar.point == tag && jar.taken_at >= 0) return true;
      return false;
    }
    case ConditionKind::prepared:
    case ConditionKind::analysed:
    case ConditionKind::idle:
      return bench_holds(fact);
    default:
      return session_.room_->holds(session_.state_.room, fact);
  }
}

}  // namespace stillhouse
