#include "models/control/actuator.h"

#include <algorithm>

#include "models/control/setting_check.h"

namespace stillhouse {

Actuator::Actuator(const Settings& settings) : settings_(settings) {
  check_span("actuator", settings.low, settings.high);
  check_setting("actuator", "stroke", settings.stroke, 0.0, 1e300);
  check_setting("actuator", "initial", settings.initial, 0.0, 1.0);
}

Actuator::State Actuator::initial() const {
  return {settings_.initial, settings_.initial, false};
}

double Actuator::scan(State& state, double dt, std::optional<double> forced) const {
  const double aim = forced ? std::clamp(*forced, 0.0, 1.0) : state.command;
  if (!state.jammed) {
    const double step = settings_.stroke > 0.0 ? dt / settings_.stroke : 1.0;
    const double way = aim - state.position;
    // the last step lands on the aim itself, so that a full travel of n scans takes n, not n + 1 by rounding
    if (way > step * (1.0 + 1e-9))
      state.position += step;
    else if (way < -step * (1.0 + 1e-9))
      state.position -= step;
    else
      state.position = aim;
  }
  return input(state);
}

double Actuator::input(const State& state) const {
  return settings_.low + state.position * (settings_.high - settings_.low);
}

double Actuator::fraction(double input) const {
  return (input - settings_.low) / (settings_.high - settings_.low);
}

std::optional<Refusal> Actuator::may_command(const State&, double command) const {
  if (!(command >= 0.0)) return Refusal{"The value is below the lower end of the range.", "数值低于量程下限。"};
  if (!(command <= 1.0)) return Refusal{"The value is above the upper end of the range.", "数值高于量程上限。"};
  return {};
}

void Actuator::command(State& state, double command) const {
  state.command = std::clamp(command, 0.0, 1.0);
}

}  // namespace stillhouse
