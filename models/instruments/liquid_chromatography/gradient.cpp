#include "models/instruments/liquid_chromatography/gradient.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "engine/autodiff/functions.h"
#include "engine/base/error.h"
#include "models/control/setting_check.h"

namespace stillhouse {

namespace {

/// (e^x - 1) / x and its inverse ln(1 + y) / y, without losing digits near zero.
double growth(double x) {
  return std::abs(x) < 1e-5 ? 1.0 + x * (0.5 + x / 6.0) : (exp(x) - 1.0) / x;
}
double time_of_growth(double y) {
  return std::abs(y) < 1e-5 ? 1.0 - y * (0.5 - y / 3.0) : log(1.0 + y) / y;
}

/// Variance after travelling from retention ka to kb while k changes at the rate -S r k (rate = S r), or dz without.
double spread(double variance, double H, double u0, double rate, double dz, double ka, double kb) {
  if (std::abs(log(ka / kb)) < 1e-4 || rate == 0.0) return variance + H * dz;
  const auto widening = [](double k) { return 1.0 / k + 1.0 / (k * k) + 1.0 / (3.0 * k * k * k); };
  const double opened = (1.0 + ka) / ka, closed = kb / (1.0 + kb);
  return closed * closed * (variance * opened * opened + H * u0 / rate * (widening(kb) - widening(ka)));
}

}  // namespace

GradientProgramme::GradientProgramme(std::vector<Point> points) : points_(std::move(points)) {
  if (points_.empty() || points_.front().t != 0.0) throw ModelError("gradient: the first point must be at 0 s");
  for (std::size_t i = 0; i < points_.size(); ++i) {
    check_setting("gradient", "modifier", points_[i].phi, 0.0, 1.0);
    check_setting("gradient", "time", points_[i].t, i > 0 ? points_[i - 1].t : 0.0, 1e9);
  }
}

double GradientProgramme::phi(double t) const {
  for (std::size_t i = 1; i < points_.size(); ++i) {
    const Point &a = points_[i - 1], &b = points_[i];
    if (t < b.t) return t <= a.t ? a.phi : a.phi + (b.phi - a.phi) * (t - a.t) / (b.t - a.t);
  }
  return points_.back().phi;
}

GradientProgramme GradientProgramme::delayed(double dwell) const {
  if (dwell <= 0.0) return *this;
  std::vector<Point> later = {points_.front()};
  for (const Point& p : points_) later.push_back({p.t + dwell, p.phi});
  return GradientProgramme(std::move(later));
}

GradientElution elute(const LinearSolventStrength& solute, const GradientProgramme& at_inlet,
                      const std::function<double(double phi)>& plate_height, double start_variance, double until) {
  const double L = solute.length, u0 = L / solute.t0;
  const auto retention = [&](double phi) { return exp(solute.w - solute.S * phi); };
  const auto& points = at_inlet.points();
  double z = 0.0, variance = start_variance;
  for (std::size_t i = 0; i < points.size(); ++i) {
    const bool last = i + 1 == points.size();
    const double dtau = last ? std::numeric_limits<double>::infinity() : points[i + 1].t - points[i].t;
    if (dtau <= 0.0) continue;
    const double from = points[i].phi;
    const double slope = last ? 0.0 : (points[i + 1].phi - from) / dtau;
    const double rate = solute.S * slope, k = retention(from);

    // the whole line, or as far as the end of the column
    const double whole = last ? std::numeric_limits<double>::infinity() : u0 / k * dtau * growth(rate * dtau);
    if (z + whole < L) {
      variance =
          spread(variance, plate_height(from + 0.5 * slope * dtau), u0, rate, whole, k, retention(points[i + 1].phi));
      z += whole;
      continue;
    }
    const double wait = (L - z) * k / u0;
    const double tau = wait * time_of_growth(rate * wait);
    const double t = points[i].t + tau + solute.t0;
    if (!(t <= until)) {
      // stopped by the end of the run: where it is then
      const double stopped = std::max(0.0, until - solute.t0 - points[i].t);
      z += last ? u0 / k * stopped : u0 / k * stopped * growth(rate * stopped);
      break;
    }
    const double phi = from + slope * tau, left = retention(phi);
    variance = spread(variance, plate_height(0.5 * (from + phi)), u0, rate, L - z, k, left);
    return {t, sqrt(variance) * (1.0 + left) / u0, left, 1.0};
  }
  GradientElution stuck;
  stuck.place = z / L;
  return stuck;
}

}  // namespace stillhouse
