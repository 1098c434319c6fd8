#pragma once

#include "frontend/views/ui.h"

namespace stillhouse {

/// The field panel: what a person moves by hand in the plant, out of the control room's reach, and the points where
/// samples are drawn.
void field_screen(Ui& ui);

}  // namespace stillhouse
