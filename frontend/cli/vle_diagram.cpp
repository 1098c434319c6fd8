#include "frontend/cli/vle_diagram.h"

#include <algorithm>
#include <vector>

#include "engine/base/quantity.h"
#include "models/properties/liquid_split.h"

namespace stillhouse::cli {

namespace {

constexpr double headroom = 0.06;  // of the curves, for the name of a highest azeotrope

PerSpecies<double> pair(double x) {
  PerSpecies<double> result;
  result.push_back(x);
  result.push_back(1.0 - x);
  return result;
}

/// What boils at each composition of the whole liquid, in one liquid or in two.
std::vector<FluidEquilibrium> boiling_curve(const Fluid& fluid, double P, double T) {
  std::vector<FluidEquilibrium> curve;
  const auto at = [&](const PerSpecies<double>& x) {
    return P > 0.0 ? bubble_at_pressure(fluid, x, P) : bubble_at_temperature(fluid, x, T);
  };
  // both liquids that boil together, between which nothing changes
  std::optional<LiquidSplit> two;
  if (P > 0.0) {
    if (const auto together = heterogeneous_azeotrope(fluid, P)) two = liquid_split(fluid, together->x, together->T);
  } else {
    two = any_liquid_split(fluid, T);
  }
  constexpr int points = 200;
  std::vector<double> fractions;
  for (int i = 0; i <= points; ++i) fractions.push_back(static_cast<double>(i) / points);
  if (two) {
    fractions.push_back(two->first[0]);
    fractions.push_back(two->second[0]);
  }
  std::sort(fractions.begin(), fractions.end());
  for (const double x : fractions) {
    const bool between = two && x > two->second[0] && x < two->first[0];
    FluidEquilibrium e = at(between ? two->first : pair(x));
    e.x = pair(x);
    curve.push_back(e);
  }
  return curve;
}

}  // namespace

VleDiagrams vle_diagrams(const Fluid& fluid, double P, double T, const std::vector<DrawnPoint>& measured) {
  const bool at_pressure = P > 0.0;
  const std::vector<FluidEquilibrium> curve = boiling_curve(fluid, P, T);
  const auto height = [&](const FluidEquilibrium& e) { return at_pressure ? e.T : 1e-3 * e.P; };
  const auto measured_height = [&](const DrawnPoint& point) -> std::optional<double> {
    if (at_pressure) return point.T;
    return point.P ? std::optional(1e-3 * *point.P) : std::nullopt;
  };
  double low = height(curve[0]), high = low;
  std::vector<Place> bubble, dew, both;
  for (const FluidEquilibrium& e : curve) {
    low = std::min(low, height(e));
    high = std::max(high, height(e));
    bubble.push_back({e.x[0], height(e)});
    dew.push_back({e.y[0], height(e)});
    both.push_back({e.x[0], e.y[0]});
  }
  for (const DrawnPoint& point : measured)
    if (const auto at = measured_height(point)) low = std::min(low, *at), high = std::max(high, *at);

  const std::string first = fluid.name(0);
  const Axis unit = value_axis(0.0, 1.0);
  Diagram boiling({vle_left, vle_top, vle_side, vle_side}, unit, value_axis(low, high + headroom * (high - low))),
      composition({vle_left + vle_side + vle_gap, vle_top, vle_side, vle_side}, unit, unit);
  boiling.axes("mole fraction of " + first, at_pressure ? "temperature / K" : "pressure / kPa");
  boiling.curve("bubble", bubble);
  boiling.curve("dew", dew);
  composition.axes(first + " in the liquid", first + " in the vapour");
  composition.line("diagonal", {0.0, 0.0}, {1.0, 1.0});
  composition.curve("dew", both);
  for (const DrawnPoint& point : measured) {
    if (const auto at = measured_height(point)) {
      boiling.dot("liquid", {point.x, *at}, 3.5);
      if (point.y) boiling.dot("vapour", {*point.y, *at}, 3.5);
    }
    if (point.y) composition.dot("vapour", {point.x, *point.y}, 3.5);
  }

  for (const FluidEquilibrium& e :
       at_pressure ? azeotropes_at_pressure(fluid, P) : azeotropes_at_temperature(fluid, T)) {
    const Place place{e.y[0], height(e)};
    // the words stand where the curves leave room: not above a lowest boiling point
    const bool below = place.y < 0.5 * (low + high);
    boiling.dot("azeotrope", place);
    boiling.text(place, 0.0, below ? 20.0 : -12.0,
                 e.y[0] > 0.7   ? "end"
                 : e.y[0] < 0.3 ? "start"
                                : "middle",
                 "azeotrope " + (at_pressure ? rounded(e.T, 5) + " K" : rounded(1e-3 * e.P, 4) + " kPa") + ", " +
                     rounded(e.y[0], 3));
    composition.dot("azeotrope", {e.y[0], e.y[0]});
  }
  return {boiling.svg() + composition.svg(),
          fluid.name(0) + " and " + fluid.name(1) + ", " + name_of(fluid.model()) + ", at " +
              (at_pressure ? rounded(1e-3 * P, 6) + " kPa" : rounded(T, 6) + " K"),
          vle_left + 2.0 * vle_side + vle_gap + 24.0, vle_top + vle_side + vle_bottom};
}

std::string vle_diagram(const Fluid& fluid, double P, double T) {
  const VleDiagrams both = vle_diagrams(fluid, P, T);
  return svg_picture(both.width, both.height + 24.0, both.title, both.svg,
                     both.title + " (blue: liquid that begins to boil, red: vapour)");
}

}  // namespace stillhouse::cli
