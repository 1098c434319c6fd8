#include "frontend/presenter/diagram_symbols.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace stillhouse {

namespace {

/// Ports on one side are so far apart that the names of their streams do not touch.
constexpr double port_pitch = 22.0;
constexpr double tray_pitch = 13.0;
constexpr double highest_column = 260.0;
constexpr double beside_gap = 16.0;  // between a column and the tags beside it

struct Size {
  double width, height;
};

Size size_of(Symbol symbol) {
  switch (symbol) {
    case Symbol::arrow_in:
    case Symbol::arrow_out:
      return {56.0, 26.0};
    case Symbol::valve:
    case Symbol::check_valve:
    case Symbol::relief_valve:
      return {36.0, 22.0};
    case Symbol::rupture_disc:
    case Symbol::orifice:
      return {26.0, 26.0};
    case Symbol::vent:
      return {26.0, 44.0};
    case Symbol::pump:
    case Symbol::compressor:
    case Symbol::heater:
      return {38.0, 38.0};
    case Symbol::exchanger:
      return {44.0, 44.0};
    case Symbol::joint:
      return {26.0, 30.0};
    case Symbol::pipe:
      return {56.0, 12.0};
    case Symbol::vessel:
    case Symbol::stirred_vessel:
    case Symbol::tubed_vessel:
      return {54.0, 78.0};
    case Symbol::cooling_tower:
      return {72.0, 78.0};
    case Symbol::drum:
      return {88.0, 44.0};
    case Symbol::tube:
      return {88.0, 30.0};
    case Symbol::column:
    case Symbol::packed_column:
      return {54.0, 150.0};
    case Symbol::box:
      return {76.0, 44.0};
  }
  return {76.0, 44.0};
}

}  // namespace

bool is_round(Symbol symbol) {
  return symbol == Symbol::pump || symbol == Symbol::compressor || symbol == Symbol::heater ||
         symbol == Symbol::exchanger;
}

bool is_column(Symbol symbol) {
  return symbol == Symbol::column || symbol == Symbol::packed_column;
}

RowGrid row_grid(const DiagramUnit& unit, const DiagramType& type) {
  const int columns = type.pairs_rows && unit.rows > 3 ? 2 : 1;
  return {columns, (unit.rows + columns - 1) / columns};
}

void put_tags(const DiagramUnit& unit, const SymbolShape& shape, const DiagramType& type, const RowGrid& grid,
              double left, PlacedUnit& placed) {
  for (int row = 0; row < unit.rows; ++row)
    placed.rows.push_back({left + type.row_width * (row / grid.lines),
                           placed.tag.y + 4.0 + type.row_height * (row % grid.lines), type.row_width, type.row_height});
  for (const double top : shape.beside)
    placed.beside.push_back(
        {placed.symbol.right() - type.row_width, placed.symbol.y + top, type.row_width, type.row_height});
}

Symbol symbol_of(const std::string& kind) {
  // the first part of a name that fits
  static const std::pair<const char*, Symbol> kSymbols[] = {
      {"check_valve", Symbol::check_valve},
      {"relief", Symbol::relief_valve},
      {"rupture", Symbol::rupture_disc},
      {"valve", Symbol::valve},
      {"orifice", Symbol::orifice},
      {"tank", Symbol::vessel},
      {"pot", Symbol::vessel},
      {"source", Symbol::arrow_in},
      {"feed", Symbol::arrow_in},
      {"supply", Symbol::arrow_in},
      {"sink", Symbol::arrow_out},
      {"drain", Symbol::arrow_out},
      {"vent", Symbol::vent},
      {"product", Symbol::arrow_out},
      {"pump", Symbol::pump},
      {"compressor", Symbol::compressor},
      {"blower", Symbol::compressor},
      {"fan", Symbol::compressor},
      {"pipe", Symbol::pipe},
      {"mixer", Symbol::joint},
      {"splitter", Symbol::joint},
      {"heater", Symbol::heater},
      {"cooler", Symbol::heater},
      {"exchanger", Symbol::exchanger},
      {"condenser", Symbol::exchanger},
      {"reboiler", Symbol::tubed_vessel},
      {"evaporator", Symbol::tubed_vessel},
      {"cooling_tower", Symbol::cooling_tower},
      {"cstr", Symbol::stirred_vessel},
      {"stirred", Symbol::stirred_vessel},
      {"batch", Symbol::stirred_vessel},
      {"plug", Symbol::tube},
      {"tubular", Symbol::tube},
      {"packed_bed", Symbol::tube},
      {"reactor", Symbol::stirred_vessel},
      {"packed_column", Symbol::packed_column},
      {"column", Symbol::column},
      {"tower", Symbol::column},
      {"absorber", Symbol::column},
      {"stripper", Symbol::column},
      {"extractor", Symbol::column},
      {"trays", Symbol::column},
      {"decanter", Symbol::drum},
      {"drum", Symbol::vessel},
      {"flash", Symbol::vessel},
      {"vessel", Symbol::vessel},
      {"still", Symbol::vessel},
      {"kettle", Symbol::vessel},
  };
  for (const auto& [part, symbol] : kSymbols)
    if (kind.find(part) != std::string::npos) return symbol;
  return Symbol::box;
}

double label_width(const std::string& text) {
  return 6.2 * static_cast<double>(text.size());
}

double name_width(const std::string& name, const DiagramType& type) {
  return type.letter_width * static_cast<double>(name.size());
}

namespace {

/// Ports spread evenly over their side, at whole pixels so that lines meet. Gas leaves above liquid, and enters above
/// it but for a column: there reflux is above the feed, and both above vapour, and what leaves at the bottom is lowest.
void spread_ports(const DiagramUnit& unit, SymbolShape& shape) {
  const auto height_rank = [&](const DiagramPort& port) {
    if (!is_column(unit.symbol)) return port.is_gas ? 0 : 1;
    if (!port.is_inlet) return port.is_gas ? 0 : port.name == "bottom" || port.name.ends_with("liquid_out") ? 2 : 1;
    return port.is_gas ? 2 : port.name.starts_with("feed") ? 1 : 0;
  };
  shape.ports.resize(unit.ports.size());
  for (const bool inlets : {true, false}) {
    std::vector<std::size_t> side;
    for (std::size_t i = 0; i < unit.ports.size(); ++i)
      if (unit.ports[i].is_inlet == inlets) side.push_back(i);
    std::stable_sort(side.begin(), side.end(), [&](std::size_t a, std::size_t b) {
      return height_rank(unit.ports[a]) < height_rank(unit.ports[b]);
    });
    for (std::size_t i = 0; i < side.size(); ++i) {
      const double share = (static_cast<double>(i) + 0.5) / static_cast<double>(side.size());
      shape.ports[side[i]] = {inlets ? 0.0 : shape.width, std::floor(shape.height * share + 0.5)};
    }
  }
}

/// Tags beside a column, each as near to its height as others and the lines of the outlets leave it room. False if the
/// column is too low for them all.
bool stack_beside(const DiagramUnit& unit, const DiagramType& type, SymbolShape& shape) {
  constexpr double clearance = 3.0;
  std::vector<double> lines;
  for (std::size_t i = 0; i < unit.ports.size(); ++i)
    if (!unit.ports[i].is_inlet) lines.push_back(shape.ports[i].y);
  std::sort(lines.begin(), lines.end());
  std::vector<std::size_t> order(unit.beside.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return unit.beside[a] > unit.beside[b]; });
  shape.beside.assign(order.size(), 0.0);

  // from the bottom up as low as may be, then from the top down where each belongs
  const double row = type.row_height;
  std::vector<double> lowest(order.size());
  double limit = shape.height;
  for (std::size_t k = order.size(); k-- > 0;) {
    double top = limit - row;
    for (auto line = lines.rbegin(); line != lines.rend(); ++line)
      if (*line > top - clearance && *line < top + row + clearance) top = *line - clearance - row;
    lowest[k] = top;
    limit = top - 1.0;
  }
  limit = 0.0;
  for (std::size_t k = 0; k < order.size(); ++k) {
    double top = std::max(limit, std::min(lowest[k], shape.height * (1.0 - unit.beside[order[k]]) - 0.5 * row));
    for (const double line : lines)
      if (line > top - clearance && line < top + row + clearance) top = line + clearance;
    shape.beside[order[k]] = std::floor(top + 0.5);
    limit = top + row + 1.0;
  }
  return limit - 1.0 <= shape.height + 0.5;
}

}  // namespace

SymbolShape shape_of(const DiagramUnit& unit, const DiagramType& type) {
  SymbolShape shape;
  const auto on_side = [&](bool inlets) {
    return std::count_if(unit.ports.begin(), unit.ports.end(),
                         [&](const auto& port) { return port.is_inlet == inlets; });
  };
  const auto most = static_cast<double>(std::max(on_side(true), on_side(false)));
  const Size size = size_of(unit.symbol);
  shape.body = unit.symbol == Symbol::box ? std::max(size.width, label_width(unit.kind) + 14.0) : size.width;
  shape.height = std::max(size.height, most > 1.0 ? port_pitch * most : 0.0);
  // trays that can be told apart
  if (unit.symbol == Symbol::column)
    shape.height = std::max(shape.height, std::min(tray_pitch * unit.stages, highest_column));

  if (is_column(unit.symbol)) shape.body = std::max(shape.body, type.column_width);

  // a circle stays a circle
  if (is_round(unit.symbol)) shape.body = shape.height;

  shape.width = shape.body + (unit.beside.empty() ? 0.0 : type.row_width + beside_gap);
  spread_ports(unit, shape);
  while (!stack_beside(unit, type, shape)) {
    shape.height = std::floor(shape.height + 0.5 * type.row_height + 1.0);
    spread_ports(unit, shape);
  }
  return shape;
}

}  // namespace stillhouse
