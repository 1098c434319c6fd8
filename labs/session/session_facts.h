#pragma once

#include "labs/session/session.h"

namespace stillhouse {

/// All that conditions may ask about a session: the control room's readings and states, the plant's truth, tasks and
/// faults.
class Session::Facts final : public ConditionDirectory, public ConditionView {
 public:
  explicit Facts(const Session& session) : session_(session) {}

  SubjectRef subject(const scenario::Subject& subject) const override;
  FactRef fact(const scenario::Condition& condition) const override;
  double value(const SubjectRef& subject) const override;
  bool holds(const FactRef& fact) const override;

 private:
  const Session& session_;
};

}  // namespace stillhouse
