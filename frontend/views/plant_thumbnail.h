#pragma once

#include "frontend/presenter/start_page.h"
#include "frontend/views/ui.h"

namespace stillhouse {

/// A lab's plant as a small drawing without letters, or the signal of its instrument, in a box; a mere frame if it has
/// neither.
void plant_thumbnail(const Ui& ui, ImDrawList& list, const LabCard& card, ImVec2 low, ImVec2 high);

}  // namespace stillhouse
