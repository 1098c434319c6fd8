#include "models/flow/orifice_meter.h"

#include <gtest/gtest.h>

#include <cmath>
#include <type_traits>

#include "tests/models/smooth_curve.h"

namespace stillhouse {
namespace {

using namespace orifice_meter;

// Reader-Harris and Gallagher with flange taps, 73.91 and 22.2 mm, 0.12 kg/s of 1.165 kg/m3 and 18.5 uPa s: 0.59903;
// expansibility 0.99747 from 100 to 99 kPa (CalebBell/fluids, tests of flow_meter, MIT)
TEST(OrificeMeter, HasThePublishedCoefficients) {
  const double D = 0.07391, d = 0.0222, Re = 4.0 * 0.12 / (3.14159265358979 * D * 1.85e-5);
  EXPECT_NEAR(discharge_coefficient(Re, d, D, flange_taps(D)), 0.5990326, 1e-6);
  EXPECT_NEAR(expansibility(0.99, 1.4, 0.0222 / 0.0739), 0.9974739, 1e-6);
}
TEST(OrificeMeter, MeasuresThePublishedOil) {
  EXPECT_NEAR(mass_flow(93.2e3, 878.0, 0.61, 1.0, 0.0566, 0.1541, 1.0) / 878.0, 0.02257, 1e-5);
}
TEST(OrificeMeter, LosesLessThanItShows) {
  // a small hole loses nearly all, Borda's loss is the limit at C = 1
  EXPECT_NEAR(lasting_loss(1e4, 0.6, 0.1), 0.988e4, 10.0);
  EXPECT_NEAR(lasting_loss(1e4, 1.0, 0.5), 1e4 * 0.75 / 1.25, 1e-6);
}
TEST(OrificeMeter, IsSmooth) {
  expect_smooth(
      "flow",
      [](const auto& x) {
        using R = std::remove_cvref_t<decltype(x)>;
        return mass_flow(x, R(878.0), R(0.61), R(1.0), 0.0566, 0.1541, 10.0);
      },
      {-1e4, 0.0, 10.0, 1e5}, 2.0);
  expect_smooth(
      "coefficient", [](const auto& x) { return discharge_coefficient(x, 0.05, 0.1, pipe_taps); }, {5e3, 1e5, 1e7},
      100.0);
  expect_smooth(
      "expansibility", [](const auto& x) { return expansibility(x, 1.4, 0.5); }, {0.75, 0.9, 1.0}, 0.01);
}

}  // namespace
}  // namespace stillhouse
