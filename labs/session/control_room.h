#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/random.h"
#include "engine/base/refusal.h"
#include "labs/scenario/lab.h"
#include "labs/session/command.h"
#include "labs/session/condition_monitor.h"
#include "labs/session/plant_directory.h"
#include "labs/session/sensor.h"
#include "models/control/actuator.h"
#include "models/control/alarm.h"
#include "models/control/alarm_journal.h"
#include "models/control/feed_forward.h"
#include "models/control/gain_schedule.h"
#include "models/control/interlock.h"
#include "models/control/on_off.h"
#include "models/control/pid.h"
#include "models/control/program.h"
#include "models/control/sequence.h"
#include "models/control/split_range.h"
#include "models/control/transmitter.h"
#include "models/instruments/analyser.h"
#include "models/instruments/hydrometer.h"

namespace stillhouse {

/// What happened to an interlock.
struct TripEntry {
  enum class Event : std::uint8_t { tripped, ended, reset, bypassed, unbypassed };

  std::int64_t scan = 0;
  std::int32_t interlock = 0;
  Event event = Event::tripped;
  std::int32_t cause = -1;  ///< tripped: position of the first-out cause

  bool operator==(const TripEntry&) const = default;
};

/// What happened to a sequence.
struct SequenceEntry {
  enum class Event : std::uint8_t { started, advanced, finished, held, late, refused, restarted, aborted, reset };

  std::int64_t scan = 0;
  std::int32_t sequence = 0;
  Event event = Event::started;
  std::int32_t phase = -1;  ///< the one that has begun, or stood then
  std::string action;       ///< refused: the tag that could not be acted on
  Refusal why;              ///< refused

  bool operator==(const SequenceEntry&) const = default;
};

/// All that changes in a control room. Copying it is a snapshot.
struct ControlRoomState {
  std::int64_t scan = -1;  ///< last scan done
  std::vector<Transmitter::State> transmitters;
  std::vector<Analyser::State> analysers;
  std::vector<Hydrometer::State> hydrometers;
  std::vector<char> analyser_asked;  ///< a sample is to be drawn in the coming scan
  std::vector<char> hydrometer_asked;
  std::vector<double> densities;  ///< truth at each hydrometer at the last scan
  std::vector<Pid::State> controllers;
  std::vector<double> ratios;  ///< of the controllers that have one
  std::vector<Program::State> programs;
  std::vector<LeadLag::State> feed_forwards;
  std::vector<OnOff::State> on_offs;
  std::vector<Actuator::State> handles;
  std::vector<Interlock::State> interlocks;
  std::vector<ConditionMonitor::State> causes;
  std::vector<Sequence::State> sequences;
  std::vector<ConditionMonitor::State> sequence_conditions;
  std::vector<Alarm::State> alarms;
  std::vector<AlarmEntry> alarm_journal;
  std::vector<TripEntry> trip_journal;
  std::vector<SequenceEntry> sequence_journal;

  bool operator==(const ControlRoomState&) const = default;
};

/// What an instrument shows.
struct TagReading {
  std::string_view tag;
  std::string_view unit;  ///< to show it in; `value` is SI
  double value = 0.0;     ///< NaN if there is no result yet
  Quality quality = Quality::good;
  double low = 0.0, high = 0.0;  ///< range, SI
  std::int64_t taken_at = -1;    ///< samples: scan at which it was drawn
  double temperature = 0.0;      ///< hydrometer: temperature of the sample, K
};

/// The devices of a lab, wired by their tags. Immutable once built.
///
/// One scan, in this order: transmitters, samples, interlocks, sequences, controllers, handles, alarms. Interlocks come
/// before what they force, so that a trip acts in the scan in which it happens, and sequences before what they move;
/// what a phase does when it begins is done as a person's command is, and refused as one is. A condition on an output
/// or a position sees the last scan's. Commands of a boundary are executed before its scan.
class ControlRoom : public ConditionDirectory {
 public:
  /// Wires the devices of a plant. `seed` draws each instrument's bias and noise. The length of a scan is in s.
  /// Throws ModelError, naming the tag, if a signal, an input or a tag is not there or a setting is out of range.
  ControlRoom(const scenario::Plant& plant, const PlantDirectory& directory, std::uint64_t seed,
              double scan_length = 1.0);

  /// State before scan 0: the instruments have been on, and show the plant as it stands.
  ControlRoomState initial(const TruthView& truth) const;

  /// One scan. `inputs` are the plant's inputs: on entry the values they have when nobody here moves them, on return
  /// with those that handles, controllers and interlocks move.
  void scan(const TruthView& truth, std::int64_t scan, ControlRoomState& state, std::span<double> inputs) const;

  /// Why the command may not be done now; empty if it may. An unknown verb or tag is refused too.
  std::optional<Refusal> query(const ControlRoomState& state, const Command& command) const;
  /// Does what `query` allows. What it refuses must not be asked for.
  void execute(ControlRoomState& state, const Command& command) const;
  /// Whether `verb` is one of this room's.
  static bool knows(std::string_view verb);

  /// Begins or ends a fault of a sensor, handle or interlock; false if the effect is none of these (but of the plant).
  bool begin(ControlRoomState& state, const scenario::Effect& effect) const;
  bool end(ControlRoomState& state, const scenario::Effect& effect) const;

  /// Readings of all instruments in the order of the lab, and of one by its tag.
  std::vector<TagReading> readings(const ControlRoomState& state) const;
  std::optional<TagReading> reading(const ControlRoomState& state, std::string_view tag) const;

  // values of the conditions of a lab; signals of the truth and tasks are not known here
  SubjectRef subject(const scenario::Subject& subject) const override;
  FactRef fact(const scenario::Condition& condition) const override;
  double value(const ControlRoomState& state, const SubjectRef& subject) const;
  bool holds(const ControlRoomState& state, const FactRef& fact) const;

  /// Output of a controller in SI of the input it moves, and the handle it moves (-1: an input of the plant itself).
  double controller_output(const ControlRoomState& state, int controller) const;
  int controlled_handle(int controller) const { return controllers_[static_cast<std::size_t>(controller)].handle; }
  /// Whether a primary, a ratio or a program can say the controller's set-point.
  bool takes_remote(int controller) const { return pids_[static_cast<std::size_t>(controller)].settings().has_remote; }
  bool is_two_position(int controller) const {
    return controllers_[static_cast<std::size_t>(controller)].two_position >= 0;
  }
  /// Why an order may not be given to a sequence now.
  std::optional<Refusal> may_order(const ControlRoomState& state, int sequence, Sequence::Order order) const {
    return sequences_[static_cast<std::size_t>(sequence)].may(state.sequences[static_cast<std::size_t>(sequence)],
                                                              order);
  }
  /// Position of a handle in SI of its input.
  double handle_position(const ControlRoomState& state, int handle) const;
  /// Where it has been asked to be, SI: what its controller says goes to it in the next scan, and counts at once.
  double handle_asked(const ControlRoomState& state, int handle) const;
  /// Controller that moves the handle; -1 if it is moved by hand only.
  int controller_of(int handle) const { return handles_[static_cast<std::size_t>(handle)].controller; }
  /// Tag of an interlock that holds the handle or controller now; empty if none does.
  std::string_view holder_of_handle(const ControlRoomState& state, int handle) const;

  const scenario::Plant& plant() const { return plant_; }
  double scan_length() const { return dt_; }

  /// Every number of the state that bears on readings, commands and grades, in a fixed order: for digests.
  std::vector<double> numbers(const ControlRoomState& state) const;

 private:
  enum class Kind : std::uint8_t { transmitter, analyser, hydrometer };
  struct Instrument {
    Kind kind;
    int device;
    int signal;
    int temperature;
    int density = -1;  ///< signal that its sensor feels
    RandomStream random;
  };
  struct Handle {
    int input;
    int controller = -1;
    int part = -1;  ///< of the controller's split range
  };
  struct Controller {
    int instrument;  ///< position among the transmitters
    int handle = -1;
    int input = -1;
    int split = -1;                  ///< position among the split ranges
    std::vector<int> split_handles;  ///< one for each of its parts
    int two_position = -1;           ///< position among the two-position controllers
    int secondary = -1;              ///< controller whose set point it moves
    int primary = -1;                ///< controller that moves its set point in cascade
    int wild = -1;                   ///< of its ratio, a position among the transmitters
    int ratio = -1;                  ///< position in the state
    int program = -1;                ///< position among the programs
    int scheduled_by = -1;           ///< of its gain schedule, a position among the transmitters
    int schedule = -1;               ///< position among the gain schedules
    int disturbance = -1;            ///< of its feed-forward, a position among the transmitters
    int feed_forward = -1;           ///< position among the lead-lags
    double rest = 0.0;               ///< of the disturbance, SI
    double span = 1.0;               ///< of the disturbance's range, SI
  };
  struct Force {
    int handle = -1;
    int input = -1;
    double value = 0.0;  ///< SI
  };
  struct Causes {
    std::vector<int> monitors;
    std::vector<std::vector<int>> transmitters;  ///< that each part looks at
    std::vector<Force> forces;
  };
  struct Branch {
    int when;         ///< position among the sequences' monitors
    std::int32_t to;  ///< the number of phases: the end
  };
  struct Phase {
    std::vector<Command> does;
    int ends = -1;  ///< position among the sequences' monitors
    std::vector<Branch> branches;
  };
  struct Procedure {
    std::vector<Phase> phases;
    int holds = -1, aborts = -1;  ///< positions among the sequences' monitors
    std::vector<Command> on_hold, on_abort;
  };
  using Tags = std::map<std::string, int, std::less<>>;

  /// Position of a tag; throws ModelError "there is no handle 'HIC-1'" if it is not among them.
  static int position_of(const Tags& tags, const char* what, const std::string& name);

  void add_instruments(const PlantDirectory& directory, std::uint64_t seed);
  void add_handles(const PlantDirectory& directory);
  void add_controllers(const PlantDirectory& directory);
  void join_controllers();
  /// Position among the transmitters of an instrument; ModelError if it works by samples.
  int transmitter_of(const std::string& tag) const;
  void add_sequences();
  int add_sequence_monitor(const std::optional<scenario::Condition>& condition);
  void add_interlocks(const PlantDirectory& directory);
  /// Positions among the transmitters of the instruments that a condition looks at.
  void add_transmitters(const scenario::Condition& condition, std::vector<int>& transmitters) const;
  void add_alarms();

  /// One scan of an instrument that shows a value all the time.
  void measure(const Instrument& instrument, const TruthView& truth, double dt, std::int64_t scan,
               ControlRoomState& state) const;
  void scan_instruments(const TruthView& truth, std::int64_t scan, ControlRoomState& state) const;
  void scan_interlocks(std::int64_t scan, ControlRoomState& state) const;
  void scan_sequences(std::int64_t scan, ControlRoomState& state) const;
  bool sequence_condition(ControlRoomState& state, int monitor, std::int64_t scan) const;
  void begin_phase(ControlRoomState& state, int sequence, std::int64_t scan) const;
  void order(ControlRoomState& state, int sequence, Sequence::Order order, std::int64_t scan) const;
  void act(ControlRoomState& state, const std::vector<Command>& commands, std::int64_t scan) const;
  void scan_controllers(ControlRoomState& state, std::span<double> inputs) const;
  void scan_controller(ControlRoomState& state, int controller) const;
  /// The output that an interlock forces upon what a controller moves, as a fraction.
  std::optional<double> forced_output(const ControlRoomState& state, int controller) const;
  /// The ends between which a split range's output moves a handle that no interlock holds, as fractions.
  std::optional<OutputLimits> free_output(const ControlRoomState& state, int controller) const;
  /// Bits of the parts of a split range that interlocks hold, and the positions of all parts there, fractions.
  std::uint32_t held_parts(const ControlRoomState& state, int controller,
                           std::array<double, SplitRange::kElements>& positions) const;
  /// Where a controller wants a handle that it moves, as a fraction of the handle's range; and the output, as a
  /// fraction, that puts the handle at a value.
  double wanted(const ControlRoomState& state, int handle) const;
  double output_for(int handle, double value) const;
  /// The set point that a controller's primary, ratio or program wants now, SI.
  std::optional<double> remote(const ControlRoomState& state, int controller) const;
  void change_mode(ControlRoomState& state, int controller, PidMode mode) const;
  void scan_handles(ControlRoomState& state, std::span<double> inputs) const;
  void scan_alarms(std::int64_t scan, ControlRoomState& state) const;

  /// Position of the acting interlock that forces the handle or input; -1 if none does. Its value goes to `value`.
  int forced(const ControlRoomState& state, int handle, int input, double* value) const;

  std::optional<Refusal> query_set(const ControlRoomState& state, int handle, double value) const;
  std::optional<Refusal> query_output(const ControlRoomState& state, int controller, double value) const;
  std::optional<Refusal> query_mode(const ControlRoomState& state, int controller, const std::string& text) const;
  std::optional<Refusal> query_controller(const ControlRoomState& state, int controller, const Command& command) const;
  std::optional<Refusal> query_sequence(const ControlRoomState& state, const Command& command) const;
  std::optional<Refusal> query_alarm(const ControlRoomState& state, const Command& command) const;
  std::optional<Refusal> query_interlock(const ControlRoomState& state, int interlock, const Command& command) const;
  std::optional<Refusal> query_sample(const ControlRoomState& state, int instrument) const;
  void note(ControlRoomState& state, int alarm, AlarmEvent event, std::int64_t scan, const std::string& reason) const;

  scenario::Plant plant_;
  double dt_;
  Tags instrument_tags_, handle_tags_, controller_tags_, sequence_tags_, interlock_tags_, alarm_tags_;
  std::vector<Instrument> instruments_;
  std::vector<Transmitter> transmitters_;
  std::vector<Sensor> sensors_;  ///< of each transmitter
  std::vector<Analyser> analysers_;
  std::vector<Hydrometer> hydrometers_;
  std::vector<Handle> handles_;
  std::vector<Actuator> actuators_;
  std::vector<Controller> controllers_;
  std::vector<Pid> pids_;
  std::vector<Actuator> spans_;  ///< of each controller's output: fraction <-> SI
  std::vector<int> order_;       ///< of the controllers: each after those that move its set point
  std::vector<Program> programs_;
  std::vector<LeadLag> lead_lags_;
  std::vector<GainSchedule> schedules_;
  std::vector<SplitRange> splits_;
  std::vector<OnOff> two_positions_;
  std::vector<Sequence> sequences_;
  std::vector<Procedure> procedures_;
  std::vector<ConditionMonitor> sequence_monitors_;
  std::vector<Causes> causes_;
  std::vector<ConditionMonitor> monitors_;
  std::vector<stillhouse::Interlock> interlocks_;
  std::vector<int> alarm_instruments_;
  std::vector<stillhouse::Alarm> alarms_;
};

}  // namespace stillhouse
