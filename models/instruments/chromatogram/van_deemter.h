#pragma once

#include "engine/autodiff/functions.h"

namespace stillhouse {

/// Height of a plate over the velocity of the mobile phase:
///
///   H = A + B / u + C u,  u_opt = sqrt(B / C),  H_min = A + 2 sqrt(B C)
///
///   A  m    eddy diffusion: paths of different length between the grains
///   B  m^2/s longitudinal diffusion
///   C  s    slow exchange with the stationary phase
///   u  m/s  velocity of the mobile phase
///
/// Assumes coefficients that do not change with u; Valid for u above 0.
/// Source van Deemter, Zuiderweg, Klinkenberg, Chemical Engineering Science 5 (1956) 271.
struct VanDeemter {
  double A, B, C;

  double plate_height(double u) const { return A + B / u + C * u; }
  double best_velocity() const { return sqrt(B / C); }
  double least_plate_height() const { return A + 2.0 * sqrt(B * C); }
};

}  // namespace stillhouse
