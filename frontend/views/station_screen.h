#pragma once

#include "frontend/views/ui.h"

namespace stillhouse {

/// The instructor's station: going back and snapshots; malfunctions; message, field and what the student does.
void station_screen(Ui& ui);

/// What the instructor says to the student, above every screen until he confirms it: one row; nothing if there is
/// nothing to say.
bool has_message(const Ui& ui);
void message_bar(Ui& ui);

}  // namespace stillhouse
