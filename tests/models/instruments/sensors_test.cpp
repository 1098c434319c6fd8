#include <gtest/gtest.h>

#include <cmath>

#include "engine/base/error.h"
#include "models/instruments/pressure_based.h"
#include "models/instruments/resistance_thermometer.h"
#include "models/instruments/thermocouple.h"

namespace stillhouse {
namespace {

struct Point {
  double t, value;  // degC; ohm or mV
};

// IEC 60751:2022, table 1
TEST(ResistanceThermometer, IsTheTableOfTheStandard) {
  for (const Point& p : {Point{-200.0, 18.52},
                         {-100.0, 60.26},
                         {-50.0, 80.31},
                         {0.0, 100.00},
                         {50.0, 119.40},
                         {100.0, 138.51},
                         {200.0, 175.86},
                         {400.0, 247.09},
                         {600.0, 313.71},
                         {850.0, 390.48}}) {
    EXPECT_NEAR(platinum_resistance(p.t + 273.15), p.value, 0.005 + 1e-9) << p.t;
    EXPECT_NEAR(platinum_temperature(platinum_resistance(p.t + 273.15)), p.t + 273.15, 1e-9) << p.t;
  }
  EXPECT_NEAR(platinum_resistance(373.15), 138.5055, 5e-5);
  EXPECT_NEAR(platinum_resistance(373.15, 1000.0), 1385.055, 5e-4);
}

TEST(ResistanceThermometer, TolerancesAndLeads) {
  EXPECT_NEAR(platinum_tolerance(PlatinumClass::AA, 373.15), 0.27, 1e-12);
  EXPECT_NEAR(platinum_tolerance(PlatinumClass::A, 373.15), 0.35, 1e-12);
  EXPECT_NEAR(platinum_tolerance(PlatinumClass::B, 373.15), 0.80, 1e-12);
  EXPECT_NEAR(platinum_tolerance(PlatinumClass::B, 173.15), 0.80, 1e-12);
  EXPECT_NEAR(platinum_tolerance(PlatinumClass::C, 373.15), 1.60, 1e-12);
  EXPECT_NEAR(lead_error(373.15, 0.5), 2.6, 0.05);
}

TEST(ResistanceThermometer, SaysItsRange) {
  EXPECT_THROW(platinum_resistance(50.0), ModelError);
  EXPECT_THROW(platinum_temperature(500.0), ModelError);
  EXPECT_THROW(platinum_resistance(std::nan("")), ModelError);
}

void expect_table(ThermocoupleType type, std::initializer_list<Point> points) {
  for (const Point& p : points) {
    EXPECT_NEAR(1e3 * thermocouple_voltage(type, p.t + 273.15), p.value, 0.0005 + 1e-9) << p.t;
    EXPECT_NEAR(thermocouple_temperature(type, thermocouple_voltage(type, p.t + 273.15)), p.t + 273.15, 1e-7) << p.t;
  }
}

// NIST Monograph 175, tables in steps of 1 degC and 1 uV
TEST(Thermocouple, IsTheTableOfItsType) {
  expect_table(ThermocoupleType::K, {{-200.0, -5.891},
                                     {-100.0, -3.554},
                                     {0.0, 0.0},
                                     {25.0, 1.000},
                                     {100.0, 4.096},
                                     {500.0, 20.644},
                                     {1000.0, 41.276},
                                     {1372.0, 54.886}});
  expect_table(ThermocoupleType::J, {{-200.0, -7.890},
                                     {-100.0, -4.633},
                                     {0.0, 0.0},
                                     {100.0, 5.269},
                                     {500.0, 27.393},
                                     {760.0, 42.919},
                                     {1000.0, 57.953},
                                     {1200.0, 69.553}});
  expect_table(ThermocoupleType::T,
               {{-200.0, -5.603}, {-100.0, -3.379}, {0.0, 0.0}, {100.0, 4.279}, {300.0, 14.862}, {400.0, 20.872}});
}

TEST(Thermocouple, ColdJunctionMatters) {
  EXPECT_NEAR(compensated_temperature(ThermocoupleType::K, 373.15, 298.15, 298.15), 373.15, 1e-9);
  EXPECT_NEAR(compensated_temperature(ThermocoupleType::K, 373.15, 298.15, 273.15), 349.0, 0.1);
}

TEST(Thermocouple, SaysItsRange) {
  EXPECT_THROW(thermocouple_voltage(ThermocoupleType::T, 700.0), ModelError);
  EXPECT_THROW(thermocouple_temperature(ThermocoupleType::K, 0.06), ModelError);
}

TEST(PressureBased, OrificeShowsTheRoot) {
  EXPECT_DOUBLE_EQ(orifice_reading(2500.0, 10000.0, 0.02), 0.01);
  EXPECT_EQ(orifice_reading(0.5, 10000.0, 0.02, 0.01), 0.0);
  EXPECT_EQ(orifice_reading(-100.0, 10000.0, 0.02), 0.0);
  EXPECT_DOUBLE_EQ(orifice_reading(orifice_pressure(0.013, 10000.0, 0.02), 10000.0, 0.02), 0.013);
  EXPECT_LT(orifice_pressure(-0.013, 10000.0, 0.02), 0.0);
  EXPECT_NEAR(mass_flow_shown(1.0, 1.0, 1.21), 0.9091, 5e-5);
  // a gas at twice the pressure: volume flow shows 41 % high
  EXPECT_NEAR(volume_flow_shown(1.0, 1.2, 2.4), 1.4142, 5e-5);
}

TEST(PressureBased, LevelIsWrongByDensity) {
  EXPECT_NEAR(head_pressure(2.0, 800.0), 15691.0, 0.5);
  EXPECT_NEAR(level_by_head(head_pressure(2.0, 800.0), 1000.0), 1.6, 1e-12);
  // a wet leg of 3 m of water on the low side
  EXPECT_NEAR(
      level_by_head(head_pressure(2.0, 1000.0) - head_pressure(3.0, 1000.0), 1000.0, -head_pressure(3.0, 1000.0)), 2.0,
      1e-12);
  EXPECT_NEAR(gauge_reading(151325.0, 101325.0), 50000.0, 1e-9);
  EXPECT_NEAR(gauge_reading(101325.0, 101325.0, 1.0), 9806.65, 1e-9);
}

}  // namespace
}  // namespace stillhouse
