#include "models/instruments/titration/titration_curve.h"

#include "engine/base/error.h"
#include "models/instruments/titration/acid_base_balance.h"
#include "models/instruments/titration/edta_balance.h"
#include "models/instruments/titration/redox_balance.h"
#include "models/instruments/titration/silver_balance.h"

namespace stillhouse {

namespace {

constexpr double buffer_strength = 100.0;  // mol/m^3 of the ammonia buffer of EDTA titrations
constexpr double crystals = 2000.0;        // kg/m^3, of a solid that is weighed in

}  // namespace

AqueousSolution TitrationCurve::mixture(double volume) const {
  AqueousSolution sum = flask;
  sum.add(titrant, volume);
  return sum;
}

double TitrationCurve::at(double volume) const {
  const AqueousSolution now = mixture(volume);
  switch (reaction) {
    case Reaction::acid_base:
      return acid_base_state(now, T, IonActivity::davies).pH;
    case Reaction::redox:
      return redox_potential(now, medium_pH, T);
    case Reaction::edta:
      return free_metal(now, edta_metal(metal), medium_pH, T, buffer_strength);
    case Reaction::silver:
      return silver_state(now, T).pAg;
  }
  return 0.0;
}

AqueousSolution flask_of(const SampleContents& sample, double water_added) {
  AqueousSolution flask;
  // a flask is never quite dry
  flask.volume = sample.volume + water_added + 1e-9;
  for (const SampleContents::Species& one : sample.species)
    if (const Reagent* known = find_reagent(one.name)) flask.add(*known, one.moles);
  return flask;
}

AqueousSolution solution_of(const std::string& name, double concentration) {
  AqueousSolution solution;
  solution.volume = 1.0;
  solution.add(reagent(name), concentration);
  return solution;
}

SpeciesFacts titration_species(std::string_view name) {
  const Reagent* known = find_reagent(name);
  try {
    const SpeciesFacts facts = component_facts(name);
    return known ? SpeciesFacts{known->molar_mass, facts.density} : facts;
  } catch (const ModelError&) {
    if (!known) reagent(name);  // says which reagents there are
    return {known->molar_mass, crystals};
  }
}

std::string metal_of(const AqueousSolution& solution) {
  for (const EdtaMetal& metal : edta_metals())
    if (solution.ion(metal.name) > 0.0) return metal.name;
  return "calcium";
}

}  // namespace stillhouse
