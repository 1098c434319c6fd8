#include "frontend/views/picture_layout.h"

#include <algorithm>
#include <charconv>
#include <map>

namespace stillhouse {

namespace {

/// A place where tags are stacked downwards (or upwards), and what their leaders point at.
struct Stack {
  SheetPoint first;
  bool upwards = false;
  bool right_edge = false;  ///< `first` is the right upper corner
  SheetPoint anchor;
};

/// Number of a tray from "tray_12"; 0 if it is none.
int tray_number(const std::string& unit) {
  if (!unit.starts_with("tray_")) return 0;
  int number = 0;
  std::from_chars(unit.data() + 5, unit.data() + unit.size(), number);
  return number;
}

/// Stack of a unit and quantity that is no tray.
std::pair<std::string, Stack> stack_of(const std::string& unit, const std::string& quantity) {
  using namespace equipment;
  if (unit == "kettle" && quantity == "column_dp") return {"column", {{416, 229}, false, true, {440, 243}}};
  if (unit == "kettle" && (quantity == "bottoms_valve" || quantity == "bottoms_flow"))
    return {"bottoms", {{612, 604}, true, false, {690, 614}}};
  if (unit == "kettle") return {"kettle", {{392, 517}, false, true, {406, 600}}};
  if (unit == "condenser_1" || unit == "condenser_2" || unit == "cooling_water")
    return {"condenser", {{952, 92}, true, false, {905, 74}}};
  if (unit == "drum" && (quantity == "reflux_flow" || quantity == "reflux_pump"))
    return {"reflux", {{750, 344}, false, false, {800, 330}}};
  if (unit == "drum" && (quantity == "distillate_flow" || quantity == "splitter"))
    return {"draw", {{952, 344}, false, false, {1000, 330}}};
  if (unit == "drum") return {"drum", {{952, 134}, false, false, {914, 190}}};
  if (unit == "feed_tank" && (quantity == "pump" || quantity == "pump_flow"))
    return {"feed pump", {{4, 562}, false, false, {195, 528}}};
  if (unit == "feed_tank") return {"feed tank", {{4, 434}, true, false, {85, 440}}};
  if (unit == "preheater") return {"preheater", {{250, 394}, true, true, {264, 410}}};
  if (unit == "distillate_tank") return {"distillate tank", {{1094, 456}, false, true, {1108, 470}}};
  if (unit == "bottoms_tank") return {"bottoms tank", {{902, 612}, false, false, {886, 626}}};
  if (unit == "catch_pot") return {"catch pot", {{560, 560}, false, false, {-1, -1}}};
  return {"rest", {{930, 530}, false, false, {-1, -1}}};
}

}  // namespace

SheetBox tray_box(int number, int trays) {
  using equipment::kColumn;
  const float height = kColumn.height() / static_cast<float>(std::max(trays, 1));
  const float high = kColumn.high.y - height * static_cast<float>(number - 1);
  return {{kColumn.low.x, high - height}, {kColumn.high.x, high}};
}

std::vector<PlacedTag> placed_tags(const ScreenState& screen, float width, float height) {
  struct Waiting {
    PlacedTag tag;
    std::string unit, quantity;
  };
  std::vector<Waiting> waiting;
  for (std::size_t i = 0; i < screen.instruments.size(); ++i)
    waiting.push_back({{TagKind::instrument, i, {}, {}}, screen.instruments[i].anchor, screen.instruments[i].quantity});
  for (std::size_t i = 0; i < screen.handles.size(); ++i)
    waiting.push_back({{TagKind::handle, i, {}, {}}, screen.handles[i].anchor, screen.handles[i].quantity});
  for (std::size_t i = 0; i < screen.controllers.size(); ++i) {
    // a controller stands with what it reads; one of a level with what it moves, for a vessel has tags enough
    Waiting item{{TagKind::controller, i, {}, {}}, {}, {}};
    for (const InstrumentFace& instrument : screen.instruments) {
      if (instrument.tag != screen.controllers[i].reads) continue;
      item.unit = instrument.anchor;
      item.quantity = instrument.quantity;
    }
    for (const HandleFace& handle : screen.handles) {
      if (item.quantity != "level" || handle.tag != screen.controllers[i].moves) continue;
      item.unit = handle.anchor;
      item.quantity = handle.quantity;
      break;
    }
    waiting.push_back(std::move(item));
  }

  const float step = height + 3.0f;
  const int trays = static_cast<int>(screen.column.trays.size());
  std::map<std::string, int> stacked;
  std::vector<PlacedTag> placed, beside_trays;
  for (Waiting& item : waiting) {
    PlacedTag tag = item.tag;
    if (const int number = tray_number(item.unit); number >= 1 && number <= trays) {
      const SheetBox tray = tray_box(number, trays);
      tag.anchor = {tray.high.x, tray.middle().y};
      tag.place = {tray.high.x + 32.0f, tray.middle().y - 0.5f * height};
      beside_trays.push_back(tag);
      continue;
    }
    const auto [name, stack] = stack_of(item.unit, item.quantity);
    const float row = static_cast<float>(stacked[name]++);
    tag.place = {stack.first.x - (stack.right_edge ? width : 0.0f),
                 stack.upwards ? stack.first.y - height - row * step : stack.first.y + row * step};
    // only the first of a stack has a leader: the others stand under it
    tag.anchor = row == 0.0f ? stack.anchor : SheetPoint{-1.0f, -1.0f};
    placed.push_back(tag);
  }

  // tags of neighbouring trays make room for each other, from the bottom up
  std::stable_sort(beside_trays.begin(), beside_trays.end(),
                   [](const PlacedTag& a, const PlacedTag& b) { return a.place.y > b.place.y; });
  float limit = equipment::kColumn.high.y + 0.5f * height;
  for (PlacedTag& tag : beside_trays) {
    tag.place.y = std::min(tag.place.y, limit - height);
    limit = tag.place.y - 2.0f;
    placed.push_back(tag);
  }
  return placed;
}

}  // namespace stillhouse
