#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "engine/base/error.h"
#include "models/instruments/gas_chromatography/elution.h"
#include "models/instruments/instrument_kind.h"

namespace stillhouse {
namespace {

using testing::HasSubstr;

const GcColumn usual = GcColumn::open_tube(30.0, 0.25e-3, 0.25e-6);

const CarrierGas& helium() {
  return find_carrier_gas("helium");
}

Elution run(const OvenProgram& oven, const std::string& phase, const std::string& name, const CarrierDrive& drive) {
  const GcAnalyte& analyte = find_gc_analyte(name);
  return elute(usual, helium(), drive, oven, find_retention(phase, analyte), analyte, 0.0, 1e5);
}
const CarrierDrive by_pressure{false, 200e3, 101325.0};

// isothermally t_R = t_M (1 + k) and sigma^2 = H t_R^2 / L with Golay's H, mean over the column by Giddings: closed
// forms
TEST(Elution, AtOneTemperatureIsHoldUpTimeTimesRetention) {
  const double T = 373.15, k = std::exp(find_retention("5ms", find_gc_analyte("n-decane")).ln_k(T, usual.beta));
  const Elution peak = run(OvenProgram(T, 0.0, {}), "5ms", "n-decane", by_pressure);
  const double t_M = usual.hold_up_time(T, helium(), 200e3, 101325.0);
  ASSERT_TRUE(peak.eluted);
  EXPECT_NEAR(peak.t, t_M * (1.0 + k), 1e-4 * peak.t);
  EXPECT_NEAR(peak.k, k, 1e-9 * k);
  // 100,000 plates or so on 30 m x 0.25 mm
  const double plates = peak.t * peak.t / (peak.sigma * peak.sigma);
  EXPECT_GT(plates, 80e3);
  EXPECT_LT(plates, 160e3);
}

TEST(Elution, OfAFlatProgramIsThatOfOneTemperature) {
  const Elution flat = run(OvenProgram(373.15, 10.0, {{0.1, 373.15, 60.0}}), "5ms", "n-decane", by_pressure);
  const Elution one = run(OvenProgram(373.15, 0.0, {}), "5ms", "n-decane", by_pressure);
  EXPECT_NEAR(flat.t, one.t, 1e-6 * one.t);
  EXPECT_NEAR(flat.sigma, one.sigma, 1e-6 * one.sigma);
}

TEST(Elution, HeatingBringsLateZonesSoonerAndNarrower) {
  const Elution warm = run(OvenProgram(353.15, 0.0, {}), "5ms", "n-tetradecane", by_pressure);
  const Elution ramp =
      run(OvenProgram(353.15, 0.0, {{10.0 / 60.0, 573.15, 60.0}}), "5ms", "n-tetradecane", by_pressure);
  EXPECT_LT(ramp.t, 0.2 * warm.t);
  EXPECT_LT(ramp.sigma, 0.1 * warm.sigma);
}

TEST(GcColumn, KeepsTheFlowAtAnyTemperature) {
  const double flow = 1.0e-6 / 60.0;
  for (const double T : {313.15, 573.15}) {
    const double p_i = usual.inlet_pressure(flow, T, helium(), 101325.0);
    EXPECT_NEAR(usual.flow(T, helium(), p_i, 101325.0), flow, 1e-12 * flow);
  }
  // a packed column of 2 m x 2 mm wants some bar, a capillary's 30 m little more than one
  const GcColumn packed = GcColumn::packed_bed(2.0, 2e-3, 0.14e-3, 0.1);
  const double p_i = packed.inlet_pressure(20e-6 / 60.0, 373.15, helium(), 101325.0);
  EXPECT_GT(p_i, 1.5e5);
  EXPECT_LT(p_i, 6e5);
}

TEST(GcColumn, HasItsBestVelocityWhereGolaysTermsAreEqual) {
  const double D = 3e-5, k = 5.0;
  double best = 1.0, at = 0.0;
  for (double u = 0.02; u < 2.0; u *= 1.01)
    if (const double H = usual.plate_height(k, u, D, D); H < best) best = H, at = u;
  const double c = (1 + 6 * k + 11 * k * k) / (96 * 36.0) * 0.25e-3 * 0.25e-3 / D +
                   2 * k * 0.25e-6 * 0.25e-6 / (3 * 36.0 * 1e-4 * D);
  EXPECT_NEAR(at, std::sqrt(2 * D / c), 0.02 * at);
  EXPECT_NEAR(best, 2 * std::sqrt(2 * D * c), 1e-3 * best);
}

// the phase ratio shifts ln k by its logarithm; an index of 100 n is the alkane itself
TEST(Retention, FollowsPhaseRatioAndIndex) {
  const Retention decane = find_retention("5ms", find_gc_analyte("n-decane"));
  EXPECT_NEAR(decane.ln_k(400.0, 125.0) - decane.ln_k(400.0, 250.0), std::log(2.0), 1e-12);
  for (const double T : {320.0, 400.0, 480.0})
    EXPECT_NEAR(alkane_retention("5ms", 10.0).ln_k(T, 250.0), decane.ln_k(T, 250.0), 1e-12);
  EXPECT_FALSE(decane.predicted);
  EXPECT_TRUE(find_retention("5ms", find_gc_analyte("ethanol")).predicted);
  EXPECT_TRUE(find_gc_analyte("phenol").ecn_predicted);
  EXPECT_EQ(&find_gc_analyte("ethyl alcohol"), &find_gc_analyte("Ethanol"));
  EXPECT_THROW(find_gc_analyte("unobtainium"), ModelError);
}

Analysis chromatogram(const std::vector<Portion>& portions, const std::vector<ParameterValue>& method = {}) {
  return find_instrument("gas_chromatograph").analyse({"", portions, {}, 293.15}, method, 7);
}
const std::vector<Portion> aromatics{{"benzene", PortionKind::mass_fraction, 0.01},
                                     {"toluene", PortionKind::mass_fraction, 0.01},
                                     {"ethylbenzene", PortionKind::mass_fraction, 0.01},
                                     {"n-decane", PortionKind::rest, 0.0}};

std::vector<double> results(const Analysis& analysis, const std::string& name) {
  std::vector<double> values;
  for (const auto& result : analysis.results)
    if (result.name == name) values.push_back(result.value);
  return values;
}
double truth(const Analysis& analysis, const std::string& of, const std::string& name) {
  for (const auto& result : analysis.truth)
    if (result.of == of && result.name == name) return result.value;
  return NAN;
}
std::string messages(const Analysis& analysis, Analysis::Kind kind) {
  std::string text;
  for (const auto& message : analysis.messages)
    if (message.kind == kind) text += message.text.en + "\n";
  return text;
}

TEST(GasChromatograph, FindsTheAreasThatItsSpeciesHave) {
  const Analysis analysis = chromatogram(aromatics, {{"split", 200.0, ""}});
  const std::vector<double> times = results(analysis, "retention_time"), areas = results(analysis, "area");
  ASSERT_EQ(times.size(), 4u);
  const char* const names[] = {"benzene", "toluene", "ethylbenzene"};
  for (int i = 0; i < 3; ++i) {
    EXPECT_NEAR(times[i], truth(analysis, names[i], "retention_time"), 0.5) << names[i];
    EXPECT_NEAR(areas[i], truth(analysis, names[i], "area"), 0.02 * areas[i]) << names[i];
  }
  EXPECT_EQ(messages(analysis, Analysis::Kind::fault), "");
  EXPECT_EQ(messages(analysis, Analysis::Kind::damage), "");
}

TEST(GasChromatograph, RepeatsToTheBitAndDiffersWithTheSeed) {
  const InstrumentKind& kind = find_instrument("gas_chromatograph");
  const Sample sample{"", aromatics, {}, 293.15};
  EXPECT_EQ(kind.analyse(sample, {}, 1).signal[1].values, kind.analyse(sample, {}, 1).signal[1].values);
  EXPECT_NE(kind.analyse(sample, {}, 1).signal[1].values, kind.analyse(sample, {}, 2).signal[1].values);
}

// the split of mass between alike hydrocarbons: effective carbon numbers per mass are within 3 %
TEST(GasChromatograph, FlameAnswersToCarbonAndConductionToWater) {
  const std::vector<Portion> wet{{"methanol", PortionKind::mole_fraction, 0.4}, {"water", PortionKind::rest, 0.0}};
  const std::vector<ParameterValue> wax{{"phase", 0.0, "wax"}, {"oven", 353.15, ""}, {"split", 500.0, ""}};
  EXPECT_EQ(truth(chromatogram(wet, wax), "water", "area"), 0.0);
  std::vector<ParameterValue> conduction = wax;
  conduction.push_back({"detector", 0.0, "tcd"});
  const Analysis both = chromatogram(wet, conduction);
  EXPECT_GT(truth(both, "water", "area"), truth(both, "methanol", "area"));
}

TEST(GasChromatograph, CoelutesMetaAndParaXyleneOnASilicone) {
  const Analysis analysis = chromatogram({{"m-xylene", PortionKind::mass_fraction, 0.005},
                                          {"p-xylene", PortionKind::mass_fraction, 0.005},
                                          {"o-xylene", PortionKind::mass_fraction, 0.005},
                                          {"n-hexane", PortionKind::rest, 0.0}},
                                         {{"split", 200.0, ""}});
  EXPECT_EQ(results(analysis, "retention_time").size(), 3u);  // hexane, meta and para, ortho
}

const std::vector<Portion> isomers{{"p-xylene", PortionKind::mass_fraction, 0.25},
                                   {"m-xylene", PortionKind::mass_fraction, 0.25},
                                   {"o-xylene", PortionKind::mass_fraction, 0.25},
                                   {"ethylbenzene", PortionKind::mass_fraction, 0.25}};

// polyethylene glycol parts them in this order, by indices that are recalled (NOTICE.md). On a silicone Brehmer (2022)
// measured the same ln k of meta and para at every temperature from 80 degC on
TEST(GasChromatograph, PartsTheXylenesOnWaxOnly) {
  const auto run = [](const char* phase, double T) {
    return chromatogram(isomers, {{"phase", 0.0, phase},
                                  {"oven", T, ""},
                                  {"ramp1", 0.0, ""},
                                  {"hold", 900.0, ""},
                                  {"split", 500.0, ""},
                                  {"volume", 1e-10, ""}});
  };
  const Analysis wax = run("wax", 348.15), silicone = run("5ms", 358.15);
  const auto time = [&](const char* of) { return truth(wax, of, "retention_time"); };
  EXPECT_LT(time("ethylbenzene"), time("p-xylene"));
  EXPECT_LT(time("p-xylene"), time("m-xylene"));
  EXPECT_LT(time("m-xylene"), time("o-xylene"));
  EXPECT_GT(truth(wax, "", "least_resolution"), 1.5);
  EXPECT_LT(truth(silicone, "", "least_resolution"), 0.4);
  EXPECT_NEAR(truth(wax, "", "last_peak"), time("o-xylene") + 2.0 * truth(wax, "o-xylene", "sigma"), 0.05);
  // the worst pair is the one that the integrator reports as such
  const std::vector<double> reported = results(wax, "resolution");
  EXPECT_NEAR(*std::min_element(reported.begin() + 1, reported.end()), truth(wax, "", "least_resolution"), 0.05);
}

TEST(GasChromatograph, HasPartedNothingWhenASpeciesStaysInside) {
  const Analysis early =
      chromatogram(isomers, {{"phase", 0.0, "wax"}, {"oven", 333.15, ""}, {"ramp1", 0.0, ""}, {"hold", 330.0, ""}});
  EXPECT_EQ(truth(early, "", "least_resolution"), 0.0);
  EXPECT_THAT(messages(early, Analysis::Kind::note), HasSubstr("did not leave"));
  EXPECT_EQ(truth(chromatogram(isomers, {{"detector", 0.0, "off"}}), "", "least_resolution"), 0.0);
}

// some 15 ug come where 0.1 ug are carried: three liquids without a solvent are one hump, and the report says why
TEST(GasChromatograph, SaysWhatIsTooMuchForTheColumn) {
  const std::vector<Portion> neat{{"methanol", PortionKind::mole_fraction, 0.4},
                                  {"ethanol", PortionKind::mole_fraction, 0.3},
                                  {"water", PortionKind::rest, 0.0}};
  const Analysis hump = chromatogram(neat);
  EXPECT_EQ(results(hump, "area").size(), 1u);
  EXPECT_THAT(messages(hump, Analysis::Kind::note), HasSubstr("carries): methanol 6.5 (0.033), ethanol 7 (0.033)"));
  EXPECT_THAT(messages(hump, Analysis::Kind::note), HasSubstr("up to 211 times"));
  // who is to find out what is in the sample does not read it in a note
  for (const auto& message : hump.messages)
    if (!message.names_species) EXPECT_THAT(message.text.en, testing::Not(HasSubstr("methanol")));
  const Analysis little = chromatogram(neat, {{"split", 500.0, ""}, {"volume", 1e-10, ""}});
  EXPECT_EQ(results(little, "area").size(), 2u);
  EXPECT_THAT(messages(little, Analysis::Kind::note), testing::Not(HasSubstr("overloaded")));
}

TEST(GasChromatograph, FrontsWhenItIsOverloaded) {
  const auto apex_after_mean = [&](double split) {
    const Analysis analysis = chromatogram(
        {{"toluene", PortionKind::mass_fraction, 0.2}, {"n-hexane", PortionKind::rest, 0.0}}, {{"split", split, ""}});
    return results(analysis, "tailing").back();
  };
  EXPECT_GT(apex_after_mean(1000.0), apex_after_mean(50.0));
  EXPECT_LT(apex_after_mean(50.0), 0.9);
}

TEST(GasChromatograph, TakesImpossibleMethodsAsTheBenchDoes) {
  const auto flat = [](const Analysis& analysis) {
    const auto& values = analysis.signal[1].values;
    const auto [low, high] = std::minmax_element(values.begin(), values.end());
    return *high - *low < 1.0;
  };
  const Analysis hot = chromatogram(aromatics, {{"phase", 0.0, "wax"}, {"oven1", 573.15, ""}});
  EXPECT_THAT(messages(hot, Analysis::Kind::damage), HasSubstr("stands 250"));
  EXPECT_GT(hot.signal[1].values.back(), 30.0);  // bleeds
  const Analysis off = chromatogram(aromatics, {{"detector", 0.0, "off"}});
  EXPECT_TRUE(flat(off));
  EXPECT_THAT(messages(off, Analysis::Kind::fault), HasSubstr("detector is off"));
  const Analysis cold = chromatogram(aromatics, {{"detector_temperature", 373.15, ""}});
  EXPECT_TRUE(flat(cold));
  EXPECT_THAT(messages(cold, Analysis::Kind::fault), HasSubstr("too cold"));
  const Analysis empty = chromatogram({});
  EXPECT_TRUE(results(empty, "area").empty());
  EXPECT_THAT(messages(empty, Analysis::Kind::note), HasSubstr("empty"));
  const Analysis still = chromatogram(aromatics, {{"pressure", 0.0, ""}});
  EXPECT_TRUE(results(still, "area").empty());
  EXPECT_THAT(messages(still, Analysis::Kind::fault), HasSubstr("no carrier"));
  EXPECT_THAT(messages(still, Analysis::Kind::damage), HasSubstr("oxidised"));
  const Analysis much = chromatogram({{"water", PortionKind::mole_fraction, 1.0}}, {{"volume", 5e-9, ""}});
  EXPECT_THAT(messages(much, Analysis::Kind::fault), HasSubstr("mL of vapour"));
}

/// Four times of tests/literature/g6_instruments.csv that are not met (known_failures.csv), checked to be out of reach:
/// of its program A 10 K/min, of its program D 5 K/min after a minute at 40 degC.
TEST(GasChromatograph, CannotMeetTheLightAlkanesWithWhatIsPublishedOfThem) {
  struct Fact {
    const char* alkane;
    double rate, minutes;  // K/min, measured
  };
  const Fact facts[] = {
      {"n-nonane", 10, 2.305}, {"n-nonane", 5, 2.517}, {"n-decane", 5, 4.559}, {"n-undecane", 5, 7.148}};
  // an oven that is off and begins early, a hold-up time that is longer by so much (it goes with the square of the
  // length)
  const auto minutes = [](const Fact& fact, double off, double early, double hold_up) {
    const GcColumn column = GcColumn::open_tube(11.18 * std::sqrt(hold_up), 0.104e-3, 0.104e-6);
    const OvenProgram oven(313.15 + off, 60.0 - early, {{fact.rate / 60.0, 453.15 + off, 60.0}});
    const GcAnalyte& analyte = find_gc_analyte(fact.alkane);
    const Elution peak = elute(column, find_carrier_gas("hydrogen"), {false, 411564.0, 101300.0}, oven,
                               find_retention("fs5ms", analyte), analyte, 0.0, 4000.0);
    return peak.t / 60.0;
  };
  for (const Fact& fact : facts) {
    // the published hold-up time is good to 0.5 %, the times may be 3 % off
    EXPECT_LT(minutes(fact, 0.0, 0.0, 1.005), 0.97 * fact.minutes) << fact.alkane << " " << fact.rate;
    EXPECT_GT(minutes(fact, 0.0, 0.0, 1.052), 0.97 * fact.minutes) << fact.alkane << " " << fact.rate;
    // what would bring them about, and is not published
    EXPECT_NEAR(minutes(fact, -2.5, 9.0, 1.0) / fact.minutes, 1.0, 0.008) << fact.alkane << " " << fact.rate;
  }
}

TEST(GasChromatograph, SaysThatACarrierHasNotEvenComeThrough) {
  // a packing in a tube as long and as narrow as a capillary, which is what the other settings stand at
  const Sample sample{"", {{"toluene", PortionKind::mole_fraction, 1.0}}, {}, 293.15};
  const auto told = [&](std::vector<ParameterValue> method) {
    std::string text;
    for (const auto& message : find_instrument("gas_chromatograph").analyse(sample, method, 1).messages)
      text += message.text.en + "\n";
    return text.find("packed columns are some 2 m long") != std::string::npos;
  };
  EXPECT_TRUE(told({{"column", 0.0, "packed"}}));
  EXPECT_FALSE(told({{"column", 0.0, "packed"}, {"length", 2.0, ""}, {"diameter", 2e-3, ""}, {"split", 1.0, ""}}));
}

}  // namespace
}  // namespace stillhouse
