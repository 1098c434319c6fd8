#include <benchmark/benchmark.h>

#include "models/properties/mixture.h"
#include "models/properties/vle.h"

/// What one evaluation of the liquid's properties costs, as a number and with the derivatives of a tray's unknowns.
namespace stillhouse {
namespace {

constexpr int unknowns = 40;  // behind the equations of one tray
using Wide = Dual<unknowns>;

template <class Real>
Real seeded(double value, int index) {
  if constexpr (std::is_same_v<Real, double>) {
    return value;
  } else {
    Real result(value);
    result.gradient[index] = 1.0;
    return result;
  }
}

template <class Real>
void activity_and_vapour_pressure(benchmark::State& state) {
  const Mixture& mixture = Mixture::find("methanol_water");
  std::array<Real, 2> x{seeded<Real>(0.3, 0), seeded<Real>(0.7, 1)};
  Real T = seeded<Real>(350.0, 2);
  for (auto _ : state) {
    benchmark::DoNotOptimize(x);
    benchmark::DoNotOptimize(T);
    const std::array<Real, 2> gamma = mixture.activity(x, T);
    Real partial[2] = {gamma[0] * mixture.vapour_pressure(0, T), gamma[1] * mixture.vapour_pressure(1, T)};
    benchmark::DoNotOptimize(partial);
  }
}
BENCHMARK(activity_and_vapour_pressure<double>);
BENCHMARK(activity_and_vapour_pressure<Wide>);

template <class Real>
void enthalpies(benchmark::State& state) {
  const Mixture& mixture = Mixture::find("methanol_water");
  std::array<Real, 2> x{seeded<Real>(0.3, 0), seeded<Real>(0.7, 1)};
  Real T = seeded<Real>(350.0, 2);
  for (auto _ : state) {
    benchmark::DoNotOptimize(x);
    benchmark::DoNotOptimize(T);
    Real h[5] = {mixture.liquid_enthalpy(0, T), mixture.liquid_enthalpy(1, T), mixture.vapour_enthalpy(0, T),
                 mixture.vapour_enthalpy(1, T), mixture.excess_enthalpy(x, T)};
    benchmark::DoNotOptimize(h);
  }
}
BENCHMARK(enthalpies<double>);
BENCHMARK(enthalpies<Wide>);

void bubble_point(benchmark::State& state) {
  const Mixture& mixture = Mixture::find("methanol_water");
  for (auto _ : state) benchmark::DoNotOptimize(bubble_at_pressure(mixture, 0.3, 101325.0).T);
}
BENCHMARK(bubble_point);

}  // namespace
}  // namespace stillhouse
