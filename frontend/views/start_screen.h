#pragma once

#include "frontend/views/ui.h"

namespace stillhouse {

/// Labs to choose from, and runs to go on with. Needs no run.
void start_screen(Ui& ui);

/// Waits until the labs have been read: for pictures and tests.
void settle_start_page(ViewState& view);

}  // namespace stillhouse
