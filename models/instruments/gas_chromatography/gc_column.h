#pragma once

#include "models/instruments/gas_chromatography/carrier_gas.h"

namespace stillhouse {

/// A column of a gas chromatograph, open tube or packed, and the carrier that flows through it.
///
///   p(x)^2 = p_i^2 - (p_i^2 - p_o^2) x / L
///   u(x) = B (p_i^2 - p_o^2) / (2 eta L p(x))              velocity of the carrier
///   B = d^2 / 32                                           open tube
///   B = d_p^2 eps^2 / (180 (1 - eps)^2)                    packed (Kozeny-Carman; u between the grains)
///   t_M = 4 eta L^2 (p_i^3 - p_o^3) / (3 B (p_i^2 - p_o^2)^2)
///   F = A eps u p T_ref / (T p_ref)                        at 25 degC and 101.325 kPa
///   H = 2 D / u + (1 + 6 k + 11 k^2) d^2 u / (96 (1 + k)^2 D) + 2 k d_f^2 u / (3 (1 + k)^2 D_s)      Golay
///   H = 2 d_p + 1.4 D / u + (1 + 6 k + 11 k^2) d_p^2 u / (96 (1 + k)^2 D) + 2 k d_f^2 u / (3 (1 + k)^2 D_s)   packed
///
///   D_s = D(T, 1 atm) / 10000: diffusion in the stationary phase
///
/// Assumes laminar flow of an ideal gas in a column of one temperature, carrier in equilibrium with its pressure at
/// every moment. Valid for pressures up to some MPa; packed: coefficients 2, 1.4 and those of the open tube with d_p,
/// grains without pores of their own. Source L. M. Blumberg, Temperature-Programmed Gas Chromatography (Wiley-VCH
/// 2010); M. J. E. Golay, Gas Chromatography 1958 (Butterworths), p. 36; van Deemter, Zuiderweg, Klinkenberg, Chem.
/// Eng. Sci. 5 (1956) 271; D_s: J. Leppert et al., J. Chromatogr. A 1620 (2020) 460985.
struct GcColumn {
  double length;    ///< m
  double diameter;  ///< m, inner
  double film;      ///< m, of the stationary phase
  double beta;      ///< phase ratio, mobile over stationary volume
  bool packed = false;
  double grain = 0.0;     ///< m
  double porosity = 1.0;  ///< between the grains

  static GcColumn open_tube(double length, double diameter, double film);
  /// `loading`: mass of liquid per mass of packing.
  static GcColumn packed_bed(double length, double diameter, double grain, double loading);

  double permeability() const;                                                               ///< m^2, for u
  double pressure(double x, double p_i, double p_o) const;                                   ///< Pa
  double velocity(double x, double T, const CarrierGas& gas, double p_i, double p_o) const;  ///< m/s
  double hold_up_time(double T, const CarrierGas& gas, double p_i, double p_o) const;        ///< s
  double flow(double T, const CarrierGas& gas, double p_i, double p_o) const;                ///< m^3/s
  /// The inlet pressure that gives a flow, Pa.
  double inlet_pressure(double flow, double T, const CarrierGas& gas, double p_o) const;
  /// m; diffusivities of the solute here and at 1 atm, m^2/s.
  double plate_height(double k, double u, double D, double D_at_1_atm) const;
};

}  // namespace stillhouse
