#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "frontend/presenter/diagram_strokes.h"
#include "frontend/presenter/flowsheet_diagram.h"

namespace stillhouse {

class Flowsheet;
namespace scenario {
struct Plant;
}

/// What a tag on a picture stands for.
enum class TagKind { instrument, controller, handle };

/// A tag with its value, and the unit of the diagram that it belongs to.
struct DrawnTag {
  TagKind kind = TagKind::instrument;
  std::size_t index = 0;  ///< in the plant file's list of that kind, which is the screen's order too
  int unit = 0;
  Box box;
  bool beside = false;  ///< it stands beside a column
  double share = 0.0;   ///< and reads so high up: 0 at the bottom, 1 at the top
};

/// The picture of a plant, as far as it never changes: symbols, pipes, and where every tag stands. Made from the plant
/// file only, so that tags stay where the hand has learnt to find them.
struct PlantDrawing {
  Diagram diagram;
  PlacedDiagram placed;
  std::vector<std::vector<Stroke>> symbols, leads;  ///< by unit
  std::vector<DrawnTag> tags;
  bool two_lines = false;  ///< tags stand above their values

  double coldest = 293.15, hottest = 373.15;  ///< K: ends of the scale of temperatures
};

/// Draws a plant with a tag for every instrument, handle and controller, as large as it fits into the panel of a window
/// of 1280 x 720 pixels; larger windows show it larger.
PlantDrawing drawing_of(const scenario::Plant& plant, const Flowsheet& flowsheet);

/// "tray_12.T" -> "tray_12".
std::string unit_part(const std::string& signal);

}  // namespace stillhouse
