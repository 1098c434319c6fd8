#include "models/properties/pure_quantities.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

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

}  // namespace
}  // namespace stillhouse
