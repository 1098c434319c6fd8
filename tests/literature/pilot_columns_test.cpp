#include <gtest/gtest.h>

#include <cmath>
#include <iostream>
#include <string>

#include "models/properties/vle.h"
#include "tests/literature/literature_file.h"
#include "tests/models/separation/column_rig.h"

namespace stillhouse {
namespace {

struct PublishedRange {
  double low, high;
};

PublishedRange range(const std::string& quantity) {
  for (const auto& row : literature_rows("pilot_columns.csv"))
    if (row[0] == quantity) return {std::stod(row[1]), row[2].empty() ? HUGE_VAL : std::stod(row[2])};
  ADD_FAILURE() << "no range: " << quantity;
  return {0.0, 0.0};
}

void expect_within(const std::string& quantity, double value, const char* unit) {
  const PublishedRange r = range(quantity);
  EXPECT_GE(value, r.low) << quantity;
  EXPECT_LE(value, r.high) << quantity;
  std::cout << quantity << ": " << value << " " << unit << " (" << r.low << " to " << r.high << ")\n";
}

/// Ideal stages from a liquid to a richer one at total reflux, McCabe and Thiele: the vapour that rises has the
/// composition of the liquid that comes down. The last step counts by the part of it that is needed.
double ideal_stages(const Mixture& mixture, double x_from, double x_to, double p) {
  double x = x_from;
  for (int n = 0; n < 100; ++n) {
    const double y = bubble_at_pressure(mixture, x, p).y[0];
    if (y >= x_to) return n + (x_to - x) / (y - x);
    x = y;
  }
  return 100.0;
}

// The cold start of the published size, then total reflux at the power the lab asks for.
TEST(PilotColumns, ColdStartAndTotalRefluxAreAsPublished) {
  ColumnRig rig;
  rig.start(3000.0);
  ASSERT_TRUE(rig.run_until([&] { return rig["tray_12.T"] > 333.15; }, 60.0));
  std::cout << "vapour at the top after " << rig.minutes() << " min\n";
  rig.set("kettle.power", 2000.0);
  ASSERT_TRUE(rig.run_until([&] { return rig["drum.reflux_flow"] > 1e-7; }, 20.0));
  expect_within("first reflux at 3 kW with a charge of 15 L", rig.minutes(), "min");

  rig.run(90.0 - rig.minutes());
  expect_within("temperature of the kettle", rig["kettle.T"] - 273.15, "degC");
  // boiling liquids: the kettle's to a tenth of a kelvin; the top tray shares its temperature with cold reflux that
  // comes to rest on it, and reads low by less than a thermometer's class
  const Mixture& mixture = Mixture::find("methanol_water");
  EXPECT_NEAR(rig["kettle.T"], bubble_at_pressure(mixture, rig["kettle.x_light"], rig["kettle.p"]).T, 0.1);
  const double T_top = bubble_at_pressure(mixture, rig["tray_12.x_light"], rig["tray_12.p"]).T;
  EXPECT_NEAR(rig["tray_12.T"], T_top, 1.0);
  std::cout << "top tray: " << rig["tray_12.T"] - 273.15 << " degC, its liquid boils at " << T_top - 273.15
            << " degC\n";
  expect_within("pressure drop of a tray at total reflux", rig["kettle.column_dp"] / 12.0 / 100.0, "mbar");

  const double x_kettle = rig["kettle.x_light"], x_drum = rig["drum.x_light"];
  const double stages = ideal_stages(mixture, x_kettle, x_drum, rig["tray_6.p"]);
  std::cout << "kettle " << x_kettle << ", distillate " << x_drum << ": " << stages << " ideal stages\n";
  expect_within("overall efficiency at total reflux", (stages - 1.0) / 12.0, "");
}

// Between flooding and weeping: the powers at total reflux at which a tray is submerged and at which a fifth of its
// liquid falls through the holes.
TEST(PilotColumns, TurnDownTwoToOne) {
  ColumnRig rig;
  rig.start(3000.0);
  ASSERT_TRUE(rig.run_until([&] { return rig["tray_12.T"] > 333.15; }, 60.0));
  rig.set("kettle.power", 2000.0);
  rig.run(40.0);
  double weeping = 0.0, flooding = 0.0;
  double power = 2000.0;
  while (power > 600.0 && weeping == 0.0) {
    rig.set("kettle.power", power -= 100.0);
    rig.run(10.0);
    if (rig["tray_6.weeping"] > 0.2) weeping = power;
  }
  power = 2200.0;
  rig.set("kettle.power", power);
  rig.run(30.0);
  while (power < 3000.0 && flooding == 0.0) {
    rig.set("kettle.power", power += 100.0);
    rig.run(20.0);
    if (rig["tray_12.backup"] > 1.0) flooding = power;
  }
  ASSERT_GT(weeping, 0.0);
  ASSERT_GT(flooding, 0.0);
  std::cout << "weeps at " << weeping << " W, floods at " << flooding << " W\n";
  expect_within("turndown from flooding to a fifth of the liquid weeping", flooding / weeping, "");
}

}  // namespace
}  // namespace stillhouse
