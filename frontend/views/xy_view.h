#pragma once

#include "frontend/presenter/xy_plot.h"
#include "frontend/views/trend_plot.h"

namespace stillhouse {

/// An x-y plot in the rest of the ImGui window; its figures and notes stand in a column at the right. Returns the place
/// of the diagram without that column, pixels.
PlotPlace xy_view(Ui& ui, const XyPlot& plot);

}  // namespace stillhouse
