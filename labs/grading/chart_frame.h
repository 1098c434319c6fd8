#pragma once

#include <string>
#include <vector>

#include "labs/grading/axis.h"
#include "labs/grading/trend_chart.h"

namespace stillhouse {

/// Where things stand in a chart, in units of its view box.
struct ChartFrame {
  double width = 960.0;
  double left = 76.0;  ///< the same for all charts, so that moments stand below each other
  double right = 14.0;
  double top = 8.0;
  double height = 150.0;  ///< of the plot
  double bottom = 24.0;

  double whole_height() const { return top + height + bottom; }
  double plot_width() const { return width - left - right; }
  double floor() const { return top + height; }
  double x(const Axis& time, double seconds) const { return left + time.fraction(seconds) * plot_width(); }
  double y(const Axis& value, double number) const { return floor() - value.fraction(number) * height; }
};

/// ` name="12.3"`
std::string attribute(const char* name, double value);

std::string line(const char* style, double x1, double y1, double x2, double y2);

/// The opening tag, with the chart's name for screen readers.
std::string svg_opening(const ChartFrame& frame, const Text& name);

/// Vertical lines and h:mm below the plot.
std::string time_grid(const ChartFrame& frame, const Axis& time);

/// The rows that the numbers above the shades need, so that none covers another.
std::vector<int> label_rows(const ChartFrame& frame, const Axis& time, const std::vector<EvidenceShade>& shades);

/// Height of one row of such numbers.
inline constexpr double label_row_height = 15.0;

std::string evidence_shades(const ChartFrame& frame, const Axis& time, const std::vector<EvidenceShade>& shades);

}  // namespace stillhouse
