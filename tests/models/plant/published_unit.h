#pragma once

#include <algorithm>
#include <string>

#include "models/plant/blueprint.h"
#include "tests/literature/published_case.h"

namespace stillhouse {

/// What tests/literature/units.csv holds for a kind of unit and the test that is running. The plant that is tested must
/// have such a unit, and the test must compare something with every row.
class PublishedUnit : public PublishedCase {
 public:
  PublishedUnit(const std::string& kind, const Blueprint& plant) : PublishedCase("units.csv", kind, running()) {
    EXPECT_TRUE(std::any_of(plant.units.begin(), plant.units.end(),
                            [&](const Blueprint::Unit& unit) { return unit.kind == kind; }))
        << "the plant that is tested has no " << kind;
  }
  PublishedUnit(const PublishedUnit&) = delete;
  PublishedUnit& operator=(const PublishedUnit&) = delete;
  ~PublishedUnit() {
    for (const std::string& quantity : untested()) ADD_FAILURE() << name() << ": nobody tests " << quantity;
  }

 private:
  // a number is used by being compared, not by being read
  using PublishedCase::given;
  using PublishedCase::text;

  static std::string running() {
    const testing::TestInfo* test = testing::UnitTest::GetInstance()->current_test_info();
    return std::string(test->test_suite_name()) + "." + test->name();
  }
};

}  // namespace stillhouse
