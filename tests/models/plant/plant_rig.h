#pragma once

#include <gtest/gtest.h>

#include <cmath>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "engine/base/error.h"
#include "engine/simulation/simulator.h"
#include "models/plant/blueprint.h"

namespace stillhouse {

/// A blueprint that was built and runs.
class PlantRig {
 public:
  /// Throws ModelError with the first finding if there is one.
  explicit PlantRig(const Blueprint& blueprint) : simulator_(built(blueprint)) {}

  Simulator& simulator() { return simulator_; }

  /// An unknown or an observable.
  double operator[](const std::string& name) const {
    const int i = simulator_.plant().find_signal(name);
    EXPECT_GE(i, 0) << name;
    return i < 0 ? std::nan("") : simulator_.signal(i);
  }
  void set(const std::string& name, double value) {
    const int i = simulator_.plant().find_input(name);
    ASSERT_GE(i, 0) << name;
    simulator_.set_input(i, value);
  }
  /// Runs for whole seconds, scan by scan; the balances must close at the end.
  void run(double seconds) {
    for (int scan = 0; scan < static_cast<int>(std::lround(seconds)); ++scan) {
      const long before = simulator_.retries();
      simulator_.advance();
      if (simulator_.retries() > before) retries_ += simulator_.retried()->setback.what + "\n";
    }
    expect_closed();
  }
  /// Why scans had to be tried again; empty if none had.
  const std::string& retries() const { return retries_; }

 private:
  /// To 1e-7 of what there is and what stayed, and the rounding of what went in and out, each counted by itself.
  void expect_closed() const {
    const std::span<const VariableInfo> variables = simulator_.plant().variables();
    const std::vector<BalanceClosure> closures = simulator_.closures();
    for (std::size_t q = 0; q < closures.size(); ++q) {
      const BalanceClosure& c = closures[q];
      double through = 0.0;
      for (std::size_t i = 0; i < variables.size(); ++i)
        if (variables[i].quantity == static_cast<int>(q)) through += std::abs(simulator_.signal(static_cast<int>(i)));
      EXPECT_LT(std::abs(c.gap), 1e-7 * (std::abs(c.inventory) + std::abs(c.crossed) + 1.0) + 1e-13 * through)
          << c.name;
    }
  }

  static std::shared_ptr<const Flowsheet> built(const Blueprint& blueprint) {
    const Assembly assembly = assemble(blueprint);
    if (!assembly.findings.empty()) throw ModelError(assembly.findings.front().message);
    return assembly.plant;
  }

  Simulator simulator_;
  std::string retries_;
};

}  // namespace stillhouse
