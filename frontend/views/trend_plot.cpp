#include "frontend/views/trend_plot.h"

#include <algorithm>
#include <cmath>

#include "frontend/views/palette.h"
#include "frontend/views/trend_axes.h"
#include "frontend/views/widgets.h"

namespace stillhouse {

namespace {

constexpr double kShortest = 20.0, kLongest = 4.0 * 86400.0;  // s

struct Plot {
  ImVec2 low, high;  ///< corners, pixels
  double from, to;   ///< s
  float x(double time) const { return low.x + static_cast<float>((time - from) / (to - from)) * (high.x - low.x); }
  float y(double value, const TrendScale& scale) const {
    return high.y - static_cast<float>((value - scale.low) / (scale.high - scale.low)) * (high.y - low.y);
  }
  double time(float px) const { return from + static_cast<double>((px - low.x) / (high.x - low.x)) * (to - from); }
};

void draw_text(ImDrawList& list, ImFont* font, ImVec2 place, const std::string& text) {
  list.AddText(font, font->FontSize, {std::floor(place.x), std::floor(place.y)}, palette::kQuiet, text.c_str());
}

float text_width(ImFont* font, const std::string& text) {
  return font->CalcTextSizeA(font->FontSize, 1e9f, 0.0f, text.c_str()).x;
}

/// Grid and numbers of the axes. Only the left axis has grid lines: two grids are none.
void draw_axes(Ui& ui, ImDrawList& list, const Plot& plot, const std::vector<TrendScale>& scales) {
  ImFont* font = ui.fonts.small;
  list.AddRectFilled(plot.low, plot.high, palette::kSheet);
  const int across = std::max(2, static_cast<int>((plot.high.x - plot.low.x) / ui.px(84)));
  for (const double time : time_ticks(plot.from, plot.to, across)) {
    const float x = plot.x(time);
    list.AddLine({x, plot.low.y}, {x, plot.high.y}, palette::kGrid);
    const std::string label = clock_text(time);
    const float width = text_width(font, label);
    if (time >= -0.5 && x - 0.5f * width > plot.low.x - ui.px(20) && x + 0.5f * width < plot.high.x + ui.px(20))
      draw_text(list, font, {x - 0.5f * width, plot.high.y + ui.px(3)}, label);
  }
  const int down = std::max(2, static_cast<int>((plot.high.y - plot.low.y) / ui.px(30)));
  bool written[2] = {false, false};
  for (const TrendScale& scale : scales) {
    if (scale.side < 0 || written[scale.side]) continue;
    written[scale.side] = true;
    const std::vector<double> ticks = value_ticks(scale.low, scale.high, down);
    const double step = ticks.size() > 1 ? ticks[1] - ticks[0] : 1.0;
    const int decimals = std::clamp(static_cast<int>(std::ceil(-std::log10(step) - 1e-9)), 0, 5);
    for (const double tick : ticks) {
      const float y = plot.y(tick, scale);
      if (scale.side == 0) list.AddLine({plot.low.x, y}, {plot.high.x, y}, palette::kGrid);
      const std::string label = plain_number(tick, decimals);
      const float x = scale.side == 0 ? plot.low.x - text_width(font, label) - ui.px(4) : plot.high.x + ui.px(4);
      draw_text(list, font, {x, y - 0.5f * font->FontSize}, label);
    }
    const std::string& unit = scale.format.printed;
    const float x = scale.side == 0 ? plot.low.x - text_width(font, unit) - ui.px(4) : plot.high.x + ui.px(4);
    draw_text(list, font, {x, plot.low.y - font->FontSize - ui.px(4)}, unit);
  }
}

void draw_limits(Ui& ui, ImDrawList& list, const Plot& plot, const TrendPen& pen, const TrendScale& scale,
                 ImU32 colour) {
  for (const TrendLimit& limit : pen.limits) {
    if (limit.value < scale.low || limit.value > scale.high) continue;
    const float y = plot.y(limit.value, scale);
    dashed_line(list, {{plot.low.x, y}, {plot.high.x, y}}, colour, ui.px(1), 4, ui.scale);
    alarm_mark(list, {plot.high.x - ui.px(8), y}, ui.px(11), limit.priority, true, ui.fonts.small);
  }
}

void draw_pen(Ui& ui, ImDrawList& list, const Plot& plot, int index, std::size_t place, const TrendScale& scale) {
  const TrendPen& pen = ui.screen.lab->pens[static_cast<std::size_t>(index)];
  const ImU32 colour = palette::kPen[place % palette::kPens];
  draw_limits(ui, list, plot, pen, scale, colour);

  const int columns = std::max(2, static_cast<int>(plot.high.x - plot.low.x));
  const bool thin = pen.kind == PenKind::setpoint;
  const float width = ui.px(thin ? 1.0f : 1.7f);
  const double gap = 2.5 * std::max((plot.to - plot.from) / columns, ui.screen.scan_length);
  std::vector<ImVec2> line;
  double before = 0.0;
  const auto flush = [&] {
    if (line.size() == 1) line.push_back({line[0].x + 1.0f, line[0].y});
    dashed_line(list, line, colour, width, static_cast<int>(place), ui.scale);
    line.clear();
  };
  for (const TrendSpan& span : ui.screen.trends.decimated(index, plot.from, plot.to, columns)) {
    if (!line.empty() && span.time - before > gap) flush();
    before = span.time;
    const float x = plot.x(span.time), last = plot.y(span.last, scale);
    // what moved within the column is a stroke from its lowest to its highest
    const float y_low = plot.y(span.low, scale), y_high = plot.y(span.high, scale);
    if (y_low - y_high > 1.5f) list.AddLine({x, y_high}, {x, y_low}, colour, std::min(width, 1.2f));
    // results of samples stand until the next one comes
    if (pen.kind == PenKind::sample && !line.empty() && std::abs(line.back().y - last) > 0.5f) {
      line.push_back({x, line.back().y});
      list.AddCircleFilled({x, last}, ui.px(3), colour);
    }
    line.push_back({x, last});
  }
  flush();
}

/// Mouse on the plot: zoom, move, back to now.
void steer(Ui& ui, const Plot& plot) {
  TrendViewState& trend = ui.view.trend;
  const ImGuiIO& io = ImGui::GetIO();
  const double now = std::max(ui.screen.time, 0.0);
  if (ImGui::IsItemHovered() && io.MouseWheel != 0.0f) {
    const double at = std::clamp(plot.time(io.MousePos.x), plot.from, plot.to);
    const double share = (plot.to - at) / (plot.to - plot.from);
    trend.length = std::clamp(trend.length * std::exp(-0.25 * static_cast<double>(io.MouseWheel)), kShortest, kLongest);
    // the right edge stays now while it follows; else the time under the mouse stays where it is
    if (!trend.follows) trend.end = at + share * trend.length;
  }
  if (ImGui::IsItemActive() && ImGui::IsMouseDragging(ImGuiMouseButton_Left, 2.0f)) {
    const double moved = static_cast<double>(io.MouseDelta.x / (plot.high.x - plot.low.x)) * trend.length;
    if (moved != 0.0) {
      trend.end = plot.to - moved;
      trend.follows = false;
    }
    if (trend.end >= now && moved < 0.0) trend.follows = true;
  }
  if (ImGui::IsItemHovered() && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)) {
    trend.follows = true;
    trend.marked_from = trend.marked_to = -1.0;
  }
}

}  // namespace

TrendWindow trend_window(const Ui& ui) {
  const TrendViewState& trend = ui.view.trend;
  // a young run begins at the left edge
  const double to = trend.follows ? std::max(ui.screen.time, trend.length) : trend.end;
  return {to - trend.length, to};
}

double trend_plot(Ui& ui) {
  const TrendViewState& trend = ui.view.trend;
  const auto [from, to] = trend_window(ui);
  const std::vector<TrendScale> scales = trend_scales(ui.screen, trend.pens, from, to, trend.fits);
  const bool right = std::any_of(scales.begin(), scales.end(), [](const TrendScale& s) { return s.side == 1; });

  const ImVec2 place = ImGui::GetCursorScreenPos(), room = ImGui::GetContentRegionAvail();
  const Plot plot{{place.x + ui.px(44), place.y + ui.px(18)},
                  {place.x + room.x - ui.px(right ? 46 : 12), place.y + room.y - ui.px(18)},
                  from,
                  to};
  if (plot.high.x - plot.low.x < 20.0f || plot.high.y - plot.low.y < 20.0f) return -1.0;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  draw_axes(ui, list, plot, scales);

  list.PushClipRect(plot.low, plot.high, true);
  if (trend.marked_to >= trend.marked_from && trend.marked_from >= 0.0) {
    // the stretch that the report speaks of
    const float a = plot.x(trend.marked_from), b = std::max(plot.x(trend.marked_to), a + ui.px(2));
    list.AddRectFilled({a, plot.low.y}, {b, plot.high.y}, IM_COL32(0, 114, 178, 34));
    list.AddLine({a, plot.low.y}, {a, plot.high.y}, palette::kSelect);
    list.AddLine({b, plot.low.y}, {b, plot.high.y}, palette::kSelect);
  }
  for (std::size_t i = 0; i < trend.pens.size(); ++i) draw_pen(ui, list, plot, trend.pens[i], i, scales[i]);
  list.PopClipRect();
  list.AddRect(plot.low, plot.high, palette::kQuiet);

  ImGui::SetCursorScreenPos(plot.low);
  ImGui::InvisibleButton("plot", {plot.high.x - plot.low.x, plot.high.y - plot.low.y});
  note_widget(ui, "trend.plot", true, clock_text(from) + " " + clock_text(to));
  steer(ui, plot);

  double cursor = trend.cursor;
  if (ImGui::IsItemHovered()) cursor = plot.time(ImGui::GetIO().MousePos.x);
  if (cursor < from || cursor > to) return -1.0;
  const float x = plot.x(cursor);
  list.AddLine({x, plot.low.y}, {x, plot.high.y}, palette::kText);
  const std::string label = clock_text(cursor);
  const float width = text_width(ui.fonts.small, label) + ui.px(6);
  const float left = std::clamp(x - 0.5f * width, plot.low.x, plot.high.x - width);
  list.AddRectFilled({left, plot.low.y - ui.px(17)}, {left + width, plot.low.y - ui.px(1)}, palette::kText);
  list.AddText(ui.fonts.small, ui.fonts.small->FontSize, {left + ui.px(3), plot.low.y - ui.px(16)}, palette::kSheet,
               label.c_str());
  return cursor;
}

}  // namespace stillhouse
