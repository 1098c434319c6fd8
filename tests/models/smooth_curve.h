#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "engine/autodiff/dual.h"
#include "engine/autodiff/traced.h"

namespace stillhouse {

/// f(x), a template over the scalar, is finite at each of `points`, the same for every scalar, and its derivative by
/// dual numbers is that of differences. `scale` is the distance over which f bends most.
template <class Function>
void expect_smooth(const char* name, const Function& f, const std::vector<double>& points, double scale) {
  using D = Dual<1>;
  double steepest = 0.0;  // below 1e-9 of it a slope is that of something that has stopped
  for (const double x : points) {
    D seed(x);
    seed.gradient[0] = 1.0;
    steepest = std::max(steepest, std::abs(f(seed).gradient[0]));
  }
  for (const double x : points) {
    D seed(x);
    seed.gradient[0] = 1.0;
    const D dual = f(seed);
    const double value = f(x);
    ASSERT_TRUE(std::isfinite(value) && std::isfinite(dual.gradient[0])) << name << " at " << x;
    // a dual divides by way of the inverse: the last bits may differ, which a logarithm near one magnifies
    EXPECT_NEAR(dual.value, value, 3e-12 * std::abs(value) + 1e-300) << name << " at " << x;
    EXPECT_NEAR(f(Traced(x)).number, value, 1e-13 * std::abs(value) + 1e-300) << name << " at " << x;
    // Richardson's step takes a central difference to fourth order
    const double step = 0.02 * scale;
    const auto difference = [&](double h) { return (f(x + h) - f(x - h)) / (2.0 * h); };
    const double slope = (4.0 * difference(0.5 * step) - difference(step)) / 3.0;
    const double round_off = 1e-14 * std::abs(value) / step;
    EXPECT_NEAR(dual.gradient[0], slope, 1e-4 * std::abs(slope) + round_off + 1e-9 * steepest) << name << " at " << x;
  }
}

}  // namespace stillhouse
