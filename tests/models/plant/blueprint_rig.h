#pragma once

#include <gtest/gtest.h>

#include <cmath>
#include <string>

#include "engine/simulation/simulator.h"
#include "models/plant/blueprint.h"
#include "models/properties/fluid.h"

namespace stillhouse {

/// A plant of a blueprint that runs.
class BlueprintRig {
 public:
  explicit BlueprintRig(const Blueprint& blueprint) : simulator_(built(blueprint)) {}

  Simulator& simulator() { return simulator_; }

  /// Runs for so many seconds, scan by scan.
  void run(double seconds) {
    for (int scan = 0; scan < static_cast<int>(std::lround(seconds)); ++scan) simulator_.advance();
  }
  void set(const std::string& input, double value) {
    const int i = simulator_.plant().find_input(input);
    ASSERT_GE(i, 0) << input;
    simulator_.set_input(i, value);
  }
  /// An unknown or an observable.
  double operator[](const std::string& name) const {
    const int i = simulator_.plant().find_signal(name);
    EXPECT_GE(i, 0) << name;
    return i < 0 ? std::nan("") : simulator_.signal(i);
  }
  /// What is there is what was there and what came in; `part` is what the solver's tolerance may leave.
  void expect_closed(double part = 1e-7) const {
    for (const BalanceClosure& c : simulator_.closures())
      EXPECT_LT(std::abs(c.gap), part * (std::abs(c.inventory) + std::abs(c.crossed) + 1.0)) << c.name;
  }

 private:
  static std::shared_ptr<const Flowsheet> built(const Blueprint& blueprint) {
    const Assembly assembly = assemble(blueprint);
    for (const BlueprintFinding& f : assembly.findings) ADD_FAILURE() << f.message;
    return assembly.plant;
  }

  Simulator simulator_;
};

}  // namespace stillhouse
