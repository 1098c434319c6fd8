#include <benchmark/benchmark.h>

#include "benchmarks/problems/tower_mixture.h"
#include "models/properties/batched_vle.h"
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

// a stage of three species: partial pressures with all twelve derivatives; items are stages, so that the goal of
// 0.3 us (G8) is 3.3 million items a second
constexpr std::size_t tower_stages = 40;

struct TernaryStages {
  TernaryStages() {
    for (std::size_t k = 0; k < tower_stages; ++k) {
      const double a = (static_cast<double>(k) + 0.5) / tower_stages;
      x[k] = 0.6 * a, x[tower_stages + k] = 1.0 - a, x[2 * tower_stages + k] = 0.4 * a;
      T[k] = 370.0 - 30.0 * a;
    }
  }
  std::array<double, 3> fractions(std::size_t k) const { return {x[k], x[tower_stages + k], x[2 * tower_stages + k]}; }
  const StageVle<3>& vle = TowerMixture<3>::standard().vle();
  std::array<double, 3 * tower_stages> x, value, by_T;
  std::array<double, 9 * tower_stages> by_x;
  std::array<double, tower_stages> T;
};

void stage_vle_values(benchmark::State& state) {
  TernaryStages s;
  for (auto _ : state) {
    for (std::size_t k = 0; k < tower_stages; ++k)
      benchmark::DoNotOptimize(s.vle.partial_pressures(s.fractions(k), s.T[k]));
  }
  state.SetItemsProcessed(state.iterations() * tower_stages);
}
BENCHMARK(stage_vle_values);

void stage_vle_by_duals(benchmark::State& state) {
  TernaryStages s;
  for (auto _ : state) {
    for (std::size_t k = 0; k < tower_stages; ++k) {
      std::array<Dual<4>, 3> x;
      for (int i = 0; i < 3; ++i) x[i] = seeded<Dual<4>>(s.fractions(k)[i], i);
      const Dual<4> T = seeded<Dual<4>>(s.T[k], 3);
      auto partial = s.vle.nrtl.log_activity(x, T);
      for (int i = 0; i < 3; ++i) partial[i] = x[i] * exp(partial[i] + s.vle.vapour_pressure[i].log_pressure(T));
      benchmark::DoNotOptimize(partial);
    }
  }
  state.SetItemsProcessed(state.iterations() * tower_stages);
}
BENCHMARK(stage_vle_by_duals);

void stage_vle_in_closed_form(benchmark::State& state) {
  TernaryStages s;
  for (auto _ : state) {
    for (std::size_t k = 0; k < tower_stages; ++k)
      benchmark::DoNotOptimize(s.vle.partial_pressure_derivatives(s.fractions(k), s.T[k]));
  }
  state.SetItemsProcessed(state.iterations() * tower_stages);
}
BENCHMARK(stage_vle_in_closed_form);

void stage_vle_batched(benchmark::State& state) {
  TernaryStages s;
  const BatchedVle batch(s.vle);
  const auto stages = static_cast<std::size_t>(state.range(0));
  for (auto _ : state) {
    batch.partial_pressures(stages, {s.x, s.T, s.value, s.by_x, s.by_T});
    benchmark::ClobberMemory();
  }
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(stage_vle_batched)->Arg(8)->Arg(40);

}  // namespace
}  // namespace stillhouse
