#include "engine/base/quantity.h"

#include <gtest/gtest.h>

#include <clocale>
#include <limits>

#include "engine/base/error.h"

namespace stillhouse {
namespace {

TEST(Quantity, ConvertsSimpleUnits) {
  EXPECT_DOUBLE_EQ(to_si(25.0, unit("degC")), 298.15);
  EXPECT_DOUBLE_EQ(from_si(351.65, unit("degC")), 78.5);
  EXPECT_DOUBLE_EQ(to_si(1013.25, unit("mbar")), 101325.0);
  EXPECT_DOUBLE_EQ(to_si(2.5, unit("kW")), 2500.0);
  EXPECT_DOUBLE_EQ(to_si(15.0, unit("L")), 0.015);
  EXPECT_DOUBLE_EQ(to_si(95.0, unit("mol%")), 0.95);
  EXPECT_DOUBLE_EQ(to_si(90.0, unit("min")), 5400.0);
}

TEST(Quantity, ConvertsCompoundUnits) {
  EXPECT_DOUBLE_EQ(to_si(36.0, unit("L/h")), 1e-5);
  EXPECT_DOUBLE_EQ(to_si(7.2, unit("kg/h")), 0.002);
  EXPECT_DOUBLE_EQ(to_si(8.0, unit("MJ/kg")), 8e6);
  EXPECT_DOUBLE_EQ(to_si(1.0, unit("kWh/kg")), 3.6e6);
  EXPECT_DOUBLE_EQ(to_si(2.0, unit("g/cm^3")), 2000.0);
}

TEST(Quantity, DerivesDimensions) {
  EXPECT_EQ(unit("W").dimension, unit("J/s").dimension);
  EXPECT_EQ(unit("Pa").dimension, unit("J/m^3").dimension);
  EXPECT_EQ(unit("mol/m^3/s").dimension, (Dimension{{0, -3, -1, 0, 1}}));
  EXPECT_EQ(unit("kg*m/s^2").dimension, unit("N").dimension);
  EXPECT_EQ(unit("1/s").dimension, unit("Hz").dimension);
}

TEST(Quantity, TellsTemperatureFromDifference) {
  EXPECT_TRUE(fits(unit("degC"), unit("K")));
  EXPECT_FALSE(fits(unit("degC"), difference_of(unit("K"))));
  EXPECT_TRUE(fits(unit("delta_K"), difference_of(unit("K"))));
  EXPECT_FALSE(fits(unit("delta_K"), unit("K")));
  EXPECT_EQ(difference_of(unit("kPa")).symbol, "kPa");
}

TEST(Quantity, TellsMoleShareFromMassShare) {
  EXPECT_TRUE(fits(unit("mol%"), unit("mol/mol")));
  EXPECT_FALSE(fits(unit("wt%"), unit("mol/mol")));
  EXPECT_TRUE(fits(unit("%"), unit("mol/mol")));
  EXPECT_TRUE(fits(unit("mol%"), unit("1")));
  EXPECT_FALSE(fits(unit("%"), unit("s")));
}

TEST(Quantity, RefusesWhatIsNoUnit) {
  for (const char* symbol :
       {"", "/", "m/", "/s", "m^", "m^0", "m^-1", "m^10", "furlong", "degC/s", "m//s", "m s", "m^2x"})
    EXPECT_FALSE(unit_from(symbol)) << symbol;
  std::string long_product = "m^9";
  for (int i = 0; i < 100; ++i) long_product += "*m^9";
  EXPECT_FALSE(unit_from(long_product));
  EXPECT_THROW(
      {
        try {
          unit("kPaa");
        } catch (const ModelError& error) {
          EXPECT_NE(std::string(error.what()).find("nearest: kPa"), std::string::npos) << error.what();
          throw;
        }
      },
      ModelError);
}

TEST(Quantity, ComposesUnits) {
  EXPECT_EQ(quotient(unit("W"), unit("kg/s")).symbol, "J/kg");
  EXPECT_EQ(product(unit("W"), unit("s")).symbol, "J");
  EXPECT_EQ(product(unit("K"), unit("s")).symbol, "s*K");
  EXPECT_EQ(quotient(unit("K"), unit("s")).dimension, unit("delta_K/s").dimension);
  EXPECT_DOUBLE_EQ(quotient(unit("kW"), unit("kg/h")).scale, 1.0);
}

TEST(Quantity, ChoosesTheUnitPeopleRead) {
  EXPECT_EQ(display_unit(unit("K")).symbol, "degC");
  EXPECT_EQ(display_unit(unit("delta_K")).symbol, "delta_K");
  EXPECT_EQ(display_unit(unit("Pa")).symbol, "kPa");
  EXPECT_EQ(display_unit(unit("m^3/s")).symbol, "L/h");
  EXPECT_EQ(display_unit(unit("mol/mol")).symbol, "mol%");
  EXPECT_EQ(display_unit(unit("mol/m^2/s")).symbol, "mol/m^2/s");
  EXPECT_EQ(kind_of(unit("L/h")), "volume flow");
  EXPECT_EQ(kind_of(unit("delta_K")), "temperature difference");
  EXPECT_EQ(kind_of(unit("mol*s")), "quantity in s*mol");
}

TEST(Quantity, ShowsNumbers) {
  EXPECT_EQ(shown(351.65, unit("degC")), "78.5 °C");
  EXPECT_EQ(shown(0.951, unit("mol%")), "95.1 mol%");
  EXPECT_EQ(shown(0.2, unit("delta_K")), "0.2 K");
  EXPECT_EQ(shown(12.0, unit("1")), "12");
  EXPECT_EQ(printed_symbol(unit("W/m^2/K")), "W/m²/K");
  EXPECT_EQ(rounded(101.3251, 5), "101.33");
  EXPECT_EQ(rounded(999.96, 4), "1000");
  EXPECT_EQ(rounded(-0.00012345, 3), "-0.000123");
  EXPECT_EQ(rounded(123456.0, 3), "123456");
  EXPECT_EQ(rounded(1e300, 3), "1e300");
  EXPECT_EQ(rounded(-1.25e-7, 5), "-1.25e-7");
  EXPECT_EQ(rounded(-0.0, 3), "0");
  EXPECT_EQ(rounded(std::numeric_limits<double>::infinity(), 3), "inf");
  EXPECT_EQ(rounded(std::numeric_limits<double>::quiet_NaN(), 3), "nan");
}

TEST(Quantity, WritesTheShortestNumberInEveryLocale) {
  const char* before = std::setlocale(LC_ALL, "de_DE.UTF-8");
  EXPECT_EQ(shortest(0.1), "0.1");
  EXPECT_EQ(shortest(1e22), "1e+22");
  EXPECT_EQ(shortest(1.0 / 3.0), "0.3333333333333333");
  if (before) std::setlocale(LC_ALL, "C");
}

TEST(Quantity, EveryNamedUnitConvertsBothWays) {
  for (const std::string& name : unit_names()) {
    const Unit known = unit(name);
    EXPECT_NEAR(from_si(to_si(12.5, known), known), 12.5, 1e-12) << name;
    EXPECT_FALSE(kind_of(known).empty()) << name;
    EXPECT_TRUE(fits(display_unit(known), known)) << name;
  }
}

}  // namespace
}  // namespace stillhouse
