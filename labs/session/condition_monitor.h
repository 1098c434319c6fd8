#pragma once

#include <cstdint>
#include <vector>

#include "labs/scenario/condition.h"
#include "models/control/pid.h"

namespace stillhouse {

/// What a comparison looks at, by position in its list instead of by name.
struct SubjectRef {
  scenario::SubjectKind kind = scenario::SubjectKind::reading;
  int index = -1;
};

/// What a question about a task, fault, controller, alarm, sample, interlock or sequence looks at. `index` -1: all of
/// them.
struct FactRef {
  scenario::ConditionKind kind = scenario::ConditionKind::completed;
  int index = -1;
  PidMode mode = PidMode::manual;  ///< mode_is: the one that is asked for
  int detail = -1;                 ///< sequence_is: the state; phase_active, phase_done: the phase
};

/// Turns names into positions, once, when a condition is built. Throws ModelError for a name it does not know.
class ConditionDirectory {
 public:
  virtual ~ConditionDirectory() = default;
  virtual SubjectRef subject(const scenario::Subject& subject) const = 0;
  virtual FactRef fact(const scenario::Condition& condition) const = 0;
};

/// What there is to see at one scan.
class ConditionView {
 public:
  virtual ~ConditionView() = default;
  /// NaN if there is nothing to see yet (no sample has been analysed): every comparison with it is false.
  virtual double value(const SubjectRef& subject) const = 0;
  virtual bool holds(const FactRef& fact) const = 0;
};

/// Follows one condition through a run, scan by scan.
///
/// Immutable; all that changes is a list of numbers, which can be copied. Every part of the condition is looked at in
/// every scan, also where the answer no longer depends on it: durations must not depend on the order of the parts.
class ConditionMonitor {
 public:
  /// Memory of the durations: scans for `sustained`, a window of values for `steady`.
  using State = std::vector<double>;

  ConditionMonitor(const scenario::Condition& condition, const ConditionDirectory& directory, double scan_length);

  State initial() const { return State(memory_, 0.0); }

  /// Whether the condition holds at this scan. Call once a scan, in order; allocates nothing.
  bool scan(State& state, const ConditionView& view, std::int64_t scan) const;

 private:
  struct Node {
    scenario::ConditionKind kind;
    double low, high, duration;
    SubjectRef subject;
    FactRef fact;
    std::vector<int> children;
    std::size_t memory = 0;   ///< its first number in the state
    std::int64_t window = 0;  ///< steady: values it looks back on
  };

  int add(const scenario::Condition& condition, const ConditionDirectory& directory);
  bool holds(int node, State& state, const ConditionView& view, std::int64_t scan) const;
  bool steady(const Node& node, State& state, double value) const;

  double scan_length_;
  std::vector<Node> nodes_;
  std::size_t memory_ = 0;
  int root_ = -1;
};

}  // namespace stillhouse
