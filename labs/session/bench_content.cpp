#include <cmath>
#include <limits>

#include "engine/autodiff/functions.h"
#include "engine/base/quantity.h"
#include "labs/session/instrument_bench.h"

namespace stillhouse {

namespace {

double volume_of(double mass, const SpeciesFacts& facts) {
  return facts.density > 0.0 ? mass / facts.density : 0.0;
}

template <class MassOf>
double content(const Vial& vial, const std::string& species, const std::string& symbol, double volume, MassOf mass_of) {
  const Unit written = unit(symbol);
  const Portion wanted = Portion::in_unit(species, 0.0, written);
  double of_species = 0.0, whole = 0.0;
  for (const Vial::Species& one : vial.species) {
    const double mass = mass_of(one);
    double amount = mass;
    if (wanted.kind == PortionKind::mole_fraction || wanted.kind == PortionKind::molar_concentration)
      amount = mass / one.facts.molar_mass;
    if (wanted.kind == PortionKind::volume_fraction) amount = volume_of(mass, one.facts);
    whole += amount;
    if (one.name == species) of_species = amount;
  }
  const bool concentration =
      wanted.kind == PortionKind::mass_concentration || wanted.kind == PortionKind::molar_concentration;
  const double base = concentration ? volume : whole;
  return base > 0.0 ? from_si(of_species / base, written) : std::numeric_limits<double>::quiet_NaN();
}

}  // namespace

double true_content(const Vial& vial, const std::string& species, const std::string& symbol) {
  return content(vial, species, symbol, vial.volume, [](const Vial::Species& one) { return one.mass; });
}

double stated_content(const Vial& vial, const std::string& species, const std::string& symbol) {
  // what came out of a secret bottle stands on no label
  const Vial::Species* asked = vial.find(species);
  if (vial.secret || (asked && asked->mass > 0.0 && !(asked->stated > 0.0)))
    return std::numeric_limits<double>::quiet_NaN();
  return content(vial, species, symbol, vial.stated_volume, [](const Vial::Species& one) { return one.stated; });
}

double stated_uncertainty(const Vial& vial, const std::string& species, const std::string& symbol) {
  const double c = stated_content(vial, species, symbol);
  const Vial::Species* one = vial.find(species);
  if (!one || !(one->stated > 0.0)) return std::isnan(c) ? c : 0.0;
  const PortionKind kind = Portion::in_unit(species, 0.0, unit(symbol)).kind;
  const bool by_volume = kind == PortionKind::mass_concentration || kind == PortionKind::molar_concentration;
  const double of_mass = one->u / one->stated, of_volume = by_volume ? vial.u_volume : 0.0;
  return c * sqrt(of_mass * of_mass + of_volume * of_volume);
}

}  // namespace stillhouse
