#include "models/control/cascade.h"

#include <algorithm>

#include "engine/base/error.h"

namespace stillhouse {

Cascade::Cascade(const Pid& primary, const Pid& secondary) : primary_(primary), secondary_(secondary) {
  if (!secondary.settings().has_remote) throw ModelError("cascade: the secondary controller takes no remote set-point");
}

double Cascade::share(double set_point) const {
  const Pid::Settings& inner = secondary_.settings();
  return std::clamp((set_point - inner.set_point_low) / (inner.set_point_high - inner.set_point_low), 0.0, 1.0);
}

double Cascade::scan(Pid::State& primary, Pid::State& secondary, const Reading& outer, const Reading& inner, double dt,
                     std::optional<double> tracked) const {
  const Pid::Settings& limits = secondary_.settings();
  std::optional<double> held;
  if (secondary.mode != PidMode::cascade || secondary.tracking || tracked) {
    held = share(secondary.set_point);
  } else {
    // at a limit of the final element: what would the primary ask for?
    Pid::State tried = primary;
    const double wanted = primary_.scan(tried, outer, dt) - primary.output;
    const double outward = limits.action == PidAction::reverse ? wanted : -wanted;
    const bool beyond = (secondary.output >= limits.output_high && outward > 0.0) ||
                        (secondary.output <= limits.output_low && outward < 0.0);
    if (beyond) held = primary.output;
  }
  const double u = primary_.scan(primary, outer, dt, held);
  const double remote = limits.set_point_low + u * (limits.set_point_high - limits.set_point_low);
  return secondary_.scan(secondary, inner, dt, tracked, remote);
}

}  // namespace stillhouse
