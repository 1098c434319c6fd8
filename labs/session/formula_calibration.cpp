#include "labs/session/formula_calibration.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <span>
#include <utility>

#include "engine/base/error.h"
#include "models/instruments/calibration/calibration_curve.h"
#include "models/instruments/calibration/check_standard.h"
#include "models/instruments/calibration/detection_limits.h"
#include "models/instruments/calibration/distributions.h"
#include "models/instruments/chromatogram/retention_index.h"

namespace stillhouse {

namespace {

constexpr double kNothing = std::numeric_limits<double>::quiet_NaN();

/// Points of a line, x and y in turn.
std::vector<CalibrationPoint> points_in(const std::vector<double>& numbers, std::size_t first) {
  std::vector<CalibrationPoint> points;
  for (std::size_t i = first; i + 1 < numbers.size(); i += 2) points.push_back({numbers[i], numbers[i + 1], 1.0});
  return points;
}

/// Points with the standard uncertainty of each answer: x, y, u in turn.
CalibrationCurve weighted_line(const std::vector<double>& numbers, std::size_t first) {
  std::vector<CalibrationPoint> points;
  for (std::size_t i = first; i + 2 < numbers.size(); i += 3)
    points.push_back({numbers[i], numbers[i + 1], 1.0 / (numbers[i + 2] * numbers[i + 2])});
  return {std::move(points), 1};
}

/// Slope and intercept, also through two points, which leave no degree of freedom.
std::pair<double, double> line_through(const std::vector<double>& numbers) {
  double x = 0.0, y = 0.0, xx = 0.0, xy = 0.0;
  const std::vector<CalibrationPoint> points = points_in(numbers, 0);
  const double n = static_cast<double>(points.size());
  for (const CalibrationPoint& point : points) {
    x += point.x / n;
    y += point.y / n;
  }
  for (const CalibrationPoint& point : points) {
    xx += (point.x - x) * (point.x - x);
    xy += (point.x - x) * (point.y - y);
  }
  return xx > 0.0 ? std::pair(xy / xx, y - xy / xx * x) : std::pair(kNothing, kNothing);
}

/// Alkanes, carbon atoms and time in turn, by rising times.
std::vector<AlkaneTime> ladder_in(const std::vector<double>& numbers, std::size_t first) {
  std::vector<AlkaneTime> ladder;
  for (std::size_t i = first; i + 1 < numbers.size(); i += 2)
    ladder.push_back({static_cast<int>(std::clamp(numbers[i] + 0.5, 0.0, 1e6)), numbers[i + 1]});
  std::sort(ladder.begin(), ladder.end(), [](const AlkaneTime& a, const AlkaneTime& b) { return a.t_R < b.t_R; });
  return ladder;
}

double of_line(const std::string& name, const std::vector<double>& a) {
  if (name == "slope") return line_through(a).first;
  if (name == "intercept") return line_through(a).second;
  if (name == "read_line") return CalibrationCurve(points_in(a, 1), 1).read(a[0]).x;
  if (name == "u_read_line")
    return CalibrationCurve(points_in(a, 2), 1).read(a[0], std::max(1, static_cast<int>(a[1] + 0.5))).u;
  if (name == "read_weighted") return weighted_line(a, 1).read(a[0]).x;
  if (name == "u_read_weighted") return weighted_line(a, 2).read(a[0], 1, 1.0 / (a[1] * a[1])).u;
  if (name == "added") return CalibrationCurve(points_in(a, 0), 1).added_to().x;
  if (name == "u_added") return CalibrationCurve(points_in(a, 0), 1).added_to().u;
  if (name == "p_curved") return linearity(CalibrationCurve(points_in(a, 0), 1)).curvature.value_or(kNothing);
  if (name == "p_misfit") return linearity(CalibrationCurve(points_in(a, 0), 1)).lack_of_fit.value_or(kNothing);
  if (name == "lod_line") return ich_limits(CalibrationCurve(points_in(a, 0), 1)).detected;
  if (name == "loq_line") return ich_limits(CalibrationCurve(points_in(a, 0), 1)).determined;
  return kNothing;
}

}  // namespace

double calibration_value(const std::string& name, const std::vector<double>& a) {
  try {
    if (name == "lod_blank") return blank_limits(std::span(a).subspan(1), a[0]).detected;
    if (name == "loq_blank") return blank_limits(std::span(a).subspan(1), a[0]).determined;
    if (name == "zeta") return check_standard({.x = a[0], .u = a[1]}, a[2], a[3]).zeta;
    if (name == "t_factor") return students_t_quantile(0.5 + 0.5 * a[0], a[1]);
    if (name == "kovats") return kovats_index(a[0], a[1], ladder_in(a, 2));
    if (name == "linear_index") return linear_index(a[0], ladder_in(a, 1));
    return of_line(name, a);
  } catch (const ModelError&) {
    return kNothing;
  }
}

}  // namespace stillhouse
