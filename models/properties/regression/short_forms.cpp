#include "models/properties/regression/short_forms.h"

#include <algorithm>
#include <cmath>
#include <functional>

#include "engine/autodiff/functions.h"
#include "models/properties/regression/least_squares.h"

namespace stillhouse {

namespace {

constexpr double reference = Species::reference_temperature;
constexpr int temperatures = 81;

double scaled(double T) {
  return (T - reference) * 0.01;
}
double inverse(double T) {
  return reference / T - 1.0;
}

/// Polynomial in `variable(T)` for `target(T)`, or for its logarithm, by relative deviations.
template <std::size_t count>
std::array<double, count> fit(const std::function<double(double)>& target, double from, double to, bool logarithmic,
                              double (*variable)(double), ShortForms& result, const char* quantity) {
  const double unit = target(reference);
  const auto model = [&](const std::vector<double>& p, double T) {
    double sum = 0.0;
    for (std::size_t k = count; k-- > 0;) sum = p[k] + variable(T) * sum;
    return logarithmic ? exp(sum) : sum;
  };
  const auto temperature = [&](int i) { return from + (to - from) * i / (temperatures - 1.0); };
  const auto residuals = [&](const std::vector<double>& p, std::vector<double>& r) {
    for (int i = 0; i < temperatures; ++i) r[i] = model(p, temperature(i)) * unit / target(temperature(i)) - 1.0;
  };
  std::vector<double> start(count, 0.0);
  if (!logarithmic) start[0] = 1.0;
  const LeastSquaresFit found = fit_least_squares(residuals, start, temperatures);

  std::vector<double> r(temperatures);
  residuals(found.parameters, r);
  double largest = 0.0;
  for (const double deviation : r) largest = std::max(largest, std::fabs(deviation));
  result.deviations.push_back({quantity, largest});

  std::array<double, count> coefficients;
  for (std::size_t k = 0; k < count; ++k)
    coefficients[k] = logarithmic ? found.parameters[k] : unit * found.parameters[k];
  if (logarithmic) coefficients[0] += log(unit);
  return coefficients;
}

}  // namespace

ShortForms fit_short_forms(const Component& component) {
  ShortForms result;
  Species& species = result.species;
  species.name = component.name();

  const auto fitted = [&]<std::size_t count>(std::array<double, count>& coefficients, const char* quantity,
                                             bool logarithmic, double (*variable)(double), bool reciprocal = false) {
    const TemperatureFunction& f = component.property(quantity);
    const auto target = [&](double T) { return reciprocal ? 1.0 / f(T) : f(T); };
    coefficients =
        fit<count>(target, std::max(270.0, f.T_min), std::min(430.0, f.T_max), logarithmic, variable, result, quantity);
  };
  // the vapour pressure's own form is short enough
  const TemperatureFunction& psat = component.property("VaporPressure");
  std::copy_n(psat.coefficients.begin(), 4, species.psat.begin());

  fitted(species.liquid_heat, "LiquidHeatCapacityCp", false, scaled);
  fitted(species.latent_heat, "HeatOfVaporization", false, scaled);
  fitted(species.volume, "LiquidDensity", false, scaled, true);
  fitted(species.tension, "SurfaceTension", true, scaled);
  fitted(species.viscosity, "LiquidViscosity", true, inverse);
  return result;
}

std::array<double, 3> fit_redlich_kister(const std::vector<std::array<double, 2>>& points) {
  double unit = 0.0;
  for (const auto& [x, y] : points) unit = std::max(unit, std::fabs(y));
  const auto residuals = [&](const std::vector<double>& p, std::vector<double>& r) {
    for (std::size_t i = 0; i < points.size(); ++i) {
      const auto [x, y] = points[i];
      const double d = 2.0 * x - 1.0;
      r[i] = x * (1.0 - x) * (p[0] + d * (p[1] + d * p[2])) - y / unit;
    }
  };
  const LeastSquaresFit found = fit_least_squares(residuals, {0.0, 0.0, 0.0}, points.size());
  return {unit * found.parameters[0], unit * found.parameters[1], unit * found.parameters[2]};
}

}  // namespace stillhouse
