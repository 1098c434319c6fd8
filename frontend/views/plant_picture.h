#pragma once

#include "frontend/views/ui.h"

namespace stillhouse {

/// The picture that is drawn from a plant file (presenter/plant_drawing.h), with what the plant does now.
void plant_picture(Ui& ui);

}  // namespace stillhouse
