#pragma once

#include <gtest/gtest.h>

#include <cmath>
#include <string>

#include "engine/base/error.h"
#include "engine/simulation/simulator.h"
#include "models/plant/blueprint.h"

namespace stillhouse {

/// A plant of a blueprint that is run; every balance is looked at after each run.
class HeatRig {
 public:
  explicit HeatRig(const Blueprint& blueprint) : assembly(assemble(blueprint)), simulator(checked(assembly)) {}

  void set(const std::string& input, double value) {
    const int i = assembly.plant->find_input(input);
    ASSERT_GE(i, 0) << input;
    simulator.set_input(i, value);
  }
  double operator[](const std::string& signal) const {
    const int i = simulator.plant().find_signal(signal);
    EXPECT_GE(i, 0) << signal;
    return simulator.signal(i);
  }
  void run(double seconds) {
    for (int scan = 0; scan < static_cast<int>(seconds); ++scan) simulator.advance();
    for (const BalanceClosure& c : simulator.closures())
      EXPECT_LT(std::abs(c.gap), 1e-7 * (std::abs(c.inventory) + std::abs(c.crossed) + 1.0)) << c.name;
  }

  Assembly assembly;
  Simulator simulator;

 private:
  static std::shared_ptr<const Flowsheet> checked(const Assembly& assembly) {
    for (const BlueprintFinding& finding : assembly.findings) throw ModelError(finding.message);
    return assembly.plant;
  }
};

}  // namespace stillhouse
