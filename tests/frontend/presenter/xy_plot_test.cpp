#include "frontend/presenter/xy_plot.h"

#include <algorithm>
#include <cmath>
#include <map>

#include <gtest/gtest.h>

#include "frontend/presenter/absorber.h"
#include "frontend/presenter/binary_column.h"
#include "frontend/presenter/reactor_unit.h"
#include "frontend/presenter/runner.h"
#include "frontend/presenter/screen_builder.h"
#include "frontend/presenter/stirred_tank.h"
#include "labs/scenario/reader.h"
#include "labs/session/lab_library.h"
#include "labs/session/operator_player.h"
#include "labs/session/plant_building.h"
#include "labs/session/plant_rest.h"
#include "models/properties/component.h"
#include "models/properties/fluid.h"
#include "models/properties/vle.h"
#include "models/reactors/seborg_reactor.h"
#include "models/separation/kremser.h"
#include "models/separation/short_cut/equilibrium_curves.h"
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
    EXPECT_NEAR(producing().lab->column->pair->boiling(dot.place.x, 101325.0).T - 273.15, dot.place.y, 1.5)
        << dot.label;
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

LabLibrary shipped() {
  return LabLibrary({std::filesystem::path(STILLHOUSE_SOURCE_DIR) / "labs"});
}

/// A plant without a lab at its start.
ScreenState plant_at_start(const std::string& id) {
  scenario::Lab lab;
  lab.plant = load_plant(shipped().find_plant(id));
  lab.id = id;
  lab.duration = 86400.0;
  const Session session(std::make_shared<const scenario::Lab>(std::move(lab)), {.seed = 1});
  const ScreenBuilder builder(session);
  return builder.state(session, TrendHistory(builder.lab()->pens.size(), session.scan_length()));
}

class XyPlotsOf : public testing::TestWithParam<std::string> {};

TEST_P(XyPlotsOf, AreDrawnOrSayWhyNot) {
  scenario::Lab lab;
  lab.plant = load_plant(shipped().find_plant(GetParam()));
  const BuiltPlant built = build_plant(lab.plant, {});
  const auto facts = std::make_shared<LabFacts>();
  facts->drawing = drawing_of(lab.plant, *built.plant);
  find_xy_plots(lab, *built.plant, *facts);
  ScreenState screen;
  screen.lab = facts;
  const auto shows = [&](auto is_meant) {
    const std::vector<DiagramUnit>& units = facts->drawing.diagram.units;
    return std::any_of(units.begin(), units.end(), [&](const DiagramUnit& unit) { return is_meant(unit.symbol); });
  };
  const bool column = shows([](Symbol s) { return s == Symbol::column || s == Symbol::packed_column; });
  const bool reactor = shows([](Symbol s) { return s == Symbol::stirred_vessel; });
  bool drawn_at_all = false;
  for (const auto& [kind, meant] : {std::pair(XyKind::boiling, column), std::pair(XyKind::mccabe_thiele, column),
                                    std::pair(XyKind::heat_balance, reactor)}) {
    const Text& why_not = why_no_xy_plot(screen, kind);
    drawn_at_all = drawn_at_all || has_xy_plot(screen, kind);
    EXPECT_TRUE(!meant || has_xy_plot(screen, kind) != !why_not.en.empty()) << static_cast<int>(kind);
    EXPECT_EQ(why_not.en.empty(), why_not.zh.empty());
  }
  if (drawn_at_all) screen = plant_at_start(GetParam());
  for (const XyKind kind : {XyKind::boiling, XyKind::mccabe_thiele, XyKind::heat_balance}) {
    if (!has_xy_plot(screen, kind)) continue;
    const XyPlot plot = xy_plot({screen}, kind);
    EXPECT_FALSE(plot.curves.empty());
    EXPECT_LT(plot.x_low, plot.x_high);
    EXPECT_LT(plot.y_low, plot.y_high);
    for (const XyCurve& curve : plot.curves)
      for (const XyPlace& place : curve.places) EXPECT_TRUE(std::isfinite(place.x) && std::isfinite(place.y));
  }
  // these are columns of two species, an absorber, and reactors with one exothermic reaction that is fed
  static const std::map<std::string, std::string> drawn = {
      {"pilot_column", "xm"}, {"benzene_column", "xm"}, {"batch_rectifier", "xm"}, {"batch_still", "x"},
      {"absorber", "m"},      {"column_a", "m"},        {"seborg_reactor", "h"},   {"hydrolysis_reactor", "h"}};
  std::string has;
  if (has_xy_plot(screen, XyKind::boiling)) has += "x";
  if (has_xy_plot(screen, XyKind::mccabe_thiele)) has += "m";
  if (has_xy_plot(screen, XyKind::heat_balance)) has += "h";
  EXPECT_EQ(has, drawn.contains(GetParam()) ? drawn.at(GetParam()) : "");
}

INSTANTIATE_TEST_SUITE_P(All, XyPlotsOf, testing::ValuesIn(shipped().plants()),
                         [](const auto& test) { return test.param; });

TEST(VolatilePair, OfAnIdealFluidFollowsRaoult) {
  const auto pair =
      pair_of(std::make_shared<const Fluid>(std::vector<std::string>{"toluene", "benzene"}, LiquidModel::ideal));
  const Component &benzene = Component::find("benzene"), &toluene = Component::find("toluene");
  EXPECT_EQ(pair->light(), "benzene");
  for (const double x : {0.05, 0.3, 0.5, 0.9}) {
    const VolatilePair::Boiling e = pair->boiling(x, 101325.0);
    EXPECT_NEAR(e.T, raoult_bubble_temperature(benzene, toluene, x, 101325.0), 0.05);
    EXPECT_NEAR(e.y, raoult_curve(benzene, toluene, 101325.0)(x), 1e-3);
    EXPECT_NEAR(pair->curve(101325.0)(x + 0.0012), pair->boiling(x + 0.0012, 101325.0).y, 1e-4) << "the table";
    EXPECT_NEAR(pair->liquid_boiling_at(e.T, 101325.0).value(), x, 1e-6);
    EXPECT_NEAR(pair->dew_temperature(e.y, 101325.0), e.T, 0.02);
  }
  EXPECT_FALSE(pair->liquid_boiling_at(300.0, 101325.0));
}

TEST(McCabeThielePlot, OfColumnACountsItsStages) {
  // Skogestad 1997: 40 theoretical stages and a total condenser, 99 % and 1 % at the published reflux and boilup
  ScreenState screen = plant_at_start("column_a");
  for (InstrumentFace& face : screen.instruments) {
    if (face.tag == "AI-140") face.value = 0.99;
    if (face.tag == "AI-150") face.value = 0.01;
    if (face.tag == "FI-140") face.value = 0.5 * 1000.0 / 60.0;
    face.quality = ValueQuality::good;
  }
  const XyPlot plot = xy_plot({screen}, XyKind::mccabe_thiele);
  EXPECT_NEAR(number(plot, "Reflux ratio"), 2.706 / 0.5, 0.01);
  EXPECT_NEAR(number(plot, "Ideal stages"), 40.0, 1.0);
}

TEST(AbsorptionPlot, CountsTheStagesOfGeankoplis) {
  // example 10.3-2: 30 kmol/h of gas with 1 % acetone, 90 kmol/h of water, y = 2.53 x: 90 % absorbed takes 5.04 stages
  ScreenState screen = plant_at_start("absorber");
  const Absorber& absorber = *screen.lab->absorber;
  PerSpecies<double> x(absorber.fluid->size());
  x[absorber.solute] = 1e-5;
  x[absorber.solvent] = 1.0 - 1e-5;
  const double P = absorber.fluid->bubble_pressures(x, 300.0)[absorber.solute] / 1e-5 / 2.53;
  for (InstrumentFace& face : screen.instruments) {
    if (face.tag == "FI-100") face.value = 30e3 / 3600.0;
    if (face.tag == "FI-110") face.value = 90e3 / 3600.0;
    if (face.tag == "TI-101") face.value = 300.0;
    if (face.tag == "PI-100") face.value = P;
    if (face.tag == "AI-100") face.samples = {{.taken = 0.0, .value = 0.01}};
    if (face.tag == "AI-120") face.samples = {{.taken = 0.0, .value = 0.00101}};
    face.quality = ValueQuality::good;
  }
  const XyPlot plot = xy_plot({screen}, XyKind::mccabe_thiele);
  EXPECT_NEAR(number(plot, "Absorption factor L/(m G)"), 1.19, 0.02);
  EXPECT_NEAR(number(plot, "Ideal stages"), 5.04, 0.2);
  // without a sample of what leaves there is no line
  for (InstrumentFace& face : screen.instruments) face.samples.clear();
  const XyPlot blind = xy_plot({screen}, XyKind::mccabe_thiele);
  EXPECT_EQ(blind.curves.size(), 1u);
  EXPECT_NE(blind.notes.front().en.find("not been analysed"), std::string::npos);
}

TEST(ReactorHeat, MeetsWhereTheReactorRests) {
  // the hydrolysis reactor brought to rest by its own equations, without cooling and with
  const scenario::Plant plant = load_plant(shipped().find_plant("hydrolysis_reactor"));
  const BuiltPlant built = build_plant(plant, {});
  ScreenState screen = plant_at_start("hydrolysis_reactor");
  const ReactorUnit& unit = *screen.lab->reactor_unit;
  for (const double coolant : {0.0, 2.0}) {
    scenario::Rest rest;
    rest.parts.push_back({"R-300_jacket_main.F", false, coolant, "mol/s"});
    const PlantRest found = plant_at_rest(plant, rest, built.plant);
    const double T = found.state.y[static_cast<std::size_t>(built.plant->find_signal("R-300.T"))];
    for (HandleFace& face : screen.handles)
      for (const scenario::Handle& handle : plant.handles)
        if (handle.tag == face.tag)
          face.position = found.inputs[static_cast<std::size_t>(built.plant->find_input(handle.input))];
    for (InstrumentFace& face : screen.instruments) face.quality = ValueQuality::bad;
    const ReactorHeat heat = SteadyReactor({screen}, unit).at(T);
    EXPECT_GT(heat.generated, 500.0) << "0.03 mol/s at 58.6 kJ/mol are 1.8 kW";
    EXPECT_NEAR(heat.removed, heat.generated, 0.03 * heat.generated) << T << " K, coolant " << coolant;
    const XyPlot plot = xy_plot({screen}, XyKind::heat_balance);
    EXPECT_NEAR(number(plot, "Can rest"), T - 273.15, 1.0);
  }
}

}  // namespace
}  // namespace stillhouse
