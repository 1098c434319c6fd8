#include "models/separation/short_cut/k_values.h"

#include <string>
#include <utility>

#include "engine/autodiff/functions.h"
#include "engine/base/error.h"
#include "models/control/setting_check.h"
#include "models/properties/bracketed_root.h"
#include "models/properties/gas_constant.h"

namespace stillhouse {

namespace {

template <class Function>
double temperature_where(const Function& excess, double T_low, double T_high, const char* what) {
  if (!(excess(T_low) * excess(T_high) <= 0.0))
    throw ModelError(std::string("k_values: there is no ") + what + " between " + std::to_string(T_low) + " K and " +
                     std::to_string(T_high) + " K");
  return bracketed_root(excess, T_low, T_high);
}

void check_composition(const std::vector<double>& z) {
  double sum = 0.0;
  for (const double fraction : z) {
    check_setting("k_values", "mole fraction", fraction, 0.0, 1.0);
    sum += fraction;
  }
  check_setting("k_values", "sum of mole fractions", sum, 1.0 - 1e-6, 1.0 + 1e-6);
}

/// Rachford and Rice's function: falls with f.
double split_excess(const std::vector<double>& z, const std::vector<double>& K, double f) {
  double sum = 0.0;
  for (std::size_t i = 0; i < z.size(); ++i) sum += z[i] * (K[i] - 1.0) / (1.0 + f * (K[i] - 1.0));
  return sum;
}

std::vector<double> all_values(const KValue& K, std::size_t count, double T) {
  std::vector<double> values;
  for (std::size_t i = 0; i < count; ++i) values.push_back(K(i, T));
  return values;
}

}  // namespace

KValue raoult_k_values(std::vector<std::function<double(double)>> vapour_pressures, double P) {
  check_setting("k_values", "P", P, 1.0, 1e12);
  return [pressures = std::move(vapour_pressures), P](std::size_t i, double T) { return pressures[i](T) / P; };
}

KValue virial_k_values(std::vector<const Component*> compounds, double P) {
  check_setting("k_values", "P", P, 1.0, 1e12);
  return [list = std::move(compounds), P](std::size_t i, double T) {
    const double psat = list[i]->property("VaporPressure")(T), B = list[i]->property("SecondVirialCoefficient")(T);
    return psat / P * exp(B * (psat - P) / (gas_constant * T));
  };
}

PhasePoint bubble_point(const std::vector<double>& z, const KValue& K, double T_low, double T_high) {
  check_composition(z);
  const auto excess = [&](double T) {
    double sum = 0.0;
    for (std::size_t i = 0; i < z.size(); ++i) sum += z[i] * K(i, T);
    return log(sum);
  };
  PhasePoint point{temperature_where(excess, T_low, T_high, "bubble point"), z};
  for (std::size_t i = 0; i < z.size(); ++i) point.x[i] *= K(i, point.T);
  return point;
}

PhasePoint dew_point(const std::vector<double>& z, const KValue& K, double T_low, double T_high) {
  check_composition(z);
  const auto excess = [&](double T) {
    double sum = 0.0;
    for (std::size_t i = 0; i < z.size(); ++i) sum += z[i] / K(i, T);
    return log(sum);
  };
  PhasePoint point{temperature_where(excess, T_low, T_high, "dew point"), z};
  for (std::size_t i = 0; i < z.size(); ++i) point.x[i] /= K(i, point.T);
  return point;
}

double vapour_fraction(const std::vector<double>& z, const std::vector<double>& K) {
  if (z.size() != K.size()) throw ModelError("k_values: each mole fraction needs its K");
  check_composition(z);
  if (split_excess(z, K, 0.0) <= 0.0) return 0.0;
  if (split_excess(z, K, 1.0) >= 0.0) return 1.0;
  return bracketed_root([&](double f) { return split_excess(z, K, f); }, 0.0, 1.0);
}

std::vector<double> flashed_liquid(const std::vector<double>& z, const std::vector<double>& K, double f) {
  check_setting("k_values", "vapour fraction", f, 0.0, 1.0);
  std::vector<double> x(z);
  for (std::size_t i = 0; i < z.size(); ++i) x[i] /= 1.0 + f * (K[i] - 1.0);
  return x;
}

double flash_temperature(const std::vector<double>& z, const KValue& K, double f, double T_low, double T_high) {
  check_setting("k_values", "vapour fraction", f, 0.0, 1.0);
  check_composition(z);
  const auto excess = [&](double T) { return split_excess(z, all_values(K, z.size(), T), f); };
  return temperature_where(excess, T_low, T_high, "flash temperature");
}

}  // namespace stillhouse
