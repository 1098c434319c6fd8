#pragma once

#include <vector>

#include "frontend/presenter/flowsheet_diagram.h"

namespace stillhouse {

/// A line of a symbol. A thick one that is closed is an outline, and what is inside belongs to the symbol.
struct Stroke {
  std::vector<Point> points;
  bool closed = false;
  bool thick = true;

  bool is_outline() const { return closed && thick; }
};

/// The symbol of a unit in its box, outline first, so that paper and screen draw the same.
std::vector<Stroke> symbol_strokes(const DiagramUnit& unit, const Box& box);

/// The lines from a symbol that does not reach its box's sides, as a circle or a column with tags beside it, to the
/// ends of its streams there.
std::vector<Stroke> symbol_leads(const DiagramUnit& unit, const PlacedUnit& placed, const std::vector<Point>& ends);

}  // namespace stillhouse
