#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <vector>

#include "engine/base/error.h"
#include "models/instruments/calibration/bench.h"
#include "models/instruments/calibration/calibration_curve.h"
#include "models/instruments/calibration/check_standard.h"
#include "models/instruments/calibration/detection_limits.h"
#include "models/instruments/calibration/distributions.h"
#include "models/instruments/calibration/uncertainty.h"
#include "models/instruments/errors/sample_errors.h"
#include "models/instruments/errors/white_noise.h"

namespace stillhouse {
namespace {

std::vector<CalibrationPoint> points(const std::vector<double>& x, const std::vector<double>& y) {
  std::vector<CalibrationPoint> list;
  for (std::size_t i = 0; i < x.size(); ++i) list.push_back({x[i], y[i], 1.0});
  return list;
}

#define EXPECT_DIGITS(value, published) EXPECT_NEAR((value) / (published), 1.0, 1e-11)

// certified values: NIST Statistical Reference Datasets, linear regression, www.itl.nist.gov/div898/strd

TEST(CalibrationCurve, AgreesWithTheCertifiedLineOfNorris) {
  const CalibrationCurve line(points({0.2, 337.4, 118.2, 884.6, 10.1,  226.5, 666.3, 996.3, 448.6, 777.0, 558.2, 0.4,
                                      0.6, 775.5, 666.9, 338.0, 447.5, 11.6,  556.0, 228.1, 995.8, 887.6, 120.2, 0.3,
                                      0.3, 556.8, 339.1, 887.2, 999.0, 779.0, 11.1,  118.3, 229.2, 669.1, 448.9, 0.5},
                                     {0.1, 338.8, 118.1, 888.0, 9.2,   228.1, 668.5, 998.5, 449.1, 778.9, 559.2, 0.3,
                                      0.1, 778.1, 668.8, 339.3, 448.9, 10.8,  557.7, 228.3, 998.0, 888.8, 119.6, 0.3,
                                      0.6, 557.6, 339.3, 888.0, 998.5, 778.9, 10.2,  117.6, 228.9, 668.4, 449.2, 0.2}),
                              1);
  EXPECT_DIGITS(line.coefficient(0), -0.262323073774029);
  EXPECT_DIGITS(line.coefficient(1), 1.00211681802045);
  EXPECT_DIGITS(line.standard_error(0), 0.232818234301152);
  EXPECT_DIGITS(line.standard_error(1), 0.429796848199937e-3);
  EXPECT_DIGITS(line.residual_deviation(), 0.884796396144373);
  EXPECT_DIGITS(line.residual_sum(), 26.6173985294224);
  EXPECT_DIGITS(line.determination(), 0.999993745883712);
}

TEST(CalibrationCurve, AgreesWithTheCertifiedParabolaOfPontius) {
  std::vector<double> x, y = {.11019,  .21956,  .32949,  .43899,  .54803,  .65694,  .76562,  .87487,  .98292,  1.09146,
                              1.20001, 1.30822, 1.41599, 1.52399, 1.63194, 1.73947, 1.84646, 1.95392, 2.06128, 2.16844,
                              .11052,  .22018,  .32939,  .43886,  .54798,  .65739,  .76596,  .87474,  .98300,  1.09150,
                              1.20004, 1.30818, 1.41613, 1.52408, 1.63159, 1.73965, 1.84696, 1.95445, 2.06177, 2.16829};
  for (int i = 0; i < 40; ++i) x.push_back(150000.0 * (i % 20 + 1));
  const CalibrationCurve curve(points(x, y), 2);
  EXPECT_NEAR(curve.coefficient(0) / 0.673565789473684e-3, 1.0, 1e-9);
  EXPECT_NEAR(curve.coefficient(1) / 0.732059160401003e-6, 1.0, 1e-10);
  EXPECT_NEAR(curve.coefficient(2) / -0.316081871345029e-14, 1.0, 1e-9);
  EXPECT_NEAR(curve.standard_error(0) / 0.107938612033077e-3, 1.0, 1e-9);
  EXPECT_NEAR(curve.standard_error(1) / 0.157817399981659e-9, 1.0, 1e-9);
  EXPECT_NEAR(curve.standard_error(2) / 0.486652849992036e-16, 1.0, 1e-9);
  EXPECT_NEAR(curve.residual_deviation() / 0.205177424076185e-3, 1.0, 1e-9);
  EXPECT_NEAR(curve.determination(), 0.999999900178537, 1e-14);
  // read back what the curve says
  for (const double content : {2e5, 1.2e6, 2.9e6})
    EXPECT_NEAR(curve.read(curve.answer(content)).x / content, 1.0, 1e-9);
  EXPECT_FALSE(linearity(CalibrationCurve(points(x, y), 1)).linear);
}

// fluorescence of fluorescein; Miller, Miller, Statistics and Chemometrics for Analytical Chemistry, chapter 5
const std::vector<double> fluorescein_x = {0, 2, 4, 6, 8, 10, 12},
                          fluorescein_y = {2.1, 5.0, 9.0, 12.6, 17.3, 21.0, 24.7};

TEST(CalibrationCurve, AgreesWithTheTextbooksFluorescein) {
  const CalibrationCurve line(points(fluorescein_x, fluorescein_y), 1);
  EXPECT_NEAR(line.coefficient(1), 1.9304, 5e-5);
  EXPECT_NEAR(line.standard_error(1), 0.0409, 5e-5);
  EXPECT_NEAR(line.coefficient(0), 1.5179, 5e-5);
  EXPECT_NEAR(line.standard_error(0), 0.2949, 5e-5);
  EXPECT_NEAR(line.residual_deviation(), 0.43285, 5e-6);
  const ReadContent one = line.read(13.5), six = line.read(13.5, 6);
  EXPECT_NEAR(one.x, 6.207, 5e-4);
  EXPECT_NEAR(one.u, 0.2398, 5e-5);
  EXPECT_NEAR(one.interval, 2.5706 * 0.2398, 3e-4);
  EXPECT_NEAR(six.u, 0.1248, 5e-5);
  EXPECT_FALSE(one.extrapolated);
  EXPECT_TRUE(line.read(30.0).extrapolated);
  const DetectionLimits ich = ich_limits(line);
  EXPECT_NEAR(ich.detected, 0.740, 5e-4);
  EXPECT_NEAR(ich.determined, 2.242, 5e-4);
  EXPECT_NEAR(ich_limits_by_intercept(line).detected, 0.504, 5e-4);
  EXPECT_TRUE(linearity(line).linear);
}

// Massart et al. 1997, chapter 8, example 1; results as chemCal 0.1 prints them (tests/massart97.Rout.save)
TEST(CalibrationCurve, AgreesWithMassartsExampleForOneAndFiveAnswers) {
  const CalibrationCurve line(points({0, 10, 20, 30, 40, 50}, {4.0, 21.2, 44.6, 61.8, 78.0, 105.2}), 1);
  EXPECT_NEAR(line.read(15.0).x, 6.09381, 5e-6);
  EXPECT_NEAR(line.read(15.0).u, 1.767278, 5e-7);
  EXPECT_NEAR(line.read(15.0).interval, 4.906751, 5e-7);
  EXPECT_NEAR(line.read(90.0, 5).x, 43.93983, 5e-6);
  EXPECT_NEAR(line.read(90.0, 5).u, 1.141204, 5e-7);
  EXPECT_NEAR(line.read(90.0, 5).interval, 3.168489, 5e-7);
}

TEST(CalibrationCurve, GivesTheWeightedFormulaOfTheReading) {
  const std::vector<CalibrationPoint> standards = {{0, 4.0, 1.98},   {10, 21.2, 1.42}, {20, 44.6, 1.26},
                                                   {30, 61.8, 0.37}, {40, 78.0, 0.2},  {50, 105.2, 0.11}};
  const CalibrationCurve line(standards, 1);
  const double y0 = 15.0, w0 = 1.67;
  double W = 0, X = 0, Y = 0, Q = 0;
  for (const auto& p : standards) W += p.weight, X += p.weight * p.x, Y += p.weight * p.y;
  X /= W, Y /= W;
  for (const auto& p : standards) Q += p.weight * (p.x - X) * (p.x - X);
  const double b = line.coefficient(1);
  const double u = line.residual_deviation() / b * std::sqrt(1.0 / w0 + 1.0 / W + (y0 - Y) * (y0 - Y) / (b * b * Q));
  EXPECT_NEAR(line.read(y0, 1, w0).u, u, 1e-12);
  // a weight is a number of repetitions as far as the coefficients go
  std::vector<CalibrationPoint> twice = {{0, 1, 1}, {0, 1, 1}, {1, 3, 1}, {2, 4, 1}, {2, 4, 1}};
  EXPECT_NEAR(CalibrationCurve(twice, 1).coefficient(1),
              CalibrationCurve({{0, 1, 2}, {1, 3, 1}, {2, 4, 2}}, 1).coefficient(1), 1e-14);
}

TEST(CalibrationCurve, RefusesWhatDetermineNothing) {
  EXPECT_THROW(CalibrationCurve(points({1, 1, 1}, {2, 3, 4}), 1), ModelError);
  EXPECT_THROW(CalibrationCurve(points({1, 2}, {2, 3}), 1), ModelError);
  EXPECT_THROW(CalibrationCurve({{0, 1, 0}, {1, 2, 1}, {2, 3, 1}}, 1), ModelError);
  EXPECT_THROW(CalibrationCurve(points(fluorescein_x, fluorescein_y), 1).read(1e4), ModelError);
}

// cadmium released from ceramic ware: QUAM:2012, example A5
TEST(CalibrationCurve, AgreesWithTheCadmiumOfTheEurachemGuide) {
  std::vector<double> x;
  for (int i = 0; i < 15; ++i) x.push_back(0.1 + 0.2 * (i / 3));
  const CalibrationCurve line(points(x, {0.028, 0.029, 0.029, 0.084, 0.083, 0.081, 0.135, 0.131, 0.133, 0.180, 0.181,
                                         0.183, 0.215, 0.230, 0.216}),
                              1);
  EXPECT_NEAR(line.coefficient(0), 0.0087, 5e-5);
  EXPECT_NEAR(line.standard_error(0), 0.0029, 5e-5);
  EXPECT_NEAR(line.coefficient(1), 0.2410, 5e-5);
  EXPECT_NEAR(line.standard_error(1), 0.0050, 5e-5);
  EXPECT_NEAR(line.covariance(0, 1) / line.standard_error(0) / line.standard_error(1), -0.87038, 1e-5);
  const ReadContent c = line.read((0.0712 + 0.0716) / 2.0, 2);
  EXPECT_NEAR(c.x, 0.260, 5e-4);
  EXPECT_NEAR(c.u, 0.018, 5e-4);

  // mg/dm2, with the guide's other inputs: 0.0150 with a standard uncertainty of 0.0014
  const CombinedUncertainty r =
      combine([](std::span<const double> v) { return v[0] * v[1] / v[2] * v[3] * v[4] * v[5]; },
              {{"c", c.x, c.u},
               {"V", 0.3303, 0.0018},
               {"a", 5.73, 0.15},
               {"acid", 1.0, 0.0008},
               {"time", 1.0, rectangular(0.0015)},
               {"temperature", 1.0, rectangular(0.1)}});
  EXPECT_NEAR(r.value, 0.0150, 5e-5);
  EXPECT_NEAR(r.u, 0.0014, 5e-5);
}

// temperature correction of a thermometer: GUM, H.3
TEST(CalibrationCurve, AgreesWithTheThermometerOfTheGum) {
  std::vector<double> t = {21.521, 22.012, 22.512, 23.003, 23.507, 23.999, 24.513, 25.002, 25.503, 26.010, 26.511};
  for (double& v : t) v -= 20.0;
  const CalibrationCurve line(
      points(t, {-0.171, -0.169, -0.166, -0.159, -0.164, -0.165, -0.156, -0.157, -0.159, -0.161, -0.160}), 1);
  EXPECT_NEAR(line.coefficient(0), -0.1712, 5e-5);
  EXPECT_NEAR(line.standard_error(0), 0.0029, 5e-5);
  EXPECT_NEAR(line.coefficient(1), 0.00218, 5e-6);
  EXPECT_NEAR(line.standard_error(1), 0.00067, 5e-6);
  EXPECT_NEAR(line.answer(10.0), -0.1494, 5e-5);
  EXPECT_NEAR(line.answer_uncertainty(10.0), 0.0041, 5e-5);
}

// aluminium in chewing gum by standard addition, ml of a standard added (worked tutorial, scribd.com/doc/228626738)
TEST(CalibrationCurve, AgreesWithAWorkedStandardAddition) {
  const CalibrationCurve line(points({0.0, 0.1, 0.2, 0.3}, {0.214, 0.386, 0.554, 0.728}), 1);
  EXPECT_NEAR(line.coefficient(0), 0.2140, 5e-5);
  EXPECT_NEAR(line.coefficient(1), 1.7100, 5e-5);
  EXPECT_NEAR(line.residual_deviation(), 1.7321e-3, 5e-8);
  const ReadContent sample = line.added_to();
  EXPECT_NEAR(sample.x, 0.1251, 5e-5);
  // the tutorial counts an answer of its own at the crossing, which is none: 1 / n and the slope's share remain
  const double with_one = std::sqrt(sample.u * sample.u + std::pow(1.7321e-3 / 1.71, 2));
  EXPECT_NEAR(with_one, 1.6840e-3, 5e-7);
  EXPECT_NEAR(sample.interval, 4.3027 * sample.u, 1e-6);
}

TEST(StandardAddition, FindsASuppressedSampleWhereAnExternalStandardDoesNot) {
  const MatrixEffect effect{.suppression = -0.25};
  const double truth = 2.0, k = 10.0;
  std::vector<CalibrationPoint> external, added;
  for (const double c : {0.0, 1.0, 2.0, 3.0, 4.0}) {
    external.push_back({c, k * c, 1.0});
    added.push_back({c, effect.answer(k * (truth + c), 1.0), 1.0});
  }
  const double answer = effect.answer(k * truth, 1.0);
  EXPECT_NEAR(CalibrationCurve(external, 1).read(answer).x, 1.5, 1e-12);
  EXPECT_NEAR(CalibrationCurve(added, 1).added_to().x, truth, 1e-12);
}

TEST(InternalStandard, TakesOutTheVolumeInjected) {
  const Injector injector{.rsd = 0.02};
  const RandomStream random(12, "injector");
  std::vector<CalibrationPoint> external, internal;
  for (int k = 0; k < 30; ++k) {
    const double c = 1.0 + k % 5, v = injector.injected(1.0, random, k);
    external.push_back({c, 7.0 * c * v, 1.0});
    internal.push_back(against_internal_standard(c, 2.0, 7.0 * c * v, 5.0 * 2.0 * v));
  }
  EXPECT_GT(CalibrationCurve(external, 1).residual_deviation() / 21.0, 0.01);
  EXPECT_LT(CalibrationCurve(internal, 1).residual_deviation(), 1e-12);
}

TEST(Linearity, TellsABendFromScatter) {
  const WhiteNoise noise(77, "answers");
  int refused_straight = 0, refused_bent = 0;
  for (int trial = 0; trial < 200; ++trial) {
    std::vector<CalibrationPoint> straight, bent;
    for (int k = 0; k < 15; ++k) {
      const double x = k / 3, e = noise.at(20 * trial + k);
      straight.push_back({x, 3.0 + 50.0 * x + e, 1.0});
      bent.push_back({x, 3.0 + 50.0 * x - x * x + e, 1.0});
    }
    refused_straight += linearity(CalibrationCurve(straight, 1)).linear ? 0 : 1;
    refused_bent += linearity(CalibrationCurve(bent, 1)).linear ? 0 : 1;
  }
  // two tests at 5 %: between 5 and 10 % of straight lines are refused
  EXPECT_GT(refused_straight, 3);
  EXPECT_LT(refused_straight, 35);
  EXPECT_GT(refused_bent, 190);
}

TEST(DetectionLimits, OfBlanksAreWhatBlanksExceedAsOftenAsStated) {
  // 5 % of blanks lie above the critical value, however few were measured
  const WhiteNoise noise(5, "blanks");
  int above = 0;
  constexpr int trials = 20000;
  for (int trial = 0; trial < trials; ++trial) {
    double blanks[6], mean = 0.0;
    for (int i = 0; i < 6; ++i) mean += (blanks[i] = noise.at(7 * trial + i)) / 6.0;
    above += noise.at(7 * trial + 6) - mean > 2.0 * blank_limits(blanks, 2.0).critical ? 1 : 0;
  }
  EXPECT_NEAR(above / static_cast<double>(trials), 0.05, 4.0 * std::sqrt(0.05 * 0.95 / trials));
}

TEST(DetectionLimits, OfDin32645SolveTheirOwnEquations) {
  const CalibrationCurve line(points(fluorescein_x, fluorescein_y), 1);
  const DetectionLimits limits = din_32645_limits(line);
  const double s_x = line.residual_deviation() / line.coefficient(1);
  // t(0.99; 5) = 3.365, t(0.995; 5) = 4.032; mean 6, Q 112
  EXPECT_NEAR(limits.critical, s_x * 3.365 * std::sqrt(1.0 + 1.0 / 7.0 + 36.0 / 112.0), 1e-3);
  EXPECT_EQ(limits.detected, 2.0 * limits.critical);
  const double x = limits.determined;
  EXPECT_NEAR(x, 3.0 * s_x * 4.032 * std::sqrt(1.0 + 1.0 / 7.0 + (x - 6.0) * (x - 6.0) / 112.0), 1e-3);
}

TEST(Distributions, AgreeWithTables) {
  // Student's t: NIST/SEMATECH e-Handbook 1.3.6.7.2
  EXPECT_NEAR(students_t_quantile(0.975, 1), 12.706, 5e-4);
  EXPECT_NEAR(students_t_quantile(0.975, 2), 4.303, 5e-4);
  EXPECT_NEAR(students_t_quantile(0.975, 5), 2.571, 5e-4);
  EXPECT_NEAR(students_t_quantile(0.99, 10), 2.764, 5e-4);
  EXPECT_NEAR(students_t_quantile(0.95, 100), 1.660, 5e-4);
  EXPECT_NEAR(students_t_quantile(0.025, 5), -students_t_quantile(0.975, 5), 1e-13);
  EXPECT_NEAR(students_t_quantile(0.975, 1e12), 1.959963984540054, 1e-12);
  // closed forms: t of one degree is Cauchy's, of two t / sqrt(2 + t^2); F of (2, n) is a power
  const double pi = 3.14159265358979323846;
  for (const double p : {0.6, 0.9, 0.999})
    EXPECT_NEAR(students_t_quantile(p, 1) / std::tan(pi * (p - 0.5)), 1.0, 1e-12);
  EXPECT_NEAR(students_t_probability(1.3, 2), 0.5 + 0.5 * 1.3 / std::sqrt(2.0 + 1.69), 1e-14);
  EXPECT_NEAR(fisher_exceeded(3.0, 2.0, 8.0), std::pow(1.0 + 2.0 * 3.0 / 8.0, -4.0), 1e-14);
  EXPECT_NEAR(log_gamma(0.5), 0.5 * std::log(pi), 1e-14);
  EXPECT_NEAR(log_gamma(11.0), std::log(3628800.0), 1e-13);
  EXPECT_THROW(students_t_quantile(1.0, 3), ModelError);
}

// end gauge: GUM, H.1, table H.1; nm
TEST(Uncertainty, AgreesWithTheEndGaugeOfTheGum) {
  const CombinedUncertainty l = combine(
      [](std::span<const double> v) {
        const double d = v[1] + v[2] + v[3], theta = v[5] + v[6];
        return v[0] + d - v[0] * (v[4] * theta + v[7] * v[8]);
      },
      {{"l_s", 5.0000623e7, 25.0, 18.0},
       {"d, repeated", 215.0, 5.8, 24.0},
       {"d, random", 0.0, 3.9, 5.0},
       {"d, systematic", 0.0, 6.7, 8.0},
       {"delta alpha", 0.0, rectangular(1e-6), 50.0},
       {"theta, mean", -0.1, 0.2},
       {"theta, cycle", 0.0, arcsine(0.5)},
       {"alpha_s", 11.5e-6, rectangular(2e-6)},
       {"delta theta", 0.0, rectangular(0.05), 2.0}});
  EXPECT_NEAR(l.value, 50000838.0, 0.5);
  EXPECT_NEAR(l.u, 32.0, 0.5);
  EXPECT_NEAR(l.budget[8].u, -16.599, 5e-4);
  EXPECT_NEAR(l.budget[4].u, 2.88679, 5e-6);
  EXPECT_EQ(std::floor(l.freedom), 16.0);
  // t_99(16) = 2.92
  EXPECT_NEAR(l.coverage_factor(0.99), 2.92, 5e-3);
}

// resistance, reactance and impedance from correlated readings: GUM, H.2
TEST(Uncertainty, AgreesWithTheImpedanceOfTheGum) {
  const std::vector<UncertainInput> inputs = {{"V", 4.999, 3.2e-3}, {"I", 19.661e-3, 9.5e-6}, {"phi", 1.04446, 7.5e-4}};
  const std::vector<Correlation> correlations = {{0, 1, -0.36}, {0, 2, 0.86}, {1, 2, -0.65}};
  const auto R = combine([](std::span<const double> v) { return v[0] / v[1] * std::cos(v[2]); }, inputs, correlations);
  const auto X = combine([](std::span<const double> v) { return v[0] / v[1] * std::sin(v[2]); }, inputs, correlations);
  const auto Z = combine([](std::span<const double> v) { return v[0] / v[1]; }, inputs, correlations);
  EXPECT_NEAR(R.value, 127.732, 5e-4);
  EXPECT_NEAR(R.u, 0.070, 5e-4);
  EXPECT_NEAR(X.value, 219.85, 5e-3);
  EXPECT_NEAR(X.u, 0.30, 5e-3);
  EXPECT_NEAR(Z.value, 254.26, 5e-3);
  EXPECT_NEAR(Z.u, 0.24, 5e-3);
  EXPECT_TRUE(std::isinf(R.freedom));
  EXPECT_THROW(combine([](std::span<const double>) { return 0.0; }, inputs, {{0, 0, 0.5}}), ModelError);
}

// cadmium standard of 1000 mg/l: QUAM:2012, example A1 (numbers unrounded: GTC, CITAC A1)
TEST(Uncertainty, AgreesWithTheCadmiumStandardOfTheEurachemGuide) {
  const CombinedUncertainty c =
      combine([](std::span<const double> v) { return 1000.0 * v[0] * v[1] / (v[2] + v[3] + v[4]); },
              {{"m", 100.28, 0.05},
               {"P", 0.9999, rectangular(0.0001)},
               {"V", 100.0, triangular(0.1)},
               {"filling", 0.0, 0.02},
               {"temperature", 0.0, rectangular(0.084)}});
  EXPECT_NEAR(c.value, 1002.7, 0.05);
  EXPECT_NEAR(c.u, 0.835199, 5e-6);
  EXPECT_NEAR(c.budget[0].u, 0.49995, 5e-6);
  EXPECT_NEAR(c.budget[1].u, 0.0578967, 5e-7);
  EXPECT_NEAR(c.budget[2].u, -0.40935, 5e-6);
  EXPECT_NEAR(c.budget[4].u, -0.486284, 5e-6);

  // the bench states the same of a standard made that way (class A flask: 0.10 ml)
  PreparationBench::Settings settings;
  settings.balance = {.capacity = 0.2, .division = 1e-9, .repeatability = 5e-8 / std::sqrt(2.0), .linearity = 0.0};
  settings.filling = 0.0002;
  PreparationBench bench(settings, 1);
  const Prepared cadmium = bench.dissolve({"cadmium", 0.9999, 0.0001}, 100.28e-6, 100e-6);
  EXPECT_NEAR(cadmium.label, 1.0027, 0.0012);
  EXPECT_NEAR(cadmium.u / cadmium.label, 0.835199 / 1002.7, 2e-6);
}

TEST(Glassware, HasTheTolerancesOfItsClass) {
  EXPECT_DOUBLE_EQ(flask_tolerance(100e-6, GlassClass::A), 0.1e-6);
  EXPECT_DOUBLE_EQ(flask_tolerance(25e-6, GlassClass::A), 0.04e-6);
  EXPECT_DOUBLE_EQ(flask_tolerance(1000e-6, GlassClass::B), 0.8e-6);
  EXPECT_DOUBLE_EQ(pipette_tolerance(10e-6, GlassClass::A), 0.02e-6);
  EXPECT_DOUBLE_EQ(pipette_tolerance(5e-6, GlassClass::B), 0.03e-6);
  try {
    flask_tolerance(30e-6, GlassClass::A);
    FAIL();
  } catch (const ModelError& e) {
    EXPECT_EQ(std::string(e.what()),
              "there is no flask of 30 ml; there are 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000 ml");
  }
}

TEST(Balance, ReadsInDivisionsAndBendsWithinItsLinearity) {
  const Balance balance;
  EXPECT_NEAR(balance.reading(0.1, 0.0, 0.0), 0.1, 1e-15);
  EXPECT_NEAR(balance.reading(0.1, 1.0, 0.0), 0.1 + 2e-7, 1e-12);
  EXPECT_NEAR(balance.reading(0.10000004, 0.0, 0.0), 0.1, 1e-15);
  EXPECT_THROW(balance.reading(0.3, 0.0, 0.0), ModelError);
}

TEST(PreparationBench, MakesErrorsOfTheSizeOnItsLabels) {
  // truth and label of many students: their distance over the stated uncertainty scatters by one
  double squares = 0.0;
  constexpr int students = 3000;
  for (int student = 0; student < students; ++student) {
    PreparationBench::Settings settings;
    settings.temperature = bounded_variation(static_cast<std::uint64_t>(student), "laboratory", 293.15, 4.0);
    PreparationBench bench(settings, static_cast<std::uint64_t>(student));
    const Prepared stock = bench.dissolve({"toluene", 0.995, 0.002}, 0.05, 100e-6);
    const Prepared standard = bench.dilute(stock, 10e-6, 100e-6);
    squares += std::pow((standard.truth - standard.label) / standard.u, 2);
  }
  // the stated uncertainty counts the temperature thrice, as a label does; in truth its errors cancel once
  EXPECT_NEAR(std::sqrt(squares / students), 1.0, 0.12);
}

TEST(PreparationBench, IsTheSameForTheSameSeed) {
  const auto made = [](std::uint64_t seed) {
    PreparationBench bench({}, seed);
    return bench.dilute(bench.dissolve({"benzene", 0.99, 0.001}, 0.02, 50e-6), 5e-6, 50e-6).truth;
  };
  EXPECT_EQ(made(4), made(4));
  EXPECT_NE(made(4), made(5));
}

TEST(CheckStandard, FindsACalibrationThatHasAged) {
  std::vector<CalibrationPoint> standards;
  const WhiteNoise noise(3, "answers");
  for (int k = 0; k < 12; ++k) standards.push_back({1.0 + k % 6, 20.0 * (1.0 + k % 6) + 0.1 * noise.at(k), 1.0});
  const CalibrationCurve line(standards, 1);
  const auto verdict = [&](double hours) {
    return check_standard(line.read(20.0 * 3.0 * left_after(hours, 2000.0)), 3.0, 0.005).verdict;
  };
  EXPECT_EQ(verdict(0.0), CheckVerdict::good);
  EXPECT_EQ(verdict(200.0), CheckVerdict::action);
  EXPECT_STREQ(word(CheckVerdict::warning), "warning");
}

}  // namespace
}  // namespace stillhouse
