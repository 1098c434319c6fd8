#pragma once

#include "frontend/views/ui.h"

namespace stillhouse {

/// Draws the whole screen into the present ImGui frame: tool bar and alarm banner above; plant (or report) left,
/// trends and faceplate right; tasks and alarms below. Clears and fills the registry.
void draw_screen(Ui& ui);

/// What a new screen shows first: the pens of the lab's first controllers and thermometers.
void choose_first_pens(ViewState& view, const ScreenState& screen);

}  // namespace stillhouse
