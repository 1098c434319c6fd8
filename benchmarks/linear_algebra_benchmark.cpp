#include <benchmark/benchmark.h>

#include <iostream>

#include "benchmarks/problems/boiling_column.h"
#include "benchmarks/problems/sparse_matrices.h"
#include "engine/solve/structured_factor.h"

/// Our factors beside KLU's (refactorisation with the check of growth, solution), on the pilot column's matrices and
/// on trains of blocks, in one process. Each `ours` is followed by its anchor.
namespace stillhouse {
namespace {

SparseSystem make(const std::string& name) {
  if (name == "column") return ColdStart(1800.0).matrix(10.0);
  if (name == "reduced_column") return ColdStart(1800.0).reduced_matrix(10.0);
  if (name == "train_40x5") return block_train(40, 5, 0, false, 1);
  if (name == "train_80x5") return block_train(80, 5, 0, false, 1);
  if (name == "train_160x5") return block_train(160, 5, 0, false, 1);
  if (name == "train_40x8") return block_train(40, 8, 0, false, 1);
  return block_train(40, 5, 6, true, 1);
}

const SparseSystem& system_of(const std::string& name) {
  static std::map<std::string, SparseSystem> made;
  auto found = made.find(name);
  if (found == made.end()) {
    found = made.insert({name, make(name)}).first;
    StructuredFactor factor(found->second.pattern, found->second.block_of);
    factor.factor(found->second.values.data());
    std::cerr << name << ": " << factor.description() << "\n";
  }
  return found->second;
}

template <class Factor>
void refactor(benchmark::State& state, Factor& factor, const SparseSystem& system) {
  factor.factor(system.values.data());
  for (auto _ : state) benchmark::DoNotOptimize(factor.factor(system.values.data()));
}

template <class Factor>
void solve(benchmark::State& state, Factor& factor, const SparseSystem& system) {
  factor.factor(system.values.data());
  std::vector<double> b(static_cast<std::size_t>(system.pattern.size()));
  for (auto _ : state) {
    std::fill(b.begin(), b.end(), 1.0);
    factor.solve(b.data());
    benchmark::DoNotOptimize(b.data());
  }
}

void with_ours(benchmark::State& state, const std::string& name, bool solves) {
  const SparseSystem& system = system_of(name);
  StructuredFactor factor(system.pattern, system.block_of);
  solves ? solve(state, factor, system) : refactor(state, factor, system);
  state.counters["general"] = static_cast<double>(factor.costs().general);
}

void with_klu(benchmark::State& state, const std::string& name, bool solves) {
  const SparseSystem& system = system_of(name);
  SparseFactor factor(system.pattern);
  solves ? solve(state, factor, system) : refactor(state, factor, system);
}

void plan(benchmark::State& state, const std::string& name) {
  const SparseSystem& system = system_of(name);
  for (auto _ : state) {
    StructuredFactor factor(system.pattern, system.block_of);
    benchmark::DoNotOptimize(factor.factor(system.values.data()));
  }
}

const bool registered = [] {
  for (const char* name :
       {"reduced_column", "column", "train_40x5", "train_80x5", "train_160x5", "train_40x8", "train_with_recycle"}) {
    const std::string n = name;
    const auto add = [](const std::string& what, auto run) {
      benchmark::RegisterBenchmark(what.c_str(), run)->Unit(benchmark::kMicrosecond);
    };
    add("factor/" + n + "/ours", [n](benchmark::State& state) { with_ours(state, n, false); });
    add("factor/" + n + "/klu", [n](benchmark::State& state) { with_klu(state, n, false); });
    add("solve/" + n + "/ours", [n](benchmark::State& state) { with_ours(state, n, true); });
    add("solve/" + n + "/klu", [n](benchmark::State& state) { with_klu(state, n, true); });
    add("plan/" + n, [n](benchmark::State& state) { plan(state, n); });
  }
  return true;
}();

}  // namespace
}  // namespace stillhouse
