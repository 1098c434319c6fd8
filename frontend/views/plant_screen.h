#pragma once

#include "frontend/views/ui.h"

namespace stillhouse {

/// The control room: the plant left, trends and faceplate right; tasks and alarms below.
void plant_screen(Ui& ui);

}  // namespace stillhouse
