#pragma once

#include <string>
#include <vector>

#include "models/instruments/analysis.h"

namespace stillhouse {

/// A species as it came to the detector.
struct SeparatedZone {
  std::string of;
  double mean;       ///< s
  double deviation;  ///< s, standard deviation of the peak
  bool seen;         ///< it left the column and the detector worked
};

/// How well a run parts its species, as truth that a method is judged by: the resolution of each from the one before,
/// and of the whole run
///
///   least_resolution   2 (t_2 - t_1) / (4 sigma_1 + 4 sigma_2) of the worst pair; 0 if a species was not seen
///   last_peak          s, mean + 2 sigma of the last one
///
/// It is that of the zones, whatever the integrator made of their peaks. Nothing is said of fewer than two species.
void tell_separation(std::vector<SeparatedZone> zones, Analysis& analysis);

/// A note that so many species did not leave the column; none for 0.
void tell_inside(int species, Analysis& analysis);

}  // namespace stillhouse
