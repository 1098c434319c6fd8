#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/refusal.h"
#include "engine/modelling/flowsheet.h"
#include "labs/scenario/lab.h"
#include "labs/session/command.h"
#include "labs/session/condition_monitor.h"
#include "labs/session/control_room.h"
#include "labs/session/malfunction.h"

namespace stillhouse {

/// A malfunction that was ordered, and how far it has come. Scans are -1 until the event.
struct Malfunction {
  MalfunctionOrder order;
  int input = -1;      ///< of the plant; -1: the effect is the control room's
  SubjectRef subject;  ///< what its trigger compares
  FactRef fact;        ///< or asks
  std::int64_t ordered = 0;
  std::int64_t armed = -1;
  std::int64_t began = -1;
  std::int64_t ended = -1;    ///< by itself, or cleared; one that never began may be cleared too
  double input_before = 0.0;  ///< when it began: where a ramp to a value starts

  bool acts() const { return began >= 0 && ended < 0; }
  bool waits() const { return began < 0 && ended < 0; }
};

/// What the instructor told the student.
struct InstructorMessage {
  std::int64_t sent = 0;
  std::string text;
  std::int64_t confirmed = -1;  ///< scan at which the student has confirmed it
};

/// What the instructor has done to a run and what still acts. Copying it is a snapshot.
struct InstructorState {
  std::vector<Malfunction> malfunctions;  ///< number M1 is the first
  std::vector<InstructorMessage> messages;
};

/// The instructor's hand in a session: malfunctions at run time, what is done in the field, messages to the student.
///
/// | verb        | actor      | tag                   | value           | text                                 |
/// |-------------|------------|-----------------------|-----------------|--------------------------------------|
/// | malfunction | instructor | input, instrument ... | size, SI        | labs/session/malfunction.h           |
/// | clear       | instructor | M1, M2 ... or all     |                 |                                      |
/// | start_fault | instructor | fault of the lab      |                 |                                      |
/// | stop_fault  | instructor | fault of the lab      |                 |                                      |
/// | field       | instructor | input of the plant    | SI              |                                      |
/// | message     | instructor |                       |                 | what is said                         |
/// | confirm     | anybody    | 1, 2 ...: the message |                 |                                      |
/// | freeze      | instructor |                       |                 |                                      |
/// | run         | instructor |                       |                 |                                      |
/// | speed       | instructor |                       | s per s         |                                      |
/// | snapshot    | instructor | its name              |                 |                                      |
///
/// The last four change nothing in the plant; they are commands so that the run file has them. A fault of the lab (the
/// session's, which executes these two verbs) is started without waiting for its trigger, and ends as it would by
/// itself; one that is stopped before it began does not come, unless it is started. Several malfunctions may act on an
/// input of the plant, in the order in which they were given, after the lab's own faults; a device has one at a time.
class Instructor {
 public:
  static constexpr std::size_t kMostMalfunctions = 100;
  static constexpr std::size_t kLongestMessage = 500;  ///< bytes

  Instructor(const scenario::Lab& lab, const Flowsheet& plant, const ControlRoom& room,
             const ConditionDirectory& directory)
      : lab_(lab), plant_(plant), room_(room), directory_(directory) {}

  static bool knows(std::string_view verb);

  std::optional<Refusal> query(const InstructorState& state, const Command& command) const;
  /// Does what `query` allows. `inputs` are the plant's, as operators want them.
  void execute(InstructorState& state, ControlRoomState& room, std::span<double> inputs, const Command& command) const;

  /// Triggers, ramps and ends at a boundary, after the lab's own faults. Returns whether one has ended by itself.
  bool scan(InstructorState& state, const ConditionView& view, std::int64_t scan, double scan_length,
            ControlRoomState& room, std::span<const double> inputs) const;
  /// What acts on the plant's inputs now.
  void disturb(const InstructorState& state, std::int64_t scan, double scan_length, std::span<double> inputs) const;
  /// Devices fail again as they do now: whatever ended on the same device took that with it.
  void act_again(const InstructorState& state, std::int64_t scan, double scan_length, ControlRoomState& room) const;

  /// Every number of the state that bears on the run; nothing as long as the instructor has done nothing.
  void add_numbers(const InstructorState& state, std::vector<double>& numbers) const;

 private:
  std::optional<Refusal> query_order(const InstructorState& state, const Command& command) const;
  std::optional<Refusal> query_field(const Command& command) const;
  std::optional<Refusal> beyond_limits(int input, double value) const;
  /// Of a command that was allowed, or is to be: what it orders, with names turned into positions.
  struct Found {
    Malfunction malfunction;
    Refusal mistake;
  };
  Found find(const Command& command) const;
  double grown(const Malfunction& malfunction, std::int64_t scan, double scan_length) const;
  void begin(const Malfunction& malfunction, std::int64_t scan, double scan_length, ControlRoomState& room) const;
  void end(Malfunction& malfunction, std::int64_t scan, ControlRoomState& room) const;

  const scenario::Lab& lab_;
  const Flowsheet& plant_;
  const ControlRoom& room_;
  const ConditionDirectory& directory_;
};

/// Number of a malfunction as people say it: "M1" for the first.
std::string malfunction_name(std::size_t index);

/// "M2: TI-110 drifts by 1.5 K an hour" and its like: what a command of the instructor's did, for journal and report.
Text instructor_sentence(const Command& command, const scenario::Lab& lab, const Flowsheet& plant);
/// The unit in which people read an input of the plant.
std::string shown_unit(const InputInfo& input);
/// Whether a command starts or stops a fault of the lab.
bool is_about_a_fault(const Command& command);
/// Whether a command of the instructor's may have helped or hindered the student.
bool is_intervention(const Command& command);

}  // namespace stillhouse
