#include "models/instruments/chromatogram/peak.h"
#include "models/instruments/chromatogram/retention_index.h"
#include "models/instruments/chromatogram/separation_measures.h"
#include "models/instruments/chromatogram/van_deemter.h"
#include "tests/literature/g6_cases.h"

namespace stillhouse {
namespace {

void van_deemter(PublishedCase& facts) {
  const VanDeemter curve{0.08, 0.15, 0.03};  // cm, cm^2/s, s: any units that agree
  facts.expect("u_opt", curve.best_velocity());
  facts.expect("H_min", curve.plate_height(curve.best_velocity()));
  EXPECT_NEAR(curve.least_plate_height(), curve.plate_height(curve.best_velocity()), 1e-15);
}

void peak_shape(PublishedCase& facts, double tau) {
  const Peak peak{1.0, 5.0, 0.1, tau};
  const PeakShape shape = shape_of(peak);
  facts.expect("apex time", shape.apex);
  facts.expect("apex height", shape.height);
  facts.expect("asymmetry B/A at 10%", shape.asymmetry());
  facts.expect("USP tailing at 5%", shape.tailing());
  facts.expect("width at half height", shape.width_half);
  facts.expect("N Foley-Dorsey 41.7(tR/W.1)^2/(B/A+1.25)", shape.foley_dorsey_plates());
  // moments of the signal itself, by sums
  Chromatogram signal{0.0, 0.001, std::vector<double>(10000)};
  add_peak(peak, signal);
  double area = 0.0, first = 0.0, second = 0.0;
  for (std::size_t i = 0; i < signal.signal.size(); ++i) {
    const double t = signal.time(static_cast<double>(i)), f = signal.signal[i] * signal.step;
    area += f;
    first += t * f;
    second += t * t * f;
  }
  EXPECT_NEAR(area, 1.0, 1e-9);
  EXPECT_NEAR(first, peak.mean(), 1e-8);
  facts.expect("mean (1st moment)", first);
  facts.expect("variance", second - first * first);
  facts.expect("N true = M1^2/M2", peak.mean() * peak.mean() / peak.variance());
}
void tailing_peak(PublishedCase& facts) {
  peak_shape(facts, 0.05);
}
void gaussian_peak(PublishedCase& facts) {
  peak_shape(facts, 0.001);
}

// Skoog: a column of 30 cm, times in min
void resolution(PublishedCase& facts) {
  using namespace separation_measures;
  facts.expect("Rs", resolution_at_base(16.40, 1.11, 17.63, 1.21));
  const double plates = 0.5 * (plates_at_base(16.40, 1.11) + plates_at_base(17.63, 1.21));
  facts.expect("N (average)", plates);
  facts.expect("H", 30.0 / plates);
  facts.expect("kA", retention_factor(16.40, 1.30));
}

void kovats(PublishedCase& facts) {
  facts.expect("t0=1.00 n-C7 5.00 x 6.50 n-C8 9.00 min", kovats_index(6.50, 1.00, {{7, 5.00}, {8, 9.00}}));
}

}  // namespace

std::vector<InstrumentCase> chromatogram_cases() {
  return {{"van Deemter", van_deemter},
          {"Chromatography resolution", resolution},
          {"EMG peak mu=5 sigma=0.1 tau=0.05", tailing_peak},
          {"EMG peak mu=5 sigma=0.1 tau=0.001", gaussian_peak},
          {"Kovats", kovats}};
}

}  // namespace stillhouse
