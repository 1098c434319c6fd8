#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "engine/simulation/simulator.h"
#include "models/flow/material_stream.h"
#include "models/properties/cubic_fluid.h"
#include "models/properties/flash/flash.h"

namespace stillhouse {

inline double signal_of(const Simulator& simulator, const std::string& name) {
  const int i = simulator.plant().find_signal(name);
  EXPECT_GE(i, 0) << name;
  return simulator.signal(i);
}

inline PerSpecies<double> fractions_of(const Simulator& simulator, const std::string& prefix,
                                       const std::vector<std::string>& species) {
  PerSpecies<double> x;
  double sum = 0.0;
  for (const std::string& name : species) {
    x.push_back(signal_of(simulator, prefix + species_tag(name)));
    sum += x[x.size() - 1];
  }
  for (double& share : x) share /= sum;
  return x;
}

/// Trays as the check sees them: the column's name, the unit below it and its port, and the settings of the column.
struct CheckedTrays {
  std::string column, below, below_port;
  int trays;
  double efficiency, pressure, diameter;
};

/// How far the trays of a resting column are from what a flash of the same equation says of them.
struct TrayGaps {
  double bubble_point = 0.0;  // K, the worst of T less the bubble point of the tray's liquid where it boils
  double vapour = 0.0;        // mol/mol, the worst of y less that which the efficiency gives from below and from K x
  double superheat = 0.0;     // the largest share by which sum K x is above one: the vapour gained on the tray over u V
};

/// On each tray, with u = E/(1 - E) p/p_ref, V below and V' above it, V_u = V + V0 (column_tray.h), K from the flash's
/// own fugacities:  V' y' = V y + u V_u (K x - y'). Summed over the species: sum K x = 1 + (V' - V)/(u V_u), so that a
/// liquid that gives off more vapour than it takes boils at that many times the pressure.
inline TrayGaps tray_gaps(const Simulator& simulator, const CheckedTrays& c, const std::vector<std::string>& species,
                          Cubic equation) {
  const Flash flash{CubicFluid(species, equation)};
  const CubicFluid& model = flash.model();
  TrayGaps worst;
  PerSpecies<double> y_below = fractions_of(simulator, c.below + ".y_", species);
  double V = signal_of(simulator, c.below + "." + c.below_port + ".F");
  for (int k = 1; k <= c.trays; ++k) {
    const std::string tray = c.column + "_tray_" + std::to_string(k);
    const double T = signal_of(simulator, tray + ".T"), p = signal_of(simulator, tray + ".p");
    const double V_above = signal_of(simulator, k < c.trays ? tray + ".vapour_out.F" : c.column + ".top.F");
    const PerSpecies<double> x = fractions_of(simulator, tray + ".x_", species);
    const PerSpecies<double> y = fractions_of(simulator, tray + ".y_", species);
    const double V0 = 0.7 * 0.25 * 3.14159265358979 * c.diameter * c.diameter;
    const double uV = c.efficiency / (1.0 - c.efficiency) * p / c.pressure * (V + V0);
    const double gained = (V_above - V) / uV;
    worst.superheat = std::max(worst.superheat, std::abs(gained));

    const auto bubble = flash(x, {{{Given::pressure, p * (1.0 + gained)}, {Given::vapour_fraction, 0.0}}});
    worst.bubble_point = std::max(worst.bubble_point, std::abs(T - bubble.T));
    const auto at = model.at(T, p);
    const auto liquid = model.log_fugacity_coefficients(at, PhaseKind::liquid, x);
    const auto vapour = model.log_fugacity_coefficients(at, PhaseKind::vapour, y);
    for (std::size_t i = 0; i < x.size(); ++i) {
      const double Kx = std::exp(liquid[i] - vapour[i]) * x[i];
      worst.vapour = std::max(worst.vapour, std::abs(y[i] - (V * y_below[i] + uV * Kx) / (V_above + uV)));
    }
    y_below = y;
    V = V_above;
  }
  return worst;
}

}  // namespace stillhouse
