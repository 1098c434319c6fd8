#pragma once

#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/text.h"
#include "frontend/presenter/alarm_board.h"
#include "frontend/presenter/bench_face.h"
#include "frontend/presenter/lessons.h"
#include "frontend/presenter/numbers.h"
#include "frontend/presenter/plant_drawing.h"
#include "frontend/presenter/procedure.h"
#include "frontend/presenter/trend_history.h"
#include "labs/grading/grade.h"
#include "labs/session/notebook.h"

/// Everything a screen shows at one moment, as plain data that never changes again. Values are SI; `format` says how
/// they are written. Nothing here belongs to a window.
namespace stillhouse {

struct StationState;

/// How far a value on the screen may be trusted.
enum class ValueQuality { good, uncertain, saturated, bad };

/// 1 is the most urgent of four.
using Urgency = int;

// --- the plant as one sees it through its glass -----------------------------------------------------------------

struct TrayPicture {
  double T = 293.15;          ///< K
  double clear_liquid = 0.0;  ///< m
  double froth = 0.0;         ///< m
  double flooding = 0.0;      ///< vapour velocity over flood velocity
  double backup = 0.0;        ///< downcomer: full at 1
  double weeping = 0.0;       ///< share of the liquid that falls through the holes
  double holdup = 0.0;        ///< of a packed bed: liquid as a share of it

  bool floods() const { return flooding >= 1.0 || backup >= 1.0; }
  bool near_flooding() const { return flooding >= 0.85 || backup >= 0.85; }
  bool weeps() const { return weeping >= 0.2 && (clear_liquid > 1e-3 || froth > 2e-3); }
};

/// A vessel or machine with a level, a temperature, and whether it works now.
struct VesselPicture {
  bool present = false;
  double T = 293.15;
  double level = 0.0;  ///< 0..1
  bool active = false;
};

struct ColumnPicture {
  std::vector<TrayPicture> trays;  ///< bottom first; empty: the plant is not a column
  int feed_tray = 0;               ///< counted from 1 at the bottom
  double tray_spacing = 0.1;       ///< m
  VesselPicture kettle, condenser, drum, feed_tank, preheater, distillate_tank, bottoms_tank, catch_pot;
  bool vapour_rises = false, cooling_flows = false, reflux_flows = false, distillate_flows = false,
       bottoms_flow = false, feed_flows = false, vent_flows = false, relief_lifted = false, overflows = false;
};

/// A unit of a drawn plant. NaN: it has none.
struct UnitPicture {
  double T = std::numeric_limits<double>::quiet_NaN();
  double level = std::numeric_limits<double>::quiet_NaN();  ///< 0..1
  bool works = false;                                       ///< runs, is open, heats: whatever it is for
  bool lifted = false;                                      ///< a safety valve
  bool heats = false, cools = false;
  double spacing = 0.4;             ///< m from tray to tray
  std::vector<TrayPicture> stages;  ///< of a column, bottom first
};

enum class FlowLook { unknown, still, forward, backward };

/// In the order of the drawing's units and streams.
struct PlantPicture {
  std::vector<UnitPicture> units;
  std::vector<FlowLook> flows;
};

// --- faceplates -------------------------------------------------------------------------------------------------

struct SampleResult {
  double taken = 0.0;                                             ///< s
  double value = 0.0;                                             ///< SI
  double temperature = std::numeric_limits<double>::quiet_NaN();  ///< hydrometer: K
  ValueQuality quality = ValueQuality::good;
};

struct InstrumentFace {
  std::string tag;
  Text says;
  std::string anchor;    ///< unit of the plant it sits on: "tray_12"
  std::string quantity;  ///< what of it: "T"
  NumberFormat format;
  double value = 0.0, low = 0.0, high = 0.0;
  double rate = 0.0;  ///< change per minute in the unit shown, over the last minute
  ValueQuality quality = ValueQuality::good;
  int pen = -1;

  // instruments that work by samples
  bool by_samples = false;
  bool hydrometer = false;
  int budget = 0, left = 0;
  std::optional<double> busy_until;   ///< s
  std::vector<SampleResult> samples;  ///< results that may be read, oldest first
};

struct ControllerFace {
  std::string tag, reads, moves;
  Text says;
  NumberFormat format;  ///< of measurement and set-point
  double measurement = 0.0, low = 0.0, high = 0.0;
  ValueQuality quality = ValueQuality::good;
  double setpoint = 0.0, setpoint_low = 0.0, setpoint_high = 0.0;
  NumberFormat output_format;
  double output = 0.0, output_low = 0.0, output_high = 0.0;
  bool automatic = false;
  bool cascade = false;      ///< its set-point comes from elsewhere
  bool may_cascade = false;  ///< something can say its set-point
  bool lost = false;         ///< fell to manual because its measurement was bad
  std::string held_by;       ///< interlock that holds its output now
  double gain = 0.0, reset = 0.0, derivative = 0.0;
  bool two_position = false;  ///< its output is at one of its ends; nothing is tuned
  int pen = -1, setpoint_pen = -1, output_pen = -1;
};

enum class HandleShape { valve, hand_station, on_off_switch };

struct HandleFace {
  std::string tag;
  Text says;
  HandleShape shape = HandleShape::valve;
  std::string anchor, quantity;
  NumberFormat format;
  double position = 0.0, asked = 0.0, low = 0.0, high = 0.0;
  std::string moved_by;   ///< controller that moves it; empty: by hand
  std::string held_by;    ///< interlock that holds it now
  bool in_field = false;  ///< moved in the plant, from the field panel only
  int pen = -1;
};

struct InterlockFace {
  std::string tag;
  Text says;
  bool tripped = false, bypassed = false, latched = false, may_be_bypassed = false, cause_stands = false;
  double tripped_at = -1.0;  ///< s; negative: never
};

/// A sequence with the orders that it takes now.
struct SequenceFace {
  struct Order {
    std::string word;  ///< of the command
    Text says;
  };
  std::string tag;
  Text says, state;
  bool stands = false;    ///< held or aborted: somebody must act
  Text phase;             ///< the one that runs, is held or was aborted; empty: none
  double in_phase = 0.0;  ///< s
  std::vector<Order> orders;
};

// --- lists ------------------------------------------------------------------------------------------------------

enum class AlarmLook { normal, unacknowledged, acknowledged, returned, shelved };

struct AlarmLine {
  std::string tag, reads;
  Text says, response;
  Urgency urgency = 3;
  AlarmLook look = AlarmLook::normal;
  double raised = -1.0, acknowledged = -1.0, cleared = -1.0;  ///< s; negative: never
  std::string limit;                                          ///< "> 6.0 kPa"
  double shelved_until = -1.0;
  double longest_shelving = 3600.0;  ///< s; 0: it may not be shelved

  bool waits() const { return look == AlarmLook::unacknowledged || look == AlarmLook::returned; }
  bool stands() const { return look == AlarmLook::unacknowledged || look == AlarmLook::acknowledged; }
};

enum class TaskLook { waiting, open, late, done, done_late };

struct TaskLine {
  std::string id;
  Text says;
  TaskLook look = TaskLook::waiting;
  double started = -1.0, finished = -1.0;  ///< s; negative: not yet
  std::optional<double> due;               ///< s: started and has a time window
  bool has_hint = false, hint_taken = false;
  double hint_price = 0.0;
  Text hint;  ///< only once it has been taken
  bool out_of_order = false;
};

/// A line of the journal: what somebody did, what happened by itself.
struct JournalLine {
  double time = 0.0;
  bool by_hand = false;
  bool warning = false;
  Text text;
};

/// What the instructor says to the student, until he confirms it.
struct MessageLine {
  std::string number;  ///< the tag of the command `confirm`
  double sent = 0.0;   ///< s
  std::string text;
};

/// Answer to a command that came through the window.
struct Reply {
  std::int64_t number = 0;
  double time = 0.0;  ///< simulated, s
  std::string tag, verb;
  std::optional<Text> refusal;  ///< empty: done
};

enum class RunLook { running, frozen, finished, duration_over, aborted, failed };

struct Absorber;
struct BinaryColumn;
struct ReactorUnit;
struct StirredTank;

/// What never changes during a run: shared by all states of it.
struct LabFacts {
  std::string id;
  Text title, notes;
  double duration = 0.0;  ///< s
  bool exam = false;
  std::vector<TrendPen> pens;
  std::vector<scenario::PersonItem> by_person;      ///< what a person marks after the run
  std::shared_ptr<const BinaryColumn> column;       ///< null: the plant parts no two species
  std::shared_ptr<const Absorber> absorber;         ///< null: it has no absorber of trays
  std::shared_ptr<const StirredTank> reactor;       ///< null: it is no exothermic stirred tank of the catalogue
  std::shared_ptr<const ReactorUnit> reactor_unit;  ///< null: it has no exothermic stirred reactor among its units
  Text no_boiling, no_mccabe, no_heat_balance;      ///< why a column or reactor has no such diagram; else empty
  PlantDrawing drawing;
};

struct ScreenState {
  std::shared_ptr<const LabFacts> lab;
  std::int64_t scan = 0;
  double time = 0.0;         ///< s
  double scan_length = 1.0;  ///< s
  RunLook run = RunLook::frozen;
  double speed = 1.0;          ///< asked for: simulated seconds a second
  double speed_reached = 0.0;  ///< measured; 0 while frozen
  bool may_backtrack = true, may_freeze = true;
  int backtracks = 0;
  std::string failure;

  ColumnPicture column;
  PlantPicture plant;
  std::vector<InstrumentFace> instruments;
  std::vector<ControllerFace> controllers;
  std::vector<HandleFace> handles;
  std::vector<InterlockFace> interlocks;
  std::vector<SequenceFace> sequences;
  std::vector<AlarmLine> alarms;
  AlarmBoard alarm_board;
  std::vector<TaskLine> tasks;
  std::vector<StepConditions> steps;  ///< of tasks that are not completed
  std::vector<JournalLine> journal;
  std::vector<NotebookEntry> notebook;  ///< oldest first
  std::vector<Reply> replies;           ///< the last few
  std::optional<MessageLine> message;
  std::shared_ptr<const StationState> station;  ///< only for an instructor's screen
  TrendView trends;
  std::shared_ptr<const BenchFace> bench;              ///< null: the lab has none
  std::shared_ptr<const Grade> grade;                  ///< once the run has ended
  std::shared_ptr<const std::vector<Lesson>> lessons;  ///< with the grade

  bool ended() const { return run != RunLook::running && run != RunLook::frozen; }
};

/// Most urgent standing or waiting alarm of an instrument; null if there is none.
const AlarmLine* worst_alarm(const ScreenState& screen, const std::string& instrument);
/// Waiting before acknowledged, urgent before less urgent, new before old; normal ones are left out.
std::vector<const AlarmLine*> alarms_in_order(const ScreenState& screen);
/// The pen of a tag or of a signal of the plant; -1 if none shows it.
int pen_of(const LabFacts& lab, const std::string& tag_or_signal);

}  // namespace stillhouse
