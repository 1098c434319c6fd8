#include "models/properties/ideal_gas.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace stillhouse {
namespace {

TEST(IdealGas, HasTheHeatCapacityOfTheData) {
  for (const std::string& name : Component::names()) {
    const Component& component = Component::find(name);
    const IdealGas gas({&component});
    const TemperatureFunction& cp = component.property("IdealGasHeatCapacityCp");
    const double low = std::max(150.0, cp.T_min), high = std::min(1500.0, cp.T_max);
    for (int i = 0; i <= 100; ++i) {
      const double T = low + (high - low) * i / 100.0;
      EXPECT_NEAR(gas.heat_capacity(0, T) / cp(T), 1.0, T < 1000.0 ? 0.007 : 0.015) << name << " at " << T << " K";
    }
    // and goes on soundly
    for (const double T : {20.0, 50.0, 2000.0, 5000.0}) {
      EXPECT_GT(gas.heat_capacity(0, T), 0.0) << name;
      EXPECT_LT(gas.heat_capacity(0, T), 4.0 * cp(cp.T_max)) << name;
    }
  }
}

TEST(IdealGas, HasTheEnthalpyAndEntropyOfPublishedTables) {
  // NIST-JANAF tables, 4th ed., J. Phys. Chem. Ref. Data, Monograph 9 (1998): H(T) - H(298.15 K), S(T) at 1 bar
  const auto compare = [](const char* name, double T, double h, double s) {
    const IdealGas gas({&Component::find(name)});
    EXPECT_NEAR(gas.enthalpy(0, T) - gas.enthalpy(0, 298.15), h, 0.007 * h) << name;
    EXPECT_NEAR(gas.entropy(0, T), s, 0.5) << name;
  };
  compare("nitrogen", 1000.0, 21463.0, 228.170);
  compare("water", 1000.0, 26000.0, 232.738);
  compare("carbon dioxide", 1000.0, 33397.0, 269.299);
  compare("methane", 1000.0, 38179.0, 247.549);
  const IdealGas water({&Component::find("water")});
  EXPECT_NEAR(water.enthalpy(0, 298.15), -241826.0, 20.0);
}

TEST(IdealGas, IsConsistent) {
  // dh/dT = cp, ds/dT = cp/T
  const IdealGas gas({&Component::find("propane")});
  for (const double T : {200.0, 298.15, 500.0, 1200.0}) {
    Dual<1> seeded(T);
    seeded.gradient[0] = 1.0;
    EXPECT_NEAR(gas.enthalpy(0, seeded).gradient[0], gas.heat_capacity(0, T), 1e-9);
    EXPECT_NEAR(gas.entropy(0, seeded).gradient[0], gas.heat_capacity(0, T) / T, 1e-12);
  }
}

}  // namespace
}  // namespace stillhouse
