#pragma once

#include "frontend/views/ui.h"

namespace stillhouse {

/// The steps with what each asks for and how it stands, left; the notebook, right.
void procedure_screen(Ui& ui);

/// Entries so far, and a new one: words, or the reading of the tag on the faceplate.
void notebook_panel(Ui& ui);

}  // namespace stillhouse
