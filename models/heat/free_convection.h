#pragma once

#include "engine/autodiff/functions.h"
#include "models/properties/gravity.h"

/// Free convection from a wall, all Ra.   Nu = h L/k     Ra = g beta dT L^3/(nu alpha)
///
///   vertical plate       (0.825 + 0.387 Ra^(1/6)/(1 + (0.492/Pr)^(9/16))^(8/27))^2          L  height
///   horizontal cylinder  (0.60 + 0.387 Ra^(1/6)/(1 + (0.559/Pr)^(9/16))^(8/27))^2           L  diameter
///
/// Assumes   isothermal wall; properties at the mean of wall and fluid
/// Valid for plate: all Ra to 1e13; cylinder: Ra to 1e12. |dT| enters as (Ra^2 + 1)^(1/12): smooth when the wall
///           crosses the fluid's temperature
/// Source    S. W. Churchill, H. H. S. Chu, Int. J. Heat Mass Transfer 18 (1975) 1323 and 1049; Incropera, DeWitt, 6th
///           ed., eqs. 9.26, 9.34
/// Example   glass fire door, Ra 1.813e9, Pr 0.690: Nu 147 (Incropera, example 9.2)
namespace stillhouse::free_convection {

template <class Real>
Real churchill_chu(const Real& Ra, const Real& Pr, double constant, double prandtl) {
  const Real sixth = pow(Ra * Ra + 1.0, 1.0 / 12.0);
  return square(constant + 0.387 * sixth * pow(1.0 + pow(prandtl / Pr, 9.0 / 16.0), -8.0 / 27.0));
}
template <class Real>
Real vertical_plate(const Real& Ra, const Real& Pr) {
  return churchill_chu(Ra, Pr, 0.825, 0.492);
}
template <class Real>
Real horizontal_cylinder(const Real& Ra, const Real& Pr) {
  return churchill_chu(Ra, Pr, 0.60, 0.559);
}
/// Ra of a difference dT (either sign).
template <class Real>
Real rayleigh(const Real& dT, const Real& beta, const Real& nu, const Real& alpha, double length) {
  return (standard_gravity * length * length * length) * beta * dT / (nu * alpha);
}

}  // namespace stillhouse::free_convection
