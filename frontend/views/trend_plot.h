#pragma once

#include "frontend/views/ui.h"

namespace stillhouse {

/// Stretch of time that the trend shows, s.
struct TrendWindow {
  double from = 0.0, to = 1.0;
};
TrendWindow trend_window(const Ui& ui);

/// The plot itself, in the rest of the ImGui window: axes, limits, pens, cursor. The wheel zooms about the mouse, a
/// drag moves in time, a double click goes back to now. Returns the time under the cursor, s; negative if there is
/// none.
double trend_plot(Ui& ui);

}  // namespace stillhouse
