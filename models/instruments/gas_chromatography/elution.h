#pragma once

#include "models/instruments/gas_chromatography/gc_column.h"
#include "models/instruments/gas_chromatography/gc_retention.h"
#include "models/instruments/gas_chromatography/oven_program.h"

namespace stillhouse {

/// What drives the carrier: an inlet pressure that is held, or a flow that is.
struct CarrierDrive {
  bool constant_flow = false;
  double value;   ///< Pa absolute, or m^3/s at 25 degC and 101.325 kPa
  double outlet;  ///< Pa absolute

  double inlet_pressure(const GcColumn& column, const CarrierGas& gas, double T) const;
};

/// When a solute leaves the column, and how broad.
struct Elution {
  bool eluted;
  double t;      ///< s
  double sigma;  ///< s
  double T;      ///< K, of the oven then
  double k;      ///< retention factor then
};

/// A zone that travels through the column:
///
///   dx/dt = u(x, T) / (1 + k(T))
///   d(sigma^2)/dt = H r + 2 sigma^2 d(ln r)/dt,  r = (1 + k) / u
///
/// the second term because what comes later finds a hotter column. Steps of at most 1/250 of the length and 0.4 K, by
/// the midpoint. Ends at `t_end` if the solute is still inside. Source: J. Leppert et al., J. Chromatogr. A 1620 (2020)
/// 460985; L. M. Blumberg, Temperature-Programmed Gas Chromatography (Wiley-VCH 2010).
Elution elute(const GcColumn& column, const CarrierGas& gas, const CarrierDrive& drive, const OvenProgram& oven,
              const Retention& retention, const GcAnalyte& analyte, double sigma_injected, double t_end);

}  // namespace stillhouse
