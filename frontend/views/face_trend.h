#pragma once

#include "frontend/views/ui.h"

namespace stillhouse {

constexpr double kFaceTrend = 600.0;  ///< s

/// The last `kFaceTrend` of a controller's measurement (thick), set-point (dashed) and output (thin, on a scale of its
/// own), in a box at the cursor.
void face_trend(Ui& ui, const ControllerFace& face, ImVec2 size);

}  // namespace stillhouse
