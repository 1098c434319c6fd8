#include "engine/simulation/solution_outline.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/engine/small_models.h"

namespace stillhouse {
namespace {

using testing::HasSubstr;

TEST(SolutionOutline, SaysHowASmallPlantIsSolved) {
  const SolutionOutline outline = outline_solution(plant_of<Tank1>("tank", 3.0, 0.2));
  EXPECT_EQ(outline.form, "all 3 unknowns are solved for");
  EXPECT_THAT(outline.method, HasSubstr("one-step"));
  EXPECT_THAT(outline.structure, HasSubstr("3 unknowns"));
}

}  // namespace
}  // namespace stillhouse
