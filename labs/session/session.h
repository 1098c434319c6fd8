#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/error.h"
#include "engine/base/refusal.h"
#include "engine/base/text.h"
#include "engine/simulation/simulator.h"
#include "labs/grading/judge.h"
#include "labs/scenario/lab.h"
#include "labs/session/command.h"
#include "labs/session/control_room.h"
#include "labs/session/instructor.h"
#include "labs/session/instrument_bench.h"
#include "labs/session/progress.h"
#include "labs/session/sampling.h"

namespace stillhouse {

/// Whose plant it is: the seed gives noise, biases and, within the lab's limits, the plant's own parameters.
struct SessionSettings {
  std::uint64_t seed = 0;
  std::string student;  ///< information only; the seed has been derived from it
  /// How the plant is solved. A run's file does not carry it: other than the standard is for tests and studies.
  SimulatorSettings simulator = {};
};

/// Seed of a student: the first 8 bytes of SHA-256 of "lab id / student id".
std::uint64_t seed_of_student(const std::string& lab_id, const std::string& student);

/// Why a session goes on no longer.
enum class SessionEnd { running, finished, duration, aborted, failed };

/// Everything of a session that changes, as one value: copying it is a snapshot.
struct SessionState {
  PlantState plant;
  ControlRoomState room;
  SamplingState sampling;
  Progress progress;
  JudgeState judge;
  InstructorState instructor;
  BenchState bench;
  SessionEnd end = SessionEnd::running;
  std::vector<double> inputs;          ///< as operators and controllers want them, before faults
  std::vector<char> outside_validity;  ///< per signal: has left its range at some time
};

/// A sentence about something that happened, for records and screens.
struct SessionNote {
  std::int64_t scan = 0;
  std::string kind;  ///< "note", "warning" or "retry"
  Text text;
};

/// A lab being run: plant, control room, tasks, faults and judge, advanced together scan by scan.
///
/// At the boundary that begins scan k: commands are executed; instruments, interlocks, controllers, handles and alarms
/// are scanned, then sampling points; tasks, faults and the judge look; then the plant is integrated to the boundary of
/// k + 1. A session is a function of lab, seed and accepted commands; who calls, when and how fast changes nothing.
class Session {
 public:
  Session(std::shared_ptr<const scenario::Lab> lab, SessionSettings settings);
  ~Session();

  const scenario::Lab& lab() const { return *lab_; }
  const std::shared_ptr<const scenario::Lab>& shared_lab() const { return lab_; }
  const SessionSettings& settings() const { return settings_; }
  std::int64_t scan() const { return simulator_->scan(); }
  double time() const { return simulator_->time(); }
  double scan_length() const { return simulator_->scan_length(); }
  SessionEnd end() const { return state_.end; }
  bool running() const { return state_.end == SessionEnd::running; }
  /// After SessionEnd::failed: when, which equations, after which commands.
  const std::string& failure() const { return failure_; }
  /// After SessionEnd::failed: the worst equations in words, worst first.
  const std::vector<std::string>& failed_equations() const { return failed_equations_; }

  const Simulator& simulator() const { return *simulator_; }
  const ControlRoom& room() const { return *room_; }
  const ControlRoomState& room_state() const { return state_.room; }
  const Sampling& sampling() const { return *sampling_; }
  const SamplingState& sampling_state() const { return state_.sampling; }
  const InstrumentBench& bench() const { return *bench_; }
  const BenchState& bench_state() const { return state_.bench; }
  /// What the bench sees of the world: the room's temperature, samples drawn from the plant.
  InstrumentBench::Surroundings around() const;
  const Progress& progress() const { return state_.progress; }
  const JudgeState& judge_state() const { return state_.judge; }
  /// An input of the plant as operators and controllers want it, before faults.
  double wanted_input(int input) const { return state_.inputs[static_cast<std::size_t>(input)]; }
  const InstructorState& instructor_state() const { return state_.instructor; }
  /// Commands accepted so far, in order; those undone by a backtrack are gone.
  const std::vector<Command>& commands() const { return commands_; }
  /// Notes so far (validity limits left, scans the solver had to try again).
  const std::vector<SessionNote>& notes() const { return notes_; }
  /// How often it was taken back, and how often of these by the instructor.
  int backtracks() const { return backtracks_; }
  int backtracks_by_instructor() const { return backtracks_by_instructor_; }

  /// Why this may not be done now; empty if it may. Verbs: those of the control room, of sampling, of the bench and of
  /// the instructor, "answer" (tag: question), "hint" (tag: task) and "finish".
  std::optional<Refusal> query(const Command& command) const;
  /// Executes at the present boundary (`command.scan` is set to it), or says why not.
  std::optional<Refusal> execute(Command command);

  /// One scan, if the session is running.
  void advance();

  /// Grade as it would be if the run ended now.
  Grade grade() const;

  /// Whether the lab lets its student go back (practice); its instructor may always.
  bool may_backtrack() const { return lab_->mode == scenario::LabMode::practice; }
  /// Back to the state at the beginning of `scan`, before that scan's commands, with the same bits. Commands from there
  /// on are forgotten. Also out of a failure or an end.
  void backtrack(std::int64_t scan, bool by_instructor = false);

  /// Positions and values of everything a condition may ask about, for operators that play by conditions.
  const ConditionDirectory& conditions_directory() const;
  const ConditionView& conditions() const;

  /// Digest of all that bears on the run: plant, control room, tasks, faults.
  Digest digest() const;

 private:
  class Facts;
  struct Checkpoint;

  void observe_boundary();
  void scan_tasks();
  void scan_faults();
  void fail_again();
  void begin_fault(std::size_t index);
  void end_fault(std::size_t index);
  std::optional<Refusal> query_fault(const Command& command) const;
  void execute_fault(const Command& command);
  void add_interventions(Grade& grade) const;
  JudgeView judge_view() const;
  std::vector<double> disturbed_inputs() const;
  void note_validity();
  void note_retry();
  void fail(const SolveError& error);
  void keep_checkpoint();
  void restore(const SessionState& state);
  TruthView truth() const;
  std::optional<Refusal> query_answer(const Command& command) const;
  void answer(const Command& command);

  std::shared_ptr<const scenario::Lab> lab_;
  SessionSettings settings_;
  std::unique_ptr<Simulator> simulator_;
  std::unique_ptr<ControlRoom> room_;
  std::unique_ptr<Sampling> sampling_;
  std::unique_ptr<InstrumentBench> bench_;
  std::unique_ptr<Facts> facts_;
  std::unique_ptr<Judge> judge_;
  std::unique_ptr<Instructor> instructor_;
  struct TaskRule {
    std::optional<ConditionMonitor> start;
    ConditionMonitor done;
    std::vector<int> after;
  };
  struct FaultRule {
    std::optional<ConditionMonitor> when;
    std::vector<int> inputs;  ///< per effect: plant input, -1 if the effect is the control room's
  };
  std::vector<TaskRule> tasks_;
  std::vector<FaultRule> faults_;
  SessionState state_;
  std::vector<Command> commands_;
  std::vector<SessionNote> notes_;
  std::string failure_;
  std::vector<std::string> failed_equations_;
  int backtracks_ = 0;
  int backtracks_by_instructor_ = 0;
  std::vector<std::unique_ptr<Checkpoint>> checkpoints_;
};

}  // namespace stillhouse
