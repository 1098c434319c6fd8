#pragma once

#include <vector>

#include "frontend/presenter/diagram_symbols.h"
#include "frontend/presenter/flowsheet_diagram.h"

namespace stillhouse {

/// Where a stream touches a node: the node in its column, and how far below the node's top.
struct DiagramEnd {
  int node = 0;
  double offset = 0.0;
};

/// A piece of a stream between neighbouring columns of one band.
struct DiagramPiece {
  int stream = 0;
  DiagramEnd from, to;
};

/// A unit, or the place where a stream passes a column without stopping.
struct DiagramNode {
  int unit = -1;    ///< -1: a stream passes
  int stream = -1;  ///< the stream that passes
  double width = 0.0, height = 0.0;
  double room_below = 0.0;  ///< for the tag
  double y = 0.0;           ///< top, within the band
};

/// Units in columns from sources to sinks, and the columns in bands.
struct DiagramLayers {
  struct Column {
    std::vector<int> nodes;  ///< from top to bottom
    double width = 0.0;
  };
  struct Band {
    std::vector<Column> columns;
    double height = 0.0;
  };
  std::vector<DiagramNode> nodes;  ///< the units in their order, then where streams pass
  std::vector<Band> bands;
  std::vector<int> band_of, column_of;          ///< by unit
  std::vector<SymbolShape> shapes;              ///< by unit
  std::vector<std::vector<DiagramPiece>> runs;  ///< by stream: from column to column; empty: it runs round the band
};

DiagramLayers layers_of(const Diagram& diagram);

}  // namespace stillhouse
