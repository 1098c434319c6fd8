#pragma once

#include <string>

#include "frontend/presenter/flowsheet_diagram.h"

namespace stillhouse {

/// The drawing as one SVG document: dark grey lines on white, gas dashed, each stream with its name at its beginning
/// and an arrow at its end, each unit with its tag below.
std::string svg_of(const Diagram& diagram, const PlacedDiagram& placed, const std::string& title);

}  // namespace stillhouse
