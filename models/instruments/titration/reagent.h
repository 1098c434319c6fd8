#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "models/instruments/titration/protolyte.h"

namespace stillhouse {

/// A half reaction  a Ox + n e + h H+ = b Red  and its standard potential (assets/instruments/redox_couples.csv).
struct RedoxCouple {
  std::string name;
  double electrons = 1.0, oxidised = 1.0, reduced = 1.0, protons = 0.0;
  double potential = 0.0;  ///< V, against the hydrogen electrode
};

const RedoxCouple& redox_couple(std::string_view name);

/// What one mole of a reagent brings into a solution (assets/instruments/reagents.csv).
struct Reagent {
  std::string name;
  double molar_mass = 0.0;               ///< kg/mol
  const Protolyte* protolyte = nullptr;  ///< none: it has no part in the acid-base balance
  double protolytes = 0.0;               ///< moles of it
  double charge = 0.0;                   ///< net charge of the ions that neither give nor take protons
  double square = 0.0;                   ///< sum of their squared charges
  const RedoxCouple* couple = nullptr;
  double units = 0.0;      ///< half reactions that it can take part in
  double electrons = 0.0;  ///< it brings, counted from the oxidised form
  std::string ion;         ///< metal, anion, "silver", "edta"; empty: none that a titration asks for
  double ions = 0.0;
};

/// A reagent of the table; ModelError names the nearest.
const Reagent& reagent(std::string_view name);
/// The same, or none.
const Reagent* find_reagent(std::string_view name);
const std::vector<Reagent>& reagents();

/// What is dissolved in a volume of water, summed up from reagents. Amounts in mol, volumes add up.
struct AqueousSolution {
  struct Protic {
    const Protolyte* protolyte;
    double amount;
  };
  struct Redox {
    const RedoxCouple* couple;
    double units;
  };
  struct Ion {
    std::string name;
    double amount;
  };

  double volume = 0.0;  ///< m^3
  std::vector<Protic> protolytes;
  double charge = 0.0;  ///< net, of ions without protons
  double square = 0.0;
  std::vector<Redox> couples;
  double electrons = 0.0;
  std::vector<Ion> ions;

  void add(const Reagent& reagent, double amount);
  /// All of `other` times `share`, its volume too.
  void add(const AqueousSolution& other, double share);
  double ion(std::string_view name) const;
};

}  // namespace stillhouse
