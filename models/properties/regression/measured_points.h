#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace stillhouse {

/// One measured vapour-liquid equilibrium: the liquid of composition x boils at (T, P) to a vapour y.
struct MeasuredEquilibrium {
  std::string set;           // author and year
  bool at_pressure = false;  // P was held and T measured; otherwise the other way round
  double x = 0.0;            // light species in the liquid, -
  double T = 0.0, P = 0.0;   // K, Pa; T is 0 where only y is known
  double y = 0.0;            // light species in the vapour, -
  double tolerance = 0.0;    // of T in K, or of P as a fraction of it
  double tolerance_y = 0.0;  // -
};

/// One measured heat of mixing.
struct MeasuredExcessEnthalpy {
  std::string set;
  double x = 0.0;    // -
  double T = 0.0;    // K
  double h_E = 0.0;  // J/mol of mixture
};

/// Reads `set,held,x,T_K,P_Pa,y,tolerance,tolerance_y` with `held` T or P; lines beginning with # are comments.
/// ModelError says the line and what is wrong.
std::vector<MeasuredEquilibrium> read_equilibria(std::string_view text);

/// Reads `set,x,T_K,h_E_J_per_mol`.
std::vector<MeasuredExcessEnthalpy> read_excess_enthalpies(std::string_view text);

}  // namespace stillhouse
