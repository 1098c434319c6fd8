#include "models/instruments/titration/end_points.h"

#include <algorithm>
#include <cmath>

#include "models/instruments/decimal.h"

namespace stillhouse {

namespace {

/// Slopes between neighbours and the volumes they belong to. Points are left out until volume and signal have moved,
/// the signal by at least `resolution`.
struct Slopes {
  std::vector<double> at, slope;
};

Slopes slopes_of(const std::vector<double>& volume, const std::vector<double>& signal, double resolution = 0.0) {
  Slopes result;
  std::size_t before = 0;
  for (std::size_t i = 1; i < volume.size(); ++i) {
    const double step = volume[i] - volume[before], change = signal[i] - signal[before];
    if (!(step > 0.0) || (std::fabs(change) < resolution && i + 1 < volume.size())) continue;
    result.at.push_back(0.5 * (volume[i] + volume[before]));
    result.slope.push_back(change / step);
    before = i;
  }
  return result;
}

double signal_at(const std::vector<double>& volume, const std::vector<double>& signal, double at) {
  std::size_t i = 1;
  while (i + 1 < volume.size() && volume[i] < at) ++i;
  const double step = volume[i] - volume[i - 1];
  return step > 0.0 ? signal[i - 1] + (signal[i] - signal[i - 1]) * (at - volume[i - 1]) / step : signal[i];
}

/// The top of the parabola through three points; the middle one where they have none between them.
double top(double x0, double x1, double x2, double y0, double y1, double y2) {
  const double a = x1 - x0, b = x1 - x2, u = y1 - y2, v = y1 - y0;
  const double below = a * u - b * v;
  if (below == 0.0) return x1;
  return std::clamp(x1 - 0.5 * (a * a * u - b * b * v) / below, x0, x2);
}

}  // namespace

std::vector<EndPoint> end_points_by_slope(const std::vector<double>& volume, const std::vector<double>& signal,
                                          double least, double resolution) {
  std::vector<EndPoint> result;
  if (volume.size() < 5) return result;
  const Slopes slopes = slopes_of(volume, signal, resolution);
  std::vector<double> steep(slopes.slope.size());
  for (std::size_t i = 0; i < steep.size(); ++i) steep[i] = std::fabs(slopes.slope[i]);
  const double steepest = steep.empty() ? 0.0 : *std::max_element(steep.begin(), steep.end());
  if (!(steepest > 0.0)) return result;

  // a peak has a valley of half its height on either side: towards the one before and towards the end
  const auto lowest = [&](std::size_t from, std::size_t to) {
    return *std::min_element(steep.begin() + static_cast<std::ptrdiff_t>(from),
                             steep.begin() + static_cast<std::ptrdiff_t>(to) + 1);
  };
  std::vector<std::size_t> peaks;
  for (std::size_t i = 1; i + 1 < steep.size(); ++i) {
    if (steep[i] < least * steepest || steep[i] < steep[i - 1] || steep[i] <= steep[i + 1]) continue;
    if (lowest(i, steep.size() - 1) > 0.5 * steep[i]) continue;
    if (peaks.empty()) {
      if (lowest(0, i) <= 0.5 * steep[i]) peaks.push_back(i);
    } else if (lowest(peaks.back(), i) <= 0.5 * std::min(steep[peaks.back()], steep[i])) {
      peaks.push_back(i);
    } else if (steep[i] > steep[peaks.back()]) {
      peaks.back() = i;
    }
  }
  for (const std::size_t i : peaks) {
    const double at = top(slopes.at[i - 1], slopes.at[i], slopes.at[i + 1], steep[i - 1], steep[i], steep[i + 1]);
    result.push_back({at, signal_at(volume, signal, at), slopes.slope[i]});
  }
  return result;
}

std::optional<EndPoint> end_point_by_curvature(const std::vector<double>& volume, const std::vector<double>& signal) {
  const Slopes slopes = slopes_of(volume, signal);
  if (slopes.slope.size() < 4) return {};
  std::size_t steepest = 0;
  for (std::size_t i = 1; i < slopes.slope.size(); ++i)
    if (std::fabs(slopes.slope[i]) > std::fabs(slopes.slope[steepest])) steepest = i;
  if (steepest == 0 || steepest + 1 == slopes.slope.size() || slopes.slope[steepest] == 0.0) return {};
  // the second derivative on either side of the steepest slope, each at the middle of two slopes
  const auto curvature = [&](std::size_t i) {
    return (slopes.slope[i + 1] - slopes.slope[i]) / (slopes.at[i + 1] - slopes.at[i]);
  };
  const double x0 = 0.5 * (slopes.at[steepest - 1] + slopes.at[steepest]), y0 = curvature(steepest - 1);
  const double x1 = 0.5 * (slopes.at[steepest] + slopes.at[steepest + 1]), y1 = curvature(steepest);
  if (y0 == y1) return {};
  const double at = std::clamp(x0 - y0 * (x1 - x0) / (y1 - y0), x0, x1);
  return EndPoint{at, signal_at(volume, signal, at), slopes.slope[steepest]};
}

std::optional<GranLine> gran_end_point(const std::vector<double>& volume, const std::vector<double>& pH, double start,
                                       double from, double to, GranCase which) {
  const bool acid = which == GranCase::weak_acid || which == GranCase::strong_acid;
  const bool strong = which == GranCase::strong_acid || which == GranCase::strong_base;
  double n = 0.0, sx = 0.0, sy = 0.0, sxx = 0.0, sxy = 0.0, syy = 0.0;
  for (std::size_t i = 0; i < volume.size(); ++i) {
    const double x = volume[i];
    if (!(from < x && x < to)) continue;
    const double y = (strong ? start + x : x) * ten_to(acid ? -pH[i] : pH[i] - 14.0);
    n += 1.0, sx += x, sy += y, sxx += x * x, sxy += x * y, syy += y * y;
  }
  if (n < 3.0) return {};
  const double Sxx = sxx - sx * sx / n, Sxy = sxy - sx * sy / n, Syy = syy - sy * sy / n;
  if (!(Sxx > 0.0) || Sxy == 0.0) return {};
  const double slope = Sxy / Sxx, mean_x = sx / n, mean_y = sy / n;
  const double at = mean_x - mean_y / slope;
  const double scatter = std::max(0.0, Syy - slope * Sxy) / (n - 2.0);
  const double variance = scatter / (slope * slope) * (1.0 / n + (at - mean_x) * (at - mean_x) / Sxx);
  return GranLine{at, slope, sqrt(variance)};
}

}  // namespace stillhouse
