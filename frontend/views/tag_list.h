#pragma once

#include "frontend/views/ui.h"

namespace stillhouse {

/// List of all that can be drawn, with a field to look for it: a click puts a row on the plot or takes it off, a drag
/// brings it there. Below, pens that are kept under names.
void tag_list(Ui& ui);

}  // namespace stillhouse
