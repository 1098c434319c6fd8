#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "models/instruments/instrument_kind.h"

namespace stillhouse {

/// Refractive index of a pure liquid at the D line, from its value at one temperature and its density:
///
///   (n^2 - 1) / (n^2 + 2) proportional to rho(T)          (Lorentz, Lorenz)
///
/// which makes -4.6e-4 a kelvin for hydrocarbons, as measured, and -0.8e-4 for water (measured -0.9e-4).
/// ModelError names the liquids of the table (assets/instruments/refractive_indices.csv).
double refractive_index(std::string_view liquid, double T);

/// Refractive index of a mixture by mass fractions w_i:
///
///   general          L = sum phi_i L_i,  L = (n^2 - 1) / (n^2 + 2),  phi_i by the volumes of the pure liquids
///   ethanol-water    L / rho = sum w_i (L / rho)_i + w (1 - w) (a + b u + c u^2),  u = 2 w - 1, rho by OIML R 22
///   methanol-water   n = sum w_i n_i + w (1 - w) (a + b u + c u^2)
///
/// a, b, c fitted at 20 degC to the values of the CRC Handbook (102nd edition) at 20, 40, 60, 80 mass %: within 1e-4
/// (ethanol) and 3e-4 (methanol). The index of ethanol-water has a maximum of 1.3658 near 79 mass %: beyond some 63
/// mass % one reading has two compositions. That of methanol-water has one near 53 mass %. Assumes volumes that add up
/// where no data are: good to 5e-4 for similar liquids, worse for aqueous ones. Valid 10 to 40 degC. Source:
/// Lorentz-Lorenz; OIML R 22; CRC Handbook, concentrative properties of aqueous solutions.
double refractive_index(const std::vector<std::pair<std::string, double>>& mass_fractions, double T);

/// Abbe refractometer with a prism at a temperature that its bath keeps.
///
///   read = n(T_prism) + offset + noise, rounded to the division
///
/// Errors and causes: a prism that is not at the bath's temperature yet (a hot sample on a cold prism: waiting
/// helps), an offset that water or a test plate finds, reading.
/// Assumes    a film that does not evaporate between the prisms and is as wide as the light.
/// Valid for  10 to 40 degC and the liquids of assets/instruments/refractive_indices.csv.
/// Source     as of refractive_index above.
InstrumentKind refractometer_kind();

}  // namespace stillhouse
