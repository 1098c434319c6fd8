#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "models/instruments/liquid_chromatography/eluent.h"

namespace stillhouse {

/// A substance whose retention on the C18 column is known.
///
///   ln k = (a + b T) - (c + d T) phi       k: share in the stationary over share in the mobile phase
///
/// Valid for  293 K to 353 K, phi 0.1 to 0.9, on Agilent SB-C18
/// Source     assets/instruments/NOTICE.md (fits of measured retention)
struct LiquidSolute {
  struct Fit {
    double a = 0.0, b = 0.0, c = 0.0, d = 0.0;

    /// ln k in pure water, and how steeply it falls with phi.
    double in_water(double T) const { return a + b * T; }
    double slope(double T) const { return c + d * T; }
  };
  std::string name;
  std::string formula;      // empty: not given
  double molar_mass = 0.0;  // kg/mol
  Fit acetonitrile;
  std::optional<Fit> methanol;  // 22 of the 43 were measured in it

  /// ModelError if it was not measured in this modifier.
  const Fit& in(Modifier modifier) const;
  double retention_factor(Modifier modifier, double phi, double T) const;
};

/// Every solute there is, in the order of the data.
std::span<const LiquidSolute> liquid_solutes();
/// The solute of that name; ModelError lists all names and the nearest.
const LiquidSolute& find_liquid_solute(std::string_view name);

}  // namespace stillhouse
