#include "models/reactors/kinetics.h"

#include "engine/base/error.h"
#include "models/properties/association.h"
#include "models/properties/component.h"
#include "models/reactors/reaction_text.h"
#include "models/reactors/stoichiometry.h"

namespace stillhouse {

ReactingSpecies ReactingSpecies::compound(std::string_view name, ReactionPhase phase) {
  constexpr double T = 298.15, p = 1e5;
  const Component& component = Component::find(name);
  ReactingSpecies species{.name = std::string(name),
                          .formula = component.formula(),
                          .molar_mass = component.molar_mass(),
                          .has_formation = true,
                          .formation_enthalpy = component.constant("Hf_ideal_gas"),
                          .formation_gibbs = component.constant("Gf_ideal_gas")};
  if (phase == ReactionPhase::liquid) {
    if (component.constant("Tc") <= T)
      throw ModelError("reaction in a liquid: " + species.name + " is a gas at 298.15 K, above its critical point");
    species.formation_enthalpy -= component.property("HeatOfVaporization")(T);
    species.formation_gibbs += gas_constant * T * log(component.property("VaporPressure")(T) / p);
    if (const auto acid = association_of(component.name())) {
      species.formation_enthalpy = acid->liquid_formation;
      species.formation_gibbs = acid->liquid_gibbs;
    }
  }
  return species;
}

Kinetics::Kinetics(std::vector<ReactingSpecies> species, const std::vector<std::string>& reactions, ReactionPhase phase)
    : species_(std::move(species)), phase_(phase) {
  if (species_.empty()) throw ModelError("kinetics: there is no species");
  if (species_.size() > most_species)
    throw ModelError("kinetics: " + std::to_string(species_.size()) + " species are more than " +
                     std::to_string(most_species));
  for (std::size_t i = 0; i < species_.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (species_[i].name == species_[j].name) throw ModelError("kinetics: " + species_[i].name + " is given twice");
    }
  }
  for (const std::string& text : reactions) {
    reactions_.push_back(read_reaction(text, species_, phase));
    check_balance(reactions_.back(), species_);
  }
  enthalpies_ = species_enthalpies(reactions_, species_.size());
  invariants_ = reaction_invariants(reactions_, species_);
}

std::size_t Kinetics::index(std::string_view name) const {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < species_.size(); ++i) {
    if (species_[i].name == name) return i;
    names.push_back(species_[i].name);
  }
  const std::string nearest = nearest_word(name, names);
  throw ModelError("there is no species \"" + std::string(name) + "\"" +
                   (nearest.empty() ? "" : "; nearest: " + nearest));
}

void Kinetics::needs_no_catalyst(std::string_view where) const {
  for (const Reaction& reaction : reactions_) {
    if (reaction.by_catalyst)
      throw ModelError(std::string(where) + ": the rate of \"" + reaction.text +
                       "\" is per kg of catalyst, and there is none; give k per volume, or use a packed bed");
  }
}

}  // namespace stillhouse
