#pragma once

#include <gtest/gtest.h>

#include <array>
#include <string>
#include <string_view>

#include "labs/scenario/reader.h"
#include "labs/session/control_room.h"

namespace stillhouse {

/// A vessel that is filled, heated and cooled, with three thermometers: what split range, switches, sequences and votes
/// are tried on, with its devices written in the words of a plant file.
class BatchWorks {
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

  static scenario::ReadResult<scenario::Plant> read(const std::string& text) {
    scenario::PlantCatalogue catalogue;
    catalogue.flowsheets = {"works"};
    catalogue.names = [](const scenario::Plant&) {
      scenario::PlantNames names;
      names.signals = {{"vessel.T", "K", 200.0, 500.0, "The temperature."},
                       {"vessel.T_2", "K", 200.0, 500.0, "The same."},
                       {"vessel.T_3", "K", 200.0, 500.0, "The same."},
                       {"vessel.level", "1", 0.0, 1.0, "The level."}};
      names.inputs = {{"vessel.heating", "1", 0.0, 1.0, "Heating."},
                      {"vessel.cooling", "1", 0.0, 1.0, "Cooling."},
                      {"vessel.feed", "1", 0.0, 1.0, "Feed."}};
      return names;
    };
    scenario::TextFiles files;
    files.put("works.lua", text);
    return scenario::check_plant(files, "works.lua", catalogue);
  }

  /// "LINE: message" of the first mistake; empty if there is none.
  static std::string mistake(const std::string& devices) {
    const auto result = read(text(devices));
    if (result.diagnostics.empty()) return "";
    return std::to_string(result.diagnostics[0].source.line) + ": " + result.diagnostics[0].message;
  }

  static scenario::Plant plant(const std::string& devices) {
    const auto result = read(text(devices));
    for (const scenario::Diagnostic& diagnostic : result.diagnostics) ADD_FAILURE() << scenario::sentence(diagnostic);
    return result.value.value_or(scenario::Plant{});
  }

  explicit BatchWorks(const std::string& devices)
      : room(plant(devices), directory(), 7), state(room.initial(truth())) {}

  /// Does it if it is allowed, and says why not otherwise.
  std::string act(const std::string& verb, const std::string& tag, double value = 0.0, const std::string& word = "") {
    const Command command{scan, "student", verb, tag, value, word};
    if (const auto refusal = room.query(state, command)) return refusal->en;
    room.execute(state, command);
    return "";
  }

  void run(int scans) {
    for (int i = 0; i < scans; ++i) {
      inputs = {};
      room.scan(truth(), scan++, state, inputs);
      if (frozen) continue;
      // 0.5 K/s of heating, as much of cooling, 200 s to 300 K; 1 % of level a second
      double& T = signals[0];
      T += 0.5 * (inputs[0] - inputs[1]) - (T - 300.0) / 200.0;
      signals[1] = signals[2] = T;
      signals[3] = std::min(1.0, signals[3] + 0.01 * inputs[2]);
    }
  }

  double value(const std::string& tag, scenario::SubjectKind kind) const {
    return room.value(state, room.subject({kind, tag, ""}));
  }
  double output(const std::string& tag) const { return value(tag, scenario::SubjectKind::output); }
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

  std::array<double, 4> signals = {300.0, 300.0, 300.0, 0.0};  ///< three temperatures, level
  std::array<double, 3> inputs = {};                           ///< heating, cooling, feed
  bool frozen = false;                                         ///< the vessel stays as it is
  ControlRoom room;
  ControlRoomState state;
  std::int64_t scan = 0;

 private:
  static inline const std::string kSays = "says = { en = \"a\", zh = \"甲\" }";

  static PlantDirectory directory() {
    const auto place = [](auto names, std::string_view name) {
      for (std::size_t i = 0; i < names.size(); ++i)
        if (names[i] == name) return static_cast<int>(i);
      return -1;
    };
    return {
        [place](std::string_view name) {
          return place(std::array<std::string_view, 4>{"vessel.T", "vessel.T_2", "vessel.T_3", "vessel.level"}, name);
        },
        [place](std::string_view name) {
          return place(std::array<std::string_view, 3>{"vessel.heating", "vessel.cooling", "vessel.feed"}, name);
        }};
  }
  TruthView truth() const {
    return [this](int index) { return signals[static_cast<std::size_t>(index)]; };
  }
};

}  // namespace stillhouse
