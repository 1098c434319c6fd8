#pragma once

#include <vector>

#include <imgui.h>

#include "frontend/presenter/screen_state.h"

namespace stillhouse {

/// Marks at round numbers between low and high, at most `most` of them.
std::vector<double> value_ticks(double low, double high, int most);
/// Marks at round times (5 s to 1 h apart).
std::vector<double> time_ticks(double from, double to, int most);

/// The scale of a pen: a vertical range in its unit, and which side of the plot it is written on.
struct TrendScale {
  double low = 0.0, high = 1.0;
  NumberFormat format;
  int side = -1;  ///< 0 left, 1 right, -1 not written
};

/// Scales for pens: pens of one unit share one. The first two units are written on the left and the right. With `fits`
/// the range is that of the data in [from, to], else the engineering range.
std::vector<TrendScale> trend_scales(const ScreenState& screen, const std::vector<int>& pens, double from, double to,
                                     bool fits);

/// Line through points in dashes of pen `style` (0: solid).
void dashed_line(ImDrawList& draw, const std::vector<ImVec2>& points, ImU32 colour, float width, int style,
                 float scale);

}  // namespace stillhouse
