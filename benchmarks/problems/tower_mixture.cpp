#include "benchmarks/problems/tower_mixture.h"

#include <cmath>

namespace stillhouse {

namespace {

constexpr int most_species = 5;

// name, molar mass, molar volume, c0, c1, c_V, T_b, lambda_b, Antoine A B C
constexpr TowerSpecies all_species[most_species] = {
    {"methanol", 32.04186e-3, 40.73e-6, 81.04, 0.2609, 48.25, 337.69, 35430.0, {23.354, 3555.3, -37.163}},
    {"water", 18.01528e-3, 18.07e-6, 75.54, 0.0040, 33.92, 373.15, 40745.0, {23.401, 3987.3, -37.161}},
    {"ethanol", 46.06844e-3, 58.68e-6, 112.10, 0.5111, 73.37, 351.80, 38830.0, {22.994, 3337.3, -60.406}},
    {"acetone", 58.07914e-3, 73.94e-6, 126.16, 0.2546, 83.45, 329.22, 29636.0, {21.434, 2850.7, -41.681}},
    {"propanol", 60.09502e-3, 75.14e-6, 144.87, 0.6472, 97.77, 370.93, 41139.0, {22.110, 2968.4, -89.944}},
};

struct Pair {
  int i, j;
  double b_ij, b_ji, alpha;  // K, K, -
};
constexpr Pair pairs[] = {
    {0, 1, -95.13209, 398.95345, 0.2999},  // methanol + water
    {0, 2, 33.86174, -35.48161, 0.3009},   // methanol + ethanol
    {0, 3, 149.07537, 59.42031, 0.3003},   // methanol + acetone
    {0, 4, 12.53032, 4.79815, 0.3011},     // methanol + propanol
    {1, 2, 624.86762, -29.16665, 0.2937},  // water + ethanol
    {1, 3, 666.75416, 409.69291, 0.5663},  // water + acetone
    {1, 4, 844.03027, 272.93794, 0.5525},  // water + propanol
    {2, 3, 188.88330, 22.83137, 0.3006},   // ethanol + acetone
    {2, 4, 0.0, 0.0, 0.3},                 // ethanol + propanol
    {3, 4, 22.83137, 188.88330, 0.3006},   // acetone + propanol
};

}  // namespace

template <int N>
TowerMixture<N>::TowerMixture() {
  for (int i = 0; i < N; ++i) {
    species_[i] = all_species[i];
    vle_.vapour_pressure[i] = all_species[i].vapour_pressure;
  }
  for (const Pair& pair : pairs) {
    if (pair.j >= N) continue;
    vle_.nrtl.b[pair.i][pair.j] = pair.b_ij;
    vle_.nrtl.b[pair.j][pair.i] = pair.b_ji;
    vle_.nrtl.alpha[pair.i][pair.j] = vle_.nrtl.alpha[pair.j][pair.i] = pair.alpha;
  }
}

template <int N>
const TowerMixture<N>& TowerMixture<N>::standard() {
  static const TowerMixture mixture;
  return mixture;
}

template <int N>
double TowerMixture<N>::bubble_temperature(const std::array<double, N>& x, double p) const {
  double low = 250.0, high = 500.0;
  for (int halving = 0; halving < 60; ++halving) {
    const double T = 0.5 * (low + high);
    double sum = 0.0;
    for (double partial : vle_.partial_pressures(x, T)) sum += partial;
    (sum < p ? low : high) = T;
  }
  return 0.5 * (low + high);
}

template class TowerMixture<2>;
template class TowerMixture<3>;
template class TowerMixture<4>;
template class TowerMixture<5>;

}  // namespace stillhouse
