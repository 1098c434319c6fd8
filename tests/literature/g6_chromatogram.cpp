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

}  // namespace

std::vector<InstrumentCase> chromatogram_cases() {
  return {{"van Deemter", van_deemter}};
}

}  // namespace stillhouse
