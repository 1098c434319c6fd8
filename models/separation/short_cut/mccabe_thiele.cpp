#include "models/separation/short_cut/mccabe_thiele.h"

#include <algorithm>
#include <cstddef>
#include <string>

#include "engine/base/error.h"
#include "models/control/setting_check.h"
#include "models/properties/bracketed_root.h"

namespace stillhouse {

namespace {

constexpr int most_stages = 500;

void check_fraction(std::string_view name, double value) {
  check_setting("mccabe_thiele", name, value, 0.0, 1.0);
}

/// y = slope x + intercept.
struct Line {
  double slope, intercept;
  double operator()(double x) const { return slope * x + intercept; }
};

/// Operating lines from the top section to the bottom one.
std::vector<Line> operating_lines(const StagedColumn& column) {
  check_setting("mccabe_thiele", "D", column.D, 1e-300, 1e300);
  check_setting("mccabe_thiele", "R", column.R, 0.0, 1e300);
  check_setting("mccabe_thiele", "efficiency", column.efficiency, 1e-3, 1.5);
  check_fraction("x_D", column.x_D);
  double L = column.R * column.D, V = L + column.D, light = column.D * column.x_D;
  std::vector<Line> lines{{L / V, light / V}};
  for (const SideStream& side : column.sides) {
    check_fraction("z of a side stream", side.z);
    L += side.q * side.flow;
    V -= (1.0 - side.q) * side.flow;
    light -= side.flow * side.z;
    if (!(L > 0.0 && V > 0.0))
      throw ModelError("mccabe_thiele: below a side stream of " + std::to_string(side.flow) +
                       " there is no flow left in one of the phases");
    lines.push_back({L / V, light / V});
  }
  return lines;
}

/// The staircase, stage by stage from the top.
class Stairs {
 public:
  explicit Stairs(const StagedColumn& column) : column_(column), lines_(operating_lines(column)) {
    y_ = column.x_D;
    if (column.partial_condenser) ideal_step();
  }

  const Staircase& so_far() const { return stairs_; }
  std::vector<StaircaseStep>& steps() { return stairs_.steps; }
  double x() const { return stairs_.steps.empty() ? column_.x_D : stairs_.steps.back().x; }

  /// A stage in equilibrium. Vapour beyond the diagram, of a column that cannot be, stays at its edge.
  void ideal_step() { leave(equilibrium_liquid(column_.equilibrium, std::clamp(y_, 0.0, 1.0))); }

  /// A tray with Murphree's efficiency; the vapour from below is that of the section its liquid falls into.
  void tray() {
    if (column_.efficiency == 1.0) return ideal_step();
    const auto excess = [&](double x) {
      const double below = lines_[section_below(x)](x);
      return below + column_.efficiency * (column_.equilibrium(x) - below) - y_;
    };
    if (y_ <= 0.0 || excess(1.0) <= 0.0) return ideal_step();
    leave(bracketed_root(excess, 0.0, excess(x()) >= 0.0 ? x() : 1.0));
  }

 private:
  int stage_below() const { return static_cast<int>(stairs_.steps.size()) + 2 - (column_.partial_condenser ? 1 : 0); }

  /// The section of the liquid that leaves the stage being stepped.
  std::size_t section_below(double x) const {
    std::size_t section = section_;
    while (section < column_.sides.size() && leads_on(section, x)) ++section;
    return section;
  }

  bool leads_on(std::size_t section, double x) const {
    const int stage = column_.sides[section].stage;
    if (stage > 0) return stage_below() > stage;
    // the lines meet on the feed line; beyond it the lower one is farther from the curve
    const Line &here = lines_[section], &next = lines_[section + 1];
    if (here.slope == next.slope) return next.intercept < here.intercept;
    const double meeting = (here.intercept - next.intercept) / (next.slope - here.slope);
    return x < meeting;
  }

  void leave(double x) {
    if (stairs_.steps.size() >= static_cast<std::size_t>(most_stages))
      throw ModelError("mccabe_thiele: " + std::to_string(most_stages) + " stages do not lead there, x stays at " +
                       std::to_string(x) + "; is the reflux below the minimum?");
    const std::size_t below = section_below(x);
    stairs_.steps.push_back({x, y_, static_cast<int>(section_)});
    for (; section_ < below; ++section_) stairs_.side_stages.push_back(static_cast<int>(stairs_.steps.size()) + 1);
    y_ = lines_[section_](x);
  }

  const StagedColumn& column_;
  std::vector<Line> lines_;
  Staircase stairs_;
  std::size_t section_ = 0;
  double y_;  // vapour that leaves the next stage
};

}  // namespace

EquilibriumCurve constant_volatility(double alpha) {
  check_setting("mccabe_thiele", "alpha", alpha, 1.0, 1e300);
  return [alpha](double x) { return alpha * x / (1.0 + (alpha - 1.0) * x); };
}

double equilibrium_liquid(const EquilibriumCurve& curve, double y) {
  check_fraction("y", y);
  return bracketed_root([&](double x) { return curve(x) - y; }, 0.0, y < 1.0 && curve(y) >= y ? y : 1.0);
}

Staircase stairs_down_to(const StagedColumn& column, double x_B) {
  check_fraction("x_B", x_B);
  Stairs stairs(column);
  double before = column.x_D;
  while (stairs.x() > x_B) {
    before = stairs.x();
    stairs.tray();
  }
  // the last step counts by the part of it that is needed
  Staircase result = stairs.so_far();
  if (result.steps.empty()) return result;
  const double last = result.steps.back().x;
  result.stages = static_cast<double>(result.steps.size()) - 1.0 + (before - x_B) / (before - last);
  return result;
}

double liquid_below(const StagedColumn& column, int stages, bool trays_only) {
  check_setting("mccabe_thiele", "stages", stages, 1, most_stages);
  Stairs stairs(column);
  const int trays = trays_only ? stages : stages - 1;
  while (static_cast<int>(stairs.so_far().steps.size()) < trays) stairs.tray();
  if (static_cast<int>(stairs.so_far().steps.size()) < stages) stairs.ideal_step();
  return stairs.x();
}

double stages_at_total_reflux(const EquilibriumCurve& curve, double x_D, double x_B, double efficiency) {
  check_fraction("x_B", x_B);
  check_fraction("x_D", x_D);
  double x = x_B;
  for (int n = 0; n < most_stages; ++n) {
    // the vapour of the kettle is in equilibrium, that of a tray comes nearer to it by its efficiency
    const double y = x + (n == 0 ? 1.0 : efficiency) * (curve(x) - x);
    if (y >= x_D) return n + (x_D - x) / (y - x);
    x = y;
  }
  throw ModelError("mccabe_thiele: " + std::to_string(x_D) + " is not reached at total reflux; the stages come to " +
                   std::to_string(x));
}

double distillate_at_total_reflux(const EquilibriumCurve& curve, double x_B, int trays, double efficiency) {
  check_fraction("x_B", x_B);
  check_setting("mccabe_thiele", "trays", trays, 0, most_stages);
  double x = curve(x_B);
  for (int n = 0; n < trays; ++n) x += efficiency * (curve(x) - x);
  return x;
}

double minimum_reflux_ratio(const EquilibriumCurve& curve, double z, double q, double x_D) {
  check_fraction("z", z);
  check_fraction("x_D", x_D);
  // where the feed line, (q - 1) y = q x - z, meets the curve
  const double x_q = bracketed_root([&](double x) { return (q - 1.0) * curve(x) - q * x + z; }, 0.0, 1.0);
  if (!(x_q < x_D))
    throw ModelError("mccabe_thiele: the distillate, " + std::to_string(x_D) +
                     ", is no richer than the feed's liquid, " + std::to_string(x_q));
  constexpr int points = 4000;
  double slope = 0.0;
  for (int k = 0; k < points; ++k) {
    const double x = x_q + (x_D - x_q) * k / points;
    slope = std::max(slope, (x_D - curve(x)) / (x_D - x));
  }
  if (!(slope < 1.0))
    throw ModelError("mccabe_thiele: no reflux reaches " + std::to_string(x_D) + "; there is an azeotrope below it");
  return slope / (1.0 - slope);
}

RatedProducts rated_products(StagedColumn column, int stages) {
  if (column.sides.size() != 1 || column.sides[0].stage < 1)
    throw ModelError("mccabe_thiele: rating takes one feed with its stage");
  const SideStream feed = column.sides[0];
  const double B = feed.flow - column.D;
  check_setting("mccabe_thiele", "D", column.D, 0.0, feed.flow);
  const auto bottoms = [&](double x_D) { return (feed.flow * feed.z - column.D * x_D) / B; };
  const auto gap = [&](double x_D) {
    column.x_D = x_D;
    return liquid_below(column, stages) - bottoms(x_D);
  };
  const double richest = std::min(1.0, feed.flow * feed.z / column.D);
  const double x_D = bracketed_root(gap, feed.z, richest);
  return {x_D, bottoms(x_D)};
}

}  // namespace stillhouse
