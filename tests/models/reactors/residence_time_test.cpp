#include "models/reactors/residence_time.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "engine/base/error.h"

namespace stillhouse {
namespace {

// O. Levenspiel, Chemical Reaction Engineering, 3rd ed., examples 11.1 and 13.1.
TEST(ResidenceTime, WorkedExampleOfTheHeader) {
  const std::vector<double> t{0, 300, 600, 900, 1200, 1500, 1800, 2100}, c{0, 3, 5, 5, 4, 2, 1, 0};
  const TracerMoments moments = pulse_moments(t, c, Quadrature::sum);
  EXPECT_NEAR(moments.mean, 15.0 * 60.0, 1e-9);
  EXPECT_NEAR(moments.variance, 47.5 * 3600.0, 1e-6);
  // 13.1 gives D/uL = 0.120 for 0.211 (closed), by trial
  EXPECT_NEAR(1.0 / peclet_closed(moments.variance / (moments.mean * moments.mean)), 0.120, 0.001);
}

TEST(ResidenceTime, RulesAreExactForWhatTheyAreExactFor) {
  std::vector<double> t, cubic, line;
  for (int i = 0; i <= 7; ++i) {
    t.push_back(0.5 * i);
    cubic.push_back(t.back() * t.back() * t.back());
    line.push_back(2.0 * t.back() + 1.0);
  }
  EXPECT_NEAR(integral(t, cubic, Quadrature::simpson), std::pow(3.5, 4) / 4.0, 1e-12);
  EXPECT_NEAR(integral(t, line, Quadrature::trapezoid), 3.5 * 3.5 + 3.5, 1e-12);
  t.pop_back(), cubic.pop_back();
  EXPECT_NEAR(integral(t, cubic, Quadrature::simpson), std::pow(3.0, 4) / 4.0, 1e-12);
}

TEST(ResidenceTime, DispersionLiesBetweenOneTankAndPlugFlow) {
  for (const double Da : {0.1, 2.0, 10.0}) {
    EXPECT_NEAR(conversion_with_dispersion(Da, 1e-6), conversion_of_tanks(Da, 1.0), 1e-6);
    EXPECT_NEAR(conversion_with_dispersion(Da, 1e6), conversion_of_plug_flow(Da), 1e-4);
    EXPECT_NEAR(conversion_of_tanks(Da, 1e8), conversion_of_plug_flow(Da), 1e-6);
    EXPECT_LT(conversion_of_tanks(Da, 1.0), conversion_with_dispersion(Da, 5.0));
    EXPECT_LT(conversion_with_dispersion(Da, 5.0), conversion_of_plug_flow(Da));
  }
  for (const double Pe : {1e-4, 1e-2, 1.0, 7.6, 300.0}) {
    const double share = Pe < 1e-3 ? 1.0 - Pe / 3.0 : 2.0 / Pe - 2.0 / (Pe * Pe) * -std::expm1(-Pe);
    EXPECT_NEAR(peclet_closed(share) / Pe, 1.0, 1e-4) << Pe;
  }
  EXPECT_NEAR(peclet_closed(0.229), 7.6, 0.1);
}

// First order: mixing does not matter, only the distribution. Segregated tanks convert as tanks do.
TEST(ResidenceTime, FirstOrderReactionDoesNotCareForMixing) {
  for (const int tanks : {1, 3}) {
    std::vector<double> t, c;
    for (int i = 0; i <= 4000; ++i) {
      t.push_back(0.5 * i);
      c.push_back(tanks_distribution(t.back(), 100.0, tanks));
    }
    const TracerMoments moments = pulse_moments(t, c, Quadrature::simpson);
    EXPECT_NEAR(moments.area, 1.0, 1e-6);
    EXPECT_NEAR(moments.mean, 100.0, 1e-3);
    EXPECT_NEAR(tanks_in_series(moments), tanks, 1e-3);
    EXPECT_NEAR(conversion_segregated(t, c, 0.02, Quadrature::simpson), conversion_of_tanks(2.0, tanks), 1e-6);
  }
}

TEST(ResidenceTime, RefusesWhatIsNoTracerCurve) {
  const auto refusal = [](const std::vector<double>& t, const std::vector<double>& c, Quadrature rule) -> std::string {
    try {
      pulse_moments(t, c, rule);
    } catch (const ModelError& error) {
      return error.what();
    }
    return "(not refused)";
  };
  using testing::HasSubstr;
  EXPECT_THAT(refusal({0, 1}, {0, 1}, Quadrature::sum), HasSubstr("at least 3"));
  EXPECT_THAT(refusal({0, 1, 1}, {0, 1, 0}, Quadrature::trapezoid), HasSubstr("times must rise"));
  EXPECT_THAT(refusal({0, 1, 3}, {0, 1, 0}, Quadrature::sum), HasSubstr("equal intervals"));
  EXPECT_THAT(refusal({0, 1, 2}, {0, 0, 0}, Quadrature::sum), HasSubstr("no tracer came out"));
  EXPECT_THROW(peclet_closed(1.2), ModelError);
}

}  // namespace
}  // namespace stillhouse
