#include "frontend/views/plant_thumbnail.h"

#include <algorithm>

#include "frontend/presenter/diagram_symbols.h"
#include "frontend/views/palette.h"

namespace stillhouse {

namespace {

/// Two axes and the signal of an instrument.
void signal_thumbnail(const Ui& ui, ImDrawList& list, const LabCard& card, ImVec2 low, ImVec2 high) {
  const float margin = 0.12f * (high.y - low.y);
  low = {low.x + margin, low.y + margin};
  high = {high.x - margin, high.y - margin};
  const ImVec2 axes[3] = {low, {low.x, high.y}, high};
  list.AddPolyline(axes, 3, palette::kFaint, 0, ui.px(1));
  std::vector<ImVec2> points;
  for (const Point& point : card.signal)
    points.push_back({low.x + static_cast<float>(point.x) * (high.x - low.x),
                      high.y - static_cast<float>(point.y) * (high.y - low.y)});
  list.AddPolyline(points.data(), static_cast<int>(points.size()), palette::kText, 0, ui.px(1));
}

}  // namespace

void plant_thumbnail(const Ui& ui, ImDrawList& list, const LabCard& card, ImVec2 low, ImVec2 high) {
  list.AddRectFilled(low, high, palette::kPanel);
  if (!card.signal.empty()) return signal_thumbnail(ui, list, card, low, high);
  const PlacedDiagram& drawing = card.drawing;
  if (!(drawing.width > 0.0) || !(drawing.height > 0.0)) return;
  const float margin = ui.px(3), width = high.x - low.x - 2.0f * margin, height = high.y - low.y - 2.0f * margin;
  const float k = std::min(width / static_cast<float>(drawing.width), height / static_cast<float>(drawing.height));
  const ImVec2 origin{low.x + margin + 0.5f * (width - k * static_cast<float>(drawing.width)),
                      low.y + margin + 0.5f * (height - k * static_cast<float>(drawing.height))};
  const auto at = [&](double x, double y) {
    return ImVec2{origin.x + k * static_cast<float>(x), origin.y + k * static_cast<float>(y)};
  };
  std::vector<ImVec2> points;
  for (const PlacedStream& stream : drawing.streams) {
    points.clear();
    for (const Point& point : stream.points) points.push_back(at(point.x, point.y));
    list.AddPolyline(points.data(), static_cast<int>(points.size()), palette::kFaint, 0, ui.px(1));
  }
  for (std::size_t i = 0; i < drawing.units.size(); ++i) {
    const Box& box = drawing.units[i].symbol;
    const ImVec2 from = at(box.x, box.y), to = at(box.right(), box.bottom());
    const float round = is_round(card.plant.units[i].symbol) ? 0.5f * std::min(to.x - from.x, to.y - from.y) : ui.px(2);
    list.AddRectFilled(from, to, palette::kSheet, round);
    list.AddRect(from, to, palette::kQuiet, round, 0, ui.px(1));
  }
}

}  // namespace stillhouse
