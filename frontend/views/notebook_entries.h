#pragma once

#include "frontend/views/ui.h"

namespace stillhouse {

/// The entries of `ui.screen.notebook` one below the other, photographs of trends drawn from `ui.screen.trends`. The
/// new one is scrolled to. Returns the number of the photograph that was clicked; -1: none was.
int notebook_entries(Ui& ui, const std::string& name);

}  // namespace stillhouse
