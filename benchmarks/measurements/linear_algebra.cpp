#include <stdexcept>

#include "benchmarks/measurements/topics.h"
#include "benchmarks/problems/boiling_column.h"
#include "benchmarks/problems/tray_tower_workloads.h"
#include "engine/solve/linear_factor.h"

/// Our factors beside KLU's, on the same matrix: of the pilot column, the tray tower and trains of blocks.
namespace stillhouse {

namespace {

using MakeSystem = std::function<SparseSystem()>;

MakeSystem boiling(DaeForm form) {
  return [=] { return ColdStart(1800.0, form).matrix(10.0); };
}

MakeSystem tower(DaeForm form) {
  return [=] {
    DaeProblem problem(build_tray_tower(40, 3), form);
    const TowerMoment rest = tower_steady_state(problem);
    return matrix_of(problem, rest.y, rest.yp, 0.1);
  };
}

MakeSystem train(int blocks, int size, int controllers, bool recycle) {
  return [=] { return block_train(blocks, size, controllers, recycle, 1); };
}

/// A system and its factors, which have seen the matrix once.
struct Factored {
  Factored(const MakeSystem& make, FactorKind kind)
      : system(make()), factor(system.pattern, kind), vector(static_cast<std::size_t>(system.pattern.size())) {
    refactor();
  }
  void refactor() {
    if (!factor.factor(system.values.data())) throw std::runtime_error("the matrix is singular");
  }
  void solve() {
    std::fill(vector.begin(), vector.end(), 1.0);
    factor.solve(vector.data());
    keep(vector);
  }

  SparseSystem system;
  LinearFactor factor;
  std::vector<double> vector;
};

Prepare part(const MakeSystem& make, FactorKind kind, void (Factored::*what)()) {
  return [=]() -> Work { return [=, all = std::make_shared<Factored>(make, kind)] { (all.get()->*what)(); }; };
}

}  // namespace

void add_linear_algebra(Bench& bench) {
  const auto add = [&](const std::string& name, const MakeSystem& make) {
    const auto beside_klu = [&](const char* what, void (Factored::*done)()) {
      bench.add({.name = "linear_algebra/" + name + "_" + what,
                 .ours = part(make, FactorKind::structured, done),
                 .anchor = "KLU, the same matrix",
                 .theirs = part(make, FactorKind::klu, done)});
    };
    beside_klu("factor", &Factored::refactor);
    beside_klu("solve", &Factored::solve);
  };
  add("column", boiling(DaeForm::complete));
  add("column_reduced", boiling(DaeForm::reduced));
  add("tower", tower(DaeForm::complete));
  add("tower_reduced", tower(DaeForm::reduced));
  add("train_40x5", train(40, 5, 0, false));
  add("train_160x5", train(160, 5, 0, false));
  add("train_40x8", train(40, 8, 0, false));
  add("train_with_recycle", train(40, 5, 6, true));

  // what only the first factorisation of a plant costs: match, order, plan
  bench.add({.name = "linear_algebra/tower_reduced_plan", .ours = []() -> Work {
               const auto system = std::make_shared<SparseSystem>(tower(DaeForm::reduced)());
               return [=] {
                 StructuredFactor factor(system->pattern);
                 if (!factor.factor(system->values.data())) throw std::runtime_error("the matrix is singular");
               };
             }});
}

}  // namespace stillhouse
