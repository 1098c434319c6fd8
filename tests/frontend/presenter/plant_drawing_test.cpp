#include "frontend/presenter/plant_drawing.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <set>
#include <tuple>

#include "frontend/presenter/plant_diagram.h"
#include "frontend/presenter/screen_builder.h"
#include "labs/session/lab_library.h"
#include "labs/session/plant_building.h"
#include "labs/session/session.h"
#include "tests/folders.h"

namespace stillhouse {
namespace {

LabLibrary shipped() {
  return LabLibrary({std::filesystem::path(STILLHOUSE_SOURCE_DIR) / "labs"});
}

std::vector<ParameterValue> settings_of(const scenario::Plant& plant) {
  std::vector<ParameterValue> values;
  for (const scenario::Setting& setting : plant.parameters)
    values.push_back({setting.name, setting.number, setting.choice});
  return values;
}

bool boxes_meet(const Box& a, const Box& b) {
  return a.x + 1e-6 < b.right() && b.x + 1e-6 < a.right() && a.y + 1e-6 < b.bottom() && b.y + 1e-6 < a.bottom();
}

Box name_box(const PlantDrawing& drawing, std::size_t unit) {
  const DiagramType& type = drawing.diagram.type;
  const double width = name_width(drawing.diagram.units[unit].name, type);
  const Point& tag = drawing.placed.units[unit].tag;
  return {tag.x - 0.5 * width, tag.y - type.tag_height, width, type.tag_height};
}

/// Everything has its place on the sheet, and nothing lies on anything else.
void expect_readable(const PlantDrawing& drawing, const scenario::Plant& plant) {
  const Box sheet{0.0, 0.0, drawing.placed.width, drawing.placed.height};
  const auto inside = [&](const Box& box) {
    return box.x >= 0.0 && box.y >= 0.0 && box.right() <= sheet.width && box.bottom() <= sheet.height;
  };

  // each tag once, at a unit that there is, and its box among that unit's
  std::set<std::pair<TagKind, std::size_t>> tags;
  for (const DrawnTag& tag : drawing.tags) {
    EXPECT_TRUE(tags.insert({tag.kind, tag.index}).second);
    ASSERT_GE(tag.unit, 0);
    ASSERT_LT(static_cast<std::size_t>(tag.unit), drawing.placed.units.size());
    EXPECT_TRUE(inside(tag.box)) << drawing.diagram.units[static_cast<std::size_t>(tag.unit)].name;
    EXPECT_GT(tag.box.width, 0.0);
  }
  EXPECT_EQ(tags.size(), plant.instruments.size() + plant.handles.size() + plant.controllers.size());

  std::vector<Box> boxes;
  std::vector<std::string> names;
  for (std::size_t i = 0; i < drawing.placed.units.size(); ++i) {
    const std::string& name = drawing.diagram.units[i].name;
    EXPECT_FALSE(drawing.symbols[i].empty()) << name;
    boxes.push_back(drawing.placed.units[i].body);
    names.push_back(name);
    boxes.push_back(name_box(drawing, i));
    names.push_back("the name of " + name);
  }
  for (const DrawnTag& tag : drawing.tags) {
    boxes.push_back(tag.box);
    names.push_back("a tag of " + drawing.diagram.units[static_cast<std::size_t>(tag.unit)].name);
  }
  for (std::size_t i = 0; i < boxes.size(); ++i)
    for (std::size_t k = 0; k < i; ++k) EXPECT_FALSE(boxes_meet(boxes[i], boxes[k])) << names[i] << ", " << names[k];

  // pipes run past them all
  for (const PlacedStream& stream : drawing.placed.streams)
    for (std::size_t p = 1; p < stream.points.size(); ++p) {
      const Point &a = stream.points[p - 1], &b = stream.points[p];
      const Box line{std::min(a.x, b.x), std::min(a.y, b.y), std::abs(a.x - b.x), std::abs(a.y - b.y)};
      EXPECT_TRUE(inside(line));
      for (std::size_t i = 0; i < boxes.size(); ++i) EXPECT_FALSE(boxes_meet(line, boxes[i])) << "over " << names[i];
    }
}

class ShippedPlant : public testing::TestWithParam<std::string> {};

TEST_P(ShippedPlant, IsDrawnWithEveryTagInItsPlace) {
  const scenario::Plant plant = load_plant(shipped().find_plant(GetParam()));
  const BuiltPlant built = build_plant(plant, settings_of(plant));
  const PlantDrawing drawing = drawing_of(plant, *built.plant);
  expect_readable(drawing, plant);

  // what is measured and moved belongs to a unit that is drawn as what it is
  for (const DrawnTag& tag : drawing.tags) {
    const DiagramUnit& unit = drawing.diagram.units[static_cast<std::size_t>(tag.unit)];
    EXPECT_NE(unit.symbol, Symbol::box) << unit.name;
  }
  // letters are 13 pixels high in the smallest window; symbols a third as large as on paper can still be told apart.
  // The pilot column has more tags than that leaves room for, and a picture of its own
  if (plant.flowsheet != "pilot_column")
    EXPECT_GT(13.0 / drawing.diagram.type.tag_height, 0.3) << "the picture is too small";
}

INSTANTIATE_TEST_SUITE_P(All, ShippedPlant, testing::ValuesIn(shipped().plants()),
                         [](const auto& test) { return test.param; });

scenario::Plant plant_named(const std::string& id) {
  return load_plant(shipped().find_plant(id));
}

int place_of(const Diagram& diagram, const std::string& name) {
  for (std::size_t i = 0; i < diagram.units.size(); ++i)
    if (diagram.units[i].name == name) return static_cast<int>(i);
  return -1;
}

TEST(PlantDiagram, OfColumnAIsOneColumnBetweenReboilerAndCondenser) {
  const scenario::Plant plant = plant_named("column_a");
  const Diagram diagram = diagram_of(plant, *build_plant(plant, {}).plant);
  EXPECT_EQ(std::count_if(diagram.units.begin(), diagram.units.end(),
                          [](const DiagramUnit& unit) { return unit.symbol == Symbol::column; }),
            1);
  EXPECT_EQ(unit_of(diagram, "stage_21.x"), place_of(diagram, "column"));
  EXPECT_EQ(unit_of(diagram, "stage_1.M"), place_of(diagram, "reboiler"));
  EXPECT_EQ(unit_of(diagram, "stage_41.x"), place_of(diagram, "condenser"));
  EXPECT_EQ(unit_of(diagram, "column.feed_x"), place_of(diagram, "feed"));
  EXPECT_EQ(unit_of(diagram, "nothing.T"), -1);
}

TEST(PlantDiagram, OfTheQuadrupleTankShowsFourTanks) {
  const scenario::Plant plant = plant_named("quadruple_tank");
  const Diagram diagram = diagram_of(plant, *build_plant(plant, {}).plant);
  for (const char* tank : {"tank_1", "tank_2", "tank_3", "tank_4"}) EXPECT_GE(place_of(diagram, tank), 0) << tank;
  EXPECT_EQ(unit_of(diagram, "pumps.drive_2"), place_of(diagram, "pump_2"));
}

TEST(PlantDiagram, TellsStagesByTheirNumbers) {
  EXPECT_EQ(number_of_stage("T-110_tray_15"), 15);
  EXPECT_EQ(number_of_stage("stage_41"), 41);
  EXPECT_EQ(number_of_stage("TK-101"), 0);
  EXPECT_EQ(number_of_stage("kettle"), 0);
}

TEST(PlantDrawing, PutsTagsOfTraysBesideTheColumnInTheirOrder) {
  const scenario::Plant plant = plant_named("debutanizer");
  const PlantDrawing drawing = drawing_of(plant, *build_plant(plant, {}).plant);
  const auto box_of = [&](const std::string& tag) {
    for (const DrawnTag& each : drawing.tags)
      if (each.kind == TagKind::instrument && plant.instruments[each.index].tag == tag) {
        EXPECT_TRUE(each.beside) << tag;
        return each.box;
      }
    return Box{};
  };
  EXPECT_LT(box_of("TI-119").bottom(), box_of("TI-110").y + 1e-9) << "tray 60 above tray 15";
  EXPECT_LT(box_of("TI-110").bottom(), box_of("PDI-110").y + 1e-9) << "tray 15 above tray 1";
}

TEST(PlantDrawing, FollowsTheMapOfThePlantsFile) {
  scenario::Plant plant = plant_named("benzene_column");
  const BuiltPlant built = build_plant(plant, {});
  const PlantDrawing mapped = drawing_of(plant, *built.plant);
  const auto unit = [](const PlantDrawing& drawing, const char* name) {
    return static_cast<std::size_t>(place_of(drawing.diagram, name));
  };
  // T-120 stands in all three rows of the second column, E-100 in the lower two of the third
  const DiagramPlace trays = mapped.diagram.map[unit(mapped, "T-120")],
                     kettle = mapped.diagram.map[unit(mapped, "E-100")];
  EXPECT_EQ(std::tuple(trays.column, trays.row, trays.columns, trays.rows), std::tuple(1, 0, 1, 3));
  EXPECT_EQ(std::tuple(kettle.column, kettle.row, kettle.columns, kettle.rows), std::tuple(2, 1, 1, 2));
  const Box& tall = mapped.placed.units[unit(mapped, "T-120")].body;
  const Box& below = mapped.placed.units[unit(mapped, "E-100")].body;
  EXPECT_LT(tall.right(), below.x);
  EXPECT_LT(tall.y, below.y);
  EXPECT_GT(mapped.placed.units[unit(mapped, "E-100")].rows.front().x, below.right()) << "tags beside a tall vessel";

  // and symbols are larger than those that are placed without it
  plant.layout.clear();
  const PlantDrawing found = drawing_of(plant, *built.plant);
  EXPECT_TRUE(found.diagram.map.empty());
  EXPECT_LT(mapped.diagram.type.tag_height, found.diagram.type.tag_height);
}

/// A session of a plant without a lab.
std::unique_ptr<Session> session_of(const std::string& id) {
  scenario::Lab lab;
  lab.plant = plant_named(id);
  lab.id = id;
  lab.duration = 86400.0;
  return std::make_unique<Session>(std::make_shared<const scenario::Lab>(std::move(lab)), SessionSettings{.seed = 1});
}

TEST(PlantReader, ShowsLevelsFlowsAndWhatWorks) {
  const std::unique_ptr<Session> session = session_of("mixing_station");
  ScreenBuilder builder(*session);
  TrendHistory history(builder.lab()->pens.size(), session->scan_length());
  const Diagram& diagram = builder.lab()->drawing.diagram;
  const auto unit = [&](const ScreenState& screen, const char* name) {
    return screen.plant.units[static_cast<std::size_t>(place_of(diagram, name))];
  };
  const auto flow = [&](const ScreenState& screen, const std::string& from) {
    for (std::size_t i = 0; i < diagram.streams.size(); ++i)
      if (diagram.units[static_cast<std::size_t>(diagram.streams[i].from)].name == from) return screen.plant.flows[i];
    return FlowLook::unknown;
  };
  const auto set = [&](const std::string& input, double value) {
    for (const scenario::Handle& handle : session->room().plant().handles)
      if (handle.input == input) return !session->execute({.verb = "set", .tag = handle.tag, .value = value});
    return false;
  };
  ASSERT_TRUE(set("V-101.opening", 0.0));
  ASSERT_TRUE(set("V-201.opening", 0.0));
  for (int i = 0; i < 60; ++i) session->advance();
  const ScreenState shut = builder.state(*session, history);
  EXPECT_FALSE(unit(shut, "V-101").works);
  EXPECT_EQ(flow(shut, "V-101"), FlowLook::still);
  const int level = session->simulator().plant().find_signal("TK-301.level");
  EXPECT_DOUBLE_EQ(unit(shut, "TK-301").level, std::clamp(session->simulator().signal(level), 0.0, 1.0));
  EXPECT_NEAR(unit(shut, "TK-301").T, 293.15, 30.0);

  ASSERT_TRUE(set("V-101.opening", 1.0));
  for (int i = 0; i < 60; ++i) session->advance();
  const ScreenState open = builder.state(*session, history);
  EXPECT_TRUE(unit(open, "V-101").works);
  EXPECT_EQ(flow(open, "V-101"), FlowLook::forward);
}

TEST(PlantReader, ReadsALevelWithoutASignalOffItsTransmittersRange) {
  const std::unique_ptr<Session> session = session_of("quadruple_tank");
  ScreenBuilder builder(*session);
  TrendHistory history(builder.lab()->pens.size(), session->scan_length());
  const ScreenState screen = builder.state(*session, history);
  const int unit = place_of(builder.lab()->drawing.diagram, "tank_1");
  const int h = session->simulator().plant().find_signal("tank_1.h");
  // LI-101 reads 0 to 20 cm
  EXPECT_NEAR(screen.plant.units[static_cast<std::size_t>(unit)].level, session->simulator().signal(h) / 0.20, 1e-9);
}

TEST(PlantReader, ShowsAColumnTrayByTray) {
  const std::unique_ptr<Session> session = session_of("absorber");
  ScreenBuilder builder(*session);
  TrendHistory history(builder.lab()->pens.size(), session->scan_length());
  for (int i = 0; i < 30; ++i) session->advance();
  const ScreenState screen = builder.state(*session, history);
  const int unit = place_of(builder.lab()->drawing.diagram, "T-100");
  const UnitPicture& column = screen.plant.units[static_cast<std::size_t>(unit)];
  ASSERT_EQ(column.stages.size(), 8u);
  const int T = session->simulator().plant().find_signal("T-100_tray_3.T");
  EXPECT_DOUBLE_EQ(column.stages[2].T, session->simulator().signal(T));
  EXPECT_DOUBLE_EQ(column.spacing, 0.4);
}

}  // namespace
}  // namespace stillhouse
