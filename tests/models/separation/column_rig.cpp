#include "tests/models/separation/column_rig.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace stillhouse {

ColumnRig::ColumnRig(const std::vector<ParameterValue>& parameters)
    : simulator(find_flowsheet_kind("pilot_column").build(parameters)) {
  const Flowsheet& plant = simulator.plant();
  for (int i = 0; i < plant.unknown_count(); ++i) {
    const VariableInfo& v = plant.variables()[static_cast<std::size_t>(i)];
    if (v.unit == "mol" && v.kind == Kind::differential) holdups_.push_back(i);
  }
  heat_ = plant.find_signal("kettle.heat");
}

void ColumnRig::set(std::string_view input, double value) {
  const int index = simulator.plant().find_input(input);
  if (index < 0) throw std::invalid_argument("no input " + std::string(input));
  simulator.set_input(index, value);
}

double ColumnRig::operator[](std::string_view signal) const {
  const int index = simulator.plant().find_signal(signal);
  if (index < 0) throw std::invalid_argument("no signal " + std::string(signal));
  return simulator.signal(index);
}

void ColumnRig::start(double power) {
  set("kettle.power", power);
  set("cooling_water.valve", 0.8);
  set("drum.vent", 1.0);
}

void ColumnRig::run(double minutes) {
  run_until([] { return false; }, minutes);
}

bool ColumnRig::run_until(const std::function<bool()>& condition, double minutes) {
  const long scans = std::lround(minutes * 60.0);
  for (long scan = 0; scan < scans; ++scan) {
    if (condition()) return true;
    if (pump_on_level) set("drum.reflux_pump", std::clamp(3.0 * ((*this)["drum.level"] - 0.2), 0.0, 1.0));
    simulator.advance();
    watch();
  }
  return condition();
}

double ColumnRig::relative_gap(const std::string& quantity) const {
  for (const BalanceClosure& c : simulator.closures()) {
    if (c.name != quantity) continue;
    const double size = quantity == "energy" ? std::max(1e5, simulator.signal(heat_)) : c.start;
    return std::abs(c.gap) / size;
  }
  throw std::invalid_argument("no balance of " + quantity);
}

void ColumnRig::watch() {
  for (int i : holdups_) lowest_holdup = std::min(lowest_holdup, simulator.signal(i));
  if (simulator.scan() % 60 != 0) return;
  for (const char* quantity : {"light", "heavy", "air", "energy"})
    worst_gap = std::max(worst_gap, relative_gap(quantity));
}

}  // namespace stillhouse
