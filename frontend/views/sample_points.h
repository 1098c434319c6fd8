#pragma once

#include "frontend/views/ui.h"

namespace stillhouse {

/// Points of the plant at which samples are drawn: how much has been let run, and what to purge or catch next.
void sample_points(Ui& ui, const BenchFace& bench);

/// Lines that it takes.
int sample_point_lines(const BenchFace& bench);

}  // namespace stillhouse
