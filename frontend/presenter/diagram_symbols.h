#pragma once

#include <vector>

#include "frontend/presenter/flowsheet_diagram.h"

namespace stillhouse {

/// A unit's symbol at its own origin: size, and where its ports are. Inlets lie on the left side, outlets on the right.
struct SymbolShape {
  double width = 0.0, height = 0.0;
  std::vector<Point> ports;
};

/// Whether the symbol is a circle, which stays one whatever its box.
bool is_round(Symbol symbol);

SymbolShape shape_of(const DiagramUnit& unit);

}  // namespace stillhouse
