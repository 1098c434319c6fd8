#include "frontend/presenter/diagram_nozzles.h"

#include <algorithm>
#include <cmath>

#include "frontend/presenter/diagram_symbols.h"

namespace stillhouse {

namespace {

constexpr double kReach = 20.0;      // before a nozzle, that must be free
constexpr double kEdge = 9.0;        // of the highest and lowest nozzle from the body's ends
constexpr double kOtherSide = 20.0;  // what it costs to enter on the right, or to leave on the left
constexpr double kAway = 60.0;       // from the height that suits, over the whole body
constexpr double kApart = 9.0;       // between nozzles
constexpr double kLow = 30.0;        // bodies that are no higher are touched at their middle

/// Part of a body's height where a stream may touch it, 0 at the top, and where it should.
struct Zone {
  double high, suits, low;
};

Zone zone_of(const DiagramUnit& unit, const DiagramPort& port) {
  if (!is_column(unit.symbol)) {
    if (port.is_inlet) return port.is_gas ? Zone{0.0, 0.3, 0.7} : Zone{0.0, 0.35, 1.0};
    return port.is_gas ? Zone{0.0, 0.1, 0.3} : Zone{0.4, 0.7, 1.0};
  }
  if (port.is_inlet) {
    if (port.is_gas) return {0.6, 0.97, 1.0};
    return port.name.starts_with("feed") ? Zone{0.15, 0.5, 0.85} : Zone{0.0, 0.05, 0.4};
  }
  if (port.is_gas) return {0.0, 0.0, -1.0};  // at the top only
  return port.name == "bottom" || port.name.ends_with("liquid_out") ? Zone{0.7, 0.97, 1.0} : Zone{0.0, 0.3, 1.0};
}

/// How streams pass a symbol: anyhow, straight on in either direction, or only as it points, to the right.
enum class Passing { anyhow, straight, rightwards };

Passing passing_of(Symbol symbol) {
  switch (symbol) {
    case Symbol::valve:
    case Symbol::relief_valve:
    case Symbol::rupture_disc:
    case Symbol::orifice:
    case Symbol::pipe:
    case Symbol::tube:
      return Passing::straight;
    case Symbol::check_valve:
    case Symbol::pump:
    case Symbol::compressor:
    case Symbol::vent:
    case Symbol::arrow_in:
    case Symbol::arrow_out:
    case Symbol::joint:
      return Passing::rightwards;
    default:
      return Passing::anyhow;
  }
}

bool meet(const Box& a, const Box& b) {
  return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}

}  // namespace

std::vector<Nozzle> nozzles_of(const DiagramUnit& unit, std::size_t index, const Box& body,
                               const std::vector<double>& levels, const std::vector<Box>& covers, bool leftwards) {
  const DiagramPort& port = unit.ports[index];
  std::vector<Nozzle> nozzles;
  const auto add = [&](double x, double y, int dx, int dy, double cost) {
    const double end_x = x + kReach * dx, end_y = y + kReach * dy;
    const Box way{std::min(x, end_x) - 3.0, std::min(y, end_y) - 3.0, std::abs(end_x - x) + 6.0,
                  std::abs(end_y - y) + 6.0};
    if (std::none_of(covers.begin(), covers.end(), [&](const Box& box) { return meet(way, box); }))
      nozzles.push_back({{x, y}, dx, dy, cost});
  };

  // heights on either side
  const Passing passing = passing_of(unit.symbol);
  const double steep = is_column(unit.symbol) ? 4.0 * kAway : kAway;
  const Zone zone = passing == Passing::anyhow ? zone_of(unit, port) : Zone{0.0, 0.5, 1.0};
  std::vector<double> heights = {body.y + 0.5 * body.height};
  if (is_round(unit.symbol)) {
    // a circle is met at its middle; several streams meet lines that lead there
    const auto same = std::count_if(unit.ports.begin(), unit.ports.end(),
                                    [&](const DiagramPort& other) { return other.is_inlet == port.is_inlet; });
    heights.clear();
    for (double i = 0.5; i < static_cast<double>(same); i += 1.0)
      heights.push_back(std::floor(body.y + body.height * i / static_cast<double>(same) + 0.5));
  } else if (body.height > kLow) {
    const auto add_height = [&](double y) {
      if (std::all_of(heights.begin(), heights.end(), [&](double other) { return std::abs(other - y) >= kApart; }))
        heights.push_back(y);
    };
    for (const double level : levels)
      if (level > body.y + kEdge && level < body.bottom() - kEdge) add_height(level);
    // as many as ports, and one at either end
    const auto count = static_cast<double>(std::max<std::size_t>(unit.ports.size() + 1, 3));
    for (double i = 0.0; i < count; i += 1.0)
      add_height(std::floor(body.y + kEdge + (body.height - 2.0 * kEdge) * i / (count - 1.0) + 0.5));
  }
  for (const double y : heights) {
    const double share = (y - body.y) / body.height;
    if (share < zone.high || share > zone.low) continue;
    const double away = steep * std::abs(share - zone.suits);
    for (const bool right : {false, true}) {
      const bool odd = right == port.is_inlet;
      if (passing == Passing::rightwards && odd) continue;
      if (passing == Passing::straight && odd != leftwards) continue;
      add(right ? body.right() : body.x, y, right ? 1 : -1, 0,
          away + (odd && passing == Passing::anyhow ? kOtherSide : 0.0));
    }
  }

  // and at both ends of what stands upright
  if (passing != Passing::anyhow || is_round(unit.symbol)) return nozzles;
  const bool feed = port.name.starts_with("feed");
  for (const double share : {0.5, 0.25, 0.75}) {
    const double x = body.x + share * body.width, off = share == 0.5 ? 0.0 : 10.0;
    if (zone.high <= 0.0 && !feed && !(is_column(unit.symbol) && port.is_inlet))
      add(x, body.y, 0, -1, off + kAway * zone.suits * (port.is_gas && !port.is_inlet ? 0.0 : 0.5));
    if (zone.low >= 1.0 && !feed && !(port.is_inlet && !is_column(unit.symbol)))
      add(x, body.bottom(), 0, 1, off + kAway * (1.0 - zone.suits) * (port.is_inlet ? 1.0 : 0.5));
  }
  return nozzles;
}

}  // namespace stillhouse
