#pragma once

#include <vector>

#include "frontend/presenter/flowsheet_diagram.h"

namespace stillhouse {

/// A unit's symbol at its own origin: size, and where its ports are. Inlets lie on the left side, outlets on the right.
struct SymbolShape {
  double width = 0.0, height = 0.0;
  double body = 0.0;  ///< width without the tags beside it
  std::vector<Point> ports;
  std::vector<double> beside;  ///< tops of the tags beside it
};

/// Whether the symbol is a circle, which stays one whatever its box.
bool is_round(Symbol symbol);

/// Whether it is a column, of trays or packed.
bool is_column(Symbol symbol);

/// How the tags beneath a unit stand.
struct RowGrid {
  int columns = 1, lines = 0;
};
RowGrid row_grid(const DiagramUnit& unit, const DiagramType& type);
/// Puts a unit's tags beneath its name, in a grid that begins at `left`, and those that stand beside it at their
/// heights.
void put_tags(const DiagramUnit& unit, const SymbolShape& shape, const DiagramType& type, const RowGrid& grid,
              double left, PlacedUnit& placed);

SymbolShape shape_of(const DiagramUnit& unit, const DiagramType& type);

}  // namespace stillhouse
