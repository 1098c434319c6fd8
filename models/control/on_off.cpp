#include "models/control/on_off.h"

#include <cmath>

#include "models/control/setting_check.h"

namespace stillhouse {

OnOff::OnOff(const Settings& settings) : settings_(settings) {
  check_setting("on_off", "hysteresis", settings.hysteresis, 0.0, 1e300);
  check_setting("on_off", "least_on", settings.least_on, 0.0, 1e300);
  check_setting("on_off", "least_off", settings.least_off, 0.0, 1e300);
}

void OnOff::follow(State& state, bool on, double dt) const {
  state.since = on == state.on ? state.since + dt : 0.0;
  state.on = on;
}

bool OnOff::scan(State& state, const Reading& measurement, double dt) const {
  state.since += dt;
  if (measurement.quality == Quality::bad || !std::isfinite(measurement.value)) {
    if (state.on) state.since = 0.0;
    return state.on = false;
  }
  const double sign = settings_.action == PidAction::reverse ? 1.0 : -1.0;
  const double missing = sign * (state.set_point - measurement.value), half = 0.5 * settings_.hysteresis;
  const bool wanted = missing > half || (state.on && missing >= -half);
  const double least = state.on ? settings_.least_on : settings_.least_off;
  if (wanted != state.on && state.since >= least) {
    state.on = wanted;
    state.since = 0.0;
  }
  return state.on;
}

}  // namespace stillhouse
