#include "models/properties/ideal_gas.h"

#include <algorithm>
#include <optional>

namespace stillhouse {

namespace {

constexpr std::size_t terms_of_fit = IdealGas::theta.size() + 1;
using Row = std::array<double, terms_of_fit>;

/// u^2 e^u / (e^u - 1)^2 of each vibration, after a one for n_0.
Row heat_capacity_terms(double T) {
  Row row;
  row[0] = 1.0;
  for (std::size_t k = 0; k < IdealGas::theta.size(); ++k) {
    const double u = IdealGas::theta[k] / T, e = exp(-u);
    row[k + 1] = u * u * e / ((1.0 - e) * (1.0 - e));
  }
  return row;
}

/// Solves the normal equations of the terms in `chosen` by Cholesky's method; nothing if they are too alike.
std::optional<Row> solved(const std::array<Row, terms_of_fit>& normal, const Row& right, unsigned chosen) {
  std::array<Row, terms_of_fit> factor{};
  Row solution{};
  for (std::size_t i = 0; i < terms_of_fit; ++i) {
    if (!(chosen >> i & 1u)) continue;
    double sum = right[i];
    for (std::size_t j = 0; j <= i; ++j) {
      if (!(chosen >> j & 1u)) continue;
      double entry = normal[i][j];
      for (std::size_t k = 0; k < j; ++k) entry -= factor[i][k] * factor[j][k];
      if (j < i) {
        factor[i][j] = entry / factor[j][j];
        sum -= factor[i][j] * solution[j];
      } else {
        if (!(entry > 1e-12 * normal[i][i])) return std::nullopt;
        factor[i][i] = sqrt(entry);
        solution[i] = sum / factor[i][i];
      }
    }
  }
  for (std::size_t i = terms_of_fit; i-- > 0;) {
    if (!(chosen >> i & 1u)) continue;
    for (std::size_t k = i + 1; k < terms_of_fit; ++k) solution[i] -= factor[k][i] * solution[k];
    solution[i] /= factor[i][i];
  }
  return solution;
}

/// The n_k, none negative, with the least sum of squared relative deviations from cp: of all choices of terms the best.
Row fitted(const TemperatureFunction& cp) {
  const double low = std::max(cp.T_min, 150.0), high = std::max(std::min(cp.T_max, 1500.0), low + 1.0);
  std::array<Row, terms_of_fit> normal{};
  Row right{};
  constexpr int points = 60;
  for (int p = 0; p <= points; ++p) {
    const double T = low + (high - low) * p / points, wanted = cp(T) / gas_constant;
    const Row row = heat_capacity_terms(T);
    for (std::size_t i = 0; i < terms_of_fit; ++i) {
      right[i] += row[i] / wanted;
      for (std::size_t j = 0; j <= i; ++j) normal[i][j] += row[i] * row[j] / (wanted * wanted);
    }
  }
  Row best{};
  double best_gain = 0.0;
  for (unsigned chosen = 1; chosen < 1u << terms_of_fit; ++chosen) {
    const std::optional<Row> n = solved(normal, right, chosen);
    if (!n || std::any_of(n->begin(), n->end(), [](double value) { return value < 0.0; })) continue;
    // at a least-squares solution the deviations' sum of squares is that of the data less n . right
    double gain = 0.0;
    for (std::size_t i = 0; i < terms_of_fit; ++i) gain += (*n)[i] * right[i];
    if (gain > best_gain) best_gain = gain, best = *n;
  }
  return best;
}

}  // namespace

IdealGas::IdealGas(const std::vector<const Component*>& components) : species_(components.size()) {
  const Terms<double> reference = terms(reference_temperature);
  for (std::size_t i = 0; i < components.size(); ++i) {
    Coefficients& c = species_[i];
    c.n = fitted(components[i]->property("IdealGasHeatCapacityCp"));
    c.h_0 = components[i]->constant("Hf_ideal_gas") / gas_constant;
    c.s_0 = components[i]->constant("S_ideal_gas") / gas_constant;
    for (std::size_t k = 0; k < c.n.size(); ++k) {
      c.h_0 -= c.n[k] * reference.h[k];
      c.s_0 -= c.n[k] * reference.s[k];
    }
  }
}

double IdealGas::heat_capacity(std::size_t i, double T) const {
  const Row row = heat_capacity_terms(T);
  double sum = 0.0;
  for (std::size_t k = 0; k < row.size(); ++k) sum += species_[i].n[k] * row[k];
  return gas_constant * sum;
}

}  // namespace stillhouse
