#pragma once

#include "models/properties/per_species.h"

namespace stillhouse {

/// Share V of a feed z that is vapour when K_i = y_i/x_i are given; outside 0 to 1 where the feed is all one phase.
///
///   sum z_i (K_i - 1)/(1 + V (K_i - 1)) = 0
///
/// Newton's method inside a bracket that begins between the two poles next to 0..1, where the sum falls all the way and
/// all y_i and x_i stay positive. `start` is where to look first.
/// Needs      some K above 1 and some below; without, the share is said to be 2 (all above) or -1 (all below)
/// Example    z = 0.5, 0.25, 0.25 of benzene, toluene, o-xylene, K = 1.8036, 0.7236, 0.2636: V = 0.3263
/// Sources    H. H. Rachford, J. D. Rice, J. Petrol. Technol. 4 (1952) 19; beyond 0..1: C. H. Whitson, M. L. Michelsen,
///            Fluid Phase Equilib. 53 (1989) 51; example: J. Benitez, Principles and Modern Applications of Mass
///            Transfer Operations, 2nd ed. 2009, example 6.2
inline double vapour_share(const PerSpecies<double>& z, const PerSpecies<double>& K, double start = 0.5) {
  double largest = 0.0, smallest = 1e300;
  for (std::size_t i = 0; i < z.size(); ++i) {
    if (z[i] == 0.0) continue;
    largest = K[i] > largest ? K[i] : largest;
    smallest = K[i] < smallest ? K[i] : smallest;
  }
  if (!(smallest < 1.0)) return 2.0;
  if (!(largest > 1.0)) return -1.0;
  double low = 1.0 / (1.0 - largest), high = 1.0 / (1.0 - smallest);
  double V = start > low && start < high ? start : 0.5;
  for (int iteration = 0; iteration < 60; ++iteration) {
    double sum = 0.0, slope = 0.0;
    for (std::size_t i = 0; i < z.size(); ++i) {
      const double excess = K[i] - 1.0, term = excess / (1.0 + V * excess);
      sum += z[i] * term;
      slope += z[i] * term * term;
    }
    (sum > 0.0 ? low : high) = V;
    const double step = sum / slope, next = V + step;
    if (!(step * step > 1e-22)) return next;
    V = next > low && next < high ? next : 0.5 * (low + high);
  }
  return V;
}

}  // namespace stillhouse
