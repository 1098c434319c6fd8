#include "models/separation/short_cut/equilibrium_curves.h"

#include <string>

#include "engine/base/error.h"
#include "models/control/setting_check.h"
#include "models/properties/bracketed_root.h"
#include "models/properties/vle.h"

namespace stillhouse {

namespace {

/// Boiling point of a pure compound at P.
double boiling_point(const Component& compound, double P) {
  const TemperatureFunction& psat = compound.property("VaporPressure");
  check_setting("equilibrium_curve", "P of " + compound.name(), P, psat(psat.T_min), psat(psat.T_max));
  return bracketed_root([&](double T) { return log(psat(T) / P); }, psat.T_min, psat.T_max);
}

}  // namespace

EquilibriumCurve equilibrium_curve(const Mixture& mixture, double P) {
  return [&mixture, P](double x) { return bubble_at_pressure(mixture, x, P).y[0]; };
}

double bubble_temperature(const Fluid& fluid, const PerSpecies<double>& x, double P) {
  const auto excess = [&](double T) {
    double sum = 0.0;
    for (const double p : fluid.bubble_pressures(x, T)) sum += p;
    return log(sum / P);
  };
  const double low = 250.0, high = 600.0;  // where a fluid is sound
  if (!(excess(low) < 0.0 && excess(high) > 0.0))
    throw ModelError("equilibrium_curve: the liquid does not boil at " + std::to_string(P) +
                     " Pa between 250 K and 600 K");
  return bracketed_root(excess, low, high);
}

EquilibriumCurve equilibrium_curve(const Fluid& fluid, double P) {
  if (fluid.size() != 2)
    throw ModelError("equilibrium_curve: two species are needed, " + std::to_string(fluid.size()) + " are given");
  return [&fluid, P](double light) {
    PerSpecies<double> x(2);
    x[0] = light;
    x[1] = 1.0 - light;
    return fluid.bubble_pressures(x, bubble_temperature(fluid, x, P))[0] / P;
  };
}

double raoult_bubble_temperature(const Component& light, const Component& heavy, double x, double P) {
  check_setting("equilibrium_curve", "x", x, 0.0, 1.0);
  const TemperatureFunction &light_psat = light.property("VaporPressure"),
                            &heavy_psat = heavy.property("VaporPressure");
  return bracketed_root([&](double T) { return x * light_psat(T) + (1.0 - x) * heavy_psat(T) - P; },
                        boiling_point(light, P), boiling_point(heavy, P));
}

EquilibriumCurve raoult_curve(const Component& light, const Component& heavy, double P) {
  return [&light, &heavy, P](double x) {
    return x * light.property("VaporPressure")(raoult_bubble_temperature(light, heavy, x, P)) / P;
  };
}

double latent_heat_fraction(double x, double ratio) {
  return x / (x + ratio * (1.0 - x));
}

double mole_fraction_of_latent_heat(double x, double ratio) {
  return latent_heat_fraction(x, 1.0 / ratio);
}

EquilibriumCurve in_latent_heat_units(const EquilibriumCurve& curve, double ratio) {
  check_setting("equilibrium_curve", "ratio of latent heats", ratio, 1e-3, 1e3);
  return
      [curve, ratio](double x) { return latent_heat_fraction(curve(mole_fraction_of_latent_heat(x, ratio)), ratio); };
}

}  // namespace stillhouse
