#pragma once

#include "frontend/views/ui.h"

namespace stillhouse {

/// The graded run: criteria and lost points left; the trend at a chosen moment, and what to try next time, right.
void report_screen(Ui& ui);

}  // namespace stillhouse
