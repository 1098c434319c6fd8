#pragma once

#include "frontend/views/ui.h"

namespace stillhouse {

/// One row: the screens that this person sees, each with its function key; right the language.
void navigation_bar(Ui& ui);

}  // namespace stillhouse
