#include "models/instruments/gas_chromatography/oven_program.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/base/error.h"

namespace stillhouse {

OvenProgram::OvenProgram(double T, double hold, const std::vector<Ramp>& ramps) : corners_{{0.0, T}} {
  const auto stay = [&](double time) {
    if (time > 0.0) corners_.push_back({corners_.back().t + time, corners_.back().T});
  };
  stay(hold);
  for (const Ramp& ramp : ramps) {
    if (!(ramp.rate > 0.0)) throw ModelError("oven: the rate of a ramp must be above 0 K/min");
    const double way = std::abs(ramp.T - corners_.back().T);
    if (way > 0.0) corners_.push_back({corners_.back().t + way / ramp.rate, ramp.T});
    stay(ramp.hold);
  }
}

double OvenProgram::temperature(double t) const {
  for (std::size_t i = 0; i + 1 < corners_.size(); ++i) {
    const Corner &a = corners_[i], &b = corners_[i + 1];
    if (t < b.t) return a.T + (b.T - a.T) * (t - a.t) / (b.t - a.t);
  }
  return corners_.back().T;
}

double OvenProgram::rate(double t) const {
  for (std::size_t i = 0; i + 1 < corners_.size(); ++i) {
    const Corner &a = corners_[i], &b = corners_[i + 1];
    if (t < b.t) return (b.T - a.T) / (b.t - a.t);
  }
  return 0.0;
}

double OvenProgram::next_corner(double t) const {
  for (const Corner& corner : corners_)
    if (corner.t > t) return corner.t;
  return std::numeric_limits<double>::infinity();
}

double OvenProgram::highest() const {
  double highest = 0.0;
  for (const Corner& corner : corners_) highest = std::max(highest, corner.T);
  return highest;
}

}  // namespace stillhouse
