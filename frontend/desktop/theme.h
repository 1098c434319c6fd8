#pragma once

namespace stillhouse {

/// Sets the style of the present ImGui context: light grey, flat, square; sizes for `scale` pixels a point.
void apply_theme(float scale);

/// Pixels a point for a window of this size: 1 at 1280 x 720, never below.
float scale_of(int width, int height);

}  // namespace stillhouse
