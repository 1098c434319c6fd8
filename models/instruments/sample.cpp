#include "models/instruments/sample.h"

#include <algorithm>
#include <cmath>

#include "engine/base/error.h"
#include "engine/base/quantity.h"
#include "models/properties/component.h"

namespace stillhouse {

namespace {

enum class Way { fractions, amounts, concentrations };

Way way_of(PortionKind kind) {
  switch (kind) {
    case PortionKind::mole_fraction:
    case PortionKind::mass_fraction:
    case PortionKind::volume_fraction:
      return Way::fractions;
    case PortionKind::mass_concentration:
    case PortionKind::molar_concentration:
      return Way::concentrations;
    default:
      return Way::amounts;
  }
}

/// Relative or absolute mass of a portion.
double mass_of(const Portion& portion, const SpeciesFacts& facts) {
  switch (portion.kind) {
    case PortionKind::mole_fraction:
    case PortionKind::moles:
    case PortionKind::molar_concentration:
      return portion.amount * facts.molar_mass;
    case PortionKind::volume_fraction:
    case PortionKind::volume:
      if (!(facts.density > 0.0))
        throw ModelError("sample: " + portion.species + " is no liquid at 20 degC and cannot be measured by volume");
      return portion.amount * facts.density;
    default:
      return portion.amount;
  }
}

double volume_of(double mass, const SpeciesFacts& facts) {
  return facts.density > 0.0 ? mass / facts.density : 0.0;
}

/// Index of the rest, or -1. Refuses portions that do not go together.
int check(const std::vector<Portion>& portions) {
  int rest = -1;
  const Portion* first = nullptr;
  for (std::size_t i = 0; i < portions.size(); ++i) {
    const Portion& portion = portions[i];
    for (std::size_t j = 0; j < i; ++j)
      if (portions[j].species == portion.species) throw ModelError("sample: " + portion.species + " stands twice");
    if (portion.kind == PortionKind::rest) {
      if (rest >= 0)
        throw ModelError("sample: both " + portions[rest].species + " and " + portion.species +
                         " are said to be the rest; one may be");
      rest = static_cast<int>(i);
      continue;
    }
    if (!(portion.amount >= 0.0) || !std::isfinite(portion.amount))
      throw ModelError("sample: " + portion.species + " = " + shortest(portion.amount) +
                       " is no amount; allowed: 0 or more");
    if (!first) first = &portion;
    const bool one_kind = way_of(first->kind) != Way::fractions || first->kind == portion.kind;
    if (way_of(first->kind) != way_of(portion.kind) || !one_kind)
      throw ModelError("sample: " + first->species + " and " + portion.species +
                       " are stated in different ways; allowed: all as fractions of one kind (mol%, wt%, vol%), all as "
                       "amounts (g, mol, mL), or all as concentrations (g/L, mol/L) in a rest");
  }
  return rest;
}

}  // namespace

Portion Portion::in_unit(std::string species, double number, const Unit& unit) {
  const auto is = [&](const char* symbol) { return unit.dimension == stillhouse::unit(symbol).dimension; };
  if (is("1")) {
    const PortionKind kind = unit.basis == Basis::mass     ? PortionKind::mass_fraction
                             : unit.basis == Basis::volume ? PortionKind::volume_fraction
                                                           : PortionKind::mole_fraction;
    return {std::move(species), kind, number};
  }
  for (const auto& [symbol, kind] : {std::pair{"kg", PortionKind::mass},
                                     {"mol", PortionKind::moles},
                                     {"m^3", PortionKind::volume},
                                     {"kg/m^3", PortionKind::mass_concentration},
                                     {"mol/m^3", PortionKind::molar_concentration}})
    if (is(symbol)) return {std::move(species), kind, number};
  throw ModelError(
      "sample: " + species + " cannot be stated in " + unit.symbol +
      "; allowed: fractions (0.4, 40%, mol%, wt%, vol%), amounts (g, mol, mL), concentrations (g/L, mol/L)");
}

SpeciesFacts component_facts(std::string_view name) {
  const Component& component = Component::find(name);
  SpeciesFacts facts{component.molar_mass(), 0.0};
  if (component.has_property("LiquidDensity")) {
    const TemperatureFunction& density = component.property("LiquidDensity");
    if (density.holds_at(293.15)) facts.density = density(293.15) * facts.molar_mass;
  }
  return facts;
}

const SampleContents::Species* SampleContents::find(std::string_view name) const {
  for (const Species& one : species)
    if (one.name == name) return &one;
  return nullptr;
}

SampleContents contents_of(const Sample& sample, SpeciesFacts (*facts)(std::string_view), double usual_volume,
                           const std::string& solvent) {
  SampleContents contents;
  contents.label = sample.label;
  contents.T = sample.T;
  if (!(sample.T > 0.0 && sample.T < 1000.0))
    throw ModelError("sample: its temperature is " + shortest(sample.T) + " K; allowed: above 0 K, below 1000 K");
  if (sample.volume && !(*sample.volume > 0.0 && *sample.volume < 1.0))
    throw ModelError("sample: its volume is " + rounded(1e6 * *sample.volume, 9) +
                     " mL; allowed: above 0, below 1000000 mL");
  if (sample.portions.empty()) return contents;

  std::vector<Portion> portions = sample.portions;
  int rest = check(portions);
  const bool only_rest = portions.size() == 1 && rest == 0;
  const Way way = only_rest ? Way::fractions : way_of(portions[rest == 0 ? 1 : 0].kind);
  if (way == Way::concentrations && rest < 0) {
    if (solvent.empty())
      throw ModelError("sample: concentrations need a solvent: one species as the rest, as water=rest");
    const bool stated =
        std::any_of(portions.begin(), portions.end(), [&](const Portion& p) { return p.species == solvent; });
    if (!stated) {
      rest = static_cast<int>(portions.size());
      portions.push_back({solvent, PortionKind::rest, 0.0});
    }
  }
  if (way == Way::amounts && rest >= 0 && !sample.volume)
    throw ModelError("sample: " + portions[rest].species + " fills up to no volume; state the volume of the sample");

  // masses in a basis: of fractions 1, of amounts what was put in, of concentrations a cubic metre
  std::vector<double> masses;
  double stated = 0.0, taken = 0.0;
  for (const Portion& portion : portions) {
    contents.species.push_back({portion.species, facts(portion.species), 0.0, 0.0, 0.0, 0.0, 0.0});
    const SpeciesFacts& known = contents.species.back().facts;
    masses.push_back(portion.kind == PortionKind::rest ? 0.0 : mass_of(portion, known));
    stated += portion.amount;
    taken += volume_of(masses.back(), known);
  }
  if (way == Way::fractions && rest < 0 && std::abs(stated - 1.0) > 1e-3)
    throw ModelError("sample: the fractions add up to " + rounded(stated, 6) + "; they must to 1, or one be the rest");
  if (way == Way::fractions && stated > 1.0 + 1e-3)
    throw ModelError("sample: the fractions add up to " + rounded(stated, 6) + " and leave no rest");
  if (rest >= 0) {
    const SpeciesFacts& known = contents.species[rest].facts;
    if (way == Way::fractions) {
      const PortionKind kind = only_rest ? PortionKind::mole_fraction : portions[rest == 0 ? 1 : 0].kind;
      masses[rest] = mass_of({portions[rest].species, kind, std::max(0.0, 1.0 - stated)}, known);
    } else {
      const double whole = way == Way::concentrations ? 1.0 : *sample.volume;
      if (taken > whole)
        throw ModelError("sample: what is stated takes " + rounded(taken / whole, 4) +
                         " times the volume and leaves no room for " + portions[rest].species);
      masses[rest] = mass_of({portions[rest].species, PortionKind::volume, whole - taken}, known);
    }
  }
  double mass = 0.0, volume = 0.0, moles = 0.0;
  for (std::size_t i = 0; i < masses.size(); ++i) {
    mass += masses[i];
    volume += volume_of(masses[i], contents.species[i].facts);
    moles += masses[i] / contents.species[i].facts.molar_mass;
  }
  if (!(mass > 0.0)) throw ModelError("sample: all amounts are 0; an empty vial has no species");
  if (way == Way::concentrations) volume = 1.0;
  if (!(volume > 0.0)) throw ModelError("sample: nothing in it is a liquid at 20 degC; name the solvent it is in");

  // scaled to the volume in the vial
  contents.volume = sample.volume ? *sample.volume : way == Way::amounts ? volume : usual_volume;
  const double scale = contents.volume / volume;
  contents.mass = mass * scale;
  for (std::size_t i = 0; i < masses.size(); ++i) {
    SampleContents::Species& one = contents.species[i];
    one.mass = masses[i] * scale;
    one.moles = one.mass / one.facts.molar_mass;
    one.mass_fraction = masses[i] / mass;
    one.mole_fraction = masses[i] / one.facts.molar_mass / moles;
    one.concentration = one.moles / contents.volume;
  }
  return contents;
}

}  // namespace stillhouse
