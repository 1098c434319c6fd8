#pragma once

#include "frontend/views/ui.h"

namespace stillhouse {

/// The pens that are drawn, a row each: dash, tag, value at cursor A (without a cursor: now), at B, and what lies
/// between both. A click on a row gives its pen the left axis; a cross takes it off.
void pen_table(Ui& ui);

}  // namespace stillhouse
