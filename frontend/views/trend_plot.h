#pragma once

#include "frontend/views/trend_frame.h"

namespace stillhouse {

/// Stretch of time that the trend shows, s.
struct TrendWindow {
  double from = 0.0, to = 1.0;
};
TrendWindow trend_window(const Ui& ui);

/// The plot of the small trend, in the rest of the ImGui window: axes, limits, pens, cursor. The wheel zooms about the
/// mouse, a drag moves in time, a double click goes back to now. Returns the time under the cursor, s; negative if
/// there is none.
double trend_plot(Ui& ui);

/// The plot of the trends' own screen. Beside what the small one does: both cursors, alarm marks on the time axis,
/// boxes to zoom into, keys, and tags that are dropped on it. Returns its frame with the axes around it, pixels.
struct PlotPlace {
  ImVec2 low, high;
};
PlotPlace large_trend_plot(Ui& ui);

/// Keeps the window, so that one can go back to it.
void keep_window(TrendViewState& trend);
/// Back to the window before the last zoom.
void leave_zoom(TrendViewState& trend);

}  // namespace stillhouse
