#include "models/properties/cubic_fluid.h"

#include <algorithm>

#include "engine/base/error.h"
#include "models/properties/cubic_parameters.h"

namespace stillhouse {

namespace {

std::vector<const Component*> found(const std::vector<std::string>& compounds) {
  if (compounds.empty() || compounds.size() > most_species)
    throw ModelError("a fluid has 1 to " + std::to_string(most_species) + " compounds, not " +
                     std::to_string(compounds.size()));
  std::vector<const Component*> result;
  for (const std::string& name : compounds) {
    const Component* component = &Component::find(name);
    if (std::find(result.begin(), result.end(), component) != result.end())
      throw ModelError("a fluid holds each compound once; '" + name + "' is given twice");
    result.push_back(component);
  }
  return result;
}

std::vector<CubicSpecies> cubic_species(const std::vector<const Component*>& components) {
  std::vector<CubicSpecies> result;
  for (const Component* c : components) result.push_back({c->constant("Tc"), c->constant("Pc"), c->constant("omega")});
  return result;
}

std::vector<double> binary_parameters(const std::vector<const Component*>& components) {
  std::vector<double> result;
  for (const Component* i : components)
    for (const Component* j : components)
      result.push_back(i == j ? 0.0 : cubic_binary_parameter(i->cas(), j->cas()).value_or(0.0));
  return result;
}

}  // namespace

CubicFluid::CubicFluid(const std::vector<std::string>& compounds, Cubic equation)
    : CubicFluid(equation, found(compounds)) {}

CubicFluid::CubicFluid(Cubic equation, const std::vector<const Component*>& components)
    : state_(equation, cubic_species(components), binary_parameters(components)), ideal_gas_(components) {
  double lowest = 1e9, highest = 0.0;
  for (const Component* c : components) {
    names_.push_back(c->name());
    molar_mass_.push_back(c->molar_mass());
    const double Tc = c->constant("Tc"), slope = 5.373 * (1.0 + c->constant("omega"));
    wilson_constant_.push_back(log(c->constant("Pc")) + slope);
    wilson_slope_.push_back(slope * Tc);
    lowest = std::min(lowest, Tc);
    highest = std::max(highest, Tc);
  }
  // further below its critical temperature the fugacity of a liquid leaves the range of numbers
  lowest_temperature_ = std::max({20.0, 0.3 * lowest, 0.15 * highest});
  // the critical point of any pure compound: Z/B there depends on the equation only
  critical_ratio_ = equation == Cubic::peng_robinson ? 3.9514 : 3.8473;
}

PerSpecies<double> CubicFluid::log_volatilities(const Conditions<double>& at, const PerSpecies<double>&) const {
  PerSpecies<double> result(size());
  const double log_P = log(at.P), inverse_T = 1.0 / at.T;
  for (std::size_t i = 0; i < size(); ++i) result[i] = wilson_constant_[i] - wilson_slope_[i] * inverse_T - log_P;
  return result;
}

}  // namespace stillhouse
