#pragma once

#include "tests/labs/session/written_works.h"

namespace stillhouse {

/// A valve whose flow heats a vessel, beside a wild flow: what strategies of control are tried on.
/// Signals: flow, wild flow, temperature, level, density. Input: the valve.
class SmallWorks : public WrittenWorks {
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

  /// "LINE: message" of a text's first mistake; empty if there is none.
  static std::string mistake(const std::string& text) { return WrittenWorks::mistake(text, names()); }
  static scenario::Plant plant(const std::string& text) { return WrittenWorks::plant(text, names()); }

  explicit SmallWorks(const std::string& controllers, const std::string& more = "", const std::string& instruments = "",
                      std::uint64_t seed = 7)
      : WrittenWorks(text(controllers, more, instruments), names(), {0.0, 1.0, 300.0, 2.0, 800.0}, seed) {}

  double reading(const std::string& tag) const { return value(tag, scenario::SubjectKind::reading); }
  double setpoint(const std::string& tag) const { return value(tag, scenario::SubjectKind::setpoint); }

 private:
  static scenario::PlantNames names() {
    scenario::PlantNames names;
    names.signals = {{"valve.flow", "kg/s", 0.0, 2.0, "The flow."},
                     {"wild.flow", "kg/s", 0.0, 2.0, "Another flow."},
                     {"vessel.T", "K", 200.0, 500.0, "The temperature."},
                     {"vessel.level", "m", 0.0, 5.0, "The level."},
                     {"vessel.density", "kg/m^3", 0.0, 2000.0, "The density."}};
    names.inputs = {{"valve.opening", "1", 0.0, 1.0, "The valve."}};
    return names;
  }
  void respond() override {
    // the valve's flow lags by 3 s; 80 K per kg/s, 200 s
    signals[0] += (inputs[0] - signals[0]) / 3.0;
    signals[2] += (80.0 * signals[0] - (signals[2] - 300.0)) / 200.0;
  }
};

}  // namespace stillhouse
