#include "frontend/views/plant_symbols.h"

#include <algorithm>
#include <cmath>

#include "frontend/presenter/diagram_symbols.h"

namespace stillhouse {

namespace {

constexpr ImU32 kFlowing = IM_COL32(0x38, 0x38, 0x38, 255);
constexpr ImU32 kStill = IM_COL32(0x8C, 0x8C, 0x8C, 255);
/// Part of a column's height that is above its trays, and below.
constexpr double kDome = 0.06;
constexpr float kLowestTray = 6.0f;  // pixels, of which froth and downcomers can be seen

bool is_machine(Symbol symbol) {
  switch (symbol) {
    case Symbol::pump:
    case Symbol::compressor:
    case Symbol::valve:
    case Symbol::check_valve:
    case Symbol::relief_valve:
    case Symbol::heater:
    case Symbol::exchanger:
    case Symbol::arrow_in:
    case Symbol::arrow_out:
    case Symbol::joint:
    case Symbol::pipe:
      return true;
    default:
      return false;
  }
}

}  // namespace

float PlantSymbols::thick() const {
  return std::max(ui_.px(1.6f), length(2.2));
}

ImU32 PlantSymbols::temperature(double T) const {
  if (!std::isfinite(T)) return palette::kVessel;
  return palette::temperature(T, drawing_.coldest, drawing_.hottest);
}

void PlantSymbols::dashed(ImVec2 from, ImVec2 to, ImU32 colour) const {
  const float dx = to.x - from.x, dy = to.y - from.y, reach = std::sqrt(dx * dx + dy * dy);
  const float step = ui_.px(6);
  for (float s = 0.0f; s < reach; s += step) {
    const float e = std::min(s + 0.5f * step, reach);
    list_.AddLine({from.x + dx * s / reach, from.y + dy * s / reach},
                  {from.x + dx * e / reach, from.y + dy * e / reach}, colour, ui_.px(1));
  }
}

void PlantSymbols::stroke(const Stroke& stroke, ImU32 colour, float width) const {
  for (const Point& point : stroke.points) list_.PathLineTo(at(point));
  list_.PathStroke(colour, stroke.closed ? ImDrawFlags_Closed : ImDrawFlags_None, width);
}

void PlantSymbols::pipe(std::size_t stream, FlowLook flow) const {
  const std::vector<Point>& points = drawing_.placed.streams[stream].points;
  const bool flows = flow == FlowLook::forward || flow == FlowLook::backward;
  const ImU32 colour = flows ? kFlowing : kStill;
  const float width = flows ? thick() : thin();
  for (const Point& point : points) list_.PathLineTo(at(point));
  list_.PathStroke(colour, ImDrawFlags_None, width);
  // the arrow lies where the stream goes to; what flows back shows it at its other end
  if (points.size() < 2) return;
  const bool back = flow == FlowLook::backward;
  const ImVec2 end = at(back ? points.front() : points.back());
  const ImVec2 before = at(back ? points[1] : points[points.size() - 2]);
  const float size = std::max(length(9), ui_.px(5.5f));
  const auto one_way = [](float step) { return step > 0.5f ? 1.0f : step < -0.5f ? -1.0f : 0.0f; };
  const ImVec2 way{size * one_way(end.x - before.x), size * one_way(end.y - before.y)};
  const ImVec2 side{0.45f * way.y, 0.45f * way.x}, tail{end.x - way.x, end.y - way.y};
  list_.AddTriangleFilled(end, {tail.x - side.x, tail.y - side.y}, {tail.x + side.x, tail.y + side.y}, colour);
}

void PlantSymbols::liquid(std::size_t unit, const UnitPicture& picture, ImU32 colour, double level) const {
  const Box& body = drawing_.placed.units[unit].body;
  const ImVec2 low = at({body.x, body.y}), high = at({body.right(), body.bottom()});
  const float surface = high.y - static_cast<float>(level) * (high.y - low.y);
  for (const Stroke& outline : drawing_.symbols[unit]) {
    if (!outline.is_outline()) continue;
    list_.PushClipRect({low.x, surface}, {high.x, high.y + 1.0f}, true);
    for (const Point& point : outline.points) list_.PathLineTo(at(point));
    list_.PathFillConvex(colour);
    list_.PopClipRect();
  }
  if (std::isfinite(picture.level) && level > 0.01 && level < 0.995)
    list_.AddLine({low.x, surface}, {high.x, surface}, palette::kValue, thin() * 1.3f);
}

void PlantSymbols::unit(std::size_t unit, const UnitPicture& picture) const {
  const DiagramUnit& drawn = drawing_.diagram.units[unit];
  const PlacedUnit& placed = drawing_.placed.units[unit];
  for (const Stroke& lead : drawing_.leads[unit])
    stroke(lead, picture.works ? kFlowing : kStill, picture.works ? thick() : thin());
  const ImU32 fill = is_machine(drawn.symbol) ? (picture.works ? palette::kBusy : palette::kIdle) : palette::kVessel;
  for (const Stroke& outline : drawing_.symbols[unit]) {
    if (!outline.is_outline()) continue;
    for (const Point& point : outline.points) list_.PathLineTo(at(point));
    list_.PathFillConvex(fill);
  }
  const bool column = is_column(drawn.symbol);
  if (column) {
    stages(placed.body, picture, drawn.symbol == Symbol::packed_column);
  } else if (!is_machine(drawn.symbol)) {
    const ImU32 colour = std::isfinite(picture.T) ? temperature(picture.T) : palette::kLiquid;
    if (std::isfinite(picture.level))
      liquid(unit, picture, colour, picture.level);
    else if (std::isfinite(picture.T))
      liquid(unit, picture, colour, 1.0);
  }
  for (const Stroke& line : drawing_.symbols[unit]) {
    if (column && !line.thick && !picture.stages.empty()) continue;  // its trays are drawn as they are
    const bool hot = !line.thick && (picture.heats || picture.cools);
    if (hot) stroke(line, palette::kBusy, thick() * 1.8f);
    stroke(line, hot ? kFlowing : palette::kQuiet, line.thick || hot ? std::max(thick() * 0.8f, ui_.px(1.2f)) : thin());
  }
  if (column) marks(placed.body, picture);
  if (picture.lifted)
    canvas_.tray_mark({static_cast<float>(placed.body.right()), static_cast<float>(placed.body.y)}, '!', true);
}

void PlantSymbols::stages(const Box& body, const UnitPicture& picture, bool packed) const {
  const auto count = static_cast<double>(picture.stages.size());
  for (std::size_t k = 0; k < picture.stages.size(); ++k) {
    const double height = (1.0 - 2.0 * kDome) * body.height / count;
    const double bottom = body.bottom() - kDome * body.height - height * static_cast<double>(k);
    const ImVec2 low = at({body.x, bottom - height}), high = at({body.right(), bottom});
    stage({low.x + 1.0f, std::floor(low.y)}, {high.x - 1.0f, std::floor(high.y)}, picture.stages[k], picture.spacing,
          packed);
    if (packed) continue;
    // plates with their downcomers on alternating sides
    const float way = 0.16f * (high.x - low.x);
    const bool left = k % 2 == 0;
    list_.AddLine({left ? low.x + way : low.x, std::floor(high.y)}, {left ? high.x : high.x - way, std::floor(high.y)},
                  palette::kQuiet, high.y - low.y < kLowestTray ? 1.0f : thin());
  }
}

void PlantSymbols::stage(ImVec2 low, ImVec2 high, const TrayPicture& tray, double spacing, bool packed) const {
  const float height = high.y - low.y;
  list_.AddRectFilled(low, high, temperature(tray.T));
  if (packed) {
    // films run down the packing: the more liquid, the broader
    const float share = std::clamp(static_cast<float>(tray.holdup) / 0.25f, 0.0f, 1.0f);
    constexpr int films = 5;
    for (int i = 0; i < films && share > 0.02f; ++i) {
      const float x = low.x + (high.x - low.x) * (static_cast<float>(i) + 0.5f) / films;
      const float half = 0.5f * share * (high.x - low.x) / films;
      list_.AddRectFilled({x - half, low.y}, {x + half, high.y}, palette::kLiquid);
    }
  } else {
    const auto up = [&](double metres) {
      return std::clamp(static_cast<float>(metres / spacing), 0.0f, 1.0f) * height;
    };
    const float froth = up(std::max(tray.froth, tray.clear_liquid)), clear = up(tray.clear_liquid);
    if (froth > 0.3f) list_.AddRectFilled({low.x, high.y - froth}, high, palette::kFroth);
    if (clear > 0.3f) list_.AddRectFilled({low.x, high.y - clear}, high, palette::kLiquid);
  }
  if (tray.floods()) {
    // hatched, so that it is seen without colour
    list_.PushClipRect(low, high, true);
    const float width = high.x - low.x, step = ui_.px(7);
    for (float x = -height; x < width; x += step)
      list_.AddLine({low.x + x, high.y}, {low.x + x + height, low.y}, palette::kText, ui_.px(1));
    list_.PopClipRect();
  }
  if (tray.weeps() && height >= kLowestTray)
    for (int i = 0; i < 4; ++i) {
      const float x = low.x + (high.x - low.x) * (0.3f + 0.13f * static_cast<float>(i));
      list_.AddLine({x, high.y + 1.0f}, {x, high.y + 0.35f * height}, palette::kValue, ui_.px(1.2f));
    }
}

void PlantSymbols::marks(const Box& body, const UnitPicture& picture) const {
  // one mark for neighbours that do the same
  const auto doing = [&](std::size_t k) {
    const TrayPicture& tray = picture.stages[k];
    return tray.floods() ? 3 : tray.near_flooding() ? 2 : tray.weeps() ? 1 : 0;
  };
  for (std::size_t k = 0; k < picture.stages.size();) {
    const int what = doing(k);
    std::size_t end = k + 1;
    while (end < picture.stages.size() && doing(end) == what) ++end;
    const double middle = 0.5 * static_cast<double>(k + end) / static_cast<double>(picture.stages.size());
    const double y = body.bottom() - body.height * (kDome + (1.0 - 2.0 * kDome) * middle);
    if (what > 0)
      canvas_.tray_mark({static_cast<float>(body.x + 0.5 * body.width), static_cast<float>(y)}, what == 1 ? 'W' : 'F',
                        what == 3);
    k = end;
  }
}

}  // namespace stillhouse
