#include "frontend/views/trend_frame.h"

#include <algorithm>
#include <cmath>

#include "frontend/views/palette.h"
#include "frontend/views/pen_strip.h"
#include "frontend/views/widgets.h"

namespace stillhouse {

namespace {

constexpr ImU32 kBand = IM_COL32(0, 0, 0, 16);

/// Decimals that tell the marks of an axis apart.
int decimals_of(const std::vector<double>& ticks) {
  double step = 1.0;
  for (std::size_t i = 1; i < ticks.size(); ++i)
    if (i == 1 || ticks[i] - ticks[i - 1] < step) step = ticks[i] - ticks[i - 1];
  return std::clamp(static_cast<int>(std::ceil(-std::log10(step) - 1e-9)), 0, 5);
}

}  // namespace

void axis_text(ImDrawList& list, ImFont* font, ImVec2 place, const std::string& text) {
  list.AddText(font, font->FontSize, {std::floor(place.x), std::floor(place.y)}, palette::kQuiet, text.c_str());
}

float axis_text_width(ImFont* font, const std::string& text) {
  return font->CalcTextSizeA(font->FontSize, 1e9f, 0.0f, text.c_str()).x;
}

void draw_trend_axes(Ui& ui, ImDrawList& list, const TrendFrame& frame, const std::vector<TrendScale>& scales) {
  ImFont* font = ui.fonts.small;
  list.AddRectFilled(frame.low, frame.high, palette::kSheet);
  const int across = std::max(2, static_cast<int>((frame.high.x - frame.low.x) / ui.px(84)));
  for (const double time : time_ticks(frame.from, frame.to, across)) {
    const float x = frame.x(time);
    list.AddLine({x, frame.low.y}, {x, frame.high.y}, palette::kGrid);
    const std::string label = clock_text(time);
    const float width = axis_text_width(font, label);
    if (time < -0.5 || x - 0.5f * width <= frame.low.x - ui.px(20) || x + 0.5f * width >= frame.high.x + ui.px(20))
      continue;
    // the last one stays on the panel
    const float end = ImGui::GetWindowPos().x + ImGui::GetWindowSize().x - ui.px(6);
    axis_text(list, font, {std::min(x - 0.5f * width, end - width), frame.high.y + ui.px(3)}, label);
  }
  const int down = std::max(2, static_cast<int>((frame.high.y - frame.low.y) / ui.px(30)));
  bool written[2] = {false, false};
  for (const TrendScale& scale : scales) {
    if (scale.side < 0 || written[scale.side]) continue;
    written[scale.side] = true;
    const double low = scale.value(0.0), high = scale.value(1.0);
    std::vector<double> ticks = scale.logarithmic ? logarithmic_ticks(low, high) : value_ticks(low, high, down);
    // so near that no decade lies between: an even scale tells more
    if (scale.logarithmic && ticks.size() < 2) ticks = value_ticks(low, high, down);
    const int decimals = decimals_of(ticks);
    float last = frame.high.y + ui.px(30);
    for (const double tick : ticks) {
      const float y = frame.y(tick, scale);
      if (scale.side == 0) list.AddLine({frame.low.x, y}, {frame.high.x, y}, palette::kGrid);
      if (last - y < font->FontSize) continue;
      last = y;
      const int places =
          scale.logarithmic ? std::clamp(static_cast<int>(std::ceil(-std::log10(tick) - 1e-9)), 0, 6) : decimals;
      const std::string label = plain_number(tick, places);
      const float x = scale.side == 0 ? frame.low.x - axis_text_width(font, label) - ui.px(4) : frame.high.x + ui.px(4);
      axis_text(list, font, {x, y - 0.5f * font->FontSize}, label);
    }
    const std::string& unit = scale.format.printed;
    const float x = scale.side == 0 ? frame.low.x - axis_text_width(font, unit) - ui.px(4) : frame.high.x + ui.px(4);
    axis_text(list, font, {x, frame.low.y - font->FontSize - ui.px(4)}, unit);
  }
}

void draw_trend_limits(Ui& ui, ImDrawList& list, const TrendFrame& frame, const TrendPen& pen, const TrendScale& scale,
                       ImU32 colour, bool bands) {
  for (const TrendLimit& limit : pen.limits) {
    const double height = scale.height(limit.value);
    const float y = std::clamp(frame.y(limit.value, scale), frame.low.y, frame.high.y);
    if (bands) {
      const float edge = limit.high ? frame.low.y : frame.high.y;
      list.AddRectFilled({frame.low.x, std::min(y, edge)}, {frame.high.x, std::max(y, edge)}, kBand);
    }
    if (height < 0.0 || height > 1.0) continue;
    dashed_line(list, {{frame.low.x, y}, {frame.high.x, y}}, colour, ui.px(1), 4, ui.scale);
    alarm_mark(list, {frame.high.x - ui.px(8), y}, ui.px(11), limit.priority, true, ui.fonts.small);
  }
}

void draw_alarm_ticks(Ui& ui, ImDrawList& list, const TrendFrame& frame, const std::vector<int>& pens) {
  constexpr int kMost = 200;
  int drawn = 0;
  const std::vector<AlarmChange>& changes = ui.screen.alarm_board.changes;
  for (auto change = changes.rbegin(); change != changes.rend() && drawn < kMost; ++change) {
    if (change->event != AlarmEvent::raised || change->time < frame.from || change->time > frame.to) continue;
    const AlarmLine& alarm = ui.screen.alarms[static_cast<std::size_t>(change->alarm)];
    const bool shown = std::any_of(pens.begin(), pens.end(), [&](int pen) {
      return ui.screen.lab->pens[static_cast<std::size_t>(pen)].tag == alarm.reads;
    });
    const float x = frame.x(change->time);
    list.AddLine({x, frame.high.y - ui.px(14)}, {x, frame.high.y}, palette::kText, ui.px(1));
    alarm_mark(list, {x, frame.high.y - ui.px(18)}, ui.px(10), alarm.urgency, !shown, ui.fonts.small);
    ++drawn;
  }
}

void draw_trend_pen(Ui& ui, ImDrawList& list, const TrendFrame& frame, int index, std::size_t place,
                    const TrendScale& scale, int most_points, bool few_pens) {
  const TrendPen& pen = ui.screen.lab->pens[static_cast<std::size_t>(index)];
  PenLook look{pen_colour(place), ui.px(pen.kind == PenKind::setpoint ? 0.8f : 1.6f), pen_style(place), ui.scale,
               frame.low.x};
  look.soft = few_pens;
  look.wide_strokes = few_pens && look.width > 2.0f;
  const int columns = std::clamp(static_cast<int>(frame.high.x - frame.low.x), 2, std::max(most_points, 2));
  const double gap = 2.5 * std::max((frame.to - frame.from) / columns, ui.screen.scan_length);
  const std::vector<TrendSpan> spans = ui.screen.trends.decimated(index, frame.from, frame.to, columns);

  std::vector<PenPoint> points;
  points.reserve(spans.size());
  float before = 0.0f;
  for (std::size_t i = 0; i < spans.size(); ++i) {
    const TrendSpan& span = spans[i];
    const float last = frame.y(static_cast<double>(span.last), scale);
    float top = span.high == span.last ? last : frame.y(static_cast<double>(span.high), scale);
    float bottom = span.low == span.last ? last : frame.y(static_cast<double>(span.low), scale);
    const bool breaks = i == 0 || span.time - spans[i - 1].time > gap;
    if (!breaks) {
      // bands touch: each reaches half of the way back; a result of a sample stands until the next one comes
      const float reach = pen.kind == PenKind::sample ? before : 0.5f * (before + last);
      top = std::min(top, reach);
      bottom = std::max(bottom, reach);
      if (pen.kind != PenKind::sample) {
        points.back().top = std::min(points.back().top, reach);
        points.back().bottom = std::max(points.back().bottom, reach);
      } else if (std::abs(last - before) > 0.5f) {
        list.AddCircleFilled({frame.x(span.time), last}, ui.px(3), look.colour);
      }
    }
    points.push_back({frame.x(span.time), top, bottom, breaks});
    before = last;
  }
  draw_pen_strip(list, points, look);
}

void draw_trend_cursor(Ui& ui, ImDrawList& list, const TrendFrame& frame, double time, const char* name) {
  if (time < frame.from || time > frame.to) return;
  const float x = frame.x(time);
  list.AddLine({x, frame.low.y}, {x, frame.high.y}, palette::kText);
  const std::string label = (name[0] != '\0' ? std::string(name) + "  " : std::string()) + clock_text(time);
  const float width = axis_text_width(ui.fonts.small, label) + ui.px(6);
  const float left = std::clamp(x - 0.5f * width, frame.low.x, std::max(frame.low.x, frame.high.x - width));
  list.AddRectFilled({left, frame.low.y - ui.px(17)}, {left + width, frame.low.y - ui.px(1)}, palette::kText);
  list.AddText(ui.fonts.small, ui.fonts.small->FontSize, {left + ui.px(3), frame.low.y - ui.px(16)}, palette::kSheet,
               label.c_str());
}

}  // namespace stillhouse
