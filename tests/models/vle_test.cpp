#include "models/properties/vle.h"

#include <gtest/gtest.h>

#include <cmath>

#include "engine/base/error.h"

namespace stillhouse {
namespace {

constexpr double atmosphere = 101325.0;

TEST(Vle, DocumentedExample) {
  EXPECT_NEAR(bubble_at_pressure(Mixture::find("methanol_water"), 0.5, atmosphere).T, 346.2, 0.05);
}

TEST(Vle, PureLiquidsBoilAtTheirVapourPressure) {
  for (const std::string& name : Mixture::names()) {
    const Mixture& mixture = Mixture::find(name);
    for (const double T : {280.0, 320.0, 373.15, 420.0}) {
      EXPECT_DOUBLE_EQ(bubble_at_temperature(mixture, 1.0, T).P, mixture.vapour_pressure(0, T));
      EXPECT_DOUBLE_EQ(bubble_at_temperature(mixture, 0.0, T).P, mixture.vapour_pressure(1, T));
      EXPECT_DOUBLE_EQ(dew_at_temperature(mixture, 0.0, T).P, mixture.vapour_pressure(1, T));
      EXPECT_DOUBLE_EQ(dew_at_temperature(mixture, 1.0, T).y[0], 1.0);
    }
  }
}

TEST(Vle, TemperatureAndPressureAreInverse) {
  for (const std::string& name : Mixture::names()) {
    const Mixture& mixture = Mixture::find(name);
    for (const double T : {275.0, 300.0, 350.0, 400.0, 429.0})
      for (const double x : {0.0, 1e-9, 1e-3, 0.2, 0.5, 0.8, 0.999, 1.0}) {
        const Equilibrium there = bubble_at_temperature(mixture, x, T);
        const Equilibrium back = bubble_at_pressure(mixture, x, there.P);
        EXPECT_NEAR(back.T, T, 1e-9) << name << " x = " << x;
        EXPECT_NEAR(back.y[0], there.y[0], 1e-11);
        EXPECT_DOUBLE_EQ(there.y[0] + there.y[1], 1.0);
        EXPECT_DOUBLE_EQ(there.x[0], x);
      }
  }
}

TEST(Vle, DewPointIsTheOtherEndOfTheBubblePoint) {
  for (const std::string& name : Mixture::names()) {
    const Mixture& mixture = Mixture::find(name);
    for (const double x : {1e-6, 0.01, 0.1, 0.35, 0.6, 0.85, 0.97}) {
      const Equilibrium bubble = bubble_at_pressure(mixture, x, atmosphere);
      const Equilibrium at_pressure = dew_at_pressure(mixture, bubble.y[0], atmosphere);
      EXPECT_NEAR(at_pressure.x[0], x, 1e-7) << name;
      EXPECT_NEAR(at_pressure.T, bubble.T, 1e-7) << name;
      const Equilibrium at_temperature = dew_at_temperature(mixture, bubble.y[0], bubble.T);
      EXPECT_NEAR(at_temperature.x[0], x, 1e-7) << name;
      EXPECT_NEAR(at_temperature.P, atmosphere, 1e-4) << name;
    }
  }
}

TEST(Vle, VapourGrowsRicherWithItsLiquid) {
  // dy/dx > 0 at constant T: no second liquid, and one dew point for every vapour
  for (const std::string& name : Mixture::names()) {
    const Mixture& mixture = Mixture::find(name);
    for (const double T : {270.0, 300.0, 350.0, 400.0, 430.0}) {
      double previous = -1.0;
      for (int i = 0; i <= 200; ++i) {
        const double y = bubble_at_temperature(mixture, i / 200.0, T).y[0];
        EXPECT_GT(y, previous) << name << " T = " << T << " x = " << i / 200.0;
        previous = y;
      }
    }
  }
}

TEST(Vle, SaysWhatIsWrong) {
  const Mixture& mixture = Mixture::find("methanol_water");
  const auto message = [](auto&& call) -> std::string {
    try {
      call();
    } catch (const ModelError& error) {
      return error.what();
    }
    return "";
  };
  EXPECT_EQ(message([&] { bubble_at_pressure(mixture, 1.5, atmosphere); }),
            "methanol_water: mole fraction in the liquid of methanol = 1.5 is outside 0 to 1");
  EXPECT_EQ(message([&] { dew_at_temperature(mixture, 0.5, 700.0); }),
            "methanol_water: temperature = 700 K is outside 270 K to 430 K");
  EXPECT_EQ(message([&] { bubble_at_pressure(mixture, 1.0, 1e8); }),
            "methanol_water: pressure = 1e+08 Pa is outside 3243.47 Pa to 1.62546e+06 Pa");
  EXPECT_NE(message([&] { dew_at_pressure(mixture, 0.5, -1.0); }).find("pressure = -1 Pa is outside"),
            std::string::npos);
  EXPECT_NE(message([&] { bubble_at_temperature(mixture, std::nan(""), 300.0); }).find("outside 0 to 1"),
            std::string::npos);
}

}  // namespace
}  // namespace stillhouse
