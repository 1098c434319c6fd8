#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "labs/scenario/condition.h"
#include "labs/scenario/lab_bench.h"
#include "labs/scenario/source.h"
#include "models/control/gain_schedule.h"
#include "models/control/pid.h"
#include "models/control/voting.h"
#include "models/instruments/resistance_thermometer.h"
#include "models/instruments/thermocouple.h"
#include "models/plant/blueprint.h"

/// A lab as plain data, as read from its Lua files and checked against its plant. Every number is SI; the `unit`
/// beside it is the symbol its author wrote, for showing. Every id, tag and signal named here exists.
namespace stillhouse::scenario {

/// A named value: a flowsheet parameter, an input or a start value. Either a number or a choice.
struct Setting {
  std::string name;
  double number = 0.0;  ///< SI
  std::string choice;   ///< not empty: the setting is a word such as "methanol_water"
  std::string unit;
  SourceLine source;
};

// --- the plant and what hangs on it -----------------------------------------------------------------------------

enum class InstrumentKind {
  thermocouple,
  pt100,
  pressure_transmitter,
  level_transmitter,
  hydrostatic_level,
  flow_meter,
  orifice_meter,
  power_meter,
  position_indicator,
  analyser,
  hydrometer,
};

/// A window on the plant. Analyser and hydrometer work by samples; all others show a value all the time.
struct Instrument {
  std::string tag;
  InstrumentKind kind = InstrumentKind::thermocouple;
  std::string signal;
  std::string unit;                ///< shown on the face: the unit the range was written in
  double range_low = 0.0;          ///< SI; the reading is held within the range
  double range_high = 0.0;         ///< SI
  double lag = 0.0;                ///< s, first order
  double noise = 0.0;              ///< standard deviation, SI (of a difference; an orifice_meter's errors in Pa)
  double bias_spread = 0.0;        ///< each student's bias is drawn evenly from -spread to +spread, SI
  double drift = 0.0;              ///< SI per s, from the start of the run
  double delay = 0.0;              ///< s from drawing a sample to its result
  double resolution = 0.0;         ///< the result is rounded to a multiple of this, SI; 0: not rounded
  int budget = 0;                  ///< samples that may be drawn in a run; 0 for continuous instruments
  std::string temperature_signal;  ///< hydrometer: temperature of the product, K

  std::optional<ThermocoupleType> junction;    ///< thermocouple; absent: it shows its own temperature
  double cold_junction_error = 0.0;            ///< K by which its terminals are taken for too warm
  PlatinumClass tolerance = PlatinumClass::B;  ///< pt100
  double lead_resistance = 0.0;                ///< ohm of each of two wires: pt100
  std::string density_signal;                  ///< hydrostatic_level, orifice_meter: of the liquid, kg/m3
  double calibrated_density = 0.0;             ///< kg/m3 it was calibrated for
  double dp_full = 0.0;                        ///< Pa at the top of the range: orifice_meter
  bool by_mass = false;                        ///< orifice_meter: shows a mass flow, else a volume flow
  double cut_off = 0.0;                        ///< share of the range: orifice_meter
  Text says;
  SourceLine source;

  bool works_by_samples() const { return kind == InstrumentKind::analyser || kind == InstrumentKind::hydrometer; }
};

enum class HandleKind { valve, hand_station, on_off_switch };

/// Something the student moves: a plant input.
struct Handle {
  std::string tag;
  HandleKind kind = HandleKind::valve;
  std::string input;
  std::string unit;
  double low = 0.0;       ///< SI, closed or off
  double high = 0.0;      ///< SI, open or on
  double start = 0.0;     ///< SI
  double stroke = 0.0;    ///< s from low to high; 0: at once
  bool in_field = false;  ///< moved in the plant itself, out of the control room's reach
  Text says;
  SourceLine source;
};

/// A set point that is a share of a wild flow: ratio * reading + bias.
struct Ratio {
  std::string of;  ///< instrument tag
  double ratio = 1.0;
  double bias = 0.0;  ///< SI
};

/// A ramp to a set point and the wait there.
struct Segment {
  double target = 0.0;     ///< SI
  double rate = 0.0;       ///< SI per s; 0: at once
  double soak = 0.0;       ///< s
  double hold_back = 0.0;  ///< SI difference; 0: none
};

/// A measured disturbance that corrects an output.
struct FeedForward {
  std::string reads;  ///< instrument tag
  double gain = 1.0;  ///< fraction of output span per fraction of the instrument's range
  double lead = 0.0;  ///< s
  double lag = 0.0;   ///< s
  double rest = 0.0;  ///< SI; reading at which nothing is corrected
};

/// A handle's part of a controller's output.
struct SplitPart {
  std::string handle;
  double from = 0.0;  ///< output, fraction, at which the handle is at its low end
  double to = 1.0;    ///< and at its high end
};

/// Two positions instead of a PID's output.
struct TwoPosition {
  double differential = 0.0;  ///< SI
  double least_on = 0.0;      ///< s
  double least_off = 0.0;     ///< s
};

struct Controller {
  std::string tag;
  std::string reads;  ///< instrument tag
  std::string moves;  ///< handle tag, plant input, or "TAG.setpoint"; empty with a split range
  bool moves_handle = false;
  std::string secondary;  ///< tag of the controller whose set point it moves; empty: none
  double gain = 0.0;      ///< fraction of output span per fraction of the instrument's range; positive
  double reset = std::numeric_limits<double>::infinity();  ///< s; infinity: no integral action
  double derivative = 0.0;                                 ///< s
  bool reverse = true;                                     ///< reverse: the output falls when the reading rises
  double setpoint_weight = 1.0;                            ///< of the proportional term: 0 to 1
  double derivative_limit = 10.0;                          ///< largest gain of the derivative term against `gain`
  bool derivative_on_error = false;                        ///< false: on the measurement
  AntiWindup anti_windup = AntiWindup::back_calculation;
  double tracking_time = 0.0;     ///< s; 0: from reset and derivative
  double filter = 0.0;            ///< s, first order, of the measurement
  double setpoint_rate = 0.0;     ///< SI per s; 0: no limit
  bool setpoint_follows = false;  ///< in manual the set point follows the measurement
  std::string setpoint_unit;
  double setpoint = 0.0;       ///< SI, at the start
  double setpoint_low = 0.0;   ///< SI
  double setpoint_high = 0.0;  ///< SI
  std::string output_unit;
  double output_low = 0.0;         ///< SI of the input moved
  double output_high = 0.0;        ///< SI
  double output_start = 0.0;       ///< SI
  PidMode mode = PidMode::manual;  ///< at the start; cascade: the set point comes from a primary, a ratio or a program
  std::vector<SplitPart> split;    ///< handles it moves in place of `moves`
  std::optional<TwoPosition> two_position;
  std::optional<Ratio> ratio;
  std::vector<Segment> program;
  std::optional<FeedForward> feed_forward;
  std::string scheduled_by;                   ///< instrument tag; empty: the tuning is as written
  std::vector<GainSchedule::Point> schedule;  ///< rising
  Text says;
  SourceLine source;
};

/// Something that is done: by an operator's file, or by a phase of a sequence (of these: set to tune).
enum class StepKind {
  set,          ///< handle tag to value
  setpoint,     ///< controller tag to value
  output,       ///< controller tag, in manual, to value
  mode,         ///< controller tag to `word` ("auto", "manual" or "cascade")
  tune,         ///< controller tag: gain, reset, derivative, ratio (those given)
  acknowledge,  ///< alarm tag, or "all"
  reset,        ///< interlock tag
  command,      ///< sequence tag: `word` ("start", "hold", "restart", "abort" or "reset")
  sample,       ///< analyser or hydrometer tag
  purge,        ///< sampling point: so much (`value`) is let run
  draw,         ///< sampling point: so much (`value`) is caught in a jar of the label `word`
  close,        ///< the lid is put on the jar of the label in tag
  prepare,      ///< label in tag, recipe in `word`
  method,       ///< instrument of the bench in tag, settings in `word`
  analyse,      ///< instrument of the bench in tag, label in `word`, volume in `value` (0: the usual one), `times`
  replace,      ///< instrument of the bench in tag, its part in `word`
  answer,       ///< question in tag: `formula`, `uncertainty`
  let,          ///< a name in tag for the number of `formula`, for later formulas
  take_hint,    ///< task id in tag
  wait,         ///< duration
  wait_until,   ///< condition, at most `duration` (infinity: for ever)
  finish,       ///< end the run
};

struct Step {
  StepKind kind = StepKind::wait;
  std::string tag;
  double value = 0.0;  ///< SI
  std::string unit;
  std::string word;
  double duration = 0.0;                                 ///< s
  std::optional<double> gain, reset, derivative, ratio;  ///< tune: fraction per fraction, s, s, 1
  std::optional<Condition> condition;
  int times = 1;
  Formula formula, uncertainty;
  SourceLine source;
};

/// Where a phase goes on to, if that holds when it ends.
struct Branch {
  Condition when;
  std::string to;  ///< id of a phase of the sequence; "end"
  SourceLine source;
};

/// A phase of a sequence.
struct Phase {
  std::string id;
  Text says;
  std::vector<Step> does;         ///< when it begins
  std::optional<Condition> ends;  ///< absent: after its least time
  std::vector<Branch> branches;   ///< the first that holds; none: the next in the list
  double least = 0.0;             ///< s
  double longest = 0.0;           ///< s; 0: no limit
  SourceLine source;
};

/// A procedure that runs by itself once it is started.
struct Sequence {
  std::string tag;
  std::vector<Phase> phases;
  std::optional<Condition> holds_when, aborts_when;
  std::vector<Step> on_hold, on_abort;
  Text says;
  SourceLine source;
};

/// A value an interlock holds a handle or a plant input at.
struct Forced {
  std::string target;
  bool is_handle = false;
  double value = 0.0;  ///< SI
  std::string unit;
};

struct Interlock {
  std::string tag;
  Condition when;                           ///< on tags only
  double delay = 0.0;                       ///< s the condition must hold before the interlock trips
  int votes = 1;                            ///< so many parts of an any_of must hold together
  FailedVote failed = FailedVote::as_read;  ///< vote of a part whose instrument has failed
  std::vector<Forced> forces;
  bool latched = false;  ///< stays tripped until reset by hand, and can be reset only when `when` no longer holds
  bool may_be_bypassed = false;
  Text says;
  SourceLine source;
};

enum class AlarmPriority { low, medium, high, critical };

struct Alarm {
  std::string tag;
  std::string reads;   ///< instrument tag
  bool high = true;    ///< true: raised above the limit; false: below
  double limit = 0.0;  ///< SI
  std::string unit;
  double deadband = 0.0;  ///< SI difference the reading must come back by
  double delay = 0.0;     ///< s
  AlarmPriority priority = AlarmPriority::medium;
  Text says;
  Text response;  ///< what the operator should do
  SourceLine source;
};

/// Where samples are drawn: a sampling valve of the plant and the dead line behind it.
struct SamplePoint {
  std::string tag;
  std::string of;                                      ///< unit whose sampling valve it is: input "drum.sample"
  double dead_volume = 0.0;                            ///< m3
  int cells = 1;                                       ///< of the line: 1 well mixed, many a plug
  double flow = 0.0;                                   ///< m3/s while a sample is drawn
  std::optional<double> cooled_to;                     ///< K, by a cooler; absent: it comes as hot as it is
  std::vector<std::pair<std::string, double>> stands;  ///< in the line at the start: species as in signals, share
  Text says;
  SourceLine source;
};

/// Places of a grid that a unit stands at on the plant's picture, counted from 0 at the left and at the top.
struct UnitPlace {
  std::string unit;
  int column = 0, row = 0;
  int columns = 1, rows = 1;
};

struct Plant {
  std::string id;
  Text title;
  std::string flowsheet;               ///< name in models/catalogue; empty: the plant is spelt out
  std::optional<Blueprint> blueprint;  ///< species, units and connections of a plant that is spelt out
  std::vector<Setting> parameters;     ///< of the flowsheet, or "UNIT.SETTING"; what is not named keeps its default
  std::vector<Instrument> instruments;
  std::vector<Handle> handles;
  std::vector<Controller> controllers;
  std::vector<Sequence> sequences;
  std::vector<Interlock> interlocks;
  std::vector<Alarm> alarms;
  std::vector<SamplePoint> sample_points;
  std::vector<UnitPlace> layout;  ///< each unit of the blueprint at its place; empty: the picture finds places itself
  SourceLine source;
};

/// Whether something says a controller's set point in cascade: a primary, a ratio or a program.
inline bool has_remote(const Plant& plant, const Controller& controller) {
  if (controller.ratio || !controller.program.empty()) return true;
  for (const Controller& other : plant.controllers)
    if (other.secondary == controller.tag) return true;
  return false;
}

// --- the exercise -----------------------------------------------------------------------------------------------

enum class NameKind { parameter, input, signal };

/// A start value that differs from the snapshot's.
struct InitialValue {
  NameKind kind = NameKind::parameter;
  Setting setting;
};

/// A parameter or input that is different for every student: nominal + spread * u, u even in [-1, 1], held in [low,
/// high].
struct Variation {
  NameKind kind = NameKind::parameter;  ///< parameter or input
  std::string name;
  std::string unit;
  double spread = 0.0;                                    ///< SI
  double low = -std::numeric_limits<double>::infinity();  ///< SI
  double high = std::numeric_limits<double>::infinity();  ///< SI
  SourceLine source;
};

struct Hint {
  Text says;
  double price = 0.0;  ///< points
};

/// A step of the procedure, judged by what the student can see.
struct Task {
  std::string id;
  Text says;
  std::optional<Condition> start;  ///< absent: starts with the run, or as soon as every task of `after` is completed
  Condition done;
  std::vector<std::string> after;  ///< ids of tasks that should be completed before this one starts
  std::optional<double> within;    ///< s after its start; absent: no time window
  std::optional<Hint> hint;
  SourceLine source;
};

enum class EffectKind {
  scale,              ///< target input is multiplied by value
  set_input,          ///< target input is held at value
  ramp,               ///< target input goes to value within duration, then stays
  sensor_drift,       ///< reading of target drifts by value (SI per s)
  sensor_stuck,       ///< reading of target stays where it is
  sensor_fail,        ///< reading of target goes to the end of its range: value 0 low, 1 high
  sensor_burst,       ///< reading of target has bursts of noise of standard deviation value (SI)
  sensor_spike,       ///< reading of target is off by value (SI) for single scans, every `duration` s on average
  handle_stuck,       ///< handle target no longer moves
  disable_interlock,  ///< interlock target no longer acts
};

struct Effect {
  EffectKind kind = EffectKind::scale;
  std::string target;
  double value = 0.0;
  double duration = 0.0;  ///< s
  std::string unit;
  SourceLine source;
};

struct Fault {
  std::string id;
  std::optional<Condition> when;  ///< absent: counted from the start of the run
  double after = 0.0;             ///< s from the moment `when` first holds
  std::optional<double> lasts;    ///< s; absent: to the end of the run
  std::vector<Effect> does;
  Text reveal;  ///< shown in the report
  SourceLine source;
};

// --- judging ----------------------------------------------------------------------------------------------------

/// A part of the run: while a task is in progress, or between two conditions. All absent: the whole run.
struct Window {
  std::string task;                ///< not empty: from the task's start to its completion
  std::optional<Condition> from;   ///< opens when it first holds
  std::optional<Condition> until;  ///< closes when it first holds after `from`
};

enum class CriterionKind {
  steps,           ///< weighted share of tasks completed, late ones by the ramp over lateness (s after `within`)
  time_in_band,    ///< share of the window's time that subject was in [low, high]
  recovery_time,   ///< s from the start of the fault until subject is in [low, high] and stays there for `hold`
  ratio,           ///< integral of subject / integral of per over the window
  alarm_response,  ///< mean over alarms of the ramp over seconds from raised to acknowledged
  final_value,     ///< subject at the end of the window
  total,           ///< integral of subject over the window
  answers,         ///< weighted share of questions answered, each by its ramp over its error
  closure,         ///< how far the weighted sum of answers is from `sum`
};

struct WeightedTask {
  std::string task;
  double weight = 1.0;
};

/// A way to earn points. Credit is a ramp over the measured number: 1 at `full` and beyond, 0 at `none` and beyond,
/// straight between; whether more or less is better follows from the order of the two.
struct Criterion {
  CriterionKind kind = CriterionKind::steps;
  std::string id;
  Text title;
  double points = 0.0;
  double full = 0.0;                   ///< SI (time_in_band: share 0..1)
  double none = 0.0;                   ///< SI
  std::string unit;                    ///< to show full, none and the measured number in
  std::optional<Condition> requires_;  ///< must have held at some time in the run, else no points
  std::vector<WeightedTask> tasks;     ///< steps; answers, closure: the questions
  Subject subject;                     ///< time_in_band, recovery_time, ratio (numerator), final_value, total
  double low = -std::numeric_limits<double>::infinity();  ///< SI: time_in_band, recovery_time
  double high = std::numeric_limits<double>::infinity();  ///< SI
  Subject per;                                            ///< ratio (denominator)
  Window window;                                          ///< time_in_band, ratio, alarm_response, final_value, total
  double at_least = 0.0;                        ///< s: a window shorter than this counts as this long, out of band
  std::string fault;                            ///< recovery_time
  double hold = 0.0;                            ///< s: recovery_time
  AlarmPriority priority = AlarmPriority::low;  ///< alarm_response: this priority and above
  double honesty = 0.0;   ///< answers: share of an answer's points for an honest uncertainty, where one is wanted
  double coverage = 2.0;  ///< answers: factor k of the expanded uncertainty
  double digits = 0.0;    ///< answers: share for digits as the uncertainty allows them, where one is wanted
  double sum = 0.0;       ///< closure: what the answers should add up to, as full and none in their unit
  SourceLine source;
};

struct Deduction {
  std::string id;
  Text title;
  double points = 0.0;        ///< lost each time the condition becomes true, or each `per` that it stands
  std::optional<double> per;  ///< s
  double most = 0.0;          ///< no more than this is lost in all
  Condition when;
  SourceLine source;
};

struct Abort {
  std::string id;
  Text title;
  Condition when;
  std::optional<double> at_most;  ///< the grade is no more than this after such an end
  SourceLine source;
};

/// What no rule can judge: a person gives its points after the run, in the review.
struct PersonItem {
  std::string id;
  Text title;
  Text look_at;  ///< what a person looks at to mark it
  double points = 0.0;
  SourceLine source;
};

struct Rubric {
  double total = 100.0;  ///< what is computed and what a person marks
  std::vector<Criterion> criteria;
  std::vector<PersonItem> by_person;
  std::vector<Deduction> deductions;
  std::vector<Abort> aborts;
  SourceLine source;

  /// Points that a person marks, and points that are computed from the run.
  double open() const {
    double points = 0.0;
    for (const PersonItem& item : by_person) points += item.points;
    return points;
  }
  double computed() const { return total - open(); }
};

enum class LabMode { practice, exam };

/// A file a lab was read from; a run record carries these, and can be read again from them.
struct SourceText {
  std::string name;
  std::string text;
};

struct Lab {
  int format = 1;
  std::string id;
  std::uint64_t seed = 0;
  Text title;
  std::string course;
  std::string level;
  Text learns;                       ///< what one learns; may be empty
  double duration = 0.0;             ///< s of simulated time
  LabMode mode = LabMode::practice;  ///< exam: no hints, no freeze, no backtrack
  Plant plant;                       ///< the plant file with this lab's overrides
  std::string start;                 ///< snapshot name
  std::vector<InitialValue> initial;
  std::vector<Variation> student_variation;
  std::vector<Task> tasks;
  std::vector<Fault> faults;
  LabBench bench;
  std::vector<Question> questions;
  Rubric rubric;
  Text notes;
  std::vector<SourceText> sources;  ///< lab file first, then the plant file
  SourceLine source;
};

// --- a hand that plays ------------------------------------------------------------------------------------------

/// What the operator does whenever something happens, beside the steps.
struct Reaction {
  Condition when;
  std::vector<Step> steps;
  bool once = false;  ///< false: again each time `when` becomes true
  SourceLine source;
};

struct Operator {
  std::string name;  ///< file name without folder and ending
  Text says;
  std::vector<Step> steps;
  std::vector<Reaction> reactions;
  SourceText text;
};

}  // namespace stillhouse::scenario
