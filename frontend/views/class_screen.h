#pragma once

#include "frontend/views/ui.h"

namespace stillhouse {

/// The assessor's class: every run with score and flags, sorted and filtered; distribution and items of a lab; reports.
void class_screen(Ui& ui);

}  // namespace stillhouse
