#include "models/properties/fluid.h"

#include <algorithm>
#include <utility>

#include "engine/base/error.h"

namespace stillhouse {

namespace {

std::string listed(const std::vector<std::string>& words) {
  std::string result;
  for (const std::string& word : words) result += (result.empty() ? "" : ", ") + word;
  return result;
}

/// Whether this pair is a gas with any other, or what dissolves by Henry's law with water: no model is needed then.
bool needs_no_parameters(const SpeciesForms& i, const SpeciesForms& j) {
  const auto dissolves = [](const SpeciesForms& gas, const SpeciesForms& solvent) {
    return solvent.name == "water" && henry_law(gas.name);
  };
  return !i.condenses || !j.condenses || dissolves(i, j) || dissolves(j, i);
}

/// Calls set(i, j, parameters) for each ordered pair that needs parameters; ModelError lists the pairs without.
template <class Set>
void for_each_pair(const std::vector<SpeciesForms>& species, LiquidModel model, const ActivityParameterSource& source,
                   const Set& set) {
  std::vector<std::string> missing;
  for (std::size_t i = 0; i < species.size(); ++i)
    for (std::size_t j = 0; j < species.size(); ++j) {
      if (i == j || needs_no_parameters(species[i], species[j])) continue;
      const auto parameters = source(model, species[i].name, species[j].name);
      if (parameters)
        set(i, j, *parameters);
      else if (i < j)
        missing.push_back(species[i].name + " and " + species[j].name);
    }
  if (!missing.empty())
    throw ModelError("there are no " + name_of(model) + " parameters for " + listed(missing) +
                     "; the model unifac predicts them from the groups of the molecules");
}

}  // namespace

Fluid::Fluid(std::vector<std::string> compounds, LiquidModel model, std::vector<Invariant> invariants,
             const std::vector<double>& shift)
    : Fluid(std::move(compounds), model) {
  invariants_ = std::move(invariants);
  for (std::size_t i = 0; i < size(); ++i) {
    if (cubic_ && shift[i] != 0.0)
      throw ModelError(
          "a heat of reaction cannot be given beside an equation of state; leave dH out: it follows "
          "from the enthalpies of formation");
    species_[i].gas_formation += shift[i];
    species_[i].liquid_formation += shift[i];
  }
}

Fluid::Fluid(std::vector<std::string> compounds, LiquidModel model, const ActivityParameterSource& source)
    : model_(model) {
  if (compounds.empty()) throw ModelError("a fluid needs at least one compound");
  if (compounds.size() > most_species)
    throw ModelError("a fluid may have " + std::to_string(most_species) + " compounds, not " +
                     std::to_string(compounds.size()));
  for (const std::string& compound : compounds) {
    const Component& component = Component::find(compound);
    for (const SpeciesForms& other : species_)
      if (other.name == component.name()) throw ModelError("the fluid names " + component.name() + " twice");
    species_.push_back(SpeciesForms::of(component));
  }
  for (std::size_t i = 0; i < size(); ++i) {
    invariants_.push_back({name(i), std::vector<double>(size(), 0.0)});
    invariants_.back().weight[i] = 1.0;
  }

  // the range in which all liquids are backed by data
  valid_from_ = 250.0;
  valid_to_ = 500.0;
  for (const SpeciesForms& species : species_) {
    associates_ = associates_ || species.association;
    if (!species.condenses) continue;
    valid_from_ = std::max(valid_from_, species.valid_from);
    valid_to_ = std::min(valid_to_, species.valid_to);
  }

  if (model == LiquidModel::peng_robinson || model == LiquidModel::srk) {
    cubic_.emplace(names(), model == LiquidModel::srk ? Cubic::soave_redlich_kwong : Cubic::peng_robinson);
    associates_ = false;
    valid_from_ = 200.0;
    valid_to_ = 600.0;
    return;
  }

  // what is only dissolved, and takes no part in models that go by the sizes of molecules
  const std::size_t n = size();
  std::vector<bool> is_solute;
  for (const SpeciesForms& species : species_) is_solute.push_back(!species.condenses);
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t water = 0; water < n; ++water)
      if (const auto law = henry_law(species_[i].name); law && species_[water].name == "water") {
        dissolved_.push_back({i, water, *law});
        is_solute[i] = true;
      }
  switch (model) {
    case LiquidModel::ideal:
    case LiquidModel::peng_robinson:
    case LiquidModel::srk:
      break;
    case LiquidModel::nrtl:
      nrtl_ = NrtlLiquid(n);
      for_each_pair(species_, model, source, [&](std::size_t i, std::size_t j, const ActivityParameters& p) {
        nrtl_.a(i, j) = p.a;
        nrtl_.b(i, j) = p.b;
        nrtl_.c(i, j) = p.c;
        nrtl_.alpha(i, j) = p.alpha;
        nrtl_.has_c = nrtl_.has_c || p.c != 0.0;
      });
      break;
    case LiquidModel::wilson:
      wilson_ = WilsonLiquid(n);
      for_each_pair(species_, model, source, [&](std::size_t i, std::size_t j, const ActivityParameters& p) {
        wilson_.a(i, j) = p.a;
        wilson_.b(i, j) = p.b;
      });
      break;
    case LiquidModel::uniquac:
      uniquac_ = UniquacLiquid(n);
      for (std::size_t i = 0; i < n; ++i) {
        if (is_solute[i]) continue;
        const Component& component = Component::find(species_[i].name);
        uniquac_.sizes.r[i] = component.constant("UNIQUAC_r");
        uniquac_.sizes.q[i] = component.constant("UNIQUAC_q");
      }
      for_each_pair(species_, model, source, [&](std::size_t i, std::size_t j, const ActivityParameters& p) {
        uniquac_.a(i, j) = p.a;
        uniquac_.b(i, j) = p.b;
      });
      break;
    case LiquidModel::unifac:
      unifac_ = UnifacLiquid::of(names(), is_solute);
      break;
  }
}

std::vector<std::string> Fluid::names() const {
  std::vector<std::string> result;
  for (const SpeciesForms& species : species_) result.push_back(species.name);
  return result;
}

std::size_t Fluid::index(std::string_view name) const {
  for (std::size_t i = 0; i < size(); ++i)
    if (species_[i].name == name) return i;
  const std::vector<std::string> known = names();
  const std::string nearest = nearest_word(name, known);
  throw ModelError("the fluid has no species '" + std::string(name) + "'; it has " + listed(known) +
                   (nearest.empty() ? "" : "; did you mean '" + nearest + "'?"));
}

}  // namespace stillhouse
