#pragma once

#include "frontend/presenter/screen_state.h"

namespace stillhouse {

/// A small plant at a moment that has everything a screen can show: 12 trays of which one floods and one weeps, a
/// controller in manual, a valve that an interlock holds, an alarm of each kind, tasks in all states, samples, and 1000
/// scans of history.
ScreenState sample_screen();

/// The same after its end, with a grade that has one lost point on "TI-100" from 300 s to 420 s.
ScreenState sample_screen_graded();

}  // namespace stillhouse
