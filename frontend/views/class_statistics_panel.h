#pragma once

#include "frontend/views/ui.h"

namespace stillhouse {

/// Distribution of scores and item statistics of one lab of the class.
void class_statistics_panel(Ui& ui);

}  // namespace stillhouse
