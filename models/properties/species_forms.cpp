#include "models/properties/species_forms.h"

#include <algorithm>
#include <functional>
#include <vector>

#include "models/properties/regression/linear_fit.h"

namespace stillhouse {

namespace {

constexpr double reference = SpeciesForms::reference_temperature;
constexpr double lowest = 250.0, highest = 600.0;       // K, where solvers look
constexpr double hottest = SpeciesForms::gas_valid_to;  // K, where they look for a gas alone
constexpr int temperatures = 141;

using Function = std::function<double(double)>;

double scaled(double T) {
  return (T - reference) * 0.01;
}
double inverse(double T) {
  return reference / T - 1.0;
}

/// Where a property of the liquid is fitted. Data that end below 250 K give their last 60 K, to be carried on from.
struct Range {
  double from, to;
  bool holds(double T) const { return from <= T && T <= to; }
};
Range range_of(const Component& component, const char* quantity, double highest_reduced = 0.9) {
  const TemperatureFunction& f = component.property(quantity);
  const double to = std::min({f.T_max, highest_reduced * component.constant("Tc"), 500.0});
  return {std::max(f.T_min, std::min(lowest, to - 60.0)), to};
}

/// Polynomial in `variable` for `target`, which holds in `range` and is only a guide beyond it.
template <std::size_t count>
std::array<double, count> fit(const Function& target, double (*variable)(double), Range range, double guide_weight,
                              double up_to = highest) {
  std::vector<std::vector<double>> basis;
  std::vector<double> values, weights;
  for (int i = 0; i < temperatures; ++i) {
    const double T = lowest + (up_to - lowest) * i / (temperatures - 1.0);
    std::vector<double> powers{1.0};
    while (powers.size() < count) powers.push_back(powers.back() * variable(T));
    basis.push_back(powers);
    values.push_back(target(T));
    weights.push_back(range.holds(T) ? 1.0 : guide_weight);
  }
  const std::vector<double> c = linear_fit(basis, values, weights);
  std::array<double, count> result;
  std::copy_n(c.begin(), count, result.begin());
  return result;
}

/// ln of a property, carried on beyond its range along a straight line in `variable`.
Function logarithm_carried_on(const TemperatureFunction& f, Range range, double (*variable)(double)) {
  const auto slope = [&](double T, double step) {
    return log(f(T + step) / f(T)) / (variable(T + step) - variable(T));
  };
  const double below = slope(range.from, 1.0), above = slope(range.to, -1.0);
  return [=](double T) {
    if (T < range.from) return log(f(range.from)) + below * (variable(T) - variable(range.from));
    if (T > range.to) return log(f(range.to)) + above * (variable(T) - variable(range.to));
    return log(f(T));
  };
}

void fit_vapour_pressure(const Component& component, SpeciesForms& forms) {
  const Range range = range_of(component, "VaporPressure");
  const TemperatureFunction& f = component.property("VaporPressure");
  forms.psat = fit<5>(logarithm_carried_on(f, range, inverse), inverse, range, 0.03);
  forms.valid_from = std::max(lowest, range.from);
  forms.valid_to = std::max(lowest, range.to);
}

/// Watson's law with two terms more, in which the smooth corner of heat_of_vaporization is contained.
void fit_latent_heat(const Component& component, SpeciesForms& forms) {
  const TemperatureFunction& f = component.property("HeatOfVaporization");
  const Range range = range_of(component, "HeatOfVaporization");
  std::vector<std::vector<double>> basis;
  std::vector<double> values;
  for (int i = 0; i < temperatures; ++i) {
    const double T = range.from + (range.to - range.from) * i / (temperatures - 1.0);
    const double s = smooth_positive(1.0 - T / forms.critical_temperature, 0.02);
    basis.push_back({1.0, log(s), s, s * s});
    values.push_back(log(f(T)));
  }
  const std::vector<double> c = linear_fit(basis, values, std::vector<double>(values.size(), 1.0));
  std::copy_n(c.begin(), forms.latent_heat.size(), forms.latent_heat.begin());
}

void fit_heat_capacities(const Component& component, SpeciesForms& forms) {
  const TemperatureFunction& gas = component.property("IdealGasHeatCapacityCp");
  forms.gas_heat = fit<6>([&](double T) { return gas(T); }, scaled, {lowest, hottest}, 1.0, hottest);
  forms.gas_formation = component.constant("Hf_ideal_gas");
  if (!forms.condenses) return;

  // the liquid's goes over into the gas's beyond the data, so that the latent heat does not change sign there
  const TemperatureFunction& liquid = component.property("LiquidHeatCapacityCp");
  const Range range = range_of(component, "LiquidHeatCapacityCp", 0.85);
  const auto target = [&](double T) {
    const double at = std::clamp(T, range.from, range.to);
    if (T <= range.to) return liquid(at);
    return gas(T) + (liquid(at) - gas(at)) * exp(-(T - range.to) / 80.0);
  };
  forms.liquid_heat = fit<6>(target, scaled, range, 0.01);
}

/// Enthalpy of the liquid at 298.15 K from that of the gas and the latent heat at the normal boiling point.
void place_liquid_enthalpy(const Component& component, SpeciesForms& forms) {
  if (!forms.condenses) {
    // the heat of solution that belongs to the slope of the extrapolated vapour pressure
    const double heat_of_solution = -gas_constant * reference * forms.psat[1];
    forms.latent_heat[0] = log(heat_of_solution);
    forms.liquid_formation = forms.gas_formation - heat_of_solution;
    std::copy(forms.gas_heat.begin(), forms.gas_heat.end(), forms.liquid_heat.begin());
    return;
  }
  const double T = std::clamp(component.constant("Tb"), lowest, 0.9 * forms.critical_temperature);
  forms.liquid_formation += forms.gas_enthalpy(T) - forms.heat_of_vaporization(T) - forms.liquid_enthalpy(T);
  if (!forms.association) return;
  // an acid's liquid is where it was measured; its gas follows, whose monomer is known to some kJ/mol only
  const double shift = forms.association->liquid_formation - forms.liquid_formation;
  forms.liquid_formation += shift;
  forms.gas_formation += shift;
}

void fit_volume_and_viscosity(const Component& component, SpeciesForms& forms) {
  if (!forms.condenses) {
    const TemperatureFunction& viscosity = component.property("LiquidViscosity");
    const double T = std::clamp(0.7 * forms.critical_temperature, viscosity.T_min, viscosity.T_max);
    forms.volume[0] = log(component.constant("Vliq_Tb"));
    forms.viscosity[0] = log(viscosity(T));
    return;
  }
  // the reciprocal of density; the sign of a logarithm
  const Range dense = range_of(component, "LiquidDensity"), viscous = range_of(component, "LiquidViscosity");
  const Function density = logarithm_carried_on(component.property("LiquidDensity"), dense, scaled);
  forms.volume = fit<5>([&](double T) { return -density(T); }, scaled, dense, 0.03);
  const Function viscosity = logarithm_carried_on(component.property("LiquidViscosity"), viscous, inverse);
  forms.viscosity = fit<5>(viscosity, inverse, viscous, 0.05);
}

}  // namespace

SpeciesForms SpeciesForms::of(const Component& component) {
  SpeciesForms forms;
  forms.name = component.name();
  forms.molar_mass = component.molar_mass();
  forms.critical_temperature = component.constant("Tc");
  forms.condenses = forms.critical_temperature >= gas_limit;
  forms.association = association_of(forms.name);
  fit_vapour_pressure(component, forms);
  fit_heat_capacities(component, forms);
  if (forms.condenses) fit_latent_heat(component, forms);
  place_liquid_enthalpy(component, forms);
  fit_volume_and_viscosity(component, forms);
  return forms;
}

}  // namespace stillhouse
