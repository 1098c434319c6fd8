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
  FactRef bench_fact(const scenario::Condition& condition) const;
  bool bench_holds(const FactRef& fact) const;

  // what conditions ask of the bench, in the order they were built: a position in a list cannot say it
  struct AskedNumber {
    scenario::BenchSubject subject;
    std::string unit;
  };
  struct AskedFact {
    int index = -1;  ///< instrument
    std::string label;
    int times = 1;
  };

  const Session& session_;
  mutable std::vector<AskedNumber> numbers_;
  mutable std::vector<AskedFact> facts_;
};

}  // namespace stillhouse
