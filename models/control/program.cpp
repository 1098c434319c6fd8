#include "models/control/program.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "engine/base/error.h"
#include "models/control/setting_check.h"

namespace stillhouse {

Program::Program(std::vector<Segment> segments) : segments_(std::move(segments)) {
  if (segments_.empty()) throw ModelError("program: at least one segment is needed");
  for (const Segment& segment : segments_) {
    check_setting("program", "target", segment.target, -1e300, 1e300);
    check_setting("program", "rate", segment.rate, 0.0, 1e300);
    check_setting("program", "soak", segment.soak, 0.0, 1e300);
    check_setting("program", "hold_back", segment.hold_back, 0.0, 1e300);
  }
}

void Program::start(State& state, double set_point) const {
  state = {.set_point = set_point, .segment = 0};
}

double Program::scan(State& state, const Reading& measurement, double dt, bool pause) const {
  if (!running(state)) return state.set_point;
  const Segment& segment = segments_[static_cast<std::size_t>(state.segment)];
  const bool blind = measurement.quality == Quality::bad || !std::isfinite(measurement.value);
  const bool apart =
      segment.hold_back > 0.0 && (blind || std::fabs(measurement.value - state.set_point) > segment.hold_back);
  state.held = pause || apart;
  if (state.held) return state.set_point;

  // what the ramp leaves of the scan is soaked
  const double way = segment.target - state.set_point, step = segment.rate * dt;
  if (segment.rate > 0.0 && std::fabs(way) > step) {
    state.set_point += way > 0.0 ? step : -step;
    return state.set_point;
  }
  state.soaked += dt - (segment.rate > 0.0 ? std::fabs(way) / segment.rate : 0.0);
  state.set_point = segment.target;
  if (state.soaked >= segment.soak) {
    ++state.segment;
    state.soaked = 0.0;
  }
  return state.set_point;
}

}  // namespace stillhouse
