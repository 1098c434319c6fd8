#pragma once

#include "frontend/views/ui.h"

namespace stillhouse {

/// The alarm system after ISA-18.2: list, shelf and history, the chosen alarm with what to do, and how many come.
void alarms_screen(Ui& ui);

}  // namespace stillhouse
