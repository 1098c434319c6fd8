#pragma once

#include "frontend/views/ui.h"

namespace stillhouse {

/// Signals against time with cursors, zoom and pens by drag, and x-y plots of the plant, where it has them.
void trends_screen(Ui& ui);

}  // namespace stillhouse
