#pragma once

#include <limits>
#include <string>
#include <vector>

#include "labs/scenario/source.h"

namespace stillhouse::scenario {

/// What a comparison looks at.
enum class SubjectKind {
  reading,   ///< what an instrument shows (name = instrument tag)
  position,  ///< where a handle stands, in the unit of the input it moves (name = handle tag)
  setpoint,  ///< set point of a controller, in the unit of its instrument (name = controller tag)
  output,    ///< output of a controller, in the unit of the input it moves (name = controller tag)
  phase,     ///< number of a sequence's phase, from 1; 0 when idle (name = sequence tag)
  signal,    ///< the plant's truth (name = signal); never in a task's or an operator's condition
  bench,     ///< a number of the bench: "bench.cost", "GC.resolution_least", "GC[unknown].duration"
};

struct Subject {
  SubjectKind kind = SubjectKind::reading;
  std::string name;
  std::string unit;  ///< unit to show the value in (a symbol of engine/base/quantity.h); the value itself is SI
};

enum class ConditionKind {
  above,         ///< subject > low
  below,         ///< subject < high
  between,       ///< low <= subject <= high
  steady,        ///< over the last `duration`, largest minus smallest value of subject <= high
  all_of,        ///< every child holds
  any_of,        ///< one child holds at least
  none_of,       ///< no child holds
  sustained,     ///< the one child has held without a break for `duration`
  after,         ///< simulated time of the run >= duration
  completed,     ///< task `name` is completed (stays true)
  started,       ///< task `name` has started (stays true, also after completion)
  in_progress,   ///< task `name` has started and is not completed
  fault_active,  ///< fault `name` acts now
  mode_is,       ///< controller `name` stands in `mode` ("auto", "manual" or "cascade")
  alarm_active,  ///< alarm `name` stands; "all": any alarm stands
  acknowledged,  ///< alarm `name` is not waiting for an acknowledge; "all": none is
  sample_taken,  ///< a sample has been drawn at analyser or hydrometer `name`
  drawn,         ///< a sample has been drawn at sampling point `name`
  prepared,      ///< a sample with the label `name` is ready
  analysed,      ///< instrument `name` of the bench has finished an analysis, of the sample `mode` unless that is empty
  idle,          ///< instrument `name` of the bench has nothing to do
  answered,      ///< question `name` has been answered
  tripped,       ///< interlock `name` acts now
  sequence_is,   ///< sequence `name` is in the state `mode` ("idle", "running", "held", "aborted" or "complete")
  phase_active,  ///< sequence `name` is in its phase `phase`, running or held
  phase_done,    ///< phase `phase` of sequence `name` is done
};

/// A question about a running plant, as a value: it can be drawn, replayed and explained.
struct Condition {
  ConditionKind kind = ConditionKind::all_of;
  Subject subject;                                        ///< above, below, between, steady
  double low = -std::numeric_limits<double>::infinity();  ///< SI
  double high = std::numeric_limits<double>::infinity();  ///< SI
  double duration = 0.0;                                  ///< s: steady, sustained, after
  std::string name;                 ///< task, fault, controller, alarm, analyser, interlock or sequence
  std::string mode;                 ///< mode_is, sequence_is; analysed: the sample
  std::string phase;                ///< phase_active, phase_done
  std::vector<Condition> children;  ///< all_of, any_of, none_of, sustained
  SourceLine source;
};

}  // namespace stillhouse::scenario
