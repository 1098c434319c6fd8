#include "models/instruments/chromatogram/peak.h"

#include <algorithm>
#include <cmath>

#include "engine/autodiff/functions.h"
#include "models/instruments/chromatogram/scaled_erfc.h"

namespace stillhouse {

namespace {

constexpr double root_half = 0.70710678118654752440, root_two_pi = 2.50662827463100050242;

/// Value of a tailing peak (tau > 0) at x after its centre.
double tailing_peak(double area, double sigma, double tau, double x) {
  const double y = x / sigma, z = (sigma / tau - y) * root_half;
  if (z >= 0.0) return 0.5 * area / tau * exp(-0.5 * y * y) * scaled_erfc(z);
  // erfcx of a negative number grows without bound: 2 exp(z^2) - erfcx(-z), where exp(z^2 - y^2/2) is the tail
  const double tail = exp(0.5 * sigma * sigma / (tau * tau) - x / tau);
  return area / tau * tail - 0.5 * area / tau * exp(-0.5 * y * y) * scaled_erfc(-z);
}

double away_from_zero(double tau, double sigma) {
  return std::max(std::abs(tau), 1e-9 * sigma);
}

/// The time between `inside` and `outside` where the peak has the value.
double crossing(const Peak& peak, double value, double inside, double outside) {
  for (int i = 0; i < 100; ++i) {
    const double middle = 0.5 * (inside + outside);
    (peak(middle) > value ? inside : outside) = middle;
  }
  return 0.5 * (inside + outside);
}

}  // namespace

double Peak::operator()(double t) const {
  const double x = t - centre;
  return tailing_peak(area, sigma, away_from_zero(tau, sigma), tau < 0.0 ? -x : x);
}

void add_peak(const Peak& peak, Chromatogram& chromatogram) {
  const double tau = away_from_zero(peak.tau, peak.sigma), side = peak.tau < 0.0 ? -1.0 : 1.0;
  const double before = 9.0 * peak.sigma, behind = 9.0 * peak.sigma + 30.0 * tau;
  const double first = peak.centre - (side > 0.0 ? before : behind),
               last = peak.centre + (side > 0.0 ? behind : before);
  const double points = static_cast<double>(chromatogram.signal.size());
  const double from = std::ceil((first - chromatogram.start) / chromatogram.step);
  const double to = std::floor((last - chromatogram.start) / chromatogram.step);
  const auto begin = static_cast<std::size_t>(std::clamp(from, 0.0, points));
  const auto end = static_cast<std::size_t>(std::clamp(to + 1.0, 0.0, points));
  for (std::size_t i = begin; i < end; ++i) {
    const double x = chromatogram.time(static_cast<double>(i)) - peak.centre;
    chromatogram.signal[i] += tailing_peak(peak.area, peak.sigma, tau, side * x);
  }
}

PeakShape shape_of(const Peak& peak) {
  const double tau = away_from_zero(peak.tau, peak.sigma);
  // f' = (Gaussian - f) / tau: at the apex the peak meets its Gaussian
  const auto above_gaussian = [&](double x) {
    const double y = x / peak.sigma;
    return tailing_peak(peak.area, peak.sigma, tau, x) > peak.area / (peak.sigma * root_two_pi) * exp(-0.5 * y * y);
  };
  double low = 0.0, high = std::min(tau, 8.0 * peak.sigma);
  if (tau > 1e-4 * peak.sigma) {
    for (int i = 0; i < 100; ++i) {
      const double middle = 0.5 * (low + high);
      (above_gaussian(middle) ? high : low) = middle;
    }
  } else {
    low = high;
  }
  PeakShape shape{};
  shape.apex = peak.centre + (peak.tau < 0.0 ? -low : low);
  shape.height = peak(shape.apex);
  const double reach = 12.0 * peak.sigma + 12.0 * tau;
  const auto front = [&](double part) {
    return shape.apex - crossing(peak, part * shape.height, shape.apex, shape.apex - reach);
  };
  const auto tail = [&](double part) {
    return crossing(peak, part * shape.height, shape.apex, shape.apex + reach) - shape.apex;
  };
  shape.front_10 = front(0.1);
  shape.tail_10 = tail(0.1);
  shape.front_5 = front(0.05);
  shape.tail_5 = tail(0.05);
  shape.width_half = front(0.5) + tail(0.5);
  return shape;
}

}  // namespace stillhouse
