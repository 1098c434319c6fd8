#pragma once

namespace stillhouse {

/// A packed column for liquid chromatography.
///
///   V_0 = pi/4 d^2 L (e_e + (1 - e_e) e_i)    hold-up volume;  t_0 = V_0 / F
///   u_e = F / (pi/4 d^2 e_e)                  velocity between the grains
///   nu = u_e d_p / D;   h = A nu^n + B / nu + C nu;   H = h d_p;   N = L / H
///   dp = 180 (1 - e_e)^2 / e_e^3 eta L u_s / d_p^2,   u_s = e_e u_e         Kozeny and Carman
///
/// n = 1/3 is Knox's equation; 0 (the standard, and what the published case uses) makes A a constant, as van Deemter.
///
/// Assumes  grains of one size that do not yield, no friction outside the column, one temperature
/// Source   Knox, J. Chromatogr. Sci. 15 (1977) 352; Carman, Trans. Inst. Chem. Eng. 15 (1937) 150; van Deemter,
///          Zuiderweg, Klinkenberg, Chem. Eng. Sci. 5 (1956) 271
struct PackedBedColumn {
  double length = 0.1;       // m
  double diameter = 4.6e-3;  // m
  double particle = 3e-6;    // m
  double between = 0.4;      // e_e, -
  double within = 0.4;       // e_i, -
  double A = 1.0, B = 5.0, C = 0.05;
  double exponent = 0.0;  // n

  double area() const;
  double hold_up() const;              // m^3
  double velocity(double flow) const;  // u_e, m/s
  double plate_height(double flow, double diffusion) const;
  double pressure_drop(double flow, double viscosity) const;
};

}  // namespace stillhouse
