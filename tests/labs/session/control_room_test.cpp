#include "labs/session/control_room.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "engine/base/error.h"
#include "engine/base/hash.h"
#include "tests/labs/session/tank_plant.h"

namespace stillhouse {
namespace {

/// Room, plant and clock together, as a session has them.
class Room {
 public:
  explicit Room(const scenario::Plant& lab = TankPlant::lab(), std::uint64_t seed = 1707)
      : room(lab, TankPlant::directory(), seed), state(room.initial(plant.truth())) {}

  std::string query(const std::string& verb, const std::string& tag, double value = 0.0, const std::string& text = "") {
    const auto refusal = room.query(state, {scan, "student", verb, tag, value, text});
    return refusal ? refusal->en : "";
  }

  /// Does it if it is allowed, and says why not otherwise.
  std::string act(const std::string& verb, const std::string& tag, double value = 0.0, const std::string& text = "") {
    const Command command{scan, "student", verb, tag, value, text};
    if (const auto refusal = room.query(state, command)) return refusal->en;
    room.execute(state, command);
    return "";
  }

  void run(int scans) {
    for (int i = 0; i < scans; ++i) {
      plant.inputs = {};
      room.scan(plant.truth(), scan, state, plant.inputs);
      plant.advance();
      ++scan;
    }
  }

  TankPlant plant;
  ControlRoom room;
  ControlRoomState state;
  std::int64_t scan = 0;
};

TEST(ControlRoom, ShowsThePlantBeforeTheFirstScan) {
  Room it;
  EXPECT_NEAR(it.room.reading(it.state, "LI-101")->value, 1.0, 0.005);
  EXPECT_EQ(it.room.reading(it.state, "LI-101")->unit, "m");
  EXPECT_NEAR(it.room.reading(it.state, "TI-102")->value, 320.0, 0.5);
  EXPECT_TRUE(std::isnan(it.room.reading(it.state, "AI-103")->value)) << "no sample yet";
  EXPECT_EQ(it.room.readings(it.state).size(), 4u);
  EXPECT_FALSE(it.room.reading(it.state, "LI-999").has_value());
  EXPECT_EQ(it.query("mode", "LIC-101", 0.0, "auto"), "") << "a controller may be switched on at once";
}

TEST(ControlRoom, DrawsEachStudentsInstrumentsWithinTheirSpread) {
  const double nominal = 320.0;
  double smallest = 1e9, largest = -1e9;
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    Room it(TankPlant::lab(), seed);
    const double bias = it.room.reading(it.state, "TI-102")->value - nominal;
    EXPECT_LE(std::abs(bias), 0.5);
    smallest = std::min(smallest, bias);
    largest = std::max(largest, bias);
  }
  EXPECT_LT(smallest, -0.4);
  EXPECT_GT(largest, 0.4);
}

TEST(ControlRoom, MovesAHandleAtItsStroke) {
  Room it;
  EXPECT_EQ(it.act("set", "HIC-201", 1500.0), "");
  it.run(3);
  EXPECT_NEAR(it.plant.inputs[0], 900.0, 1e-9) << "3 s of 10 s for 3000 W";
  it.run(10);
  EXPECT_EQ(it.plant.inputs[0], 1500.0);
  EXPECT_EQ(it.room.value(it.state, it.room.subject({scenario::SubjectKind::position, "HIC-201", "W"})), 1500.0);
}

TEST(ControlRoom, ControlsTheLevelAndTakesOverWithoutABump) {
  Room it;
  it.act("set", "HS-203", 1.0);
  EXPECT_EQ(it.act("set", "LV-101", 0.3), "") << "in manual the handle is the controller's output";
  it.run(20);
  EXPECT_NEAR(it.plant.inputs[1], 0.3, 1e-12);
  EXPECT_EQ(it.act("mode", "LIC-101", 0.0, "auto"), "");
  it.run(1);
  EXPECT_NEAR(it.plant.inputs[1], 0.3, 0.01) << "nothing but the noise of the reading";
  it.run(3000);
  EXPECT_NEAR(it.plant.signals[0], 1.0, 0.005);
  EXPECT_NEAR(it.plant.inputs[1], 0.5, 0.03) << "what runs in runs out";
}

TEST(ControlRoom, RefusesInWordsWithTheLimitsInTheUnitOfTheLab) {
  Room it;
  EXPECT_EQ(it.query("set", "HIC-201", 3500.0), "The value is above the upper end of the range (0 W to 3000 W).");
  EXPECT_EQ(it.query("set", "HIC-210"), "There is no handle 'HIC-210'; did you mean 'HIC-201'?");
  EXPECT_EQ(it.query("set", "HS-203", 0.5), "HS-203 is a switch: it is on or off.");
  EXPECT_EQ(it.query("setpoint", "LIC-101", 1.9), "The set-point is above its upper limit (0.2 m to 1.8 m).");
  EXPECT_EQ(it.query("mode", "LIC-101", 0.0, "automatic"), "The mode is auto or manual.");
  EXPECT_EQ(it.query("sample", "TI-102"), "TI-102 measures all the time; it takes no samples.");
  EXPECT_EQ(it.query("tune", "LIC-101", -1.0, "gain"), "Gain and times must not be negative.");
  EXPECT_EQ(it.query("tune", "LIC-101", 1.0, "colour"), "What is tuned is gain, reset or derivative.");
  EXPECT_EQ(it.query("paint", "LIC-101"), "There is no command 'paint'.");
  EXPECT_FALSE(ControlRoom::knows("paint"));
  EXPECT_TRUE(ControlRoom::knows("sample"));
  it.act("mode", "LIC-101", 0.0, "auto");
  EXPECT_EQ(it.query("set", "LV-101", 0.2),
            "LIC-101 is in automatic and moves LV-101; switch LIC-101 to manual first.");
  EXPECT_EQ(it.query("output", "LIC-101", 0.2), "The controller is in automatic; switch to manual to move the output.");
  EXPECT_EQ(it.room.query(it.state, {0, "student", "set", "HIC-201", -1.0, ""})->zh,
            "数值低于量程下限（0 W 至 3000 W）。");
}

TEST(ControlRoom, AnInterlockActsInTheScanOfItsTripAndIsResetByHand) {
  Room it;
  it.act("set", "HIC-201", 3000.0);
  it.run(20);
  EXPECT_EQ(it.plant.inputs[0], 3000.0);

  // dry: the cause stands for two seconds, then the heater goes down with its stroke
  it.plant.signals[0] = 0.1;
  it.run(2);
  EXPECT_EQ(it.plant.inputs[0], 3000.0);
  it.run(1);
  EXPECT_NEAR(it.plant.inputs[0], 2700.0, 1e-9);
  ASSERT_EQ(it.state.trip_journal.size(), 1u);
  EXPECT_EQ(it.state.trip_journal[0], (TripEntry{22, 0, TripEntry::Event::tripped, 0})) << "first-out: the level";
  EXPECT_EQ(it.query("set", "HIC-201", 100.0), "Interlock IS-201 holds HIC-201; remove the cause and reset it first.");
  EXPECT_EQ(it.query("reset", "IS-201"), "The cause still stands; remove it before the reset.");
  it.run(20);
  EXPECT_EQ(it.plant.inputs[0], 0.0);

  // the heater does not jump back after the reset
  it.plant.signals[0] = 1.0;
  it.run(1);
  EXPECT_EQ(it.act("reset", "IS-201"), "");
  it.run(20);
  EXPECT_EQ(it.plant.inputs[0], 0.0);
  EXPECT_EQ(it.act("set", "HIC-201", 600.0), "");
  it.run(2);
  EXPECT_NEAR(it.plant.inputs[0], 600.0, 1e-9);
}

TEST(ControlRoom, TheSecondCauseOfAnInterlockIsToldApart) {
  Room it;
  it.plant.signals[1] = 400.0;
  it.run(40);
  ASSERT_FALSE(it.state.trip_journal.empty());
  EXPECT_EQ(it.state.trip_journal[0].cause, 1);
}

TEST(ControlRoom, FaultsOfDevicesBeginAndEnd) {
  using scenario::EffectKind;
  Room it;
  const auto effect = [](EffectKind kind, const char* target, double value = 0.0) {
    scenario::Effect result;
    result.kind = kind;
    result.target = target;
    result.value = value;
    return result;
  };

  // a disabled interlock lets the heater boil the tank dry
  ASSERT_TRUE(it.room.begin(it.state, effect(EffectKind::disable_interlock, "IS-201")));
  it.act("set", "HIC-201", 3000.0);
  it.plant.signals[0] = 0.1;
  it.run(30);
  EXPECT_EQ(it.plant.inputs[0], 3000.0);
  it.room.end(it.state, effect(EffectKind::disable_interlock, "IS-201"));
  it.run(1);
  EXPECT_LT(it.plant.inputs[0], 3000.0);

  // a jammed valve, a stuck, a failed and a drifting sensor
  it.plant.signals[0] = 1.0;
  it.room.begin(it.state, effect(EffectKind::handle_stuck, "LV-101"));
  it.act("set", "LV-101", 0.8);
  it.run(10);
  EXPECT_EQ(it.plant.inputs[1], 0.0);
  it.room.end(it.state, effect(EffectKind::handle_stuck, "LV-101"));
  it.run(10);
  EXPECT_EQ(it.plant.inputs[1], 0.8);
  it.room.begin(it.state, effect(EffectKind::sensor_fail, "LI-101", 1.0));
  it.run(1);
  EXPECT_EQ(it.room.reading(it.state, "LI-101")->value, 2.0);
  EXPECT_EQ(it.room.reading(it.state, "LI-101")->quality, Quality::bad);
  it.room.end(it.state, effect(EffectKind::sensor_fail, "LI-101", 1.0));
  it.room.begin(it.state, effect(EffectKind::sensor_drift, "LI-101", 0.01));
  const double before = it.plant.signals[0];
  it.plant.inputs = {};
  it.act("set", "LV-101", 0.0);
  it.run(10);
  EXPECT_GT(it.room.reading(it.state, "LI-101")->value, it.plant.signals[0] + 0.09);
  EXPECT_LE(it.plant.signals[0], before);

  // what concerns the plant's inputs is not the room's
  EXPECT_FALSE(it.room.begin(it.state, effect(EffectKind::scale, "tank.heater", 0.8)));
}

TEST(ControlRoom, AFailedSensorPutsItsControllerIntoManual) {
  Room it;
  it.act("set", "HS-203", 1.0);
  it.act("output", "LIC-101", 0.5);
  it.act("mode", "LIC-101", 0.0, "auto");
  it.run(50);
  scenario::Effect fail;
  fail.kind = scenario::EffectKind::sensor_fail;
  fail.target = "LI-101";
  const double held = it.room.controller_output(it.state, 0);
  it.room.begin(it.state, fail);
  it.run(5);
  EXPECT_TRUE(it.state.controllers[0].lost);
  EXPECT_EQ(it.room.controller_output(it.state, 0), held);
  EXPECT_NE(it.query("mode", "LIC-101", 0.0, "auto"), "");
}

TEST(ControlRoom, SamplesAreDrawnAtTheScanOfTheCommand) {
  Room it;
  it.run(10);
  it.plant.signals[2] = 0.7;
  EXPECT_EQ(it.act("sample", "AI-103"), "");
  EXPECT_EQ(it.query("sample", "AI-103"), "A sample is being drawn already.");
  EXPECT_EQ(it.act("sample", "DI-104"), "");
  it.run(1);
  it.plant.signals[2] = 0.1;
  EXPECT_EQ(it.query("sample", "AI-103"), "The analyser is busy with an earlier sample.");
  it.run(30);
  const TagReading analysis = *it.room.reading(it.state, "AI-103");
  EXPECT_NEAR(analysis.value, 0.7, 1e-12);
  EXPECT_EQ(analysis.taken_at, 10);
  const TagReading density = *it.room.reading(it.state, "DI-104");
  EXPECT_EQ(density.value, 850.0);
  EXPECT_NEAR(density.temperature, it.plant.signals[1], 2.0);
  EXPECT_EQ(it.act("sample", "AI-103"), "");
  it.run(40);
  EXPECT_EQ(it.query("sample", "AI-103"), "The sample budget is used up.");
}

TEST(ControlRoom, AlarmsGoThroughTheJournal) {
  Room it;
  EXPECT_EQ(it.query("acknowledge", "all"), "There is nothing to acknowledge.");
  it.plant.signals[0] = 0.45;
  it.run(5);
  ASSERT_EQ(it.state.alarm_journal.size(), 1u);
  EXPECT_EQ(it.state.alarm_journal[0], (AlarmEntry{3, 0, AlarmEvent::raised, ""}));
  EXPECT_TRUE(it.room.holds(it.state, it.room.fact({.kind = scenario::ConditionKind::alarm_active, .name = "all"})));
  EXPECT_EQ(it.act("acknowledge", "all"), "");
  EXPECT_EQ(it.act("shelve", "LAL-101", 60.0), "Shelving an alarm needs a reason.");
  EXPECT_EQ(it.act("shelve", "LAL-101", 60.0, "filling"), "");
  it.run(1);
  EXPECT_EQ(it.act("unshelve", "LAL-101"), "");
  it.run(1);
  ASSERT_EQ(it.state.alarm_journal.size(), 5u);
  EXPECT_EQ(it.state.alarm_journal[1].event, AlarmEvent::acknowledged);
  EXPECT_EQ(it.state.alarm_journal[2].note, "filling");
  EXPECT_EQ(it.state.alarm_journal[4].event, AlarmEvent::raised);
}

TEST(ControlRoom, RefusesALabThatDoesNotFitThePlantWithItsTag) {
  const auto message = [](const scenario::Plant& lab) -> std::string {
    try {
      Room it(lab);
    } catch (const ModelError& error) {
      return error.what();
    }
    return "";
  };
  scenario::Plant lab = TankPlant::lab();
  lab.instruments[0].signal = "tank.depth";
  EXPECT_EQ(message(lab), "LI-101: the plant has no signal 'tank.depth'");
  lab = TankPlant::lab();
  lab.handles[1].input = "tank.tap";
  EXPECT_EQ(message(lab), "LV-101: the plant has no input 'tank.tap'");
  lab = TankPlant::lab();
  lab.controllers[0].reads = "AI-103";
  EXPECT_EQ(message(lab), "LIC-101: AI-103 works by samples: nothing to control by");
  lab = TankPlant::lab();
  lab.controllers[0].gain = -1.0;
  EXPECT_EQ(message(lab), "LIC-101: pid: gain is -1; allowed: 0 or more");
  lab = TankPlant::lab();
  lab.interlocks[0].when.children[0].subject.kind = scenario::SubjectKind::signal;
  EXPECT_NE(message(lab).find("does not see the plant's own"), std::string::npos);
}

/// A busy half hour: every kind of command, at scans drawn from a stream.
void live(Room& it, const RandomStream& script) {
  const std::int64_t k = it.scan;
  if (script.uniform(k, 1) < 0.05) it.act("set", "HIC-201", 3000.0 * script.uniform(k, 2));
  if (script.uniform(k, 3) < 0.02) it.act("mode", "LIC-101", 0.0, script.bits(k, 4) & 1 ? "auto" : "manual");
  if (script.uniform(k, 5) < 0.05) it.act("setpoint", "LIC-101", 2.0 * script.uniform(k, 6));
  if (script.uniform(k, 7) < 0.05) it.act("set", "HS-203", script.bits(k, 8) & 1 ? 1.0 : 0.0);
  if (script.uniform(k, 9) < 0.05) it.act("acknowledge", "all");
  if (script.uniform(k, 10) < 0.05) it.act("reset", "IS-201");
  if (script.uniform(k, 11) < 0.02) it.act("sample", "AI-103");
  if (script.uniform(k, 12) < 0.02) it.act("sample", "DI-104");
  it.run(1);
}

TEST(ControlRoom, GoesOnFromACopyWithTheSameBits) {
  const RandomStream script(4, "room life");
  Room it;
  for (int k = 0; k < 900; ++k) live(it, script);
  const ControlRoomState state = it.state;
  const TankPlant plant = it.plant;
  const std::int64_t scan = it.scan;
  for (int k = 0; k < 900; ++k) live(it, script);

  Room again;
  again.state = state;
  again.plant = plant;
  again.scan = scan;
  for (int k = 0; k < 900; ++k) live(again, script);
  EXPECT_EQ(again.state, it.state);
  EXPECT_EQ(again.room.numbers(again.state), it.room.numbers(it.state));
  EXPECT_EQ(again.plant.signals, it.plant.signals);
  EXPECT_GT(it.state.alarm_journal.size(), 2u);
  EXPECT_FALSE(it.state.trip_journal.empty());
}

TEST(ControlRoom, GivesTheSameBitsFromEveryCompiler) {
  const RandomStream script(4, "room life");
  Room it;
  std::vector<double> all;
  for (int k = 0; k < 1800; ++k) {
    live(it, script);
    const std::vector<double> numbers = it.room.numbers(it.state);
    all.insert(all.end(), numbers.begin(), numbers.end());
  }
  // golden value: a change here changes every run ever recorded
  EXPECT_EQ(to_hex(state_digest(all)), "de02b9c29ac88fe3f689f7297f3c68bc77ff158ae111ad70f23de3df5215a432");
}

TEST(ControlRoom, InputsStayInTheirRangesWhateverIsDone) {
  for (std::uint64_t seed = 0; seed < 5; ++seed) {
    const RandomStream script(seed, "room life");
    Room it;
    for (int k = 0; k < 1500; ++k) {
      live(it, script);
      ASSERT_TRUE(it.plant.inputs[0] >= 0.0 && it.plant.inputs[0] <= 3000.0);
      ASSERT_TRUE(it.plant.inputs[1] >= 0.0 && it.plant.inputs[1] <= 1.0);
      ASSERT_TRUE(it.plant.inputs[2] == 0.0 || it.plant.inputs[2] == 1.0);
      for (const TagReading& reading : it.room.readings(it.state))
        ASSERT_TRUE(std::isnan(reading.value) || (reading.value >= reading.low && reading.value <= reading.high));
    }
  }
}

}  // namespace
}  // namespace stillhouse
