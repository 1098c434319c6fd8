#pragma once

#include <string>

#include "labs/grading/axis.h"
#include "labs/grading/chart_frame.h"
#include "labs/grading/trend.h"

namespace stillhouse {

/// The `d` of an SVG path for a trend. Where many samples share a column of the picture, their first, lowest, highest
/// and last are drawn, so that no peak is lost. A value that is not finite leaves a gap.
std::string trend_path(const Trend& trend, const ChartFrame& frame, const Axis& time, const Axis& value);

}  // namespace stillhouse
