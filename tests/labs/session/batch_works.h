#pragma once

#include "tests/labs/session/written_works.h"

namespace stillhouse {

/// A vessel that is filled, heated and cooled, with three thermometers: what split range, switches, sequences and votes
/// are tried on. Signals: three temperatures, level. Inputs: heating, cooling, feed.
class BatchWorks : public WrittenWorks {
 public:
  /// `devices`: controllers = { ... }, sequences = { ... }, interlocks = { ... }; they begin on line 14.
  static std::string text(const std::string& devices) {
    const auto thermometer = [](const std::string& tag, const std::string& signal) {
      return "[\"" + tag + "\"] = thermocouple { reads = \"" + signal +
             "\", range = { kelvin(250), kelvin(450) }, lag = seconds(0), " + kSays + " },\n";
    };
    return "return plant { format = 1, id = \"works\", title = { en = \"W\", zh = \"厂\" }, flowsheet = \"works\",\n"
           "instruments = {\n" +
           thermometer("TT-1", "vessel.T") + thermometer("TT-2", "vessel.T_2") + thermometer("TT-3", "vessel.T_3") +
           "[\"LT-1\"] = level_transmitter { reads = \"vessel.level\", range = { percent(0), percent(100) }, lag = "
           "seconds(0), " +
           kSays +
           " },\n},\nhandles = {\n"
           "[\"HV-1\"] = valve { moves = \"vessel.heating\", stroke = seconds(0), " +
           kSays + " },\n[\"CV-1\"] = valve { moves = \"vessel.cooling\", stroke = seconds(0), " + kSays +
           " },\n[\"FV-1\"] = switch { moves = \"vessel.feed\", " + kSays + " },\n},\n\n" + devices + "\n}\n";
  }

  /// "LINE: message" of the first mistake in the devices; empty if there is none.
  static std::string mistake(const std::string& devices) { return WrittenWorks::mistake(text(devices), names()); }
  static scenario::Plant plant(const std::string& devices) { return WrittenWorks::plant(text(devices), names()); }

  explicit BatchWorks(const std::string& devices) : WrittenWorks(text(devices), names(), {300.0, 300.0, 300.0, 0.0}) {}

  double position(const std::string& tag) const { return value(tag, scenario::SubjectKind::position); }
  double phase(const std::string& tag) const { return value(tag, scenario::SubjectKind::phase); }
  bool holds(scenario::ConditionKind kind, const std::string& name, const std::string& what) const {
    scenario::Condition condition;
    condition.kind = kind;
    condition.name = name;
    condition.mode = condition.phase = what;
    return room.holds(state, room.fact(condition));
  }
  void fail(const std::string& tag, scenario::EffectKind kind, double value = 0.0, double duration = 0.0) {
    scenario::Effect effect;
    effect.kind = kind;
    effect.target = tag;
    effect.value = value;
    effect.duration = duration;
    EXPECT_TRUE(room.begin(state, effect));
  }

  bool frozen = false;  ///< the vessel stays as it is

 private:
  static scenario::PlantNames names() {
    scenario::PlantNames names;
    names.signals = {{"vessel.T", "K", 200.0, 500.0, "The temperature."},
                     {"vessel.T_2", "K", 200.0, 500.0, "The same."},
                     {"vessel.T_3", "K", 200.0, 500.0, "The same."},
                     {"vessel.level", "1", 0.0, 1.0, "The level."}};
    names.inputs = {{"vessel.heating", "1", 0.0, 1.0, "Heating."},
                    {"vessel.cooling", "1", 0.0, 1.0, "Cooling."},
                    {"vessel.feed", "1", 0.0, 1.0, "Feed."}};
    return names;
  }
  void respond() override {
    if (frozen) return;
    // 0.5 K/s of heating, as much of cooling, 200 s to 300 K; 1 % of level a second
    double& T = signals[0];
    T += 0.5 * (inputs[0] - inputs[1]) - (T - 300.0) / 200.0;
    signals[1] = signals[2] = T;
    signals[3] = std::min(1.0, signals[3] + 0.01 * inputs[2]);
  }
};

}  // namespace stillhouse
