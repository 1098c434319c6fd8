#include <algorithm>
#include <stdexcept>
#include <string>

#include "benchmarks/measurements/topics.h"
#include "models/instruments/chromatogram/integrator.h"
#include "models/instruments/errors/white_noise.h"

namespace stillhouse {

namespace {

/// Half an hour at 10 Hz with ten peaks of 2 to 4 s, tailing and fronting.
void draw(Chromatogram& signal) {
  std::fill(signal.signal.begin(), signal.signal.end(), 10.0);
  for (int i = 0; i < 10; ++i)
    add_peak({100.0 + 40.0 * i, 120.0 + 160.0 * i, 2.0 + 0.2 * i, i % 3 == 2 ? -1.0 : 0.8}, signal);
}

Work drawing() {
  return [signal = Chromatogram{0.0, 0.1, std::vector<double>(18000)}, noise = WhiteNoise(1, "detector")]() mutable {
    draw(signal);
    noise.add(0.05, signal.signal);
    keep(signal.signal[0]);
  };
}

Work integration() {
  Chromatogram signal{0.0, 0.1, std::vector<double>(18000)};
  draw(signal);
  WhiteNoise(1, "detector").add(0.05, signal.signal);
  return [signal] {
    std::size_t peaks = integrated_peaks(signal, {.peak_width = 5.0, .threshold = 1.0}).size();
    if (peaks != 10) throw std::runtime_error("the integrator finds " + std::to_string(peaks) + " of 10 peaks");
    keep(peaks);
  };
}

}  // namespace

/// A chromatogram as a detector sends it, and finding its peaks again.
void add_chromatogram(Bench& bench) {
  bench.add({.name = "chromatogram/10_peaks_18000_points_noise", .ours = drawing, .goal_s = 0.5e-3});
  bench.add({.name = "chromatogram/integration", .ours = integration});
}

}  // namespace stillhouse
