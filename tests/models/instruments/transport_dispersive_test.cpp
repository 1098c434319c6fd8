#include "models/instruments/liquid_chromatography/transport_dispersive.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "models/reactors/residence_time.h"
#include "tests/models/reactors/reactor_rig.h"

namespace stillhouse {
namespace {

constexpr double porosity = 0.6, phase_ratio = (1.0 - porosity) / porosity, t0 = 100.0, length = 0.1;

/// A column of 100 s hold-up with so many plates of axial dispersion.
ColumnPlan column(const Adsorption& adsorption, int cells, double plates, double nominal) {
  ColumnPlan plan;
  plan.adsorption = std::make_shared<Adsorption>(adsorption);
  plan.parameters = {.cells = cells,
                     .length = length,
                     .diameter = 0.01,
                     .porosity = porosity,
                     .dispersion = dispersion_of_plates(length / t0, length, plates),
                     .nominal = nominal};
  plan.flow = std::numbers::pi / 4.0 * 0.01 * 0.01 * porosity * length / t0;
  plan.start.assign(adsorption.species.size(), 0.0);
  return plan;
}

std::string last(const ColumnPlan& plan, const std::string& species) {
  return "cell_" + std::to_string(plan.parameters.cells) + ".c_out_" + species;
}

struct Trace {
  std::vector<double> t, c;
};

/// What leaves after a plug of `feed` for so long, every `dt` s.
Trace plug(ReactorRig& rig, const std::string& species, const std::string& outlet, double feed, double duration,
           double end, double dt) {
  rig.set("column.c_" + species, feed);
  rig.run_to(duration);
  rig.set("column.c_" + species, 0.0);
  rig.expect_balances_to_close();
  Trace trace{{0.0, duration}, {0.0, rig[outlet]}};
  for (double t = duration + dt; t <= end; t += dt) {
    rig.run_to(t);
    if (t < 0.5 * end && t + dt >= 0.5 * end) rig.expect_balances_to_close();
    trace.t.push_back(t);
    trace.c.push_back(rig[outlet]);
  }
  return trace;
}

// linear isotherm, closed column. First moment t_0 (1 + k0); variance by axial dispersion (Danckwerts) and by mass
// transfer (Kucera, J. Chromatogr. 19 (1965) 237; Guiochon 2006, chapter 6): 2 t_0 k0 / k
TEST(TransportDispersive, HasTheMomentsOfKuceraInTheLinearLimit) {
  const double henry = 3.0, k = 2.0, plates = 150.0, k0 = phase_ratio * henry;
  const ColumnPlan plan = column({.species = {{.name = "A", .henry = henry, .rate = k}}}, 200, plates, 1.0);
  ReactorRig rig(build_chromatography_column(plan), 1e-7);
  const Trace trace = plug(rig, "A", last(plan, "A"), 1.0, 2.0, 700.0, 1.0);
  const TracerMoments moments = pulse_moments(trace.t, trace.c, Quadrature::trapezoid);
  EXPECT_NEAR(moments.area, 2.0, 2e-3);
  EXPECT_NEAR(moments.mean, 1.0 + t0 * (1.0 + k0), 0.3);
  const double Pe = 2.0 * plates, held = t0 * (1.0 + k0);
  const double axial = held * held * (2.0 / Pe - 2.0 / (Pe * Pe) * (1.0 - std::exp(-Pe)));
  const double transfer = 2.0 * t0 * k0 / k;
  EXPECT_NEAR(moments.variance / (axial + transfer + 4.0 / 12.0), 1.0, 0.02);
  EXPECT_GT(transfer / axial, 0.1);
}

// Langmuir, one species, a step onto an empty column: the shock leaves when the column is full, t_0 (1 + F q(c) / c);
// the rear, washed by eluent, is a simple wave, t = t_inj + t_0 (1 + F dq/dc). Guiochon 2006, chapter 7
TEST(TransportDispersive, HasShockAndSimpleWaveOfEquilibriumTheory) {
  const double a = 4.0, b = 0.1, feed = 10.0, on = 600.0;
  const ColumnPlan plan = column({.species = {{.name = "A", .henry = a, .b = b, .rate = 20.0}}}, 200, 1500.0, feed);
  ReactorRig rig(build_chromatography_column(plan), 1e-6);
  const Trace trace = plug(rig, "A", last(plan, "A"), feed, on, on + 500.0, 1.0);
  // the loading time is not recorded above: once more
  ReactorRig again(build_chromatography_column(plan), 1e-6);
  again.set("column.c_A", feed);
  double filled = 0.0, breakthrough = 0.0, tenth = 0.0, ninetieth = 0.0, before = 0.0;
  for (double t = 1.0; t <= on; t += 1.0) {
    again.run_to(t);
    const double c = again[last(plan, "A")] / feed;
    filled += 1.0 - 0.5 * (c + before);
    if (before < 0.1 && c >= 0.1) tenth = t;
    if (before < 0.5 && c >= 0.5) breakthrough = t;
    if (before < 0.9 && c >= 0.9) ninetieth = t;
    EXPECT_LT(c, 1.01) << "overshoot at " << t;
    before = c;
  }
  const double shock = t0 * (1.0 + phase_ratio * a / (1.0 + b * feed));
  EXPECT_NEAR(filled, shock, 0.005 * shock);
  EXPECT_NEAR(breakthrough, shock, 0.01 * shock);
  // constant pattern: far steeper than dispersion alone would leave it, t sqrt(1 / N) 2.56
  EXPECT_LT(ninetieth - tenth, 0.6 * 2.56 * shock / std::sqrt(1500.0 / 2.0));
  for (const double share : {0.7, 0.4, 0.2, 0.1}) {
    const double c = share * feed;
    double at = 0.0;
    for (std::size_t i = 1; i < trace.t.size(); ++i)
      if (trace.c[i - 1] >= c && trace.c[i] < c) at = trace.t[i];
    const double wave = on + t0 * (1.0 + phase_ratio * a / ((1.0 + b * c) * (1.0 + b * c)));
    EXPECT_NEAR(at - on, wave - on, 0.02 * (wave - on)) << share;
  }
  again.expect_balances_to_close();
}

TEST(TransportDispersive, LetsTheWeakerSpeciesBeDisplaced) {
  const ColumnPlan plan = column({.species = {{.name = "A", .henry = 2.0, .b = 0.1, .rate = 20.0},
                                              {.name = "B", .henry = 5.0, .b = 0.25, .rate = 20.0}}},
                                 120, 600.0, 10.0);
  ReactorRig rig(build_chromatography_column(plan), 1e-6);
  rig.set("column.c_A", 10.0);
  rig.set("column.c_B", 10.0);
  double most = 0.0;
  for (double t = 5.0; t <= 400.0; t += 5.0) {
    rig.run_to(t);
    most = std::max(most, rig[last(plan, "A")]);
  }
  // B pushes A out ahead of it: the plateau of A is above its feed, and both end at theirs
  EXPECT_GT(most, 12.0);
  EXPECT_NEAR(rig[last(plan, "A")], 10.0, 0.05);
  EXPECT_NEAR(rig[last(plan, "B")], 10.0, 0.05);
  const double load = 1.0 + 0.1 * 10.0 + 0.25 * 10.0;
  EXPECT_NEAR(rig["cell_60.q_A"], 2.0 * 10.0 / load, 0.05);
  EXPECT_NEAR(rig["cell_60.q_B"], 5.0 * 10.0 / load, 0.05);
  rig.expect_balances_to_close();
}

// at low load the Henry coefficient follows the salt by its power nu: k0 = F K (c_ref / c_s)^nu
TEST(TransportDispersive, FollowsTheSaltByStericMassAction) {
  const double K = 2.0, nu = 3.0;
  for (const double salt : {80.0, 100.0}) {
    ColumnPlan plan = column(
        {.law = Adsorption::Law::steric_mass_action,
         .species = {{.name = "salt"}, {.name = "protein", .henry = K, .charge = nu, .shielded = 10.0, .rate = 5.0}},
         .capacity = 500.0,
         .reference_salt = 100.0},
        100, 200.0, 0.01);
    plan.start = {salt, 0.0};
    ReactorRig rig(build_chromatography_column(plan), 1e-7);
    const double k0 = phase_ratio * K * std::pow(100.0 / salt, nu);
    const Trace trace = plug(rig, "protein", last(plan, "protein"), 0.01, 5.0, 2.2 * t0 * (1.0 + k0), 2.0);
    const TracerMoments moments = pulse_moments(trace.t, trace.c, Quadrature::trapezoid);
    EXPECT_NEAR(moments.mean, 2.5 + t0 * (1.0 + k0), 0.01 * t0 * (1.0 + k0)) << salt;
  }
}

TEST(TransportDispersive, FillsAnIonExchangerUpToItsStericCapacity) {
  const double C = 500.0, nu = 4.0, sigma = 16.0, K = 1e4;
  ColumnPlan plan = column(
      {.law = Adsorption::Law::steric_mass_action,
       .species = {{.name = "salt"}, {.name = "protein", .henry = K, .charge = nu, .shielded = sigma, .rate = 0.5}},
       .capacity = C,
       .reference_salt = 50.0},
      40, 100.0, 1.0);
  plan.start = {50.0, 0.0};
  ReactorRig rig(build_chromatography_column(plan), 1e-6);
  rig.set("column.c_protein", 1.0);
  double highest_salt = 0.0;
  for (double t = 20.0; t <= 4000.0; t += 20.0) {
    rig.run_to(t);
    highest_salt = std::max(highest_salt, rig["cell_40.c_out_salt"]);
  }
  // the load solves q = K c (1 - (nu + sigma) q / C)^nu, below C / (nu + sigma) = 25
  double q = 20.0;
  for (int i = 0; i < 200; ++i) q = 0.9 * q + 0.1 * (C / (nu + sigma)) * (1.0 - std::pow(q / K, 1.0 / nu));
  EXPECT_NEAR(rig["cell_20.q_protein"], q, 0.01 * q);
  EXPECT_LT(rig["cell_20.q_protein"], C / (nu + sigma));
  // the salt that the protein replaces leaves ahead of it
  EXPECT_GT(highest_salt, 51.0);
  rig.expect_balances_to_close();
}

TEST(FilmTransfer, HasTheSherwoodNumberOfWilsonAndGeankoplis) {
  // Sh = 1.09 / e Pe^(1/3)
  const double D = 1e-10, d = 20e-6, u = 5e-4, Pe = u * d / D;
  EXPECT_NEAR(film_coefficient(u, D, 0.4, d) * d / D, 1.09 / 0.4 * std::cbrt(Pe), 1e-9);
  EXPECT_NEAR(film_rate(1e-5, 0.4, 0.64, 20e-6, 3.0), 0.6 * 6.0 * 1e-5 / (0.36 * 20e-6 * 3.0), 1e-12);
}

}  // namespace
}  // namespace stillhouse
