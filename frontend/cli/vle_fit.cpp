#include "frontend/cli/vle_fit.h"

#include <algorithm>
#include <cmath>

namespace stillhouse::cli {

namespace {

/// Between which x the measured y - x changes its sign.
std::optional<std::array<double, 2>> sign_change(std::vector<PairPoint> points) {
  std::erase_if(points, [](const PairPoint& p) { return !p.y || p.x <= 0.0 || p.x >= 1.0; });
  std::sort(points.begin(), points.end(), [](const PairPoint& a, const PairPoint& b) { return a.x < b.x; });
  for (std::size_t i = 0; i < points.size(); ++i) {
    const double here = *points[i].y - points[i].x;
    if (here == 0.0) return std::array{points[i].x, points[i].x};
    if (i > 0 && (here > 0.0) != (*points[i - 1].y - points[i - 1].x > 0.0))
      return std::array{points[i - 1].x, points[i].x};
  }
  return std::nullopt;
}

SetReport set_report(const Fluid& fluid, const Fluid& ideal, const VleSet& set, bool was_fitted) {
  SetReport report;
  report.set = &set;
  report.was_fitted = was_fitted;
  report.T = one_temperature(set.points);
  if (!report.T) report.P = one_pressure(set.points);
  for (const PairPoint& point : set.points) {
    const PairDeviation d = deviation(fluid, point);
    if (d.T) report.T_spread.add(*d.T);
    if (d.P) report.P_spread.add(*d.P);
    if (d.y) report.y_spread.add(*d.y);
    for (const auto& gamma : d.log_gamma)
      if (gamma) report.gamma_spread.add(*gamma);
    report.deviations.push_back(d);
  }
  report.area = area_test(ideal, set.points);
  report.point = point_test(ideal, set.points);
  if (report.P) report.azeotropes = azeotropes_at_pressure(fluid, *report.P);
  if (report.T) report.azeotropes = azeotropes_at_temperature(fluid, *report.T);
  report.measured_azeotrope = sign_change(set.points);
  return report;
}

}  // namespace

void Spread::add(double value) {
  ++count;
  sum += value;
  squares += value * value;
  largest = std::max(largest, std::fabs(value));
}

double Spread::rms() const {
  return std::sqrt(squares / count);
}

FitReport fit_report(const VleData& fitted, const VleData* predicted, const PairChoice& choice) {
  FitReport report{regress_pair(fitted.components, fitted.all(), choice), choice, {}, 0.0};
  report.misfit = std::sqrt(report.regression.fit.cost / static_cast<double>(report.regression.measurements));
  const Fluid fluid = report.regression.fluid();
  const Fluid ideal({fitted.components[0], fitted.components[1]}, LiquidModel::ideal);
  for (const VleSet& set : fitted.sets) report.sets.push_back(set_report(fluid, ideal, set, true));
  if (predicted)
    for (const VleSet& set : predicted->sets) report.sets.push_back(set_report(fluid, ideal, set, false));
  return report;
}

}  // namespace stillhouse::cli
