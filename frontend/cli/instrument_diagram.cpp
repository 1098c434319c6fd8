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
  return column.unit.empty() || column.unit == "1" ? column.name : column.name + " / " + column.unit;
}

}  // namespace

std::string analysis_svg(const InstrumentKind& kind, const Analysis& analysis) {
  std::string diagrams;
  double top = 50.0;
  for (std::size_t j = 1; j < analysis.signal.size() && j <= 3; ++j) {
    const Analysis::Column &x = analysis.signal[0], &y = analysis.signal[j];
    if (x.values.empty()) continue;
    const auto [left, right] = std::minmax_element(x.values.begin(), x.values.end());
    const auto [low, high] = std::minmax_element(y.values.begin(), y.values.end());
    // room for the marks over the peaks
    const double room = j == 1 && !analysis.marks.empty() ? 0.12 * (*high - *low) : 0.0;
    Diagram diagram({80.0, top, width - 110.0, height}, value_axis(*left, *right), value_axis(*low, *high + room));
    diagram.axes(name_of(x), name_of(y));
    diagram.curve("bubble", thinned(x.values, y.values));
    if (j == 1)
      for (const Analysis::Mark& mark : analysis.marks) {
        const auto after = std::lower_bound(x.values.begin(), x.values.end(), mark.at);
        const std::size_t i =
            std::min<std::size_t>(static_cast<std::size_t>(after - x.values.begin()), x.values.size() - 1);
        diagram.text({mark.at, y.values[i]}, 0.0, -6.0, "middle", mark.text);
      }
    diagrams += diagram.svg();
    top += height + 80.0;
  }
  return svg_picture(width, top + 20.0, kind.title.en, diagrams, kind.title.en);
}

}  // namespace stillhouse::cli
