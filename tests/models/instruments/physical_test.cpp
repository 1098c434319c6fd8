#include <gtest/gtest.h>

#include <cmath>

#include "engine/base/error.h"
#include "models/instruments/physical/atomic_absorption.h"
#include "models/instruments/physical/conductivity.h"
#include "models/instruments/physical/ethanol_water.h"
#include "models/instruments/physical/refractometer.h"
#include "models/instruments/physical/viscometer.h"
#include "models/instruments/spectrometry/spectrometer.h"
#include "tests/models/instruments/bench_rig.h"

namespace stillhouse {
namespace {

std::vector<Portion> dichromate(double milligrams) {
  return {portion("potassium dichromate", milligrams, "mg/L")};
}

// closed form: d ln c / d T least where ln T = -1
TEST(Spectrometer, HasItsBestRangeAtThirtySevenPercent) {
  double best = 0.0, least = 1e9;
  for (double A = 0.01; A < 3.0; A += 0.0001)
    if (relative_error(A) < least) least = relative_error(A), best = A;
  EXPECT_NEAR(best, std::log10(std::exp(1.0)), 2e-4);
  // and so does the instrument: scatter of 200 readings over the absorbance, constant noise of transmittance
  const auto scatter = [](double milligrams) {
    double sum = 0.0, squares = 0.0;
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
      const double A = result(analysis("spectrometer", dichromate(milligrams),
                                       {number("noise", 0.002), number("shot_noise", 0.0), number("stray_light", 0.0),
                                        word("blank", "none")},
                                       seed),
                              "absorbance");
      sum += A, squares += A * A;
    }
    const double mean = sum / 200.0;
    return std::sqrt(squares / 200.0 - mean * mean) / mean;
  };
  // 40 mg/L has A = 0.43 at 350 nm; a fifth and five times of it are worse
  const double middle = scatter(40.5);
  EXPECT_NEAR(middle, 0.002 * least, 0.15 * 0.002 * least);
  EXPECT_GT(scatter(8.1), 1.5 * middle);
  EXPECT_GT(scatter(160.0), 1.5 * middle);
}

TEST(Spectrometer, ShowsStrayLightSlitAndBlank) {
  const std::vector<ParameterValue> quiet{number("noise", 0.0), number("shot_noise", 0.0)};
  const auto read = [&](std::vector<Portion> sample, std::vector<ParameterValue> method) {
    method.insert(method.end(), quiet.begin(), quiet.end());
    return result(analysis("spectrometer", std::move(sample), method), "absorbance");
  };
  // certificate of 60 mg/L: 0.643 at 350 nm, within 0.010
  EXPECT_NEAR(read(dichromate(60), {number("stray_light", 0.0)}), 0.643, 0.010);
  // the ceiling of stray light: -log10(s / (1 + s))
  EXPECT_NEAR(read(dichromate(1000), {number("stray_light", 0.01)}), std::log10(1.01 / 0.01), 1e-3);
  // and the truth that a student's answers are held against
  const Analysis concentrated = analysis("spectrometer", dichromate(1000), {number("stray_light", 0.01)});
  for (const Analysis::Result& one : concentrated.truth)
    EXPECT_NEAR(one.value, one.name == "stray_light" ? 1.0 : one.name == "absorbance" ? 10.72 : one.value, 0.17);
  // a wide slit on a maximum shows less
  const std::vector<Portion> violet{portion("potassium permanganate", 0.2, "mmol/L")};
  const double narrow = read(violet, {number("wavelength", 525, "nm"), number("band_pass", 0, "nm")});
  EXPECT_NEAR(narrow, 0.486, 0.003);
  EXPECT_LT(read(violet, {number("wavelength", 525, "nm"), number("band_pass", 20, "nm")}), 0.98 * narrow);
  // a dirty cuvette is taken off by a blank in a cuvette as dirty
  EXPECT_NEAR(read(dichromate(60), {number("cuvette", 0.1)}) - read(dichromate(60), {}), 0.1, 2e-3);
  EXPECT_NEAR(read(dichromate(60), {number("cuvette", 0.1), number("blank_cuvette", 0.1)}), read(dichromate(60), {}),
              2e-3);
}

TEST(Spectrometer, IsOffByTheErrorOfItsGrating) {
  const std::vector<Portion> violet{portion("potassium permanganate", 0.2, "mmol/L")};
  const auto read = [&](double nanometres, double error) {
    return result(analysis("spectrometer", violet,
                           {number("wavelength", nanometres, "nm"), number("wavelength_error", error, "nm"),
                            number("noise", 0.0), number("shot_noise", 0.0)}),
                  "absorbance");
  };
  // what stands at 500 nm is what a right grating shows at 502: on the slope several per cent, on the maximum nothing
  EXPECT_NEAR(read(500.0, 2.0), read(502.0, 0.0), 1e-12);
  EXPECT_GT(std::abs(read(500.0, 2.0) / read(500.0, 0.0) - 1.0), 0.03);
  EXPECT_LT(std::abs(read(525.0, 1.0) / read(525.0, 0.0) - 1.0), 0.01);
  // and the maximum of a scan stands as much too low
  const auto maximum = [&](double error) {
    return result(
        analysis("spectrometer", violet,
                 {word("mode", "scan"), number("from", 500, "nm"), number("to", 560, "nm"), number("step", 0.5, "nm"),
                  number("wavelength_error", error, "nm"), number("noise", 0.0), number("shot_noise", 0.0)}),
        "wavelength_of_maximum");
  };
  EXPECT_NEAR(maximum(0.0) - maximum(2.0), 2.0, 1e-9);
}

TEST(Spectrometer, GetsNoisierAsItsLampAges) {
  const auto scatter = [](double hours, const char* which) {
    double sum = 0.0, squares = 0.0;
    constexpr int readings = 400;
    for (std::uint64_t seed = 1; seed <= readings; ++seed) {
      std::vector<ParameterValue> method{number("lamp_hours", hours, "h"), number("stray_light", 0.0),
                                         number("noise", 0.0), number("shot_noise", 0.0), word("blank", "none")};
      for (ParameterValue& value : method)
        if (value.name == which) value.number = 0.001;
      const double T = result(analysis("spectrometer", dichromate(40), method, seed), "transmittance");
      sum += T, squares += T * T;
    }
    const double mean = sum / readings;
    return std::sqrt(squares / readings - mean * mean);
  };
  // after 2000 h half the light: noise of the detector counts twice, that of the photons by the root of two. The draws
  // are those of the same seeds, so that nothing but the lamp differs
  EXPECT_NEAR(scatter(2000.0, "noise") / scatter(0.0, "noise"), 2.0, 1e-3);
  EXPECT_NEAR(scatter(4000.0, "noise") / scatter(0.0, "noise"), 4.0, 1e-2);
  EXPECT_NEAR(scatter(2000.0, "shot_noise") / scatter(0.0, "shot_noise"), std::sqrt(2.0), 1e-3);
  // each reading makes it older, by its own time
  const Analysis one = analysis("spectrometer", dichromate(40), {});
  ASSERT_EQ(one.wear.size(), 1u);
  EXPECT_EQ(one.wear[0].setting, "lamp_hours");
  EXPECT_EQ(one.wear[0].by, one.duration);
  EXPECT_TRUE(analysis("spectrometer", dichromate(40), {word("lamp", "off")}).wear.empty());
}

TEST(Spectrometer, SeesWhatAReductantHasLeft) {
  const auto read = [](double permanganate, double iron) {
    std::vector<Portion> sample{portion("potassium permanganate", permanganate, "mmol/L"),
                                portion("sulfuric acid", 0.1, "mol/L")};
    if (iron > 0.0) sample.push_back(portion("ammonium iron(II) sulfate", iron, "mmol/L"));
    return result(analysis("spectrometer", sample,
                           {number("wavelength", 525, "nm"), number("noise", 0.0), number("shot_noise", 0.0),
                            number("stray_light", 0.0)}),
                  "absorbance");
  };
  // MnO4- + 5 Fe2+: 0.5 mmol/L of iron take 0.1 of 0.2 mmol/L, and 1.5 mmol/L all of it
  EXPECT_NEAR(read(0.2, 0.5), read(0.1, 0.0), 1e-4);
  EXPECT_NEAR(read(0.2, 1.5), 0.0, 1e-4);
  EXPECT_GT(read(0.2, 0.0), 0.45);
}

TEST(Spectrometer, TellsTwoSpeciesApart) {
  const std::vector<Portion> both{portion("potassium dichromate", 0.5, "mmol/L"),
                                  portion("potassium permanganate", 0.15, "mmol/L")};
  const auto at = [&](double nanometres) {
    return result(analysis("spectrometer", both,
                           {number("wavelength", nanometres, "nm"), number("noise", 0.0), number("shot_noise", 0.0),
                            number("stray_light", 0.0)}),
                  "absorbance");
  };
  const auto c = two_components({at(440), at(545)}, {{{374.0, 95.0}, {9.0, 2375.0}}});
  EXPECT_NEAR(c[0], 5e-4, 5e-6);
  EXPECT_NEAR(c[1], 1.5e-4, 1.5e-6);
  EXPECT_THROW(two_components({1.0, 1.0}, {{{1.0, 2.0}, {2.0, 4.0}}}), ModelError);
}

TEST(Spectrometer, ScansAndTellsFaults) {
  const Analysis scan =
      analysis("spectrometer", dichromate(60), {word("mode", "scan"), number("noise", 0.0), number("shot_noise", 0.0)});
  EXPECT_EQ(scan.signal[0].values.size(), 381u);
  EXPECT_NEAR(result(scan, "wavelength_of_maximum"), 257.0, 2.0);
  EXPECT_TRUE(failed(analysis("spectrometer", dichromate(60), {word("lamp", "off")})));
  EXPECT_TRUE(failed(analysis("spectrometer", {}, {})));
  // what is not known is said: another wavelength, another species
  const std::vector<Portion> violet{portion("potassium permanganate", 0.2, "mmol/L")};
  EXPECT_EQ(analysis("spectrometer", violet, {}).messages.at(0).text.en,
            "The spectrum of potassium permanganate is known from 400 to 700 nm only.");
  EXPECT_TRUE(analysis("spectrometer", violet, {number("wavelength", 525, "nm")}).messages.empty());
  EXPECT_EQ(analysis("spectrometer", {portion("sodium chloride", 1, "mmol/L")}, {}).messages.size(), 1u);
  EXPECT_TRUE(failed(analysis("spectrometer", dichromate(60),
                              {word("mode", "scan"), number("from", 500, "nm"), number("to", 400, "nm")})));
}

TEST(Refractometer, HasTwoCompositionsForOneReadingOfEthanol) {
  const auto n = [](double w) { return refractive_index({{"ethanol", w}, {"water", 1.0 - w}}, 293.15); };
  double best = 0.0;
  for (double w = 0.0; w <= 1.0; w += 0.001)
    if (n(w) > n(best)) best = w;
  EXPECT_NEAR(best, 0.78, 0.02);
  // 1.3645 is read of some 64 and some 91 mass %
  int crossings = 0;
  for (double w = 0.0; w < 1.0; w += 0.001) crossings += (n(w) < 1.3645) != (n(w + 0.001) < 1.3645);
  EXPECT_EQ(crossings, 2);
  // at 25 degC: 1.3590 for ethanol (CRC), -4e-4 a kelvin
  EXPECT_NEAR(refractive_index("ethanol", 298.15), 1.3590, 5e-4);
  // benzene at 25 degC 1.4979 (CRC)
  EXPECT_NEAR(refractive_index("benzene", 298.15), 1.4979, 5e-4);
  EXPECT_THROW(refractive_index("ethanole", 293.15), ModelError);
}

TEST(Refractometer, ReadsWaterAndWarmPrisms) {
  const std::vector<Portion> water{portion("water", 1.0, "kg/kg")};
  EXPECT_NEAR(result(analysis("refractometer", water, {number("noise", 0.0)}), "index"), 1.3330, 1e-9);
  EXPECT_NEAR(result(analysis("refractometer", water, {number("noise", 0.0), number("offset", 0.0012)}), "index"),
              1.3342, 1e-9);
  // a hot sample that is read at once
  const std::vector<Portion> benzene{portion("benzene", 1.0, "kg/kg")};
  EXPECT_LT(
      result(analysis("refractometer", benzene, {number("wait", 0, "s"), number("noise", 0.0)}, 1, 313.15), "index"),
      1.4900);
  EXPECT_TRUE(failed(analysis("refractometer", {}, {})));
}

TEST(Densimeter, ReadsByEachInstrument) {
  const std::vector<Portion> spirit{portion("ethanol", 0.4, "kg/kg"), portion("water", 0.6, "kg/kg")};
  // OIML R 22: 935.15 at 20 degC
  EXPECT_NEAR(result(analysis("densimeter", spirit, {number("noise", 0.0)}), "density"), 935.15, 0.02);
  EXPECT_NEAR(
      result(analysis("densimeter", spirit, {word("instrument", "hydrometer"), number("noise", 0.0)}), "density"),
      935.15, 0.26);
  // the alcoholometer is right at 20 degC and shows too much in a warm cylinder
  EXPECT_NEAR(
      result(analysis("densimeter", spirit, {word("instrument", "alcoholometer"), number("noise", 0.0)}), "strength"),
      47.395, 0.2);
  EXPECT_GT(
      result(analysis("densimeter", spirit, {word("instrument", "alcoholometer"), number("noise", 0.0)}, 1, 303.15),
             "strength"),
      50.0);
  EXPECT_LT(result(analysis("densimeter", spirit, {number("bubble", 0.01), number("noise", 0.0)}), "density"), 926.0);
  EXPECT_TRUE(
      failed(analysis("densimeter", spirit, {word("instrument", "hydrometer"), number("scale_from", 950, "kg/m^3")})));
  EXPECT_THROW(ethanol_water_density(0.5, 350.0), ModelError);
}

TEST(Conductivity, FollowsSaponification) {
  // closed forms: equal starts a / (1 + k a t); unequal starts meet them as they come together
  EXPECT_NEAR(hydroxide_left(10.0, 10.0, 1e-4, 1000.0), 10.0 / 2.0, 1e-12);
  EXPECT_NEAR(hydroxide_left(10.0 + 1e-5, 10.0, 1e-4, 1000.0), 5.0, 1e-4);
  // x from the integrated law: ln((b (a - x)) / (a (b - x))) = k t (a - b)
  const double left = hydroxide_left(20.0, 10.0, 1e-4, 800.0), x = 20.0 - left;
  EXPECT_NEAR(std::log(10.0 * left / (20.0 * (10.0 - x))), 1e-4 * 800.0 * 10.0, 1e-12);
  EXPECT_NEAR(hydroxide_left(20.0, 10.0, 1e-4, 1e9), 10.0, 1e-6);
}

TEST(Conductivity, IsThatOfTheIons) {
  const auto kappa = [](std::vector<Portion> sample, std::vector<ParameterValue> method = {}) {
    method.push_back(number("noise", 0.0));
    return result(analysis("conductivity_meter", std::move(sample), method), "conductivity");
  };
  // CRC: molar conductivities at 0.01 mol/L, S cm^2/mol: HCl 411.8, NaOH 237.9, NaCl 118.45; within 1 %
  EXPECT_NEAR(kappa({portion("hydrochloric acid", 0.01, "mol/L")}), 4.118, 0.041);
  EXPECT_NEAR(kappa({portion("sodium hydroxide", 0.01, "mol/L")}), 2.379, 0.024);
  EXPECT_NEAR(kappa({portion("sodium chloride", 0.01, "mol/L")}), 1.1845, 0.012);
  // acetate takes the place of hydroxide: the end of saponification is a good third of its start
  const double start = kappa({portion("sodium hydroxide", 0.01, "mol/L")});
  const double end = kappa({portion("sodium acetate", 0.01, "mol/L")});
  EXPECT_NEAR(end / start, 83.8 / 237.9, 0.02);
  // neutralised acid and base are a salt
  EXPECT_NEAR(kappa({portion("hydrochloric acid", 0.01, "mol/L"), portion("sodium hydroxide", 0.01, "mol/L")}),
              kappa({portion("sodium chloride", 0.01, "mol/L")}), 1e-3);
  // 2 % a kelvin, and a wrong cell constant
  const std::vector<Portion> salt{portion("potassium chloride", 0.01, "mol/L")};
  EXPECT_NEAR(kappa(salt, {number("temperature", 35, "degC")}) / kappa(salt), 1.2, 1e-9);
  EXPECT_NEAR(kappa(salt, {number("temperature", 35, "degC"), word("compensation", "linear")}), kappa(salt), 1e-9);
  EXPECT_NEAR(kappa(salt, {number("cell_constant", 1.1, "1/cm")}), 1.1 * kappa(salt), 1e-9);
  EXPECT_THROW(kappa({portion("ethanol", 0.01, "mol/L")}), ModelError);
}

TEST(Conductivity, FallsWhileEsterIsSaponified) {
  const std::vector<Portion> both{portion("sodium hydroxide", 0.01, "mol/L"), portion("ethyl acetate", 0.01, "mol/L")};
  const Analysis run = analysis("conductivity_meter", both, {word("mode", "kinetics"), number("noise", 0.0)});
  const std::vector<double>&time = run.signal[0].values, &kappa = run.signal[1].values;
  ASSERT_EQ(time.size(), 61u);
  // (k_0 - k_t) / (k_t - k_end) = k a t for equal starts, as long as kappa is a straight line of what has reacted
  const double end =
      result(analysis("conductivity_meter", {portion("sodium acetate", 0.01, "mol/L")}, {number("noise", 0.0)}),
             "conductivity");
  for (const std::size_t i : {10u, 30u, 60u})
    EXPECT_NEAR((kappa[0] - kappa[i]) / (kappa[i] - end), 0.112 * 0.01 * time[i], 0.03 * 0.112 * 0.01 * time[i]);
}

TEST(Viscometer, TimesWaterAndMissesAnUnsteadyBath) {
  EXPECT_NEAR(capillary_time(1e-6, 4e-9, 0.0), 250.0, 1e-9);
  const double t = capillary_time(1e-6, 4e-9, 4e-5);
  EXPECT_NEAR(4e-9 * t - 4e-5 / (t * t), 1e-6, 1e-15);
  EXPECT_GT(t, 250.0);
  const std::vector<Portion> water{portion("water", 1.0, "kg/kg")};
  // ISO 3666: 1.0034 mm^2/s at 20 degC; the component data are within 3 %
  const double seconds =
      result(analysis("viscometer", water, {number("correction", 0.0, "mm^2*s"), number("hand", 0.0, "s")}), "time");
  EXPECT_NEAR(0.003 * seconds, 1.0034, 0.03);
  // 2 to 3 % a kelvin
  const double warm = result(
      analysis("viscometer", water,
               {number("correction", 0.0, "mm^2*s"), number("hand", 0.0, "s"), number("bath_error", 1.0, "delta_K")}),
      "time");
  EXPECT_NEAR(warm / seconds, 0.976, 0.006);
  EXPECT_NEAR(
      result(analysis("viscometer", water, {word("instrument", "rotating"), number("gap", 0.2, "mm")}), "viscosity"),
      1.0016, 0.05);
  // Donnelly and Simon, J. Fluid Mech. 7 (1960) 401: torque a / W + b W^1.36, from the laminar one at the onset on
  EXPECT_NEAR(vortex_torque(0.3), 1.0, 1e-3);
  EXPECT_NEAR(vortex_torque(1.0), 1.0, 0.02);
  const auto torque = [](double W) { return W * vortex_torque(W * W); };
  const auto fitted = [&](double W) {
    // through the torques at W = 2 and 10
    const double t2 = torque(2.0), t10 = torque(10.0), p2 = std::pow(2.0, 1.36), p10 = std::pow(10.0, 1.36);
    const double b = (10.0 * t10 - 2.0 * t2) / (10.0 * p10 - 2.0 * p2);
    return 2.0 * (t2 - b * p2) / W + b * std::pow(W, 1.36);
  };
  for (const double W : {1.5, 3.0, 5.0, 8.0}) EXPECT_NEAR(torque(W), fitted(W), 1e-3 * fitted(W));
  // they read too much in a wide gap
  EXPECT_GT(
      result(analysis("viscometer", water,
                      {word("instrument", "rotating"), number("gap", 3.0, "mm"), number("shear_rate", 300, "1/s")}),
             "viscosity"),
      1.3);
  EXPECT_TRUE(failed(analysis("viscometer", {}, {})));
}

TEST(ThermometerBench, FindsTheConstantsOfIec60751) {
  const std::vector<ParameterValue> perfect{number("R_0", 100.0),
                                            number("alpha_error", 0.0),
                                            number("gradient", 0.0, "delta_K"),
                                            number("self_heating", 0.0, "delta_K"),
                                            number("reference_noise", 0.0, "delta_K"),
                                            number("depth", 500, "mm"),
                                            number("noise", 0.0)};
  const auto bench = [&](const char* of, std::vector<ParameterValue> with) {
    std::vector<ParameterValue> method = perfect;
    for (const ParameterValue& value : with) {
      std::erase_if(method, [&](const ParameterValue& one) { return one.name == value.name; });
      method.push_back(value);
    }
    return result(analysis("thermometer_bench", {}, method), of);
  };
  // IEC 60751: 100 ohm, 3.9083e-3, -5.775e-7
  EXPECT_NEAR(bench("R_0", {}), 100.0, 1e-9);
  EXPECT_NEAR(bench("A", {}), 3.9083e-3, 1e-10);
  EXPECT_NEAR(bench("B", {}), -5.775e-7, 1e-11);
  EXPECT_NEAR(bench("R_0", {word("wires", "two")}), 100.4, 1e-3);
  // noise shows in the uncertainty
  EXPECT_GT(bench("u_R_0", {number("noise", 10.0)}), 1e-3);
  // a sensor that is hardly immersed sees the room
  EXPECT_LT(bench("A", {number("depth", 30, "mm")}), 3.6e-3);
  EXPECT_NEAR(bench("slope", {word("sensor", "type_K"), number("type_error", 0.0)}), 0.0405, 0.0015);
}

TEST(AtomicAbsorption, BendsIonisesAndIsHeldBack) {
  // closed forms: half at c = 2 K without buffer; none with much of it; all in nothing
  EXPECT_NEAR(ionised_share(2.0, 0.0, 1.0), 0.5, 1e-12);
  EXPECT_NEAR(ionised_share(1.0, 1e6, 1.0), 0.0, 1e-5);
  EXPECT_NEAR(ionised_share(1e-9, 0.0, 1.0), 1.0, 1e-8);
  const std::vector<ParameterValue> quiet{number("flame_noise", 0.0), number("counter_noise", 0.0)};
  const auto read = [&](std::vector<Portion> sample, std::vector<ParameterValue> method) {
    method.insert(method.end(), quiet.begin(), quiet.end());
    return result(analysis("atomic_absorption", std::move(sample), method), "absorbance");
  };
  const auto calcium = [](double milligrams) { return portion("calcium", milligrams, "mg/L"); };
  // EPA-600/4-79-020: 1 % of the light is taken by 0.08 mg/L Ca, 0.007 Mg, 0.04 K
  EXPECT_NEAR(read({calcium(0.08)}, {number("unabsorbed", 0.0)}), 0.0044, 1e-6);
  EXPECT_NEAR(read({portion("magnesium", 0.007, "mg/L")}, {number("unabsorbed", 0.0), word("lamp", "magnesium")}),
              0.0044, 1e-6);
  EXPECT_NEAR(read({portion("potassium", 0.04, "mg/L")},
                   {number("unabsorbed", 0.0), word("lamp", "potassium"), number("ionisation", 1e-4, "mg/L")}),
              0.0044, 0.0044 * ionised_share(0.04, 0.0, 1e-4) * 1.01);
  EXPECT_NEAR(read({calcium(0.08)}, {number("unabsorbed", 0.0), number("burner", 2.0)}), 0.0088, 1e-6);
  // the line bends over
  EXPECT_NEAR(read({calcium(16)}, {}), -std::log10(0.98 * std::pow(10.0, -0.88) + 0.02), 1e-6);
  EXPECT_LT(read({calcium(16)}, {}) / read({calcium(1.6)}, {}), 9.7);
  // phosphate holds back, lanthanum releases
  const double alone = read({calcium(4)}, {});
  EXPECT_LT(read({calcium(4), portion("phosphate", 50, "mg/L")}, {}), 0.75 * alone);
  EXPECT_NEAR(read({calcium(4), portion("phosphate", 50, "mg/L"), portion("lanthanum", 5, "g/L")}, {}), alone, 1e-3);
  // potassium with and without caesium
  const std::vector<ParameterValue> hollow{word("lamp", "potassium")};
  EXPECT_GT(read({portion("potassium", 1, "mg/L"), portion("caesium", 1, "g/L")}, hollow),
            1.5 * read({portion("potassium", 1, "mg/L")}, hollow));
  EXPECT_TRUE(failed(analysis("atomic_absorption", {calcium(4)}, {word("flame", "off")})));
}

TEST(MoistureBalance, DriesToTheEndOrNot) {
  const std::vector<Portion> sample{portion("solid", 1.8, "g"), portion("water", 0.2, "g")};
  const auto moisture = [&](std::vector<ParameterValue> method) {
    return result(analysis("moisture_balance", sample, method), "moisture");
  };
  EXPECT_NEAR(moisture({}), 10.0, 0.2);
  EXPECT_LT(moisture({number("least_loss", 60.0, "mg")}), 9.5);
  // what the heat destroys counts as water, and a hot balance finds no end
  EXPECT_GT(moisture({number("decomposition", 0.05, "1/h"), number("temperature", 120, "degC")}), 10.5);
  EXPECT_TRUE(failed(analysis("moisture_balance", sample,
                              {number("decomposition", 0.02, "1/h"), number("temperature", 150, "degC")})));
  EXPECT_TRUE(failed(analysis("moisture_balance", {}, {})));
}

TEST(MoistureBalance, LosesWhatEvaporatesAndKeepsWhatDoesNot) {
  // at 105 degC glycerol has a vapour pressure of some 40 Pa, a three-thousandth of water's
  const auto loss = [](const char* beside) {
    const std::vector<Portion> sample{portion("solid", 1.5, "g"), portion("water", 0.3, "g"),
                                      portion(beside, 0.2, "g")};
    return result(analysis("moisture_balance", sample, {}), "moisture");
  };
  EXPECT_NEAR(loss("ethanol"), 25.0, 0.3) << "counts as water";
  EXPECT_NEAR(loss("glycerol"), 15.0, 0.6) << "stays";
}

}  // namespace
}  // namespace stillhouse
