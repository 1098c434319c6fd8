#include "models/control/gain_schedule.h"

#include <cstddef>
#include <string>
#include <utility>

#include "engine/base/error.h"
#include "models/control/setting_check.h"

namespace stillhouse {

GainSchedule::GainSchedule(std::vector<Point> points) : points_(std::move(points)) {
  if (points_.empty()) throw ModelError("gain_schedule: at least one point is needed");
  for (std::size_t i = 0; i < points_.size(); ++i) {
    check_setting("gain_schedule", "at", points_[i].at, -1e300, 1e300);
    check_setting("gain_schedule", "gain", points_[i].tuning.gain, 0.0, 1e300);
    check_setting("gain_schedule", "integral_time", points_[i].tuning.integral_time, 0.0, 1e300);
    check_setting("gain_schedule", "derivative_time", points_[i].tuning.derivative_time, 0.0, 1e300);
    if (i > 0 && !(points_[i].at > points_[i - 1].at))
      throw ModelError("gain_schedule: its points must rise, " + std::to_string(points_[i].at) + " follows " +
                       std::to_string(points_[i - 1].at));
  }
}

PidTuning GainSchedule::tuning(double at) const {
  if (!(at > points_.front().at)) return points_.front().tuning;
  for (std::size_t i = 1; i < points_.size(); ++i) {
    const Point &low = points_[i - 1], &high = points_[i];
    if (at >= high.at) continue;
    const double share = (at - low.at) / (high.at - low.at);
    const auto between = [share](double a, double b) { return a + share * (b - a); };
    return {between(low.tuning.gain, high.tuning.gain), between(low.tuning.integral_time, high.tuning.integral_time),
            between(low.tuning.derivative_time, high.tuning.derivative_time)};
  }
  return points_.back().tuning;
}

}  // namespace stillhouse
