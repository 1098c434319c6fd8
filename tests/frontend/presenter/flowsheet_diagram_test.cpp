#include "frontend/presenter/flowsheet_diagram.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "engine/base/random.h"
#include "models/plant/unit_kind.h"

namespace stillhouse {
namespace {

DiagramUnit unit(const std::string& name, const std::string& kind, int inlets, int outlets) {
  DiagramUnit unit;
  unit.name = name;
  unit.kind = kind;
  unit.symbol = symbol_of(kind);
  for (int i = 0; i < inlets; ++i) unit.ports.push_back({"in" + std::to_string(i), true, false});
  for (int i = 0; i < outlets; ++i) unit.ports.push_back({"out" + std::to_string(i), false, i % 2 == 1});
  return unit;
}

void join(Diagram& diagram, int from, int out, int to, int in) {
  const DiagramPort& port = diagram.units[static_cast<std::size_t>(from)].ports[static_cast<std::size_t>(out)];
  diagram.streams.push_back(
      {diagram.units[static_cast<std::size_t>(from)].name + "." + port.name, from, out, to, in, port.is_gas});
}

/// Any number of units, each outlet joined to a free inlet somewhere, forwards or backwards. As they are: valves and
/// pumps are passed by one stream, a joint parts one or gathers two.
Diagram random_diagram(std::uint64_t seed, bool as_they_are = false) {
  static const char* const kKinds[] = {"valve", "tank", "cstr", "mixer", "pump", "flash_drum", "thing", "tray_column"};
  const RandomStream random(seed, "diagram");
  std::int64_t drawn = 0;
  const auto below = [&](int count) { return static_cast<int>(random.uniform(drawn++) * count); };
  Diagram diagram;
  const int count = 1 + below(24);
  for (int i = 0; i < count; ++i) {
    const std::string name = "U-" + std::to_string(i), kind = kKinds[below(8)];
    int inlets = below(4), outlets = below(4);
    if (as_they_are && (kind == "valve" || kind == "pump")) inlets = outlets = 1;
    if (as_they_are && kind == "mixer") inlets = inlets > 1 ? 2 : 1, outlets = 3 - inlets;
    diagram.units.push_back(unit(name, kind, inlets, outlets));
  }
  for (int i = 0; i < count; ++i) {
    const std::vector<DiagramPort> ports = diagram.units[static_cast<std::size_t>(i)].ports;
    for (std::size_t p = 0; p < ports.size(); ++p) {
      if (ports[p].is_inlet) continue;
      for (int trial = 0; trial < 20; ++trial) {
        const int to = below(count);
        const auto& there = diagram.units[static_cast<std::size_t>(to)].ports;
        const auto free = std::find_if(there.begin(), there.end(), [&](const DiagramPort& port) {
          return port.is_inlet && std::none_of(diagram.streams.begin(), diagram.streams.end(), [&](const auto& s) {
                   return s.to == to && s.in == static_cast<int>(&port - there.data());
                 });
        });
        if (free == there.end()) continue;
        join(diagram, i, static_cast<int>(p), to, static_cast<int>(free - there.begin()));
        break;
      }
    }
  }
  return diagram;
}

bool overlap(const Box& a, const Box& b) {
  return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}

Box around(const Point& a, const Point& b) {
  return {std::min(a.x, b.x), std::min(a.y, b.y), std::abs(a.x - b.x), std::abs(a.y - b.y)};
}

/// Two level or two upright lines that run on top of each other, not just touch or cross.
bool on_one_line(const Box& a, const Box& b) {
  const double across = std::min(a.right(), b.right()) - std::max(a.x, b.x);
  const double down = std::min(a.bottom(), b.bottom()) - std::max(a.y, b.y);
  return (a.height == 0.0 && b.height == 0.0 && std::abs(a.y - b.y) < 2.0 && across > 1.0) ||
         (a.width == 0.0 && b.width == 0.0 && std::abs(a.x - b.x) < 2.0 && down > 1.0);
}

Box tag_box(const Diagram& diagram, const PlacedDiagram& drawing, std::size_t i) {
  const double width = name_width(diagram.units[i].name, diagram.type), height = diagram.type.tag_height;
  return {drawing.units[i].tag.x - 0.5 * width, drawing.units[i].tag.y - height, width, height};
}

void expect_tidy(const Diagram& diagram) {
  const PlacedDiagram drawing = placed(diagram);
  ASSERT_EQ(drawing.units.size(), diagram.units.size());
  ASSERT_EQ(drawing.streams.size(), diagram.streams.size());
  const Box paper{0.0, 0.0, drawing.width, drawing.height};
  const auto on_paper = [&](const Box& box) {
    return box.x >= 0.0 && box.y >= 0.0 && box.right() <= paper.width && box.bottom() <= paper.height;
  };

  // symbols and tags keep clear of each other
  for (std::size_t i = 0; i < drawing.units.size(); ++i) {
    EXPECT_TRUE(on_paper(drawing.units[i].symbol)) << diagram.units[i].name;
    EXPECT_TRUE(on_paper(tag_box(diagram, drawing, i))) << diagram.units[i].name;
    for (std::size_t k = 0; k < i; ++k) {
      EXPECT_FALSE(overlap(drawing.units[i].symbol, drawing.units[k].symbol)) << i << " and " << k;
      EXPECT_FALSE(overlap(drawing.units[i].symbol, tag_box(diagram, drawing, k))) << i << " and tag " << k;
      EXPECT_FALSE(overlap(tag_box(diagram, drawing, i), tag_box(diagram, drawing, k))) << "tags " << i << ", " << k;
    }
  }

  for (std::size_t s = 0; s < drawing.streams.size(); ++s) {
    const PlacedStream& stream = drawing.streams[s];
    const std::string& name = diagram.streams[s].name;
    ASSERT_GE(stream.points.size(), 2u);

    // from the side of one symbol to the side of the other, always level or upright, never through a symbol
    const Box& from = drawing.units[static_cast<std::size_t>(diagram.streams[s].from)].symbol;
    const Box& to = drawing.units[static_cast<std::size_t>(diagram.streams[s].to)].symbol;
    EXPECT_DOUBLE_EQ(stream.points.front().x, from.right());
    EXPECT_DOUBLE_EQ(stream.points.back().x, to.x);
    EXPECT_LT(stream.points[stream.points.size() - 2].x, to.x) << name << ": the arrow points to the right";
    for (std::size_t k = 1; k < stream.points.size(); ++k) {
      const Point &a = stream.points[k - 1], &b = stream.points[k];
      EXPECT_TRUE((a.x == b.x) != (a.y == b.y)) << name;
      EXPECT_TRUE(on_paper(around(a, b))) << name;
      for (std::size_t i = 0; i < drawing.units.size(); ++i)
        EXPECT_FALSE(overlap(around(a, b), drawing.units[i].symbol)) << name << " runs through " << i;
    }

    // no two streams run on one line
    for (std::size_t k = 0; k < s; ++k)
      for (std::size_t i = 1; i < stream.points.size(); ++i)
        for (std::size_t j = 1; j < drawing.streams[k].points.size(); ++j)
          EXPECT_FALSE(on_one_line(around(stream.points[i - 1], stream.points[i]),
                                   around(drawing.streams[k].points[j - 1], drawing.streams[k].points[j])))
              << name << " on " << diagram.streams[k].name;

    // names keep clear of symbols, tags and each other
    const Box label{stream.label.x, stream.label.y - label_height, label_width(name), label_height};
    EXPECT_TRUE(on_paper(label)) << name;
    for (std::size_t i = 0; i < drawing.units.size(); ++i) {
      EXPECT_FALSE(overlap(label, drawing.units[i].symbol)) << name << " on " << i;
      EXPECT_FALSE(overlap(label, tag_box(diagram, drawing, i))) << name << " on tag " << i;
    }
    for (std::size_t k = 0; k < s; ++k) {
      const Point& other = drawing.streams[k].label;
      EXPECT_FALSE(
          overlap(label, {other.x, other.y - label_height, label_width(diagram.streams[k].name), label_height}))
          << name << " on " << diagram.streams[k].name;
    }
  }
}

TEST(FlowsheetDiagram, HasASymbolForEveryKindOfUnit) {
  for (const UnitKind& kind : unit_kinds()) EXPECT_NE(symbol_of(kind.name), Symbol::box) << kind.name;
}

TEST(FlowsheetDiagram, OfAnyPlantIsTidy) {
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    expect_tidy(random_diagram(seed));
    if (HasFailure()) break;
  }
}

TEST(FlowsheetDiagram, RunsFromLeftToRight) {
  Diagram diagram;
  diagram.units = {unit("P-1", "pump", 1, 1), unit("F-1", "source", 0, 1), unit("S-1", "sink", 1, 0)};
  join(diagram, 1, 0, 0, 0);
  join(diagram, 0, 1, 2, 0);
  const PlacedDiagram drawing = placed(diagram);
  EXPECT_LT(drawing.units[1].symbol.right(), drawing.units[0].symbol.x);
  EXPECT_LT(drawing.units[0].symbol.right(), drawing.units[2].symbol.x);
  for (const PlacedStream& stream : drawing.streams) EXPECT_EQ(stream.points.size(), 2u) << "a straight line";
}

TEST(FlowsheetDiagram, LeadsARecycleRoundTheUnits) {
  Diagram diagram;
  diagram.units = {unit("M-1", "mixer", 2, 1), unit("R-1", "cstr", 1, 1), unit("SP-1", "splitter", 1, 1)};
  join(diagram, 0, 2, 1, 0);
  join(diagram, 1, 1, 2, 0);
  join(diagram, 2, 1, 0, 1);
  const PlacedDiagram drawing = placed(diagram);
  const PlacedStream& recycle = drawing.streams[2];
  double lowest = 0.0;
  for (const Point& point : recycle.points) lowest = std::max(lowest, point.y);
  for (const PlacedUnit& each : drawing.units) EXPECT_GT(lowest, each.tag.y);
  EXPECT_EQ(recycle.points.size(), 6u);
  expect_tidy(diagram);
}

TEST(FlowsheetDiagram, OfALongPlantIsFoldedIntoBands) {
  Diagram diagram;
  for (int i = 0; i < 30; ++i) diagram.units.push_back(unit("V-" + std::to_string(100 + i), "valve", 1, 1));
  for (int i = 0; i + 1 < 30; ++i) join(diagram, i, 1, i + 1, 0);
  const PlacedDiagram drawing = placed(diagram);
  EXPECT_LT(drawing.width, 1400.0) << "legible on a screen 1280 pixels wide";
  EXPECT_GT(drawing.units[29].symbol.y, drawing.units[0].symbol.bottom());
  expect_tidy(diagram);
}

/// Any unit at any free rectangle of a grid.
std::vector<DiagramPlace> random_map(std::size_t units, std::uint64_t seed) {
  const RandomStream random(seed, "map");
  std::int64_t drawn = 0;
  const auto below = [&](int count) { return static_cast<int>(random.uniform(drawn++) * count); };
  constexpr int columns = 9, rows = 7;
  std::vector<bool> taken(columns * rows, false);
  std::vector<DiagramPlace> map;
  while (map.size() < units) {
    DiagramPlace place{below(columns), below(rows), 1, 1};
    if (below(4) == 0) place.rows = std::min(1 + below(3), rows - place.row);
    if (below(6) == 0) place.columns = std::min(1 + below(2), columns - place.column);
    std::vector<std::size_t> cells;
    for (int row = place.row; row < place.row + place.rows; ++row)
      for (int column = place.column; column < place.column + place.columns; ++column)
        cells.push_back(static_cast<std::size_t>(row * columns + column));
    if (std::any_of(cells.begin(), cells.end(), [&](std::size_t cell) { return taken[cell]; })) continue;
    for (const std::size_t cell : cells) taken[cell] = true;
    map.push_back(place);
  }
  return map;
}

TEST(FlowsheetDiagram, OfAnyMapIsTidy) {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    Diagram diagram = random_diagram(seed, true);
    diagram.map = random_map(diagram.units.size(), seed);
    const PlacedDiagram drawing = placed(diagram);
    const Box paper{0.0, 0.0, drawing.width, drawing.height};
    const auto on_paper = [&](const Box& box) {
      return box.x >= 0.0 && box.y >= 0.0 && box.right() <= paper.width && box.bottom() <= paper.height;
    };
    std::vector<Box> things;
    for (std::size_t i = 0; i < drawing.units.size(); ++i) {
      things.push_back(drawing.units[i].body);
      things.push_back(tag_box(diagram, drawing, i));
    }
    for (std::size_t i = 0; i < things.size(); ++i) {
      EXPECT_TRUE(on_paper(things[i])) << i;
      for (std::size_t k = 0; k < i; ++k) EXPECT_FALSE(overlap(things[i], things[k])) << i << " and " << k;
    }
    // neighbours of the map are neighbours of the drawing
    for (std::size_t i = 0; i < drawing.units.size(); ++i)
      for (std::size_t k = 0; k < drawing.units.size(); ++k) {
        const DiagramPlace &a = diagram.map[i], &b = diagram.map[k];
        const Box &here = drawing.units[i].body, &there = drawing.units[k].body;
        EXPECT_TRUE(a.column + a.columns > b.column || here.right() < there.x) << i << " left of " << k;
        EXPECT_TRUE(a.row + a.rows > b.row || here.bottom() < there.y) << i << " above " << k;
      }
    for (std::size_t s = 0; s < drawing.streams.size(); ++s) {
      const std::vector<Point>& points = drawing.streams[s].points;
      const std::string& name = diagram.streams[s].name;
      ASSERT_GE(points.size(), 2u) << name;
      // from the edge of one symbol to the edge of the other
      for (const auto& [point, unit] :
           {std::pair(points.front(), diagram.streams[s].from), std::pair(points.back(), diagram.streams[s].to)}) {
        const Box& body = drawing.units[static_cast<std::size_t>(unit)].body;
        EXPECT_TRUE(point.x == body.x || point.x == body.right() || point.y == body.y || point.y == body.bottom())
            << name;
      }
      for (std::size_t k = 1; k < points.size(); ++k) {
        const Box line = around(points[k - 1], points[k]);
        EXPECT_TRUE((line.width == 0.0) != (line.height == 0.0)) << name;
        EXPECT_TRUE(on_paper(line)) << name;
        for (std::size_t i = 0; i < things.size(); ++i)
          EXPECT_FALSE(overlap(line, things[i])) << name << " runs through " << i;
        for (std::size_t other = 0; other < s; ++other)
          for (std::size_t j = 1; j < drawing.streams[other].points.size(); ++j)
            EXPECT_FALSE(
                on_one_line(line, around(drawing.streams[other].points[j - 1], drawing.streams[other].points[j])))
                << name << " on " << diagram.streams[other].name << ", from a "
                << diagram.units[static_cast<std::size_t>(diagram.streams[s].from)].kind;
      }
    }
  }
}

TEST(FlowsheetDiagram, OfAMapIsThatMap) {
  Diagram diagram;
  diagram.units = {unit("F-1", "source", 0, 1), unit("T-1", "tray_column", 1, 2), unit("E-1", "tank", 1, 0),
                   unit("D-1", "sink", 1, 0)};
  join(diagram, 0, 0, 1, 0);
  join(diagram, 1, 1, 2, 0);
  join(diagram, 1, 2, 3, 0);
  // F-1  T-1  D-1
  //  .   T-1   .
  //  .   E-1   .
  diagram.map = {{0, 0, 1, 1}, {1, 0, 1, 2}, {1, 2, 1, 1}, {2, 0, 1, 1}};
  const PlacedDiagram drawing = placed(diagram);
  const auto middle = [&](std::size_t i) { return drawing.units[i].body.x + 0.5 * drawing.units[i].body.width; };
  EXPECT_DOUBLE_EQ(middle(1), middle(2)) << "one column, one line";
  EXPECT_LT(middle(0), middle(1));
  EXPECT_GT(drawing.units[1].body.height, 2.0 * drawing.units[0].body.height) << "a name repeated downwards is tall";
  EXPECT_EQ(drawing.streams[0].points.size(), 2u) << "neighbours in a row are joined by a straight line";
  // room across is room for the tags beneath
  diagram.units[3].rows = 4;
  diagram.map[3].columns = 2;
  const std::vector<Box> tags = placed(diagram).units[3].rows;
  ASSERT_EQ(tags.size(), 4u);
  EXPECT_DOUBLE_EQ(tags[2].y, tags[0].y);
  EXPECT_GE(tags[2].x, tags[0].right());
  // a unit that the map does not know has a row of its own below
  diagram.units.push_back(unit("X-1", "valve", 1, 1));
  const PlacedDiagram more = placed(diagram);
  EXPECT_GT(more.units[4].body.y, more.units[2].body.bottom());
}

TEST(FlowsheetDiagram, OfNothingIsEmpty) {
  EXPECT_TRUE(placed({}).units.empty());
}

}  // namespace
}  // namespace stillhouse
