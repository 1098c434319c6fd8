#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "engine/base/error.h"
#include "models/instruments/chromatogram/integrator.h"
#include "models/instruments/chromatogram/retention_index.h"
#include "models/instruments/chromatogram/scaled_erfc.h"
#include "models/instruments/errors/white_noise.h"

namespace stillhouse {
namespace {

Chromatogram blank(double minutes = 10.0, double step = 0.1) {
  return {0.0, step, std::vector<double>(static_cast<std::size_t>(60.0 * minutes / step), 10.0)};
}

// Abramowitz and Stegun, table 7.1: erfc(0.5) = 1 - 0.5204998778, erfc(1) = 1 - 0.8427007929, erfc(2) = 1 -
// 0.9953222650
TEST(ScaledErfc, AgreesWithTablesAndWithItsOwnSeries) {
  EXPECT_NEAR(scaled_erfc(0.5), std::exp(0.25) * (1.0 - 0.5204998778), 2e-10);
  EXPECT_NEAR(scaled_erfc(1.0), std::exp(1.0) * (1.0 - 0.8427007929), 3e-10);
  EXPECT_NEAR(scaled_erfc(2.0), std::exp(4.0) * (1.0 - 0.9953222650), 6e-9);
  double worst = 0.0;
  for (double x = 0.0; x < 1e4; x = 1.013 * x + 1e-3)
    worst = std::max(worst, std::abs(scaled_erfc(x) / scaled_erfc_exact(x) - 1.0));
  EXPECT_LT(worst, 1e-10);
  EXPECT_NEAR(scaled_erfc_exact(2.0 - 1e-12) / scaled_erfc_exact(2.0), 1.0, 1e-11);
}

TEST(Peak, KeepsItsAreaAndMirrorsItselfWhenItFronts) {
  for (const double tau : {-3.0, -0.2, 0.0, 1e-5, 0.5, 4.0}) {
    Chromatogram signal{0.0, 0.05, std::vector<double>(8000)};
    const Peak peak{7.0, 200.0, 2.0, tau};
    add_peak(peak, signal);
    double area = 0.0, moment = 0.0;
    for (std::size_t i = 0; i < signal.signal.size(); ++i) {
      area += signal.signal[i] * signal.step;
      moment += signal.time(static_cast<double>(i)) * signal.signal[i] * signal.step;
    }
    EXPECT_NEAR(area, 7.0, 1e-8) << tau;
    EXPECT_NEAR(moment / area, peak.mean(), 1e-6) << tau;
    EXPECT_NEAR(peak(203.0), Peak({7.0, 200.0, 2.0, -tau})(197.0), 1e-8) << tau;
  }
}

TEST(Integrator, FindsAreaPlaceAndShapeOfASinglePeakUnderNoise) {
  Chromatogram signal = blank();
  const Peak peak{500.0, 240.0, 2.0, 1.0};
  add_peak(peak, signal);
  for (std::size_t i = 0; i < signal.signal.size(); ++i) signal.signal[i] += 0.01 * static_cast<double>(i) * 0.1;
  WhiteNoise(3, "noise").add(0.05, signal.signal);
  EXPECT_NEAR(noise_of(signal), 0.05, 0.01);
  const auto peaks = integrated_peaks(signal, {.peak_width = 5.0, .threshold = 1.0});
  ASSERT_EQ(peaks.size(), 1u);
  const PeakShape shape = shape_of(peak);
  EXPECT_NEAR(peaks[0].area, 500.0, 0.01 * 500.0);
  EXPECT_NEAR(peaks[0].apex, shape.apex, 0.1);
  EXPECT_NEAR(peaks[0].height, shape.height, 0.01 * shape.height);
  EXPECT_NEAR(peaks[0].width_half, shape.width_half, 0.02 * shape.width_half);
  EXPECT_NEAR(peaks[0].asymmetry, shape.asymmetry(), 0.1);
  EXPECT_NEAR(peaks[0].tailing, shape.tailing(), 0.1);
  EXPECT_EQ(peaks[0].edges(), "BB");
}

// Two equal Gaussians at R_s = 1 overlap by 2 % of each: the perpendicular gives each its area; R_s itself comes out
TEST(Integrator, DropsAPerpendicularInTheValley) {
  Chromatogram signal = blank();
  add_peak({300.0, 200.0, 2.0}, signal);
  add_peak({300.0, 208.0, 2.0}, signal);
  const auto peaks = integrated_peaks(signal, {.peak_width = 4.0, .threshold = 1.0});
  ASSERT_EQ(peaks.size(), 2u);
  for (const IntegratedPeak& peak : peaks) EXPECT_NEAR(peak.area, 300.0, 0.5);
  EXPECT_NEAR(peaks[1].resolution, 1.0, 0.02);
  EXPECT_EQ(peaks[0].edges(), "BV");
  EXPECT_EQ(peaks[1].edges(), "VB");
  // each on a baseline of its own loses what is below the valley
  const auto apart = integrated_peaks(
      signal, {.peak_width = 4.0, .threshold = 1.0, .valley = IntegratorSettings::Valley::valley_to_valley});
  ASSERT_EQ(apart.size(), 2u);
  EXPECT_LT(apart[0].area, 0.95 * 300.0);
}

TEST(Integrator, SkimsASmallPeakFromTheTailOfALargeOne) {
  Chromatogram signal = blank();
  const Peak large{20000.0, 200.0, 2.0, 30.0}, small{100.0, 260.0, 1.0};
  add_peak(large, signal);
  add_peak(small, signal);
  const IntegratorSettings skim{.peak_width = 4.0, .threshold = 1.0};
  const auto skimmed = integrated_peaks(signal, skim);
  ASSERT_EQ(skimmed.size(), 2u);
  EXPECT_EQ(skimmed[1].edges(), "SS");
  EXPECT_NEAR(skimmed[1].area, 100.0, 10.0);  // the tangent cuts a little off a tail that bends
  IntegratorSettings drop = skim;
  drop.skim_ratio = 0.0;
  const auto dropped = integrated_peaks(signal, drop);
  ASSERT_EQ(dropped.size(), 2u);
  EXPECT_GT(dropped[1].area, 300.0);  // the tail below it counts as its own
  EXPECT_NEAR(dropped[0].area + dropped[1].area, skimmed[0].area + skimmed[1].area, 60.0);
}

TEST(Integrator, FindsNothingInNoise) {
  Chromatogram signal = blank();
  WhiteNoise(3, "noise").add(0.1, signal.signal);
  EXPECT_TRUE(integrated_peaks(signal, {.peak_width = 4.0, .threshold = 1.0}).empty());
  EXPECT_THROW(integrated_peaks(signal, {.peak_width = 0.0}), ModelError);
}

TEST(RetentionIndex, IsNotCarriedOnBeyondTheAlkanes) {
  const std::vector<AlkaneTime> ladder{{7, 300.0}, {8, 540.0}, {9, 900.0}};
  EXPECT_NEAR(linear_index(420.0, ladder), 750.0, 1e-9);
  EXPECT_NEAR(kovats_index(900.0, 60.0, ladder), 900.0, 1e-9);
  EXPECT_THROW(linear_index(200.0, ladder), ModelError);
  EXPECT_THROW(kovats_index(400.0, 350.0, ladder), ModelError);
  EXPECT_THROW(linear_index(400.0, {{7, 300.0}}), ModelError);
}

}  // namespace
}  // namespace stillhouse
