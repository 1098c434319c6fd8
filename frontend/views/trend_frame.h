#pragma once

#include <string>
#include <vector>

#include "frontend/views/trend_axes.h"
#include "frontend/views/ui.h"

namespace stillhouse {

/// The rectangle of a trend, and how times and values lie in it.
struct TrendFrame {
  ImVec2 low, high;             ///< corners, pixels
  double from = 0.0, to = 1.0;  ///< s
  float x(double time) const { return low.x + static_cast<float>((time - from) / (to - from)) * (high.x - low.x); }
  float y(double value, const TrendScale& scale) const {
    return high.y - static_cast<float>(scale.height(value)) * (high.y - low.y);
  }
  double time(float px) const { return from + static_cast<double>((px - low.x) / (high.x - low.x)) * (to - from); }
  double height(float py) const { return static_cast<double>((high.y - py) / (high.y - low.y)); }
};

/// Small quiet text at a place, on whole pixels.
void axis_text(ImDrawList& list, ImFont* font, ImVec2 place, const std::string& text);
float axis_text_width(ImFont* font, const std::string& text);

/// Sheet, grid and numbers of the axes. Only the left axis has grid lines: two grids are none.
void draw_trend_axes(Ui& ui, ImDrawList& list, const TrendFrame& frame, const std::vector<TrendScale>& scales);

/// Limits of a pen's alarms as lines with their marks; with `bands` what lies beyond is shaded.
void draw_trend_limits(Ui& ui, ImDrawList& list, const TrendFrame& frame, const TrendPen& pen, const TrendScale& scale,
                       ImU32 colour, bool bands);

/// A mark on the time axis for every alarm that was raised: filled if one of the pens shows what it reads.
void draw_alarm_ticks(Ui& ui, ImDrawList& list, const TrendFrame& frame, const std::vector<int>& pens);

/// One signal over the frame, of at most so many points; with few pens steep parts are drawn as wide as level ones.
void draw_trend_pen(Ui& ui, ImDrawList& list, const TrendFrame& frame, int pen, std::size_t place,
                    const TrendScale& scale, int most_points, bool few_pens);

/// A line up the frame at a time, with a flag that says it.
void draw_trend_cursor(Ui& ui, ImDrawList& list, const TrendFrame& frame, double time, const char* name);

}  // namespace stillhouse
