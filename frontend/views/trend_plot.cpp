#include "frontend/views/trend_plot.h"

#include <algorithm>
#include <cmath>

#include "frontend/views/palette.h"
#include "frontend/views/pen_strip.h"
#include "frontend/views/trend_steering.h"
#include "frontend/views/widgets.h"

namespace stillhouse {

namespace {

constexpr std::size_t kPensWithLimits = 3;  // with more, only the chosen one's limits are drawn

std::vector<TrendScale> scales_of(const Ui& ui, double from, double to) {
  const TrendViewState& trend = ui.view.trend;
  return trend_scales(ui.screen, trend.pens, from, to,
                      {.fits = trend.fits,
                       .logarithmic = trend.logarithmic,
                       .from = trend.low,
                       .to = trend.high,
                       .first = trend.chosen});
}

TrendFrame frame_in_window(const Ui& ui, const std::vector<TrendScale>& scales, double from, double to) {
  const bool right = std::any_of(scales.begin(), scales.end(), [](const TrendScale& s) { return s.side == 1; });
  const ImVec2 place = ImGui::GetCursorScreenPos(), room = ImGui::GetContentRegionAvail();
  return {{place.x + ui.px(44), place.y + ui.px(18)},
          {place.x + room.x - ui.px(right ? 46 : 12), place.y + room.y - ui.px(18)},
          from,
          to};
}

bool is_too_small(const TrendFrame& frame) {
  return frame.high.x - frame.low.x < 20.0f || frame.high.y - frame.low.y < 20.0f;
}

void draw_contents(Ui& ui, ImDrawList& list, const TrendFrame& frame, const std::vector<TrendScale>& scales,
                   bool large) {
  const TrendViewState& trend = ui.view.trend;
  draw_trend_axes(ui, list, frame, scales);
  list.PushClipRect(frame.low, frame.high, true);
  if (trend.marked_to >= trend.marked_from && trend.marked_from >= 0.0) {
    // the stretch that the report speaks of
    const float a = frame.x(trend.marked_from), b = std::max(frame.x(trend.marked_to), a + ui.px(2));
    list.AddRectFilled({a, frame.low.y}, {b, frame.high.y}, IM_COL32(0, 114, 178, 34));
    list.AddLine({a, frame.low.y}, {a, frame.high.y}, palette::kSelect);
    list.AddLine({b, frame.low.y}, {b, frame.high.y}, palette::kSelect);
  }
  const std::size_t chosen = trend.chosen < 0 ? 0 : static_cast<std::size_t>(trend.chosen);
  for (std::size_t i = 0; i < trend.pens.size(); ++i) {
    const bool limits = !large || i == chosen || trend.pens.size() <= kPensWithLimits;
    if (limits)
      draw_trend_limits(ui, list, frame, ui.screen.lab->pens[static_cast<std::size_t>(trend.pens[i])], scales[i],
                        pen_colour(i), large && i == chosen);
  }
  const int most = most_pen_points(trend.pens.size());
  for (std::size_t i = 0; i < trend.pens.size(); ++i)
    draw_trend_pen(ui, list, frame, trend.pens[i], i, scales[i], most, trend.pens.size() <= kFewPens);
  if (large) draw_alarm_ticks(ui, list, frame, trend.pens);
  list.PopClipRect();
  list.AddRect(frame.low, frame.high, palette::kQuiet);
}

}  // namespace

TrendWindow trend_window(const Ui& ui) {
  const TrendViewState& trend = ui.view.trend;
  // a young run begins at the left edge
  const double to = trend.follows ? std::max(ui.screen.time, trend.length) : trend.end;
  return {to - trend.length, to};
}

void keep_window(TrendViewState& trend) {
  constexpr std::size_t kMost = 30;
  if (trend.before.size() == kMost) trend.before.erase(trend.before.begin());
  trend.before.push_back({trend.length, trend.end, trend.low, trend.high, trend.follows});
}

void leave_zoom(TrendViewState& trend) {
  if (trend.before.empty()) return;
  const TrendViewState::Window window = trend.before.back();
  trend.before.pop_back();
  trend.length = window.length;
  trend.end = window.end;
  trend.low = window.low;
  trend.high = window.high;
  trend.follows = window.follows;
}

double trend_plot(Ui& ui) {
  const TrendViewState& trend = ui.view.trend;
  const auto [from, to] = trend_window(ui);
  const std::vector<TrendScale> scales = scales_of(ui, from, to);
  const TrendFrame frame = frame_in_window(ui, scales, from, to);
  if (is_too_small(frame)) return -1.0;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  draw_contents(ui, list, frame, scales, false);

  ImGui::SetCursorScreenPos(frame.low);
  ImGui::InvisibleButton("plot", {frame.high.x - frame.low.x, frame.high.y - frame.low.y});
  note_widget(ui, "trend.plot", true, clock_text(from) + " " + clock_text(to));
  steer_time(ui, frame);

  double cursor = trend.cursor;
  if (ImGui::IsItemHovered()) cursor = frame.time(ImGui::GetIO().MousePos.x);
  if (cursor < from || cursor > to) return -1.0;
  draw_trend_cursor(ui, list, frame, cursor, "");
  return cursor;
}

PlotPlace large_trend_plot(Ui& ui) {
  TrendViewState& trend = ui.view.trend;
  const auto [from, to] = trend_window(ui);
  const std::vector<TrendScale> scales = scales_of(ui, from, to);
  const PlotPlace place{ImGui::GetCursorScreenPos(),
                        {ImGui::GetCursorScreenPos().x + ImGui::GetContentRegionAvail().x,
                         ImGui::GetCursorScreenPos().y + ImGui::GetContentRegionAvail().y}};
  const TrendFrame frame = frame_in_window(ui, scales, from, to);
  if (is_too_small(frame)) return place;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  draw_contents(ui, list, frame, scales, true);

  ImGui::SetCursorScreenPos(frame.low);
  ImGui::InvisibleButton("plot", {frame.high.x - frame.low.x, frame.high.y - frame.low.y});
  note_widget(ui, "trends.plot", true, clock_text(from) + " " + clock_text(to));
  steer_large(ui, frame);
  drop_tags(ui);
  draw_trend_cursor(ui, list, frame, trend.cursor, "A");
  draw_trend_cursor(ui, list, frame, trend.second_cursor, "B");
  return place;
}

}  // namespace stillhouse
