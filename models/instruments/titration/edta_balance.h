#pragma once

#include <string_view>
#include <vector>

#include "models/instruments/titration/reagent.h"

namespace stillhouse {

/// A metal that EDTA takes (assets/instruments/edta_complexes.csv).
struct EdtaMetal {
  std::string name;
  int charge = 2;
  double log_K = 0.0;     ///< of M + Y = MY, at 298.15 K and zero ionic strength
  double enthalpy = 0.0;  ///< J/mol
};

const std::vector<EdtaMetal>& edta_metals();
/// ModelError names the nearest.
const EdtaMetal& edta_metal(std::string_view name);

/// The share of EDTA that metals have not taken which is Y with charge -4, of the forms H5Y .. Y; Davies.
///
///   edta_share(10, 298.15, 100)   // 0.39; 0.35 by the constants at 0.1 mol/L of Skoog and West
double edta_share(double pH, double T, double ionic_strength);

/// log10 of the conditional constant K' = [MY] / ([M] [Y']) in L/mol, with Y' all EDTA that no metal has.
///
///   log K' = log K(T) + log(edta_share) + (activity coefficients by Davies)
///
/// Assumes that no hydroxide and no buffer (ammonia) takes the metal: near enough for Ca and Mg, too large for Zn, Cu
/// and Ni in ammonia.
double conditional_constant(const EdtaMetal& metal, double pH, double T, double ionic_strength);

/// -log10 of the free concentration (mol/L) of one metal while EDTA is shared out among all of the solution:
///
///   c_Y = Y' + sum_i c_i K'_i Y' / (1 + K'_i Y'),  [M_i] = c_i / (1 + K'_i Y')
///
/// The right side rises with Y' without fail. A metal that is not there has pM 20.
double free_metal(const AqueousSolution& solution, const EdtaMetal& metal, double pH, double T, double ionic_strength);

}  // namespace stillhouse
