#include "frontend/cli/vle_diagram.h"

#include <algorithm>
#include <vector>

#include "engine/base/quantity.h"
#include "labs/grading/axis.h"
#include "labs/grading/html.h"
#include "models/properties/liquid_split.h"

namespace stillhouse::cli {

namespace {

constexpr double side = 360.0;     // of each diagram, in units of the view box
constexpr double headroom = 0.06;  // of the curves, for the name of a highest azeotrope
constexpr double left = 70.0, gap = 90.0, top = 44.0, bottom = 56.0;

struct Place {
  double x, y;
};

/// One diagram: a square with two axes, and what is drawn in it.
class Diagram {
 public:
  Diagram(double offset, const Axis& across, const Axis& up) : offset_(offset), across_(across), up_(up) {}

  void frame(const std::string& name_across, const std::string& name_up) {
    for (const double tick : across_.ticks) {
      line("grid", {tick, up_.low}, {tick, up_.high});
      text({tick, up_.low}, 0.0, 18.0, "middle", html::fixed(tick, across_.decimals));
    }
    for (const double tick : up_.ticks) {
      line("grid", {across_.low, tick}, {across_.high, tick});
      text({across_.low, tick}, -8.0, 4.0, "end", html::fixed(tick, up_.decimals));
    }
    text({0.5 * (across_.low + across_.high), up_.low}, 0.0, 42.0, "middle", name_across);
    text({across_.low, up_.high}, -40.0, -14.0, "start", name_up);
  }
  void line(const char* style, Place from, Place to) { curve(style, {from, to}); }
  void curve(const char* style, const std::vector<Place>& places) {
    svg_ += std::string("<polyline class=\"") + style + "\" points=\"";
    for (const Place& place : places) svg_ += html::fixed(x(place), 2) + "," + html::fixed(y(place), 2) + " ";
    svg_ += "\"/>\n";
  }
  void mark(Place place) {
    svg_ += "<circle class=\"azeotrope\" cx=\"" + html::fixed(x(place), 2) + "\" cy=\"" + html::fixed(y(place), 2) +
            "\" r=\"4.5\"/>\n";
  }
  void text(Place at, double dx, double dy, const char* anchor, const std::string& words) {
    svg_ += "<text x=\"" + html::fixed(x(at) + dx, 1) + "\" y=\"" + html::fixed(y(at) + dy, 1) + "\" text-anchor=\"" +
            anchor + "\">" + html::escaped(words) + "</text>\n";
  }
  const std::string& svg() const { return svg_; }

 private:
  double x(Place place) const { return offset_ + side * across_.fraction(place.x); }
  double y(Place place) const { return top + side * (1.0 - up_.fraction(place.y)); }

  double offset_;
  Axis across_, up_;
  std::string svg_;
};

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
    for (const double z : {0.5, 0.2, 0.8, 0.05, 0.95})
      if (!two) two = liquid_split(fluid, pair(z), T);
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

std::string vle_diagram(const Fluid& fluid, double P, double T) {
  const bool at_pressure = P > 0.0;
  const std::vector<FluidEquilibrium> curve = boiling_curve(fluid, P, T);
  const auto height = [&](const FluidEquilibrium& e) { return at_pressure ? e.T : 1e-3 * e.P; };
  double low = height(curve[0]), high = low;
  std::vector<Place> bubble, dew, both;
  for (const FluidEquilibrium& e : curve) {
    low = std::min(low, height(e));
    high = std::max(high, height(e));
    bubble.push_back({e.x[0], height(e)});
    dew.push_back({e.y[0], height(e)});
    both.push_back({e.x[0], e.y[0]});
  }

  const std::string first = fluid.name(0);
  const Axis unit = value_axis(0.0, 1.0);
  Diagram boiling(left, unit, value_axis(low, high + headroom * (high - low))),
      composition(left + side + gap, unit, unit);
  boiling.frame("mole fraction of " + first, at_pressure ? "temperature / K" : "pressure / kPa");
  boiling.curve("bubble", bubble);
  boiling.curve("dew", dew);
  composition.frame(first + " in the liquid", first + " in the vapour");
  composition.line("diagonal", {0.0, 0.0}, {1.0, 1.0});
  composition.curve("dew", both);

  std::vector<FluidEquilibrium> azeotropes;
  if (at_pressure) azeotropes = azeotropes_at_pressure(fluid, P);
  for (const FluidEquilibrium& e : azeotropes) {
    const Place place{e.y[0], height(e)};
    // the words stand where the curves leave room: not above a lowest boiling point
    const bool lowest = place.y < 0.5 * (low + high);
    boiling.mark(place);
    boiling.text(place, 0.0, lowest ? 20.0 : -12.0,
                 e.y[0] > 0.7   ? "end"
                 : e.y[0] < 0.3 ? "start"
                                : "middle",
                 "azeotrope " + rounded(e.T, 5) + " K, " + rounded(e.y[0], 3));
    composition.mark({e.y[0], e.y[0]});
  }

  const double width = left + 2.0 * side + gap + 24.0, whole = top + side + bottom;
  const std::string title = fluid.name(0) + " and " + fluid.name(1) + ", " + name_of(fluid.model()) + ", at " +
                            (at_pressure ? rounded(1e-3 * P, 6) + " kPa" : rounded(T, 6) + " K");
  return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + html::fixed(width, 0) + " " +
         html::fixed(whole + 24.0, 0) + "\" width=\"" + html::fixed(width, 0) + "\" height=\"" +
         html::fixed(whole + 24.0, 0) + "\" role=\"img\" aria-label=\"" + html::escaped(title) +
         "\">\n<style>text{font:13px sans-serif;fill:#1d2733}polyline{fill:none;stroke-width:2}.grid{stroke:#d5dbe1;"
         "stroke-width:1}.bubble{stroke:#1f6fb2}.dew{stroke:#c0392b}.diagonal{stroke:#7b8794;stroke-width:1}"
         ".azeotrope{fill:#1d2733}</style>\n<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n" +
         boiling.svg() + composition.svg() + "<text x=\"" + html::fixed(0.5 * width, 1) + "\" y=\"" +
         html::fixed(whole + 12.0, 1) + "\" text-anchor=\"middle\">" + html::escaped(title) +
         " (blue: liquid that begins to boil, red: vapour)</text>\n</svg>\n";
}

}  // namespace stillhouse::cli
