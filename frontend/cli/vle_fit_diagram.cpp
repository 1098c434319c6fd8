#include <algorithm>
#include <cmath>

#include "engine/base/quantity.h"
#include "frontend/cli/vle_diagram.h"
#include "frontend/cli/vle_fit.h"

namespace stillhouse::cli {

namespace {

constexpr double residual_height = 150.0, residual_gap = 52.0;

struct Residual {
  double x, value;
  bool was_fitted;
};

/// Deviations over composition, about a line at zero.
std::string residual_svg(double left, double top, const std::vector<Residual>& residuals, const std::string& species,
                         const std::string& name) {
  double most = 0.0;
  for (const Residual& r : residuals) most = std::max(most, std::fabs(r.value));
  if (most == 0.0) most = 1.0;
  Diagram diagram({left, top, vle_side, residual_height}, value_axis(0.0, 1.0), value_axis(-1.05 * most, 1.05 * most));
  diagram.axes("mole fraction of " + species + " in the liquid", name);
  diagram.line("zero", {0.0, 0.0}, {1.0, 0.0});
  for (const Residual& r : residuals) diagram.line("stem", {r.x, 0.0}, {r.x, r.value});
  for (const Residual& r : residuals) diagram.dot(r.was_fitted ? "seen" : "unseen", {r.x, r.value}, 3.5);
  return diagram.svg();
}

}  // namespace

std::string fit_diagram(const FitReport& report) {
  const Fluid fluid = report.regression.fluid();
  // the first set of one pressure or temperature is drawn; without one, what boils at 1 atm
  double P = 101325.0, T = 0.0;
  std::vector<DrawnPoint> drawn;
  for (const SetReport& set : report.sets) {
    if (!set.P && !set.T) continue;
    P = set.P.value_or(0.0);
    T = set.T.value_or(0.0);
    for (const PairPoint& point : set.set->points) drawn.push_back({point.x, point.y, point.T, point.P});
    break;
  }
  const VleDiagrams both = vle_diagrams(fluid, P, T, drawn);

  // deviations of T where P is held, else of P
  std::vector<Residual> boiling, vapour;
  bool predicted = false;
  for (const SetReport& set : report.sets)
    for (std::size_t i = 0; i < set.deviations.size(); ++i) {
      const PairDeviation& d = set.deviations[i];
      const double x = set.set->points[i].x;
      predicted = predicted || !set.was_fitted;
      if (T > 0.0 ? d.P : d.T) boiling.push_back({x, T > 0.0 ? 100.0 * *d.P : *d.T, set.was_fitted});
      if (d.y) vapour.push_back({x, *d.y, set.was_fitted});
    }
  const double top = both.height + residual_gap - 24.0;
  std::string svg = both.svg;
  svg += residual_svg(vle_left, top, boiling, fluid.name(0),
                      T > 0.0 ? "pressure, computed less measured / %" : "temperature, computed less measured / K");
  svg += residual_svg(vle_left + vle_side + vle_gap, top, vapour, fluid.name(0),
                      fluid.name(0) + " in the vapour, computed less measured");

  std::string below = both.title;
  for (std::size_t i = 0; i < report.regression.names.size(); ++i)
    below += (i == 0 ? ": " : ", ") + report.regression.names[i] + " = " + rounded(report.regression.values[i], 5) +
             (report.regression.names[i][0] == 'b' ? " K" : "");
  below += std::string(" (circles: measured; blue: liquid, red: vapour") + (predicted ? ", orange: predicted)" : ")");
  return svg_picture(both.width, top + residual_height + vle_bottom + 24.0, both.title, svg, below);
}

}  // namespace stillhouse::cli
