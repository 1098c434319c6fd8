#pragma once

#include "frontend/views/ui.h"

namespace stillhouse {

/// One run before the assessor: its timeline, the control room at any moment, its events, its marks, another run beside
/// it.
void review_screen(Ui& ui);

// its parts; each fills the panel it is called in
void review_timeline_panel(Ui& ui);
void review_event_panel(Ui& ui);
void review_mark_panel(Ui& ui);
void review_comparison_panel(Ui& ui);

/// Shows another moment of the open run, s.
void review_seek(Ui& ui, double time);

}  // namespace stillhouse
