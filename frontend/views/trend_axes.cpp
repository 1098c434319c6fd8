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

std::vector<double> logarithmic_ticks(double low, double high) {
  std::vector<double> ticks;
  if (!(low > 0.0 && high > low)) return ticks;
  const double decades = std::log10(high / low);
  for (double power = std::pow(10.0, std::floor(std::log10(low))); power <= high * (1.0 + kEdge); power *= 10.0) {
    for (const double nice : {1.0, 2.0, 5.0}) {
      if (nice > 1.0 && decades > 4.0) continue;
      const double tick = nice * power;
      if (tick >= low * (1.0 - kEdge) && tick <= high * (1.0 + kEdge)) ticks.push_back(tick);
    }
  }
  return ticks;
}

double TrendScale::height(double value) const {
  double share = 0.0;
  if (logarithmic) {
    share = value > 0.0 ? std::log(value / low) / std::log(high / low) : -1.0;
  } else {
    share = (value - low) / (high - low);
  }
  return (share - from) / (to - from);
}

double TrendScale::value(double height) const {
  const double share = from + height * (to - from);
  return logarithmic ? low * std::pow(high / low, share) : low + share * (high - low);
}

std::vector<TrendScale> trend_scales(const ScreenState& screen, const std::vector<int>& pens, double from, double to,
                                     const ScaleWish& wish) {
  constexpr double kHuge = std::numeric_limits<double>::infinity();
  constexpr double kDecades = 1e-3;  // a range that begins at zero has three decades
  struct UnitRange {
    std::string unit;
    double low = kHuge, high = -kHuge, least_positive = kHuge;
  };
  std::vector<UnitRange> units;
  std::vector<std::size_t> unit_of;
  const auto place_of = [&](int index) {
    const std::string& unit = screen.lab->pens[static_cast<std::size_t>(index)].format.printed;
    auto found = std::find_if(units.begin(), units.end(), [&](const UnitRange& range) { return range.unit == unit; });
    if (found == units.end()) found = units.insert(units.end(), {.unit = unit});
    return static_cast<std::size_t>(found - units.begin());
  };
  // its unit comes first whose axis is wanted on the left
  if (wish.first >= 0 && static_cast<std::size_t>(wish.first) < pens.size())
    place_of(pens[static_cast<std::size_t>(wish.first)]);
  for (const int index : pens) {
    const TrendPen& pen = screen.lab->pens[static_cast<std::size_t>(index)];
    unit_of.push_back(place_of(index));
    UnitRange& range = units[unit_of.back()];
    if (!wish.fits) {
      range.low = std::min(range.low, pen.low);
      range.high = std::max(range.high, pen.high);
    }
    if (!wish.fits && !wish.logarithmic) continue;
    for (const TrendSpan& span : screen.trends.decimated(index, from, to, 200)) {
      const auto low = static_cast<double>(span.low), high = static_cast<double>(span.high);
      if (wish.fits) {
        range.low = std::min(range.low, low);
        range.high = std::max(range.high, high);
      }
      if (low > 0.0) range.least_positive = std::min(range.least_positive, low);
    }
  }

  // one scale for all pens of a unit: two temperatures are compared by their height
  std::vector<TrendScale> scales;
  std::vector<TrendScale> by_unit;
  for (UnitRange& range : units) {
    if (!(range.high >= range.low)) range.low = 0.0, range.high = 1.0;
    TrendScale scale;
    scale.from = wish.from;
    scale.to = wish.to;
    scale.logarithmic = wish.logarithmic && range.high > 0.0 && range.low >= 0.0;
    if (scale.logarithmic) {
      const double least = range.least_positive < kHuge ? range.least_positive : range.high * kDecades;
      scale.low = std::min(range.low > 0.0 ? range.low : std::max(least, 1e-6 * range.high), 0.5 * range.high) / 1.1;
      scale.high = range.high * 1.1;
    } else {
      // a margin, and room for a signal that stands still; a signal at the end of its range must not lie under the
      // frame
      const double least = std::max(1e-3 * std::max(std::abs(range.low), std::abs(range.high)), 1e-6);
      const double span = range.high - range.low;
      const double margin = wish.fits ? std::max(0.06 * span, least) : 0.02 * span;
      scale.low = range.low - margin;
      scale.high = range.high + margin;
    }
    by_unit.push_back(scale);
  }
  for (std::size_t i = 0; i < pens.size(); ++i) {
    scales.push_back(by_unit[unit_of[i]]);
    scales.back().format = screen.lab->pens[static_cast<std::size_t>(pens[i])].format;
    scales.back().side = unit_of[i] < 2 ? static_cast<int>(unit_of[i]) : -1;
  }
  return scales;
}

const std::vector<float>& dash_pattern(int style) {
  return kDashes[static_cast<std::size_t>(style) % kDashes.size()];
}

void dashed_line(ImDrawList& draw, const std::vector<ImVec2>& points, ImU32 colour, float width, int style,
                 float scale) {
  const std::vector<float>& dashes = dash_pattern(style);
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
