#include "frontend/presenter/bench_sketch.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace stillhouse {

namespace {

/// A bell of height 1 and about two widths at its half, with a light tail to the right.
double bell(double x, double middle, double width, double tail) {
  const double off = (x - middle) / (x > middle ? width * tail : width);
  const double shape = 1.0 + off * off;
  return 1.0 / (shape * shape * shape);
}

struct Peak {
  double middle, width, height;
};
constexpr Peak kPeaks[] = {{0.10, 0.006, 0.9}, {0.27, 0.012, 0.5}, {0.38, 0.014, 0.75},
                           {0.45, 0.016, 0.4}, {0.63, 0.022, 0.6}, {0.84, 0.028, 0.45}};
constexpr Peak kBands[] = {{0.22, 0.09, 0.85}, {0.45, 0.05, 0.2}, {0.66, 0.10, 0.6}, {0.76, 0.05, 0.25}};

double sum_of(std::span<const Peak> peaks, double x, double tail) {
  double y = 0.0;
  for (const Peak& peak : peaks) y += peak.height * bell(x, peak.middle, peak.width, tail);
  return y;
}

bool is_any(const std::string& kind, std::initializer_list<const char*> kinds) {
  return std::any_of(kinds.begin(), kinds.end(), [&](const char* known) { return kind == known; });
}

double signal_of(const std::string& kind, double x) {
  if (is_any(kind, {"gas_chromatograph", "liquid_chromatograph"})) return 0.03 + sum_of(kPeaks, x, 1.3);
  if (is_any(kind, {"burette", "titrator", "karl_fischer"})) {
    const double off = (x - 0.55) / 0.03;
    return 0.5 + 0.35 * off / std::sqrt(1.0 + off * off) + 0.1 * (x - 0.5);
  }
  return 0.05 + sum_of(kBands, x, 1.0);
}

}  // namespace

std::vector<Point> bench_sketch(const scenario::Lab& lab) {
  std::vector<Point> points;
  if (lab.bench.instruments.empty() || !lab.plant.sample_points.empty()) return points;
  constexpr int kPoints = 240;
  for (int i = 0; i <= kPoints; ++i) {
    const double x = static_cast<double>(i) / kPoints;
    points.push_back({x, std::clamp(signal_of(lab.bench.instruments.front().kind, x), 0.0, 1.0)});
  }
  return points;
}

}  // namespace stillhouse
