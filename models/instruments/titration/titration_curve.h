#pragma once

#include <string>
#include <vector>

#include "models/instruments/instrument_kind.h"
#include "models/instruments/titration/reagent.h"

namespace stillhouse {

/// A flask, what runs into it, and what is seen of it: pH, potential, pM or pAg against the volume added.
/// Thermodynamics of acid_base_balance.h, redox_balance.h, edta_balance.h and silver_balance.h; volumes add up, the
/// flask is stirred.
struct TitrationCurve {
  enum class Reaction { acid_base, redox, edta, silver };

  Reaction reaction = Reaction::acid_base;
  AqueousSolution flask;
  AqueousSolution titrant;  ///< 1 m^3 of it
  double T = 298.15;        ///< K
  double medium_pH = 7.0;   ///< kept by the medium; redox and edta
  std::string metal;        ///< whose pM is seen; edta

  /// The mixture when a volume (m^3) has been added.
  AqueousSolution mixture(double volume) const;
  /// pH, potential in V against the hydrogen electrode, pM or pAg.
  double at(double volume) const;
};

/// The reagents of a sample in water; what is no reagent of the table only takes its volume. Water added is m^3.
AqueousSolution flask_of(const SampleContents& sample, double water_added);

/// 1 m^3 of a solution of a reagent, mol/m^3.
AqueousSolution solution_of(const std::string& reagent, double concentration);

/// Molar mass of a reagent and density of its crystals (2 g/cm^3: a volume that hardly counts), or the facts of a
/// compound of the component data.
SpeciesFacts titration_species(std::string_view name);

/// The first metal of a solution that EDTA takes; calcium if there is none.
std::string metal_of(const AqueousSolution& solution);

}  // namespace stillhouse
