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

std::optional<double> Cascade::held(const Pid::State& primary, const Pid::State& secondary, const Reading& outer,
                                    double dt, bool forced, std::optional<double> forward) const {
  const Pid::Settings& limits = secondary_.settings();
  if (secondary.mode != PidMode::cascade || secondary.tracking || forced) return share(secondary.set_point);

  // at a limit of the final element: what would the primary ask for?
  Pid::State tried = primary;
  const double wanted = primary_.scan(tried, outer, dt, {}, {}, forward) - primary.output;
  const double outward = limits.action == PidAction::reverse ? wanted : -wanted;
  const bool beyond = (secondary.output >= secondary.within.high && outward > 0.0) ||
                      (secondary.output <= secondary.within.low && outward < 0.0);
  return beyond ? std::optional(primary.output) : std::nullopt;
}

double Cascade::remote(const Pid::State& primary) const {
  const Pid::Settings& limits = secondary_.settings();
  return limits.set_point_low + primary.output * (limits.set_point_high - limits.set_point_low);
}

double Cascade::scan(Pid::State& primary, Pid::State& secondary, const Reading& outer, const Reading& inner, double dt,
                     std::optional<double> tracked) const {
  primary_.scan(primary, outer, dt, held(primary, secondary, outer, dt, tracked.has_value()));
  return secondary_.scan(secondary, inner, dt, tracked, remote(primary));
}

}  // namespace stillhouse
