#pragma once

#include <gtest/gtest.h>

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "labs/scenario/reader.h"
#include "labs/session/control_room.h"

namespace stillhouse {

/// A valve whose flow heats a vessel, beside a wild flow: what strategies of control are tried on, with its devices
/// written in the words of a plant file.
class SmallWorks {
 public:
  /// Devices that every text of this plant has; `controllers` and `more` follow.
  static std::string text(const std::string& controllers, const std::string& more = "",
                          const std::string& instruments = "") {
    return "return plant { format = 1, id = \"works\", title = { en = \"W\", zh = \"厂\" }, flowsheet = \"works\",\n"
           "instruments = {\n"
           "[\"FT-1\"] = flow_meter { reads = \"valve.flow\", range = { kg_per_s(0), kg_per_s(1) }, lag = "
           "seconds(0), " +
           kSays +
           " },\n"
           "[\"FT-2\"] = flow_meter { reads = \"wild.flow\", range = { kg_per_s(0), kg_per_s(2) }, lag = seconds(0), " +
           kSays +
           " },\n"
           "[\"TT-3\"] = thermocouple { reads = \"vessel.T\", range = { kelvin(300), kelvin(400) }, lag = "
           "seconds(0), " +
           kSays + " },\n" + instruments +
           "},\nhandles = { [\"FV-1\"] = valve { moves = \"valve.opening\", stroke = seconds(0), " + kSays +
           " } },\ncontrollers = {\n" + controllers + "\n},\n" + more + "}\n";
  }

  static scenario::ReadResult<scenario::Plant> read(const std::string& text) {
    scenario::PlantCatalogue catalogue;
    catalogue.flowsheets = {"works"};
    catalogue.names = [](const scenario::Plant&) {
      scenario::PlantNames names;
      names.signals = {{"valve.flow", "kg/s", 0.0, 2.0, "The flow."},
                       {"wild.flow", "kg/s", 0.0, 2.0, "Another flow."},
                       {"vessel.T", "K", 200.0, 500.0, "The temperature."},
                       {"vessel.level", "m", 0.0, 5.0, "The level."},
                       {"vessel.density", "kg/m^3", 0.0, 2000.0, "The density."}};
      names.inputs = {{"valve.opening", "1", 0.0, 1.0, "The valve."}};
      return names;
    };
    scenario::TextFiles files;
    files.put("works.lua", text);
    return scenario::check_plant(files, "works.lua", catalogue);
  }

  /// "LINE: message" of the first mistake; empty if there is none.
  static std::string mistake(const std::string& text) {
    const auto result = read(text);
    if (result.diagnostics.empty()) return "";
    return std::to_string(result.diagnostics[0].source.line) + ": " + result.diagnostics[0].message;
  }

  static scenario::Plant plant(const std::string& text) {
    const auto result = read(text);
    for (const scenario::Diagnostic& diagnostic : result.diagnostics) ADD_FAILURE() << scenario::sentence(diagnostic);
    return result.value.value_or(scenario::Plant{});
  }

  explicit SmallWorks(const std::string& controllers, const std::string& more = "", const std::string& instruments = "",
                      std::uint64_t seed = 7)
      : room(plant(text(controllers, more, instruments)), directory(), seed), state(room.initial(truth())) {}

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
      // the valve's flow lags by 3 s; 80 K per kg/s, 200 s
      signals[0] += (inputs[0] - signals[0]) / 3.0;
      signals[2] += (80.0 * signals[0] - (signals[2] - 300.0)) / 200.0;
    }
  }

  double value(const std::string& tag, scenario::SubjectKind kind) const {
    return room.value(state, room.subject({kind, tag, ""}));
  }
  double reading(const std::string& tag) const { return value(tag, scenario::SubjectKind::reading); }
  double setpoint(const std::string& tag) const { return value(tag, scenario::SubjectKind::setpoint); }
  double output(const std::string& tag) const { return value(tag, scenario::SubjectKind::output); }

  std::array<double, 5> signals = {0.0, 1.0, 300.0, 2.0, 800.0};  ///< flow, wild flow, temperature, level, density
  std::array<double, 1> inputs = {0.0};
  ControlRoom room;
  ControlRoomState state;
  std::int64_t scan = 0;

 private:
  static inline const std::string kSays = "says = { en = \"a\", zh = \"甲\" }";

  static PlantDirectory directory() {
    return {[](std::string_view name) {
              constexpr std::array<std::string_view, 5> names = {"valve.flow", "wild.flow", "vessel.T", "vessel.level",
                                                                 "vessel.density"};
              for (std::size_t i = 0; i < names.size(); ++i)
                if (names[i] == name) return static_cast<int>(i);
              return -1;
            },
            [](std::string_view name) { return name == "valve.opening" ? 0 : -1; }};
  }
  TruthView truth() const {
    return [this](int index) { return signals[static_cast<std::size_t>(index)]; };
  }
};

}  // namespace stillhouse
