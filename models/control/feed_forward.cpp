#include "models/control/feed_forward.h"

#include <algorithm>

#include "engine/base/error.h"
#include "models/control/first_order_lag.h"
#include "models/control/setting_check.h"

namespace stillhouse {

double ratio_set_point(double wild, double ratio, double bias, double low, double high) {
  return std::clamp(ratio * wild + bias, low, high);
}

double bumpless_ratio(double wild, double set_point, double bias) {
  return wild != 0.0 ? (set_point - bias) / wild : 0.0;
}

LeadLag::LeadLag(const Settings& settings) : settings_(settings) {
  check_setting("lead_lag", "gain", settings.gain, -1e300, 1e300);
  check_setting("lead_lag", "lead", settings.lead, 0.0, 1e300);
  check_setting("lead_lag", "lag", settings.lag, 0.0, 1e300);
  check_setting("lead_lag", "rest", settings.rest, -1e300, 1e300);
  if (settings.lag == 0.0 && settings.lead > 0.0) throw ModelError("lead_lag: a lead needs a lag");
}

double LeadLag::scan(State& state, double disturbance, double dt) const {
  const double d = disturbance - settings_.rest;
  if (!state.started) {
    state.lagged = state.before = d;
    state.started = true;
  }
  state.lagged = lagged(state.lagged, state.before, d, settings_.lag, dt);
  state.before = d;
  const double share = settings_.lag > 0.0 ? settings_.lead / settings_.lag : 0.0;
  return settings_.gain * (share * d + (1.0 - share) * state.lagged);
}

}  // namespace stillhouse
