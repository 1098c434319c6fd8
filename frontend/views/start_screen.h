#pragma once

#include "frontend/views/ui.h"

namespace stillhouse {

/// Labs to choose from, and runs to go on with. Needs no run.
void start_screen(Ui& ui);

}  // namespace stillhouse
