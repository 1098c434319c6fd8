#include "models/instruments/chromatogram/integrator.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/base/error.h"
#include "engine/base/quantity.h"
#include "models/instruments/chromatogram/separation_measures.h"

namespace stillhouse {

namespace {

using Edge = IntegratedPeak::Edge;
constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

/// A peak by its points.
struct Found {
  std::size_t start, apex, end;
  Edge start_edge, end_edge;
};

/// A straight line between two points of the signal.
struct Baseline {
  double x0, y0, x1, y1;
  double operator()(std::size_t i) const {
    return x1 > x0 ? y0 + (y1 - y0) * (static_cast<double>(i) - x0) / (x1 - x0) : y0;
  }
};

std::vector<double> slopes(const std::vector<double>& y, std::size_t m, double step) {
  std::vector<double> slope(y.size(), 0.0);
  double norm = 0.0;
  for (std::size_t j = 1; j <= m; ++j) norm += 2.0 * static_cast<double>(j * j);
  for (std::size_t i = m; i + m < y.size(); ++i) {
    double sum = 0.0;
    for (std::size_t j = 1; j <= m; ++j) sum += static_cast<double>(j) * (y[i + j] - y[i - j]);
    slope[i] = sum / (norm * step);
  }
  return slope;
}

/// Peaks by the sign of the slope; `confirm` points in a row make a change.
std::vector<Found> found_peaks(const std::vector<double>& y, const std::vector<double>& slope, double steep,
                               std::size_t confirm, std::size_t first) {
  enum class State { baseline, climbing, falling };
  std::vector<Found> found;
  State state = State::baseline;
  std::size_t up = 0, down = 0, flat = 0;
  bool fell = false;
  Found peak{};
  const auto highest = [&](std::size_t from, std::size_t to) {
    return static_cast<std::size_t>(std::max_element(y.begin() + from, y.begin() + to + 1) - y.begin());
  };
  for (std::size_t i = first; i < y.size(); ++i) {
    up = slope[i] > steep ? up + 1 : 0;
    down = slope[i] < -steep ? down + 1 : 0;
    flat = std::abs(slope[i]) <= steep ? flat + 1 : 0;
    if (state == State::baseline && up >= confirm) {
      // back to where it began to climb at all
      std::size_t start = i + 1 - up;
      while (start > first && slope[start - 1] > 0.1 * steep) --start;
      if (!found.empty()) start = std::max(start, found.back().end);
      peak = {start, i, i, Edge::baseline, Edge::baseline};
      state = State::climbing;
      fell = false;
    } else if (state == State::climbing && slope[i] < 0.0) {
      peak.apex = highest(peak.start, i);
      state = State::falling;
      fell = false;
    } else if (state == State::falling) {
      fell = fell || down >= confirm;
      if (up >= confirm) {
        if (!fell) {  // noise at the apex
          state = State::climbing;
          continue;
        }
        const auto valley = std::min_element(y.begin() + peak.apex, y.begin() + i + 1) - y.begin();
        peak.end = static_cast<std::size_t>(valley);
        peak.end_edge = Edge::valley;
        found.push_back(peak);
        peak = {peak.end, i, i, Edge::valley, Edge::baseline};
        state = State::climbing;
        fell = false;
      } else if (flat >= 2 * confirm) {
        // forward until it no longer falls at all
        std::size_t end = i + 1 - flat / 2;
        while (end + 1 < y.size() && slope[end] < -0.1 * steep && slope[end] > -steep) ++end;
        peak.end = end;
        if (fell) found.push_back(peak);
        state = State::baseline;
        up = 0;
        i = std::max(i, end);
      }
    }
  }
  if (state == State::falling && fell) {
    peak.end = y.size() - 1;
    found.push_back(peak);
  }
  return found;
}

/// Signal over a baseline, and widths where it falls to a part of the height.
class Shape {
 public:
  Shape(const std::vector<double>& y, const Found& peak, const Baseline& baseline, double place, double height)
      : y_(y), peak_(peak), baseline_(baseline), place_(place), height_(height) {}

  double front(double part) const {
    for (std::size_t i = peak_.apex; i > peak_.start; --i)
      if (over(i - 1) < part * height_) return place_ - crossing(i - 1, i, part);
    return nothing;
  }
  double tail(double part) const {
    for (std::size_t i = peak_.apex; i < peak_.end; ++i)
      if (over(i + 1) < part * height_) return crossing(i + 1, i, part) - place_;
    return nothing;
  }

 private:
  double over(std::size_t i) const { return y_[i] - baseline_(i); }
  double crossing(std::size_t below, std::size_t above, double part) const {
    const double low = over(below), high = over(above);
    const double share = high > low ? (part * height_ - low) / (high - low) : 0.5;
    return static_cast<double>(below) + share * (static_cast<double>(above) - static_cast<double>(below));
  }

  const std::vector<double>& y_;
  const Found& peak_;
  const Baseline& baseline_;
  double place_, height_;
};

double area_over(const std::vector<double>& y, const Baseline& baseline, std::size_t from, std::size_t to) {
  double sum = 0.0;
  for (std::size_t i = from; i < to; ++i) sum += 0.5 * (y[i] - baseline(i) + y[i + 1] - baseline(i + 1));
  return sum;
}

/// The straight line below peaks `first` to `last` that touch, broken at valleys that lie below it.
void draw_baselines(const std::vector<double>& y, const std::vector<Found>& found, std::size_t first, std::size_t last,
                    IntegratorSettings::Valley valley, std::vector<Baseline>& baselines) {
  const auto line = [&](std::size_t from, std::size_t to) {
    return Baseline{static_cast<double>(from), y[from], static_cast<double>(to), y[to]};
  };
  std::size_t begin = first;
  while (begin <= last) {
    std::size_t until = last;
    if (valley == IntegratorSettings::Valley::valley_to_valley) {
      until = begin;
    } else {
      // the lowest slope from the start: no valley before it is below the line
      double least = std::numeric_limits<double>::infinity();
      for (std::size_t p = begin; p <= last; ++p) {
        const double rise = (y[found[p].end] - y[found[begin].start]) /
                            static_cast<double>(std::max<std::size_t>(1, found[p].end - found[begin].start));
        if (rise <= least) {
          least = rise;
          until = p;
        }
      }
      // only a valley that penetrates the line to the end breaks it
      const Baseline whole = line(found[begin].start, found[last].end);
      if (y[found[until].end] >= whole(found[until].end)) until = last;
    }
    for (std::size_t p = begin; p <= until; ++p) baselines[p] = line(found[begin].start, found[until].end);
    begin = until + 1;
  }
}

/// Where the tangent from the valley before a skimmed peak touches the tail behind it.
std::size_t tangent_point(const std::vector<double>& y, const Found& child, std::size_t limit) {
  std::size_t touch = child.end;
  double least = std::numeric_limits<double>::infinity();
  for (std::size_t i = child.apex + 1; i <= limit; ++i) {
    const double rise = (y[i] - y[child.start]) / static_cast<double>(i - child.start);
    if (rise < least) {
      least = rise;
      touch = i;
    }
  }
  return touch;
}

}  // namespace

std::string IntegratedPeak::edges() const {
  const auto letter = [](Edge edge) { return edge == Edge::baseline ? 'B' : edge == Edge::valley ? 'V' : 'S'; };
  return {letter(start_edge), letter(end_edge)};
}

double noise_of(const Chromatogram& chromatogram) {
  std::vector<double> sizes;
  for (std::size_t i = 1; i < chromatogram.signal.size(); ++i)
    sizes.push_back(std::abs(chromatogram.signal[i] - chromatogram.signal[i - 1]));
  if (sizes.empty()) return 0.0;
  const auto middle = sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 2);
  std::nth_element(sizes.begin(), middle, sizes.end());
  return 1.4826 / 1.41421356237309505 * *middle;
}

std::vector<IntegratedPeak> integrated_peaks(const Chromatogram& chromatogram, const IntegratorSettings& settings) {
  if (!(settings.peak_width > 0.0) || !(settings.threshold > 0.0))
    throw ModelError("integrator: peak width " + rounded(settings.peak_width, 6) + " s and threshold " +
                     rounded(settings.threshold, 6) + " must be above 0");
  const std::vector<double>& y = chromatogram.signal;
  const double step = chromatogram.step;
  const auto width = static_cast<std::size_t>(std::max(4.0, settings.peak_width / step));
  const std::size_t m = std::max<std::size_t>(1, width / 4), confirm = std::max<std::size_t>(2, width / 4);
  if (y.size() < 4 * width) return {};
  const double skipped = std::max(0.0, (settings.from - chromatogram.start) / step);
  const auto first = static_cast<std::size_t>(std::min(skipped, static_cast<double>(y.size())));
  std::vector<Found> found =
      found_peaks(y, slopes(y, m, step), settings.threshold / settings.peak_width, confirm, first);

  std::vector<Baseline> baselines(found.size());
  std::vector<double> areas(found.size());
  for (std::size_t begin = 0; begin < found.size();) {
    std::size_t last = begin;
    while (last + 1 < found.size() && found[last].end_edge == Edge::valley) ++last;
    draw_baselines(y, found, begin, last, settings.valley, baselines);
    for (std::size_t p = begin; p <= last; ++p) areas[p] = area_over(y, baselines[p], found[p].start, found[p].end);
    // small peaks on the tail of a large one
    for (std::size_t parent = begin; parent < last; ++parent) {
      const double height = y[found[parent].apex] - baselines[parent](found[parent].apex);
      std::size_t child = parent + 1;
      for (; child <= last; ++child) {
        const double small = y[found[child].apex] - y[found[child].start];
        if (settings.skim_ratio <= 0.0 || small * settings.skim_ratio > height) break;
        const std::size_t limit = child < last ? found[child].end : found[last].end;
        const std::size_t touch = tangent_point(y, found[child], limit);
        const double below = area_over(y, baselines[parent], found[child].start, found[child].end);
        baselines[child] = {static_cast<double>(found[child].start), y[found[child].start], static_cast<double>(touch),
                            y[touch]};
        found[child].end = touch;
        found[child].start_edge = found[child].end_edge = Edge::skim;
        areas[child] = area_over(y, baselines[child], found[child].start, touch);
        areas[parent] += below - areas[child];
      }
      parent = child - 1;
    }
    begin = last + 1;
  }

  std::vector<IntegratedPeak> peaks;
  for (std::size_t p = 0; p < found.size(); ++p) {
    const Found& one = found[p];
    // the apex between the points, of the signal smoothed over the slope's stretch
    const auto smooth = [&](std::size_t i) {
      const std::size_t half = std::min({m / 2, i, y.size() - 1 - i});
      double sum = 0.0;
      for (std::size_t j = i - half; j <= i + half; ++j) sum += y[j];
      return sum / static_cast<double>(2 * half + 1);
    };
    double place = static_cast<double>(one.apex), height = y[one.apex] - baselines[p](one.apex);
    if (one.apex > m && one.apex + m < y.size()) {
      const std::size_t d = std::max<std::size_t>(1, m / 2);
      const double a = smooth(one.apex - d), b = smooth(one.apex), c = smooth(one.apex + d);
      const double bend = a - 2.0 * b + c;
      if (bend < 0.0) place += std::clamp(0.5 * (a - c) / bend, -1.0, 1.0) * static_cast<double>(d);
    }
    IntegratedPeak peak{};
    peak.start = chromatogram.time(static_cast<double>(one.start));
    peak.apex = chromatogram.time(place);
    peak.end = chromatogram.time(static_cast<double>(one.end));
    peak.start_edge = one.start_edge;
    peak.end_edge = one.end_edge;
    peak.height = height;
    peak.area = areas[p] * step;
    if (!(peak.area > settings.minimum_area) || !(height > settings.threshold)) continue;
    const Shape shape(y, one, baselines[p], place, height);
    peak.width_half = (shape.front(0.5) + shape.tail(0.5)) * step;
    peak.width_10 = (shape.front(0.1) + shape.tail(0.1)) * step;
    peak.asymmetry = shape.tail(0.1) / shape.front(0.1);
    peak.tailing = (shape.front(0.05) + shape.tail(0.05)) / (2.0 * shape.front(0.05));
    peak.plates = separation_measures::plates_at_half_height(peak.apex, peak.width_half);
    peak.resolution = peaks.empty() ? nothing
                                    : separation_measures::resolution_at_half_height(
                                          peaks.back().apex, peaks.back().width_half, peak.apex, peak.width_half);
    peaks.push_back(peak);
  }
  return peaks;
}

}  // namespace stillhouse
