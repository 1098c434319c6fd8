#include "frontend/views/trend_axes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace stillhouse {

namespace {

/// Lengths of pen down, pen up, ... in points; empty: solid.
const std::array<std::vector<float>, 6> kDashes{{{}, {8, 3}, {2, 2.5f}, {10, 3, 2, 3}, {5, 5}, {12, 3, 2, 3, 2, 3}}};

constexpr double kEdge = 1e-9;

}  // namespace

std::vector<double> value_ticks(double low, double high, int most) {
  std::vector<double> ticks;
  if (!(high > low) || most < 1) return ticks;
  const double rough = (high - low) / most;
  const double power = std::pow(10.0, std::floor(std::log10(rough)));
  double step = 10.0 * power;
  for (const double nice : {1.0, 2.0, 5.0}) {
    if (nice * power >= rough) {
      step = nice * power;
      break;
    }
  }
  for (double k = std::ceil(low / step - kEdge); k * step <= high + kEdge * step; ++k) ticks.push_back(k * step);
  return ticks;
}

std::vector<double> time_ticks(double from, double to, int most) {
  constexpr std::array<double, 13> kSteps{5, 10, 20, 30, 60, 120, 300, 600, 900, 1200, 1800, 3600, 7200};
  std::vector<double> ticks;
  if (!(to > from) || most < 1) return ticks;
  const double rough = (to - from) / most;
  double step = kSteps.back() * std::ceil(rough / kSteps.back());
  for (const double nice : kSteps) {
    if (nice >= rough) {
      step = nice;
      break;
    }
  }
  for (double k = std::ceil(from / step - kEdge); k * step <= to + kEdge; ++k) ticks.push_back(k * step);
  return ticks;
}

std::vector<TrendScale> trend_scales(const ScreenState& screen, const std::vector<int>& pens, double from, double to,
                                     bool fits) {
  std::vector<TrendScale> scales;
  std::vector<std::string> units;
  for (const int index : pens) {
    const TrendPen& pen = screen.lab->pens[static_cast<std::size_t>(index)];
    TrendScale scale{pen.low, pen.high, pen.format, -1};
    if (fits) {
      scale.low = std::numeric_limits<double>::infinity();
      scale.high = -scale.low;
      for (const TrendSpan& span : screen.trends.decimated(index, from, to, 200)) {
        scale.low = std::min(scale.low, static_cast<double>(span.low));
        scale.high = std::max(scale.high, static_cast<double>(span.high));
      }
    }
    scales.push_back(scale);
    auto unit = std::find(units.begin(), units.end(), pen.format.printed);
    if (unit == units.end()) unit = units.insert(units.end(), pen.format.printed);
    const auto place = static_cast<int>(unit - units.begin());
    scales.back().side = place < 2 ? place : -1;
  }

  // one scale for all pens of a unit: two temperatures are compared by their height
  for (std::size_t u = 0; u < units.size(); ++u) {
    double low = std::numeric_limits<double>::infinity(), high = -low;
    for (const TrendScale& scale : scales) {
      if (scale.format.printed != units[u]) continue;
      low = std::min(low, scale.low);
      high = std::max(high, scale.high);
    }
    if (!(high >= low)) low = 0.0, high = 1.0;
    // a margin, and room for a signal that stands still
    const double least = std::max(1e-3 * std::max(std::abs(low), std::abs(high)), 1e-6);
    // a signal at the end of its range must not lie under the frame
    const double margin = fits ? std::max(0.06 * (high - low), least) : 0.02 * (high - low);
    for (TrendScale& scale : scales) {
      if (scale.format.printed != units[u]) continue;
      scale.low = low - margin;
      scale.high = high + margin;
    }
  }
  return scales;
}

void dashed_line(ImDrawList& draw, const std::vector<ImVec2>& points, ImU32 colour, float width, int style,
                 float scale) {
  const std::vector<float>& dashes = kDashes[static_cast<std::size_t>(style) % kDashes.size()];
  if (points.size() < 2) return;
  if (dashes.empty()) {
    draw.AddPolyline(points.data(), static_cast<int>(points.size()), colour, ImDrawFlags_None, width);
    return;
  }
  std::size_t dash = 0;
  float left = dashes[0] * scale;
  for (std::size_t i = 0; i + 1 < points.size(); ++i) {
    ImVec2 a = points[i];
    const ImVec2 b = points[i + 1];
    float reach = std::hypot(b.x - a.x, b.y - a.y);
    while (reach > 0.0f) {
      const float go = std::min(left, reach);
      const ImVec2 c{a.x + (b.x - a.x) * go / reach, a.y + (b.y - a.y) * go / reach};
      if (dash % 2 == 0) draw.AddLine(a, c, colour, width);
      a = c;
      reach -= go;
      left -= go;
      if (left <= 1e-4f) {
        dash = (dash + 1) % dashes.size();
        left = dashes[dash] * scale;
      }
    }
  }
}

}  // namespace stillhouse
