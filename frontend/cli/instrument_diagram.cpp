#include <algorithm>

#include "frontend/cli/diagram.h"
#include "frontend/cli/instrument_report.h"

namespace stillhouse::cli {

namespace {

constexpr double width = 1000.0, height = 360.0;

/// A curve of many points, drawn by the lowest and the highest of each thousandth of its width, in their order.
std::vector<Place> thinned(const std::vector<double>& x, const std::vector<double>& y) {
  constexpr std::size_t steps = 1000;
  std::vector<Place> places;
  if (x.size() <= 3 * steps) {
    for (std::size_t i = 0; i < x.size(); ++i) places.push_back({x[i], y[i]});
    return places;
  }
  for (std::size_t step = 0; step < steps; ++step) {
    const std::size_t begin = step * x.size() / steps, end = (step + 1) * x.size() / steps;
    const auto [low, high] = std::minmax_element(y.begin() + begin, y.begin() + end);
    for (const auto at : {std::min(low, high), std::max(low, high)})
      places.push_back({x[static_cast<std::size_t>(at - y.begin())], *at});
  }
  return places;
}

std::string name_of(const Analysis::Column& column) {
  std::string name = column.name;
  std::replace(name.begin(), name.end(), '_', ' ');
  return column.unit.empty() || column.unit == "1" ? name : name + " / " + column.unit;
}

/// What the marked places rise to, from the lowest.
std::vector<double> marked_heights(const Analysis& analysis) {
  const Analysis::Column &x = analysis.signal[0], &y = analysis.signal[1];
  std::vector<double> heights;
  for (const Analysis::Mark& mark : analysis.marks) {
    const auto after = std::lower_bound(x.values.begin(), x.values.end(), mark.at);
    const auto i = std::min<std::size_t>(static_cast<std::size_t>(after - x.values.begin()), x.values.size() - 1);
    heights.push_back(y.values[i]);
  }
  std::sort(heights.begin(), heights.end());
  return heights;
}

/// A curve below `ceiling` with its marks; those that would stand on each other climb.
std::string curve_svg(const Analysis& analysis, std::size_t column, double top, double ceiling) {
  const Analysis::Column &x = analysis.signal[0], &y = analysis.signal[column];
  const auto [left, right] = std::minmax_element(x.values.begin(), x.values.end());
  const double low = *std::min_element(y.values.begin(), y.values.end());
  const bool marked = column == 1 && !analysis.marks.empty();
  const double room = marked ? 0.15 * (ceiling - low) : 0.0;
  std::vector<double> cut = y.values;
  for (double& value : cut) value = std::min(value, ceiling);
  Diagram diagram({80.0, top, width - 110.0, height}, value_axis(*left, *right), value_axis(low, ceiling + room));
  diagram.axes(name_of(x), name_of(y));
  diagram.curve("bubble", thinned(x.values, cut));
  // readings that can be counted are seen one by one
  if (cut.size() <= 20)
    for (std::size_t i = 0; i < cut.size(); ++i) diagram.dot("liquid", {x.values[i], cut[i]}, 3.5);
  double behind = -1e300, raised = 0.0;
  for (const Analysis::Mark& mark : analysis.marks) {
    if (!marked) break;
    const auto after = std::lower_bound(x.values.begin(), x.values.end(), mark.at);
    const auto i = std::min<std::size_t>(static_cast<std::size_t>(after - x.values.begin()), x.values.size() - 1);
    const double at = (width - 110.0) * (mark.at - *left) / std::max(*right - *left, 1e-300);
    raised = at < behind + 48.0 ? (raised < 30.0 ? raised + 15.0 : 0.0) : 0.0;
    behind = at;
    // words at an edge stay within the picture
    const double edge = 60.0;
    const char* anchor = at < edge ? "start" : at > width - 110.0 - edge ? "end" : "middle";
    diagram.text({mark.at, cut[i]}, 0.0, -6.0 - raised, anchor, mark.text);
  }
  return diagram.svg();
}

}  // namespace

std::string analysis_svg(const InstrumentKind& kind, const Analysis& analysis) {
  std::string diagrams;
  double top = 50.0;
  const auto add = [&](std::size_t column, double ceiling) {
    diagrams += curve_svg(analysis, column, top, ceiling);
    top += height + 80.0;
  };
  for (std::size_t j = 1; j < analysis.signal.size() && j <= 3; ++j) {
    const std::vector<double>& y = analysis.signal[j].values;
    if (y.empty()) continue;
    const double highest = *std::max_element(y.begin(), y.end()), low = *std::min_element(y.begin(), y.end());
    add(j, highest);
    if (j > 1 || analysis.marks.size() < 3) continue;
    // once more without what dwarfs the rest: the solvent
    const std::vector<double> heights = marked_heights(analysis);
    double ceiling = low;
    for (const double one : heights)
      if (one - low <= 10.0 * (heights[heights.size() / 2] - low)) ceiling = one;
    if (highest - low > 3.0 * (ceiling - low)) add(j, 1.05 * ceiling);
  }
  return svg_picture(width, top + 20.0, kind.title.en, diagrams, kind.title.en);
}

}  // namespace stillhouse::cli
