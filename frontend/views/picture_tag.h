#pragma once

#include "frontend/presenter/plant_drawing.h"
#include "frontend/views/ui.h"

namespace stillhouse {

/// A tag on a picture with its live value: mark of its alarm or quality, mode of a controller. A click puts it on the
/// faceplate.
void picture_tag(Ui& ui, TagKind kind, std::size_t index, ImVec2 low, ImVec2 size, bool two_lines);

}  // namespace stillhouse
