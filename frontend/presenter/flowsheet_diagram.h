#pragma once

#include <string>
#include <vector>

/// A flowsheet as a drawing: where each unit's symbol stands and how each stream runs. Plain data; who draws it needs
/// no other knowledge of the plant. Lengths are pixels, y grows downwards.
namespace stillhouse {

/// What a unit looks like, after ISO 10628-2 where it has a symbol.
enum class Symbol {
  box,        ///< anything without a symbol of its own: a rectangle with its kind in it
  arrow_in,   ///< a stream comes from outside
  arrow_out,  ///< a stream goes outside
  valve,
  check_valve,
  relief_valve,
  rupture_disc,
  orifice,
  vent,  ///< to the open air
  pump,
  compressor,
  pipe,
  joint,  ///< mixer, splitter
  vessel,
  drum,  ///< lying vessel
  stirred_vessel,
  tubed_vessel,  ///< evaporator, kettle: tubes in its lower part
  cooling_tower,
  tube,  ///< plug flow, packed bed
  heater,
  exchanger,
  packed_column,
  column,
};

struct DiagramPort {
  std::string name;
  bool is_inlet = false;
  bool is_gas = false;
};

struct DiagramUnit {
  std::string name;
  std::string kind;
  Symbol symbol = Symbol::box;
  std::vector<DiagramPort> ports;

  std::vector<std::string> covers = {};  ///< names of the plant that belong to it beside its own: "stage_41"
  int stages = 0;                        ///< of a column
  bool heated = false, cooled = false;   ///< a vessel with a heater, with a coil
  int rows = 0;                          ///< tags with live values beneath it
  std::vector<double> beside = {};  ///< such tags beside a column: how high each reads, 0 at the bottom, 1 at the top
};

/// A stream joins ports of two units, by their positions.
struct DiagramStream {
  std::string name;
  int from = 0, out = 0;
  int to = 0, in = 0;
  bool is_gas = false;
  std::string flow = {};  ///< signal of the plant; empty: nothing tells
};

/// How large what is written is; the symbols are as large as they are.
struct DiagramType {
  double tag_height = 13.0;  ///< of the letters of units' names
  double letter_width = 6.2;
  double row_width = 0.0, row_height = 0.0;  ///< of a tag with its live value
  bool pairs_rows = false;                   ///< more than three tags beneath a unit stand two by two
  double column_width = 0.0;                 ///< columns are no narrower, so that their trays can be seen
  double widest_band = 1180.0;               ///< a longer plant is broken into several
};

/// Places of a grid that a unit stands at, counted from 0 at the left and at the top.
struct DiagramPlace {
  int column = 0, row = 0;
  int columns = 1, rows = 1;
};

struct Diagram {
  std::vector<DiagramUnit> units;
  std::vector<DiagramStream> streams;
  DiagramType type = {};
  std::vector<DiagramPlace> map = {};  ///< by unit; empty: units find their places themselves
};

struct Point {
  double x = 0.0, y = 0.0;
};

struct Box {
  double x = 0.0, y = 0.0, width = 0.0, height = 0.0;

  double right() const { return x + width; }
  double bottom() const { return y + height; }
};

struct PlacedUnit {
  Box symbol;                    ///< with the tags beside it
  Box body;                      ///< without them
  Point tag;                     ///< middle of the line its name stands on
  std::vector<Box> rows = {};    ///< tags beneath
  std::vector<Box> beside = {};  ///< tags beside, in the order of the unit's
};

struct PlacedStream {
  std::vector<Point> points;  ///< horizontal and vertical in turn, from the outlet to the inlet
  Point label;                ///< where its name begins, just above the line
};

/// In the order of the diagram's units and streams.
struct PlacedDiagram {
  double width = 0.0, height = 0.0;
  std::vector<PlacedUnit> units;
  std::vector<PlacedStream> streams;
};

/// The symbol of a kind of unit.
Symbol symbol_of(const std::string& kind);

/// Height of the letters of streams' names, and the width a text of them takes.
inline constexpr double label_height = 11.0;
double label_width(const std::string& text);
/// The width of a unit's name.
double name_width(const std::string& name, const DiagramType& type);

/// Places a diagram that has a map by it (diagram_map.h), any other: units in layers from sources to sinks, inlets on
/// their left and outlets on their right; long plants are broken into several bands, one below the other. Streams run
/// in the channels between layers and bands, so that none crosses a unit, whatever is joined to what. The same diagram
/// always gives the same drawing.
PlacedDiagram placed(const Diagram& diagram);

}  // namespace stillhouse
