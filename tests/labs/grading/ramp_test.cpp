#include "labs/grading/ramp.h"

#include <gtest/gtest.h>

#include <limits>

namespace stillhouse {
namespace {

TEST(Ramp, IsStraightBetweenFullAndNoneWhereLessIsBetter) {
  EXPECT_EQ(ramp(5.9, 6.0, 16.0), 1.0);
  EXPECT_EQ(ramp(6.0, 6.0, 16.0), 1.0);
  EXPECT_DOUBLE_EQ(ramp(8.0, 6.0, 16.0), 0.8);
  EXPECT_DOUBLE_EQ(ramp(15.0, 6.0, 16.0), 0.1);
  EXPECT_EQ(ramp(16.0, 6.0, 16.0), 0.0);
  EXPECT_EQ(ramp(1e9, 6.0, 16.0), 0.0);
}

TEST(Ramp, IsStraightBetweenFullAndNoneWhereMoreIsBetter) {
  EXPECT_EQ(ramp(0.95, 0.9, 0.2), 1.0);
  EXPECT_EQ(ramp(0.9, 0.9, 0.2), 1.0);
  EXPECT_DOUBLE_EQ(ramp(0.55, 0.9, 0.2), 0.5);
  EXPECT_EQ(ramp(0.2, 0.9, 0.2), 0.0);
  EXPECT_EQ(ramp(-3.0, 0.9, 0.2), 0.0);
}

TEST(Ramp, GivesNothingForWhatWasNotMeasuredAndIsAStepBetweenEquals) {
  EXPECT_EQ(ramp(std::numeric_limits<double>::quiet_NaN(), 1.0, 2.0), 0.0);
  EXPECT_EQ(ramp(std::numeric_limits<double>::infinity(), 1.0, 2.0), 0.0);
  EXPECT_EQ(ramp(3.0, 3.0, 3.0), 1.0);
  EXPECT_EQ(ramp(3.1, 3.0, 3.0), 0.0);
}

}  // namespace
}  // namespace stillhouse
