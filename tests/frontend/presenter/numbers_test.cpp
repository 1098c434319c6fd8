#include "frontend/presenter/numbers.h"

#include <cmath>
#include <limits>

#include <gtest/gtest.h>

namespace stillhouse {
namespace {

TEST(Numbers, AreWrittenInTheUnitOfTheLabWithFixedDecimals) {
  const NumberFormat celsius = number_format("degC", 273.15, 393.15);
  EXPECT_EQ(celsius.printed, "°C");
  EXPECT_EQ(celsius.decimals, 1);
  EXPECT_EQ(number_text(351.65, celsius), "78.5");
  EXPECT_EQ(number_text(353.15, celsius), "80.0");

  const NumberFormat kilowatt = number_format("kW", 0.0, 3000.0);
  EXPECT_EQ(number_text(2100.0, kilowatt), "2.10");
  const NumberFormat percent = number_format("%", 0.0, 1.0);
  EXPECT_EQ(number_text(0.354, percent), "35.4");
}

TEST(Numbers, AreDashesWhereThereIsNone) {
  EXPECT_EQ(number_text(std::numeric_limits<double>::quiet_NaN(), number_format("degC", 273.15, 393.15)), "---");
}

TEST(Numbers, HaveNoNegativeNought) {
  EXPECT_EQ(plain_number(-0.004, 1), "0.0");
  EXPECT_EQ(plain_number(-0.4, 1), "-0.4");
}

TEST(Numbers, GoToSiAndBack) {
  const NumberFormat celsius = number_format("degC", 273.15, 393.15);
  EXPECT_DOUBLE_EQ(si_number(65.0, celsius), 338.15);
  EXPECT_NEAR(shown_number(si_number(65.0, celsius), celsius), 65.0, 1e-12);
}

TEST(TypedNumber, TakesPointsAndCommasAndNothingElse) {
  EXPECT_EQ(typed_number(" 12.5 "), 12.5);
  EXPECT_EQ(typed_number("12,5"), 12.5);
  EXPECT_EQ(typed_number("+3"), 3.0);
  EXPECT_EQ(typed_number("-1e2"), -100.0);
  for (const char* nonsense : {"", " ", "abc", "1.2.3", "5 kg", "inf", "nan"})
    EXPECT_FALSE(typed_number(nonsense)) << nonsense;
}

TEST(ClockText, IsHoursMinutesSeconds) {
  EXPECT_EQ(clock_text(0.0), "0:00:00");
  EXPECT_EQ(clock_text(455.0), "0:07:35");
  EXPECT_EQ(clock_text(3661.0), "1:01:01");
  EXPECT_EQ(clock_text(36000.0), "10:00:00");
}

}  // namespace
}  // namespace stillhouse
