#include "models/properties/pure_quantities.h"

#include <gtest/gtest.h>

#include <cmath>
#include <set>
#include <string>
#include <utility>

#include "engine/base/quantity.h"
#include "models/properties/component.h"

namespace stillhouse {
namespace {

TEST(PureQuantities, AreInTheDataAndInUnitsOfTheSI) {
  const Component& compound = Component::find("ethanol");
  std::set<std::string> names;
  for (const auto& [quantities, correlation] : {std::pair{pure_correlations(), true}, {pure_constants(), false}})
    for (const PureQuantity& q : quantities) {
      EXPECT_TRUE(names.insert(q.name).second) << q.name;
      EXPECT_EQ(unit(q.unit).scale, 1.0) << q.name;
      EXPECT_TRUE(correlation ? compound.has_property(q.data) : compound.has_constant(q.data)) << q.name;
    }
  EXPECT_GE(pure_correlations().size(), 11u);
}

/// What a compound does not have, and why it need not.
const std::set<std::pair<std::string, std::string>> absent{
    {"air", "UNIQUAC_r"},  // a mixture has no shape,
    {"air", "UNIQUAC_q"},  // and is never a liquid or a solid here
    {"air", "SurfaceTension"},
    {"air", "SolidDensity"},
    {"carbon dioxide", "Tb"},                    // sublimes
    {"hydrogen", "SolidDensity"},                // the data hold none
    {"water", "Hcomb_net"},                      // does not burn
    {"acetic acid", "SecondVirialCoefficient"},  // associates: association.h
    {"propionic acid", "SecondVirialCoefficient"},
};

TEST(PureQuantities, OfEveryCompoundAreThereWithRangeUnitAndSource) {
  std::set<std::pair<std::string, std::string>> missing;
  for (const std::string& name : Component::names()) {
    const Component& compound = Component::find(name);
    for (const PureQuantity& q : pure_constants()) {
      const std::string which = name + ", " + q.name;
      if (!compound.has_constant(q.data)) {
        missing.insert({name, q.data});
        continue;
      }
      EXPECT_TRUE(std::isfinite(compound.constant(q.data))) << which;
      EXPECT_GE(compound.source(q.data).size(), 10u) << which << ": no source";
      EXPECT_TRUE(unit_from(q.unit)) << which;
    }
    for (const PureQuantity& q : pure_correlations()) {
      const std::string which = name + ", " + q.name;
      if (!compound.has_property(q.data)) {
        missing.insert({name, q.data});
        continue;
      }
      const TemperatureFunction& f = compound.property(q.data);
      EXPECT_GT(f.T_min, 0.0) << which;
      EXPECT_GT(f.T_max, f.T_min + 1.0) << which << ": the range is empty";
      EXPECT_LT(f.T_max, 6001.0) << which;
      EXPECT_TRUE(unit_from(q.unit)) << which;
      EXPECT_GE(compound.source(q.data).size(), 10u) << which << ": no source";
      for (int i = 0; i <= 20; ++i) {
        const double T = f.T_min + (f.T_max - f.T_min) * i / 20.0, value = f(T);
        EXPECT_TRUE(std::isfinite(value)) << which << " at " << T << " K";
        const bool may_be_negative = std::string(q.data) == "SecondVirialCoefficient" || i == 20;
        EXPECT_TRUE(may_be_negative || value > 0.0) << which << " at " << T << " K: " << value;
      }
    }
  }
  EXPECT_EQ(missing, absent);
}

TEST(PureQuantities, OfEveryCompoundMakeSense) {
  for (const std::string& name : Component::names()) {
    const Component& compound = Component::find(name);
    const TemperatureFunction& psat = compound.property("VaporPressure");
    for (int i = 1; i <= 40; ++i) {
      const double step = (psat.T_max - psat.T_min) / 40.0, T = psat.T_min + step * i;
      EXPECT_GT(psat(T), psat(T - step)) << name << ": vapour pressure at " << T << " K";
    }
    // warm liquid is lighter than cold, and latent heat smaller, from end to end of the range
    for (const char* falls : {"LiquidDensity", "HeatOfVaporization"}) {
      const TemperatureFunction& f = compound.property(falls);
      EXPECT_LT(f(f.T_max), f(f.T_min)) << name << ", " << falls;
    }
    if (!compound.has_constant("Tb")) continue;
    // boils at 1 atm, within the kelvin or so that data of different sources differ; Trouton's rule, wide enough for
    // hydrogen (44 J/(mol K)) and for liquids that hold together by hydrogen bonds
    const double Tb = compound.constant("Tb");
    EXPECT_NEAR(psat(Tb), 101325.0, 0.05 * 101325.0) << name;
    const double trouton = compound.property("HeatOfVaporization")(Tb) / Tb;
    EXPECT_GT(trouton, 40.0) << name;
    EXPECT_LT(trouton, 125.0) << name;
    EXPECT_LT(Tb, compound.constant("Tc")) << name;
  }
}

}  // namespace
}  // namespace stillhouse
