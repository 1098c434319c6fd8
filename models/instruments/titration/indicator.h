#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/base/text.h"

namespace stillhouse {

/// An acid-base indicator: its colour changes over an interval of pH (assets/instruments/indicators.csv).
struct Indicator {
  std::string name;
  double pK = 0.0;               ///< -log10 of its acid constant
  double low = 0.0, high = 0.0;  ///< pH at which the eye sees the change begin and end
  Text acid, base;               ///< colours of the two forms

  /// Share in the coloured form of the base, by the mass action law: 1 / (1 + 10^(pK - pH)).
  double base_share(double pH) const;
  /// How far the colour has changed to the eye, from 0 at `low` to 1 at `high`.
  double change(double pH) const;
  /// The colour in words: that of the acid, of the base, or between them.
  Text colour(double pH) const;
};

/// ModelError names the nearest.
const Indicator& indicator(std::string_view name);
std::vector<std::string> indicator_names();

}  // namespace stillhouse
