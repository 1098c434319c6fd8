#include "models/plant/chemistry.h"

#include <algorithm>
#include <cmath>

#include "engine/base/error.h"
#include "engine/base/quantity.h"
#include "models/properties/component.h"
#include "models/reactors/stoichiometry.h"

namespace stillhouse {

namespace {

constexpr double T_formation = 298.15;  // K

/// A species of the fluid with what is known of its formation in a phase.
ReactingSpecies reacting(const Fluid& fluid, std::size_t i, Phase phase) {
  const bool is_liquid = phase == Phase::liquid;
  if (is_liquid && !fluid.condenses(i)) {
    // dissolved as the fluid has it: a liquid by the vapour pressure drawn out beyond the critical point
    ReactingSpecies gas = ReactingSpecies::compound(fluid.name(i), ReactionPhase::gas);
    gas.formation_enthalpy = fluid.liquid_enthalpy(i, T_formation);
    gas.formation_gibbs += gas_constant * T_formation * log(fluid.vapour_pressure(i, T_formation) / 1e5);
    return gas;
  }
  ReactingSpecies species =
      ReactingSpecies::compound(fluid.name(i), is_liquid ? ReactionPhase::liquid : ReactionPhase::gas);
  species.formation_enthalpy = is_liquid ? fluid.liquid_enthalpy(i, T_formation) : fluid.gas_enthalpy(i, T_formation);
  return species;
}

/// Heat that the fluid's enthalpies of formation lack, J/mol of reaction.
double lacking(const Reaction& reaction, const std::vector<ReactingSpecies>& species) {
  double heat = 0.0;
  for (std::size_t i = 0; i < species.size(); ++i) heat += reaction.nu[i] * species[i].formation_enthalpy;
  return reaction.heat - heat;
}

std::string contradiction(const Reaction& reaction, const std::vector<ReactingSpecies>& species) {
  const double lack = lacking(reaction, species), heat = reaction.heat - lack;
  if (std::abs(lack) <= std::max(10e3, 0.1 * std::abs(heat))) return "";
  return "reaction \"" + reaction.text + "\": dH = " + shortest(1e-3 * reaction.heat) +
         " kJ/mol contradicts the enthalpies of the compounds, which give " + shortest(std::round(1e-2 * heat) / 10.0) +
         " kJ/mol; allowed is what is within 10 kJ/mol or 10 % of them";
}

}  // namespace

Chemistry read_chemistry(const Blueprint& blueprint, const Fluid& fluid,
                         const std::function<void(Phase, std::size_t, const std::string&)>& tell) {
  Chemistry chemistry;
  std::vector<Reaction> all;
  std::vector<ReactingSpecies> some;
  for (const Phase phase : {Phase::liquid, Phase::gas}) {
    const std::vector<std::string>& texts = phase == Phase::gas ? blueprint.gas_reactions : blueprint.reactions;
    if (texts.empty()) continue;
    const ReactionPhase reaction_phase = phase == Phase::gas ? ReactionPhase::gas : ReactionPhase::liquid;
    std::vector<ReactingSpecies> species;
    for (std::size_t i = 0; i < fluid.size(); ++i) species.push_back(reacting(fluid, i, phase));
    bool sound = true;
    const auto refuse = [&](std::size_t index, const std::string& message) {
      tell(phase, index, message);
      sound = false;
    };
    // one by one, so that each mistake has its line
    for (std::size_t k = 0; k < texts.size(); ++k) {
      try {
        const Kinetics alone(species, {texts[k]}, reaction_phase);
        const std::string wrong = contradiction(alone.reaction(0), species);
        if (!wrong.empty()) refuse(k, wrong);
      } catch (const ModelError& error) {
        refuse(k, error.what());
      }
    }
    if (!sound) continue;
    try {
      auto kinetics = std::make_shared<const Kinetics>(species, texts, reaction_phase);
      for (std::size_t j = 0; j < kinetics->reaction_count(); ++j) {
        all.push_back(kinetics->reaction(j));
        all.back().heat = lacking(all.back(), species);
      }
      (phase == Phase::gas ? chemistry.gas : chemistry.liquid) = std::move(kinetics);
      some = std::move(species);
    } catch (const ModelError& error) {
      refuse(0, error.what());
    }
  }
  if (all.empty()) return chemistry;
  chemistry.invariants = reaction_invariants(all, some);
  chemistry.shift = species_enthalpies(all, fluid.size());
  return chemistry;
}

}  // namespace stillhouse
