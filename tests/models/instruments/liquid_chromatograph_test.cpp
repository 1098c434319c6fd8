#include "models/instruments/liquid_chromatography/liquid_chromatograph.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "engine/autodiff/functions.h"
#include "engine/base/error.h"
#include "models/instruments/instrument_kind.h"

namespace stillhouse {
namespace {

using Lc = LiquidChromatograph;

const LinearSolventStrength solute = {4.0, 10.0, 60.0, 0.1};  // ln k = 4 - 10 phi
constexpr double H = 8e-6;                                    // m

GradientElution through(const std::vector<GradientProgramme::Point>& points, double start_variance = 0.0) {
  return elute(
      solute, GradientProgramme(points), [](double) { return H; }, start_variance, 1e9);
}

TEST(Gradient, IsIsocraticWhereNothingChanges) {
  const GradientElution e = through({{0.0, 0.3}});
  const double k = std::exp(1.0), N = solute.length / H;
  EXPECT_NEAR(e.time, 60.0 * (1.0 + k), 1e-9);
  EXPECT_NEAR(e.deviation, e.time / std::sqrt(N), 1e-9);
  EXPECT_NEAR(e.k, k, 1e-12);
  // a line cut in two is the same line
  EXPECT_NEAR(through({{0.0, 0.3}, {20.0, 0.3}, {90.0, 0.3}}).time, e.time, 1e-9);
  EXPECT_NEAR(through({{0.0, 0.3}, {20.0, 0.3}, {90.0, 0.3}}).deviation, e.deviation, 1e-9);
}

// Snyder, Dolan 2007: t_R = t_0 / b ln(k_0 b + 1) + t_0, k_e = k_0 / (b k_0 + 1), b = S dphi t_0 / t_G (natural);
// Poppe: sigma = G t_0 (1 + k_e) / sqrt N, G^2 = (1 + p + p^2 / 3) / (1 + p)^2, p = b k_0 / (1 + k_0)
TEST(Gradient, HasTheClosedFormOfALinearOne) {
  const double tG = 900.0, from = 0.05, to = 0.95;
  const GradientElution e = through({{0.0, from}, {tG, to}});
  const double k0 = std::exp(4.0 - 10.0 * from), b = 10.0 * (to - from) * 60.0 / tG;
  EXPECT_NEAR(e.time, 60.0 / b * std::log(k0 * b + 1.0) + 60.0, 1e-9);
  EXPECT_NEAR(e.k, k0 / (b * k0 + 1.0), 1e-12);
  const double p = b * k0 / (1.0 + k0), G = std::sqrt(1.0 + p + p * p / 3.0) / (1.0 + p);
  EXPECT_NEAR(e.deviation, G * 60.0 * (1.0 + e.k) * std::sqrt(H / solute.length), 1e-9);
  EXPECT_LT(G, 1.0);
}

TEST(Gradient, AgreesWithANumericalZoneOnABentProgramme) {
  const std::vector<GradientProgramme::Point> points = {
      {0.0, 0.1}, {50.0, 0.1}, {300.0, 0.32}, {500.0, 0.25}, {700.0, 0.6}};
  const GradientProgramme programme(points);
  // place and variance over tau by the trapezoidal rule, 1e-3 s a step
  const double u0 = solute.length / solute.t0, dt = 1e-3;
  double z = 0.0, variance = 1e-8, tau = 0.0;
  const auto k_at = [&](double t) { return std::exp(solute.w - solute.S * programme.phi(t)); };
  const auto rate_at = [&](double t) { return (programme.phi(t + 1e-4) - programme.phi(t - 1e-4)) / 2e-4; };
  while (z < solute.length) {
    const double middle = tau + 0.5 * dt, k = k_at(middle), dz = u0 / k * dt;
    const double squeeze = 2.0 * solute.S * rate_at(middle) / (1.0 + k);
    variance = (variance * (1.0 - 0.5 * squeeze * dt) + H * dz) / (1.0 + 0.5 * squeeze * dt);
    z += dz;
    tau += dt;
  }
  const double k = k_at(tau);
  const GradientElution e = through(points, 1e-8);
  EXPECT_NEAR(e.time, tau + solute.t0, 2e-3);
  EXPECT_NEAR(e.deviation / (std::sqrt(variance) * (1.0 + k) / u0), 1.0, 2e-4);
}

TEST(Gradient, ReversedMayKeepAZoneForEver) {
  const GradientElution e = elute(
      solute, GradientProgramme({{0.0, 0.3}, {100.0, 0.0}}), [](double) { return H; }, 0.0, 1500.0);
  EXPECT_FALSE(std::isfinite(e.time));
  EXPECT_GT(e.place, 0.1);
  EXPECT_LT(e.place, 1.0);
}

TEST(Gradient, RefusesWhatIsNoProgramme) {
  EXPECT_THROW(GradientProgramme({}), ModelError);
  EXPECT_THROW(GradientProgramme({{1.0, 0.5}}), ModelError);
  EXPECT_THROW(GradientProgramme({{0.0, 0.5}, {10.0, 1.5}}), ModelError);
  EXPECT_THROW(GradientProgramme({{0.0, 0.5}, {10.0, 0.6}, {5.0, 0.7}}), ModelError);
}

TEST(LiquidSolutes, AreFortyThreeOfWhichTwentyTwoWereMeasuredInMethanol) {
  int methanol = 0;
  for (const LiquidSolute& s : liquid_solutes()) methanol += s.methanol.has_value() ? 1 : 0;
  EXPECT_EQ(liquid_solutes().size(), 43u);
  EXPECT_EQ(methanol, 22);
  EXPECT_NEAR(find_liquid_solute("phenol").molar_mass, 0.094113, 1e-9);
  EXPECT_THROW(find_liquid_solute("ibuprofen").in(Modifier::methanol), ModelError);
  try {
    find_liquid_solute("tolune");
    FAIL();
  } catch (const ModelError& e) {
    EXPECT_NE(std::string(e.what()).find("nearest: toluene"), std::string::npos);
  }
}

Lc::Method quiet() {
  Lc::Method m;
  m.with_errors = false;
  m.detector.time_constant = 0.0;
  m.detector.stray_light = 0.0;
  m.extra_column = 0.0;
  m.injection = 1e-10;
  m.temperature = 298.15;
  m.data_rate = 20.0;
  return m;
}

TEST(LiquidChromatograph, ShowsEveryMoleculeItInjected) {
  Lc::Method m = quiet();
  m.extra_column = 20e-9;
  m.detector.time_constant = 0.5;
  const Lc::Run run = Lc::run(m, {{&find_liquid_solute("phenol"), 5.0}}, 1);
  double area = 0.0;
  for (const double a : run.absorbance) area += a / m.data_rate;
  const double n = area * m.flow / (m.detector.absorptivity() * m.detector.cell_length);
  EXPECT_NEAR(n / (5.0 * m.injection), 1.0, 1e-6);
  EXPECT_NEAR(run.peaks[0].moles, 5.0 * m.injection, 1e-20);
}

TEST(LiquidChromatograph, HasTheRetentionAndThePlatesOfItsColumn) {
  const Lc::Method m = quiet();
  const Lc::Run run = Lc::run(m, {{&find_liquid_solute("toluene"), 1.0}, {&find_liquid_solute("phenol"), 1.0}}, 1);
  EXPECT_EQ(run.peaks[0].name, "phenol");
  const double k = find_liquid_solute("phenol").retention_factor(m.modifier, 0.4, m.temperature);
  EXPECT_NEAR(run.peaks[0].elution.time, run.hold_up_time * (1.0 + k) + 0.5 * m.injection / m.flow, 1e-6);
  const double D = eluent_diffusion(m.modifier, 0.4, m.temperature, Lc::molar_volume);
  const double N = m.column.length / m.column.plate_height(m.flow, D);
  const GradientElution& e = run.peaks[0].elution;
  EXPECT_NEAR(e.time * e.time / (e.deviation * e.deviation) / N, 1.0, 1e-3);
  // the top of the signal stands there
  const auto top = std::max_element(run.absorbance.begin(), run.absorbance.end()) - run.absorbance.begin();
  EXPECT_NEAR(run.time[static_cast<std::size_t>(top)], e.time, 0.05);
}

TEST(LiquidChromatograph, WidensPeaksByWhatLiesOutsideTheColumn) {
  Lc::Method m = quiet();
  const auto width = [&] { return Lc::run(m, {{&find_liquid_solute("phenol"), 1.0}}, 1).peaks[0].elution.deviation; };
  const double alone = width();
  m.injection = 200e-9;
  const double plug = m.injection / m.flow / std::sqrt(12.0);
  EXPECT_NEAR(width(), std::hypot(alone, plug), 1e-3 * alone);
  m.injection = 1e-10;
  m.extra_column = 50e-9;
  EXPECT_NEAR(width(), std::hypot(alone, m.extra_column / m.flow), 1e-3 * alone);
  // a gradient that begins where everything is held focuses the plug
  m.extra_column = 0.0;
  m.programme = {{0.0, 0.05}, {600.0, 0.95}};
  m.run_time = 1200.0;
  const auto focused = [&] {
    return Lc::run(m, {{&find_liquid_solute("toluene"), 1.0}}, 1).peaks[0].elution.deviation;
  };
  const double narrow = focused();
  m.injection = 200e-9;
  EXPECT_LT(focused() / narrow, 1.02);
}

TEST(LiquidChromatograph, ComesLaterByTheDwellVolume) {
  Lc::Method m = quiet();
  m.run_time = 1800.0;
  m.programme = {{0.0, 0.05}, {600.0, 0.95}};
  m.dwell = 0.0;
  const auto time = [&] { return Lc::run(m, {{&find_liquid_solute("octanophenone"), 1.0}}, 1).peaks[0].elution.time; };
  const double without = time();
  m.dwell = 2e-6;
  // so strongly held that it waits for the gradient
  EXPECT_NEAR(time() - without, m.dwell / m.flow, 0.2);
}

TEST(LiquidChromatograph, TripsWhereThePressureGoesOverItsLimit) {
  Lc::Method m = quiet();
  m.programme = {{0.0, 0.05}, {600.0, 0.6}};  // water-methanol is thickest in the middle
  m.modifier = Modifier::methanol;
  const Lc::Run whole = Lc::run(m, {{&find_liquid_solute("toluene"), 1.0}}, 1);
  EXPECT_GT(whole.highest_pressure, 1.3 * whole.pressure.front());
  m.pressure_limit = 0.5 * (whole.highest_pressure + whole.pressure.front());
  const Lc::Run run = Lc::run(m, {{&find_liquid_solute("toluene"), 1.0}}, 1);
  EXPECT_GT(run.tripped, 60.0);
  EXPECT_LT(run.tripped, m.run_time);
  EXPECT_FALSE(std::isfinite(run.peaks[0].elution.time));
  EXPECT_LT(run.peaks[0].elution.place, 1.0);
  EXPECT_EQ(run.pressure.back(), 0.0);
}

// a void of v at the head is a mixer: t + V_v / F later, variance + (V_v / F)^2 if nothing changes on the way
TEST(LiquidChromatograph, CollapsesWherePumpAndMethodLetIt) {
  Lc::Method m = quiet();
  m.column.particle = 1.8e-6;
  m.flow = 3e-6 / 60.0;
  m.pressure_limit = 1000e5;
  const auto run = [&] { return Lc::run(m, {{&find_liquid_solute("phenol"), 1.0}}, 1); };
  const Lc::Run crushed = run();
  ASSERT_GT(crushed.highest_pressure, Lc::bed_limit);
  EXPECT_EQ(crushed.empty, Lc::collapse);
  // the same column, when it has been crushed before and is treated gently; and one that never was
  m.column.particle = 3e-6;
  m.empty = Lc::collapse;
  const Lc::Run late = run();
  m.empty = 0.0;
  const Lc::Run sound = run();
  EXPECT_EQ(late.empty, Lc::collapse);
  const double mixing = Lc::collapse * m.column.length * 0.25 * M_PI * square(m.column.diameter) / m.flow;
  const GradientElution &with = late.peaks[0].elution, &without = sound.peaks[0].elution;
  EXPECT_NEAR(with.time - without.time, mixing, 1e-9);
  EXPECT_NEAR(square(with.deviation) - square(without.deviation), square(mixing), 1e-6 * square(mixing));
  EXPECT_GT(with.deviation, 1.5 * without.deviation);
  // a pump that trips at 400 bar spares the bed
  m.column.particle = 1.8e-6;
  m.pressure_limit = 400e5;
  EXPECT_EQ(run().empty, 0.0);
}

TEST(LiquidChromatograph, RepeatsToTheBitAndScattersByItsInjector) {
  Lc::Method m;
  m.run_time = 300.0;
  const std::vector<Lc::Analyte> sample = {{&find_liquid_solute("phenol"), 2.0}};
  const Lc::Run a = Lc::run(m, sample, 7), b = Lc::run(m, sample, 7);
  EXPECT_EQ(a.absorbance, b.absorbance);
  double squares = 0.0;
  for (std::uint64_t seed = 0; seed < 400; ++seed)
    squares += std::pow(Lc::run(m, sample, seed).peaks[0].moles / (2.0 * m.injection) - 1.0, 2);
  EXPECT_NEAR(std::sqrt(squares / 400.0), 0.003, 4.0 * 0.003 / std::sqrt(800.0));
}

TEST(LiquidChromatograph, AgesWithLampAndColumn) {
  Lc::Method m;
  m.programme = {{0.0, 0.5}};
  const auto noise = [&] {
    const Lc::Run run = Lc::run(m, {}, 3);
    double sum = 0.0;
    for (std::size_t i = 1; i < run.absorbance.size(); ++i)
      sum += std::pow(run.absorbance[i] - run.absorbance[i - 1], 2);
    return std::sqrt(sum);
  };
  const double young = noise();
  m.lamp_hours = 4000.0;  // a quarter of the light: twice the noise
  EXPECT_NEAR(noise() / young, 2.0, 0.02);
  const auto plates = [&] { return Lc::run(m, {{&find_liquid_solute("phenol"), 1.0}}, 3).peaks[0].plates; };
  const double fresh = plates();
  m.injections_before = 3000.0;
  EXPECT_NEAR(plates() / fresh, 0.5, 1e-9);
}

TEST(UvDetector, BendsByStrayLightAndHasTheBandsOfBenzene) {
  UvDetector d;
  d.wavelength = 204e-9;
  EXPECT_NEAR(d.absorptivity() / (740.0 + 6000.0 * std::exp(-0.5 * 6.25)), 1.0, 1e-6);
  // naphthalene has its own: 5600 L/mol/cm at 275 nm, where a benzene ring shows 12, and 112000 at 220 nm
  d.wavelength = 275e-9;
  EXPECT_NEAR(d.absorptivity("naphthalene"), 560.0, 1.0);
  EXPECT_NEAR(d.absorptivity("toluene"), 20.0 * std::exp(-0.5 * 19.0 * 19.0 / 64.0), 1e-6);
  d.wavelength = 220e-9;
  EXPECT_NEAR(d.absorptivity("naphthalene"), 11200.0, 1.0);
  d.wavelength = 254e-9;
  d.stray_light = 1e-3;
  // all light but the stray light absorbed: lg(1 / s) at most
  EXPECT_NEAR(d.shown(20.0), std::log10(1.001 / 0.001), 1e-9);
  EXPECT_NEAR(d.shown(0.01), 0.01, 2e-5);
  // an eluent of 1 cm absorbs 1 at its cut-off
  d.wavelength = 205e-9;
  EXPECT_NEAR(d.eluent(Modifier::methanol, 1.0), 1.0, 1e-12);
}

Analysis analysed(const std::vector<Portion>& portions, std::vector<ParameterValue> method) {
  Sample sample;
  sample.portions = portions;
  return find_instrument("liquid_chromatograph").analyse(sample, method, 1);
}

int count(const Analysis& a, Analysis::Kind kind) {
  return static_cast<int>(
      std::count_if(a.messages.begin(), a.messages.end(), [&](const Analysis::Message& m) { return m.kind == kind; }));
}

TEST(LiquidChromatographKind, FindsThePeaksItMade) {
  const std::vector<Portion> sample = {{"phenol", PortionKind::molar_concentration, 1.0},
                                       {"toluene", PortionKind::molar_concentration, 2.0}};
  const Analysis a = analysed(sample, {{"organic_start", 0.6}});
  std::vector<double> found, true_times;
  for (const auto& r : a.results)
    if (r.name == "retention_time") found.push_back(r.value);
  for (const auto& r : a.truth)
    if (r.name == "retention_time") true_times.push_back(r.value);
  ASSERT_EQ(found.size(), 2u);
  for (std::size_t i = 0; i < 2; ++i) EXPECT_NEAR(found[i], true_times[i], 0.3);
  EXPECT_EQ(a.messages.size(), 0u);
}

TEST(LiquidChromatographKind, TakesImpossibleMethodsAsTheBenchDoes) {
  const std::vector<Portion> sample = {{"phenol", PortionKind::molar_concentration, 1.0}};
  EXPECT_EQ(count(analysed({}, {}), Analysis::Kind::fault), 1);
  EXPECT_EQ(count(analysed(sample, {{"lamp", 0.0, "off"}}), Analysis::Kind::fault), 1);
  EXPECT_EQ(count(analysed(sample, {{"oven", 383.15}}), Analysis::Kind::damage), 1);
  const std::vector<ParameterValue> too_fast = {{"particle", 1.5e-6}, {"flow", 4e-8}};  // the pump trips
  EXPECT_EQ(count(analysed(sample, too_fast), Analysis::Kind::fault), 1);
  const Analysis crushed = analysed(sample, {{"particle", 1.5e-6}, {"pressure_limit", 1.3e8}, {"flow", 5e-8}});
  EXPECT_EQ(count(crushed, Analysis::Kind::damage), 1);
  EXPECT_THROW(analysed(sample, {{"oven", 500.0}}), ModelError);
  EXPECT_THROW(analysed(sample, {{"modifier", 0.0, "ethanol"}}), ModelError);
}

}  // namespace
}  // namespace stillhouse
