#pragma once

#include <cstdint>
#include <vector>

#include "labs/scenario/lab.h"
#include "labs/session/command.h"
#include "labs/session/condition_monitor.h"
#include "labs/session/formula_value.h"

namespace stillhouse {

class Session;

/// Plays an operator's file against a session.
///
/// At every scan boundary `next` says what the operator does now, from what was to be seen at the last scan: steps one
/// after another until one that waits, and beside them the steps of each reaction whose condition has begun to hold. A
/// reaction that is still busy when its condition begins again starts again when it is done. Copying a player is a
/// snapshot of it.
class OperatorPlayer {
 public:
  /// Throws ModelError if a condition names what the session does not know.
  OperatorPlayer(const scenario::Operator& played, const Session& session);

  /// Commands for the present boundary, the steps' before the reactions'. Call once a boundary, in order.
  std::vector<Command> next(const Session& session);

  /// Nothing is left to do but to react.
  bool done() const { return steps_.place == script_.steps.size(); }

 private:
  /// Where somebody stands in a list of steps.
  struct Thread {
    std::size_t place = 0;
    std::int64_t waiting_since = -1;  ///< scan at which the present step began to wait
    ConditionMonitor::State memory;   ///< of the condition it waits for
  };
  using Monitors = std::vector<std::vector<ConditionMonitor>>;  ///< per step: none, or one

  struct Reacting {
    Thread thread;
    ConditionMonitor::State when;
    bool held = false;    ///< condition held at the last boundary
    bool active = false;  ///< steps are being done
    bool again = false;   ///< the condition began anew while they were
    bool spent = false;   ///< `once` has been used up
  };

  Monitors monitors_of(const std::vector<scenario::Step>& steps, const Session& session) const;
  /// Does steps until one waits; true when all are done.
  bool proceed(Thread& thread, const std::vector<scenario::Step>& steps, const Monitors& monitors,
               const Session& session, std::vector<Command>& commands);
  /// Steps that look at the bench wait until what was told to it at this boundary has been done.
  static bool looks_too_early(const scenario::Step& step, const std::vector<Command>& commands);
  /// Formulas are worked out when their step is done.
  void work_out(const scenario::Step& step, const Session& session, std::vector<Command>& commands);
  bool waits(Thread& thread, const scenario::Step& step, const std::vector<ConditionMonitor>& monitor,
             const Session& session) const;

  scenario::Operator script_;
  FormulaValues values_;
  Monitors step_monitors_;
  std::vector<Monitors> reaction_monitors_;
  std::vector<ConditionMonitor> whens_;
  Thread steps_;
  std::vector<Reacting> reactions_;
};

}  // namespace stillhouse
