#include "frontend/presenter/diagram_strokes.h"

#include <algorithm>
#include <cmath>

#include "frontend/presenter/diagram_symbols.h"

namespace stillhouse {

namespace {

constexpr double pi = 3.14159265358979323846;
constexpr double bow_height = 9.0;  // of a vessel's ends
constexpr int most_trays = 30;

/// Draws in a box whose sides are 0 and 1.
class Pen {
 public:
  explicit Pen(const Box& box) : box_(box) {}

  Pen& from(double x, double y) {
    path_.push_back({{point(x, y)}});
    return *this;
  }
  Pen& to(double x, double y) {
    path_.back().points.push_back(point(x, y));
    return *this;
  }
  Pen& closed() {
    // the last line leads back to where it began: a point that stands there already would be one too many
    std::vector<Point>& points = path_.back().points;
    const Point &first = points.front(), &last = points.back();
    if (points.size() > 2 && std::hypot(last.x - first.x, last.y - first.y) < 1e-6) points.pop_back();
    path_.back().closed = true;
    return *this;
  }
  /// Half an ellipse to a point; seen along its way it bulges to the left. `high` is how far, in the box's own units.
  Pen& bow(double x, double y, double high) {
    const Point start = path_.back().points.back(), end = point(x, y);
    const Point middle{0.5 * (start.x + end.x), 0.5 * (start.y + end.y)};
    const Point out{start.x - middle.x, start.y - middle.y};
    const double reach = std::max(std::hypot(out.x, out.y), 1e-9);
    const Point up{-out.y / reach * high, out.x / reach * high};
    constexpr int pieces = 12;
    for (int i = 1; i < pieces; ++i) {
      const double angle = pi * i / pieces;
      path_.back().points.push_back({middle.x + out.x * std::cos(angle) + up.x * std::sin(angle),
                                     middle.y + out.y * std::cos(angle) + up.y * std::sin(angle)});
    }
    return to(x, y);
  }
  Pen& circle() {
    const double radius = 0.5 * std::min(box_.width, box_.height);
    path_.push_back({});
    constexpr int pieces = 40;
    for (int i = 0; i < pieces; ++i) {
      const double angle = 2.0 * pi * i / pieces;
      path_.back().points.push_back({box_.x + 0.5 * box_.width + radius * std::cos(angle),
                                     box_.y + 0.5 * box_.height + radius * std::sin(angle)});
    }
    return closed();
  }

  /// What has been drawn so far is of the symbol's outline, or of its inside.
  Pen& outline() { return end(true); }
  Pen& detail() { return end(false); }
  std::vector<Stroke> drawn() { return std::move(strokes_); }

 private:
  Point point(double x, double y) const { return {box_.x + x * box_.width, box_.y + y * box_.height}; }
  Pen& end(bool thick) {
    for (Stroke& stroke : path_) {
      stroke.thick = thick;
      strokes_.push_back(std::move(stroke));
    }
    path_.clear();
    return *this;
  }

  const Box& box_;
  std::vector<Stroke> path_, strokes_;
};

void standing_vessel(Pen& pen, const Box& box) {
  const double bow = bow_height / box.height;
  pen.from(0, 1 - bow).to(0, bow).bow(1, bow, bow_height).to(1, 1 - bow).bow(0, 1 - bow, bow_height).closed().outline();
}

void lying_vessel(Pen& pen, const Box& box) {
  const double bow = bow_height / box.width;
  pen.from(bow, 0).to(1 - bow, 0).bow(1 - bow, 1, bow_height).to(bow, 1).bow(bow, 0, bow_height).closed().outline();
}

void bow_tie(Pen& pen) {
  pen.from(0, 0).to(0.5, 0.5).to(0, 1).closed().from(1, 0).to(0.5, 0.5).to(1, 1).closed().outline();
}

/// A zigzag across the box at a height: a heating element low, a cooling coil high.
void coil(Pen& pen, double y) {
  constexpr int turns = 8;
  pen.from(0.0, y);
  for (int i = 0; i <= turns; ++i) pen.to(0.12 + 0.76 * i / turns, y + (i % 2 == 0 ? -0.045 : 0.045));
  pen.to(1.0, y).detail();
}

void inside_of_vessel(Pen& pen, const DiagramUnit& unit) {
  if (unit.heated) coil(pen, 0.8);
  if (unit.cooled) coil(pen, 0.22);
}

void trays(Pen& pen, int count) {
  // every tray of a low column; of a high one as many as can be told apart
  const int drawn = std::clamp(count, 5, most_trays);
  for (int tray = 0; tray < drawn; ++tray) {
    const double y = 0.08 + 0.84 * (tray + 0.5) / drawn;
    pen.from(tray % 2 == 0 ? 0.0 : 0.18, y).to(tray % 2 == 0 ? 0.82 : 1.0, y);
  }
  pen.detail();
}

void packing(Pen& pen) {
  pen.from(0, 0.12).to(1, 0.12).from(0, 0.88).to(1, 0.88);
  for (const double y : {0.12, 0.5}) pen.from(0, y).to(1, y + 0.38).from(1, y).to(0, y + 0.38);
  pen.from(0, 0.5).to(1, 0.5).detail();
}

}  // namespace

std::vector<Stroke> symbol_strokes(const DiagramUnit& unit, const Box& box) {
  Pen pen(box);
  switch (unit.symbol) {
    case Symbol::arrow_in:
    case Symbol::arrow_out:
      pen.from(0, 0).to(0.75, 0).to(1, 0.5).to(0.75, 1).to(0, 1).closed().outline();
      break;
    case Symbol::valve:
      bow_tie(pen);
      pen.from(0.5, 0.5).to(0.5, -0.15).from(0.3, -0.15).to(0.7, -0.15).detail();
      break;
    case Symbol::check_valve:
      pen.from(0, 0).to(0.85, 0.5).to(0, 1).closed().outline();
      pen.from(0.85, 0).to(0.85, 1).from(0.85, 0.5).to(1, 0.5).detail();
      break;
    case Symbol::relief_valve:
      bow_tie(pen);
      pen.from(0.5, 0.5).to(0.5, 0.2).to(0.35, 0.1).to(0.65, 0).to(0.35, -0.1).to(0.65, -0.2).detail();
      break;
    case Symbol::rupture_disc:
      // two flanges, and between them the disc, its hollow side towards the pressure
      pen.from(0.35, 0.08).to(0.35, 0.92).from(0.65, 0.08).to(0.65, 0.92).outline();
      pen.from(0, 0.5).to(0.35, 0.5).from(0.65, 0.5).to(1, 0.5).from(0.35, 0.08).bow(0.35, 0.92, 0.3 * box.width);
      pen.detail();
      break;
    case Symbol::orifice:
      pen.from(0.42, 0.0).to(0.42, 0.4).from(0.42, 0.6).to(0.42, 1.0);
      pen.from(0.58, 0.0).to(0.58, 0.4).from(0.58, 0.6).to(0.58, 1.0).outline();
      pen.from(0, 0.5).to(1, 0.5).detail();
      break;
    case Symbol::vent:
      pen.from(0.2, 0.22).to(0.6, 0.0).to(1, 0.22).outline();
      pen.from(0, 0.5).to(0.6, 0.5).to(0.6, 0.15).detail();
      break;
    case Symbol::pump:
      pen.circle().outline();
      pen.from(0.5, 0).to(1, 0.5).to(0.5, 1).detail();
      break;
    case Symbol::compressor:
      pen.circle().outline();
      pen.from(0.15, 0.15).to(0.95, 0.35).from(0.15, 0.85).to(0.95, 0.65).detail();
      break;
    case Symbol::pipe:
      pen.from(0, 0).to(1, 0).to(1, 1).to(0, 1).closed().outline();
      break;
    case Symbol::joint: {
      // many to one points downstream, one to many upstream
      const auto inlets = std::count_if(unit.ports.begin(), unit.ports.end(), [](const auto& p) { return p.is_inlet; });
      const bool gathers = 2 * static_cast<std::size_t>(inlets) >= unit.ports.size();
      if (gathers)
        pen.from(0, 0).to(1, 0.5).to(0, 1);
      else
        pen.from(1, 0).to(0, 0.5).to(1, 1);
      pen.closed().outline();
      break;
    }
    case Symbol::vessel:
      standing_vessel(pen, box);
      inside_of_vessel(pen, unit);
      break;
    case Symbol::drum:
      lying_vessel(pen, box);
      inside_of_vessel(pen, unit);
      break;
    case Symbol::stirred_vessel:
      standing_vessel(pen, box);
      pen.from(0.5, -0.08).to(0.5, 0.75);
      pen.from(0.25, 0.68).to(0.25, 0.82).to(0.75, 0.68).to(0.75, 0.82).closed().detail();
      // its jacket
      if (unit.heated || unit.cooled)
        pen.from(0, 0.35).to(-0.1, 0.35).to(-0.1, 0.92).bow(1.1, 0.92, -bow_height).to(1.1, 0.35).to(1, 0.35).detail();
      break;
    case Symbol::tubed_vessel:
      standing_vessel(pen, box);
      pen.from(0, 0.55).to(1, 0.55).from(0, 0.85).to(1, 0.85);
      for (int tube = 1; tube <= 4; ++tube) pen.from(0.2 * tube, 0.55).to(0.2 * tube, 0.85);
      pen.detail();
      break;
    case Symbol::cooling_tower:
      pen.from(0.15, 0).to(0.85, 0).to(1, 0.85).to(1, 1).to(0, 1).to(0, 0.85).closed().outline();
      for (const double y : {0.35, 0.5, 0.65})
        pen.from(0.2, y).to(0.35, y + 0.08).to(0.5, y).to(0.65, y + 0.08).to(0.8, y);
      pen.from(0.35, 0.08).to(0.65, 0.08).from(0.0, 0.85).to(1.0, 0.85).detail();
      break;
    case Symbol::tube:
      lying_vessel(pen, box);
      pen.from(0.2, 0).to(0.8, 1).from(0.2, 1).to(0.8, 0).from(0.2, 0).to(0.2, 1).from(0.8, 0).to(0.8, 1).detail();
      break;
    case Symbol::heater:
    case Symbol::exchanger:
      pen.circle().outline();
      pen.from(0.02, 0.5).to(0.28, 0.5).to(0.42, 0.22).to(0.58, 0.78).to(0.72, 0.5).to(0.98, 0.5).detail();
      break;
    case Symbol::packed_column:
      standing_vessel(pen, box);
      packing(pen);
      break;
    case Symbol::column:
      standing_vessel(pen, box);
      trays(pen, unit.stages);
      break;
    case Symbol::box:
      pen.from(0, 0).to(1, 0).to(1, 1).to(0, 1).closed().outline();
      break;
  }
  return pen.drawn();
}

std::vector<Stroke> symbol_leads(const DiagramUnit& unit, const PlacedUnit& placed, const std::vector<Point>& ends) {
  std::vector<Stroke> leads;
  const Box& body = placed.body;
  for (const Point& end : ends) {
    // a circle is met at its middle; what has tags beside it at its side
    if (is_round(unit.symbol)) leads.push_back({{end, {body.x + 0.5 * body.width, end.y}}});
    if (!is_round(unit.symbol) && end.x > body.right() + 0.5) leads.push_back({{{body.right(), end.y}, end}});
  }
  return leads;
}

}  // namespace stillhouse
