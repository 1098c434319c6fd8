#pragma once

#include <gtest/gtest.h>

#include <cmath>
#include <memory>
#include <string>
#include <vector>

#include "engine/simulation/simulator.h"
#include "models/plant/blueprint.h"

namespace stillhouse {

/// A blueprint that was built and runs.
class PlantRig {
 public:
  explicit PlantRig(const Blueprint& blueprint) : simulator_(built(blueprint)) {}

  double operator[](const std::string& name) const {
    const int i = simulator_.plant().find_signal(name);
    EXPECT_GE(i, 0) << name;
    return i < 0 ? 0.0 : simulator_.signal(i);
  }
  void set(const std::string& name, double value) {
    const int i = simulator_.plant().find_input(name);
    ASSERT_GE(i, 0) << name;
    simulator_.set_input(i, value);
  }
  void run(int seconds) {
    for (int i = 0; i < seconds; ++i) {
      simulator_.advance();
      if (simulator_.retried()) retries_ += simulator_.retried()->setback.what + "\n";
    }
  }
  /// Mass and energy close, to a millionth of what there is and what went through. Energy, which counts from an
  /// arbitrary zero, is taken as 10 kJ for each mole at least.
  void expect_closed() const {
    const Flowsheet& plant = simulator_.plant();
    const std::vector<BalanceClosure> closures = simulator_.closures();
    double moles = 1.0;
    for (const BalanceClosure& closure : closures) moles += closure.unit == "mol" ? std::abs(closure.inventory) : 0.0;
    for (std::size_t q = 0; q < closures.size(); ++q) {
      double through = closures[q].unit == "mol" ? 1.0 : 1e4 * moles;
      through += std::abs(closures[q].inventory);
      for (std::size_t i = 0; i < plant.variables().size(); ++i)
        if (plant.variables()[i].quantity == static_cast<int>(q))
          through += std::abs(simulator_.signal(static_cast<int>(i)));
      EXPECT_LT(std::abs(closures[q].gap), 1e-6 * through) << closures[q].name;
    }
  }
  /// Why scans had to be tried again; empty if none had.
  const std::string& retries() const { return retries_; }

 private:
  static std::shared_ptr<const Flowsheet> built(const Blueprint& blueprint) {
    const Assembly assembly = assemble(blueprint);
    for (const BlueprintFinding& finding : assembly.findings) ADD_FAILURE() << finding.message;
    return assembly.plant;
  }

  Simulator simulator_;
  std::string retries_;
};

}  // namespace stillhouse
