#include "frontend/presenter/xy_plot.h"

#include <cmath>

#include <gtest/gtest.h>

#include "frontend/presenter/binary_column.h"
#include "frontend/presenter/runner.h"
#include "frontend/presenter/stirred_tank.h"
#include "labs/scenario/reader.h"
#include "labs/session/lab_library.h"
#include "labs/session/operator_player.h"
#include "models/properties/vle.h"
#include "models/reactors/seborg_reactor.h"
#include "tests/folders.h"
#include "tests/frontend/pilot_lab.h"

namespace stillhouse {
namespace {

const XyFact* fact(const XyPlot& plot, const std::string& name) {
  for (const XyFact& found : plot.facts)
    if (found.name.en == name) return &found;
  return nullptr;
}

double number(const XyPlot& plot, const std::string& name) {
  const XyFact* found = fact(plot, name);
  return found == nullptr ? std::nan("") : std::stod(found->value);
}

TEST(LiquidBoilingAt, InvertsTheBoilingCurve) {
  for (const char* name : {"methanol_water", "ethanol_water"}) {
    const Mixture& mixture = Mixture::find(name);
    for (const double x : {0.02, 0.2, 0.5, 0.8}) {
      const double T = bubble_at_pressure(mixture, x, 98000.0).T;
      const auto found = liquid_boiling_at(mixture, T, 98000.0);
      ASSERT_TRUE(found) << name << x;
      EXPECT_NEAR(*found, x, 1e-9) << name;
    }
    EXPECT_FALSE(liquid_boiling_at(mixture, 293.15, 101325.0));
    EXPECT_FALSE(liquid_boiling_at(mixture, 380.0, 101325.0));
  }
}

TEST(LiquidOfDensity, InvertsTheDensity) {
  const Mixture& mixture = Mixture::find("methanol_water");
  const double density = mixture.liquid_density(std::array<double, 2>{0.93, 0.07}, 298.15);
  EXPECT_NEAR(liquid_of_density(mixture, density, 298.15).value(), 0.93, 1e-9);
  EXPECT_FALSE(liquid_of_density(mixture, 1200.0, 298.15));
}

/// The first lab, played by its good operator: at an hour and a half it produces.
const ScreenState& producing() {
  static const std::shared_ptr<const ScreenState> screen = [] {
    const LabPlace place =
        LabLibrary({std::filesystem::path(STILLHOUSE_SOURCE_DIR) / "labs"}).find("methanol_water_distillation");
    const scenario::Operator played = load_operator(find_operator(place, "good"), *pilot_lab());
    auto session = pilot_session();
    const auto player = std::make_shared<OperatorPlayer>(played, *session);
    Runner runner(std::move(session), {.source = [player](const Session& s) { return player->next(s); }});
    runner.run_until(4500.0);
    return runner.screen();
  }();
  return *screen;
}

TEST(BoilingPlot, PutsThermometersOnTheCurve) {
  const XyPlot plot = xy_plot({producing()}, XyKind::boiling);
  ASSERT_EQ(plot.curves.size(), 2u);
  int thermometers = 0;
  for (const XyDot& dot : plot.dots) {
    EXPECT_NE(dot.role, XyDot::Role::truth) << "a running plant shows its instruments only";
    if (dot.role != XyDot::Role::measured) continue;
    ++thermometers;
    // within what the pressure of the tray moves it by, 1 kPa is 0.3 K
    const Mixture& mixture = *producing().lab->column->mixture;
    EXPECT_NEAR(bubble_at_pressure(mixture, dot.place.x, 101325.0).T - 273.15, dot.place.y, 1.5) << dot.label;
  }
  EXPECT_GE(thermometers, 4);  // the kettle and trays of the pilot column that boil
}

TEST(McCabeThielePlot, IsThatOfTheRunningColumn) {
  const ScreenState& screen = producing();
  const XyPlot plot = xy_plot({screen}, XyKind::mccabe_thiele);
  for (const XyDot& dot : plot.dots) EXPECT_NE(dot.role, XyDot::Role::truth);
  // the upper operating line: through (x_D, x_D) with L/V = q R / (q R + 1)
  const double R = number(plot, "Reflux ratio"), q = number(plot, "q of the cold reflux");
  EXPECT_GT(R, 1.0);
  EXPECT_GT(q, 1.0);
  EXPECT_LT(q, 1.2);  // cold by tens of kelvin: cp dT / heat of vaporization
  EXPECT_NEAR(number(plot, "L/V above the feed"), q * R / (q * R + 1.0), 2e-3);
  EXPECT_GT(number(plot, "L/V below the feed"), 1.0);
  EXPECT_NEAR(number(plot, "z of the feed"), 0.2, 1e-9);
  for (const XyCurve& curve : plot.curves) {
    if (curve.role != XyCurve::Role::rectifying) continue;
    EXPECT_NEAR(curve.places.back().x, curve.places.back().y, 1e-12);
    EXPECT_NEAR(curve.places.back().x, number(plot, "x of the distillate"), 6e-4);
  }
  // twelve trays of a Murphree efficiency of about 0.62: between a third and all of them are ideal stages
  EXPECT_GT(number(plot, "Ideal stages"), 4.0);
  EXPECT_LT(number(plot, "Ideal stages"), 13.0);
}

TEST(McCabeThielePlot, IsHonestAboutAColdColumn) {
  Runner runner(pilot_session(), {});
  const XyPlot plot = xy_plot({*runner.screen()}, XyKind::mccabe_thiele);
  EXPECT_EQ(plot.curves.size(), 2u);  // equilibrium and diagonal
  EXPECT_EQ(plot.curves[0].role, XyCurve::Role::equilibrium);
  EXPECT_TRUE(plot.dots.empty());
  ASSERT_FALSE(plot.notes.empty());
  EXPECT_NE(plot.notes[0].en.find("does not boil"), std::string::npos);
  // methanol and water at 1 atm, x 0.3: y 0.665 (Perry, 4th ed. 1963, p. 13-5, as in tests/literature/vle)
  EXPECT_NEAR(plot.curves[0].places[30].y, 0.665, 0.01);
  EXPECT_FALSE(xy_csv(plot).empty());
}

TEST(McCabeThielePlot, ShowsAnyMomentAndTheTruthWhenTheRunIsOver) {
  ScreenState screen = producing();
  const auto crosses = [&](double time, XyKind kind) {
    std::vector<XyPlace> places;
    for (const XyDot& dot : xy_plot({screen, time}, kind).dots)
      if (dot.role == XyDot::Role::truth) places.push_back(dot.place);
    return places;
  };
  // the moment before is what it was then: cold at first
  EXPECT_EQ(xy_plot({screen, 10.0}, XyKind::mccabe_thiele).curves.size(), 2u);
  EXPECT_EQ(xy_plot({screen, 4400.0}, XyKind::mccabe_thiele).curves.size(),
            xy_plot({screen}, XyKind::mccabe_thiele).curves.size());
  EXPECT_TRUE(crosses(4400.0, XyKind::boiling).empty());

  screen.run = RunLook::finished;
  const std::vector<XyPlace> stages = crosses(4400.0, XyKind::boiling);
  ASSERT_EQ(stages.size(), 13u);  // kettle and twelve trays
  for (std::size_t i = 1; i < stages.size(); ++i) EXPECT_GT(stages[i].x, stages[i - 1].x) << i;
  // the true tray lies where its thermometer says a liquid boils, within what it errs by
  for (const XyDot& dot : xy_plot({screen, 4400.0}, XyKind::boiling).dots)
    if (dot.label == "TI-103") EXPECT_NEAR(dot.place.x, stages[3].x, 0.05);
}

TEST(HeatBalance, FindsTheThreeRestingPointsOfSeborg) {
  // Seborg, Edgar, Mellichamp, example 2.5: at 300 K of coolant the middle steady state is at 350 K, 0.5 mol/L
  StirredTank tank;
  tank.solution = seborg_solution();
  tank.volume = 0.1;
  tank.UA = 5e4 / 60.0;
  const TankSettings settings{0.1 / 60.0, 350.0, 1000.0, 300.0};
  const std::vector<RestingPoint> points = resting_points(tank, settings, 290.0, 420.0);
  ASSERT_EQ(points.size(), 3u);
  EXPECT_TRUE(points[0].slope_holds);
  EXPECT_FALSE(points[1].slope_holds);
  EXPECT_TRUE(points[2].slope_holds);
  EXPECT_NEAR(points[1].T, 350.0, 0.2);
  // half of the feed reacts: 0.1 m3/min of 1000 mol/m3 at 50 kJ/mol gives 83.3 kW, half of it 41.7 kW
  EXPECT_NEAR(points[1].heat, 41.7e3, 0.3e3);
}

}  // namespace
}  // namespace stillhouse
