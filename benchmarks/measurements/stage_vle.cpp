#include <array>
#include <memory>

#include "benchmarks/measurements/topics.h"
#include "benchmarks/problems/tower_mixture.h"
#include "models/properties/batched_vle.h"

namespace stillhouse {

namespace {

constexpr std::size_t stages = 40;

/// The liquids of a tower, by quantity: x[i * stages + k].
struct TernaryStages {
  TernaryStages() {
    for (std::size_t k = 0; k < stages; ++k) {
      const double a = (static_cast<double>(k) + 0.5) / stages;
      x[k] = 0.6 * a;
      x[stages + k] = 1.0 - a;
      x[2 * stages + k] = 0.4 * a;
      T[k] = 370.0 - 30.0 * a;
    }
  }
  std::array<double, 3> fractions(std::size_t k) const { return {x[k], x[stages + k], x[2 * stages + k]}; }

  const StageVle<3>& vle = TowerMixture<3>::standard().vle();
  std::array<double, 3 * stages> x, value, by_T;
  std::array<double, 9 * stages> by_x;
  std::array<double, stages> T;
};

/// Does one stage after the other.
template <class OfStage>
Prepare one_by_one(const OfStage& of_stage) {
  return [=]() -> Work {
    return [=, s = std::make_shared<TernaryStages>()] {
      for (std::size_t k = 0; k < stages; ++k) {
        auto result = of_stage(*s, k);
        keep(result);
      }
    };
  };
}

std::array<double, 3> values(const TernaryStages& s, std::size_t k) {
  return s.vle.partial_pressures(s.fractions(k), s.T[k]);
}

auto in_closed_form(const TernaryStages& s, std::size_t k) {
  return s.vle.partial_pressure_derivatives(s.fractions(k), s.T[k]);
}

std::array<Dual<4>, 3> by_duals(const TernaryStages& s, std::size_t k) {
  std::array<Dual<4>, 3> x;
  for (std::size_t i = 0; i < 3; ++i) {
    x[i] = Dual<4>(s.fractions(k)[i]);
    x[i].gradient[i] = 1.0;
  }
  Dual<4> T(s.T[k]);
  T.gradient[3] = 1.0;
  std::array<Dual<4>, 3> partial = s.vle.nrtl.log_activity(x, T);
  for (std::size_t i = 0; i < 3; ++i) partial[i] = x[i] * exp(partial[i] + s.vle.vapour_pressure[i].log_pressure(T));
  return partial;
}

Work batched() {
  return [s = std::make_shared<TernaryStages>()] {
    BatchedVle(s->vle).partial_pressures(stages, {s->x, s->T, s->value, s->by_x, s->by_T});
    keep(*s);
  };
}

}  // namespace

/// Partial pressures of three species on a stage with all their twelve derivatives; times are a stage's.
void add_stage_vle(Bench& bench) {
  const Prepare duals = one_by_one(by_duals);
  bench.add({.name = "stage_vle/batched",
             .ours = batched,
             .anchor = "forward duals, stage by stage",
             .theirs = duals,
             .parts = stages,
             .goal_s = 0.3e-6});
  bench.add({.name = "stage_vle/in_closed_form",
             .ours = one_by_one(in_closed_form),
             .anchor = "forward duals, stage by stage",
             .theirs = duals,
             .parts = stages});
  bench.add({.name = "stage_vle/values_only", .ours = one_by_one(values), .parts = stages});
}

}  // namespace stillhouse
