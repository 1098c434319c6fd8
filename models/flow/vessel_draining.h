#pragma once

#include "engine/autodiff/functions.h"
#include "models/properties/gravity.h"

/// A vessel that drains through a hole by its own weight.
///
///   q = C_d A_0 sqrt(2 (g h + dp/rho))          m3/s, Torricelli
///   t = A/(C_d A_0) sqrt(2/g) (sqrt(h1) - sqrt(h2))      s, upright vessel of cross-section A, no pressure difference
///
///   h  m  liquid over the hole     C_d  -  0.61 sharp edge, 0.82 short tube, 0.98 rounded
///
/// Assumes   hole small against the vessel; no vortex
/// Valid for h above about one diameter of the hole; near empty, q fades linearly within `width` m
/// Source    closed form; McCabe, Smith, Harriott, Unit Operations, 7th ed., chapter 4 (Bernoulli's equation)
/// Example   A 1 m2, hole 20 mm, C_d 0.61, from 2 to 0.5 m: 1666.3 s
namespace stillhouse::vessel_draining {

inline constexpr double g = standard_gravity;

/// m3/s; `head` is h + dp/(rho g), m. Backwards it draws in as it would let out.
template <class Real>
Real flow(const Real& head, double C_d, double hole_area, double width) {
  return C_d * hole_area * sqrt(2.0 * g) * signed_sqrt(head, width);
}
inline double time(double h1, double h2, double vessel_area, double C_d, double hole_area) {
  return vessel_area / (C_d * hole_area) * sqrt(2.0 / g) * (sqrt(h1) - sqrt(h2));
}

}  // namespace stillhouse::vessel_draining
