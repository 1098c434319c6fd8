#pragma once

#include <vector>

#include <imgui.h>

#include "frontend/presenter/screen_state.h"

namespace stillhouse {

/// Marks at round numbers between low and high, at most `most` of them.
std::vector<double> value_ticks(double low, double high, int most);
/// Marks at round times (5 s to 1 h apart).
std::vector<double> time_ticks(double from, double to, int most);

/// Marks of a logarithmic scale: the decades between low and high, with 2 and 5 of each where there are few.
std::vector<double> logarithmic_ticks(double low, double high);

/// The scale of a pen: a vertical range in its unit, and which side of the plot it is written on.
struct TrendScale {
  double low = 0.0, high = 1.0;
  NumberFormat format;
  int side = -1;  ///< 0 left, 1 right, -1 not written
  bool logarithmic = false;
  double from = 0.0, to = 1.0;  ///< part of the range's height that is shown

  /// Height of a value in what is shown: 0 at the bottom, 1 at the top. Logarithmic: what is not positive lies below.
  double height(double value) const;
  double value(double height) const;
};

/// How scales are made of pens.
struct ScaleWish {
  bool fits = false;         ///< to the data in the window, else the engineering range
  bool logarithmic = false;  ///< where all values of a unit are above zero, or its range begins there
  double from = 0.0, to = 1.0;
  int first = -1;  ///< position among the pens of the one whose unit is written on the left; -1: the first
};

/// Scales for pens: pens of one unit share one. The first two units are written on the left and the right.
std::vector<TrendScale> trend_scales(const ScreenState& screen, const std::vector<int>& pens, double from, double to,
                                     const ScaleWish& wish);

/// Lengths of pen down, pen up, ... of a dash pattern in points; empty: solid.
const std::vector<float>& dash_pattern(int style);

/// Line through points in dashes of pen `style` (0: solid).
void dashed_line(ImDrawList& draw, const std::vector<ImVec2>& points, ImU32 colour, float width, int style,
                 float scale);

}  // namespace stillhouse
