#include "models/properties/batched_vle.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace stillhouse {
namespace {

/// Methanol, water, acetone (ChemSep v8.3), with the given form of vapour pressure.
template <class VapourPressure>
StageVle<3, VapourPressure> ternary(const std::array<VapourPressure, 3>& pressures) {
  StageVle<3, VapourPressure> vle;
  vle.nrtl.a = {{{0.0, 0.1, 0.0}, {-0.2, 0.0, 0.05}, {0.0, 0.1, 0.0}}};
  vle.nrtl.b = {{{0.0, -95.13209, 149.07537}, {398.95345, 0.0, 666.75416}, {59.42031, 409.69291, 0.0}}};
  vle.nrtl.alpha = {{{0.0, 0.2999, 0.3003}, {0.2999, 0.0, 0.5663}, {0.3003, 0.5663, 0.0}}};
  vle.vapour_pressure = pressures;
  return vle;
}
const auto short_form =
    ternary<Antoine>({Antoine{23.354, 3555.3, -37.163}, {23.401, 3987.3, -37.161}, {21.434, 2850.7, -41.681}});
const auto long_form = ternary<ExtendedAntoine>({ExtendedAntoine{73.40342, -6548.076, 0.0, -7.409987, 5.72492e-6},
                                                 {74.55502, -7295.586, 0.0, -7.442448, 4.2881e-6},
                                                 {72.77713, -5752.936, 0.0, -7.680083, 6.83076e-6}});

/// Stages from nearly pure to mixed, from cold to hot.
struct Stages {
  explicit Stages(std::size_t count)
      : size(count), x(3 * count), T(count), value(3 * count), by_x(9 * count), by_T(3 * count) {
    for (std::size_t k = 0; k < count; ++k) {
      const double a = static_cast<double>(k) / static_cast<double>(count);
      x[k] = 0.7 * a;
      x[count + k] = 1.0 - a;
      x[2 * count + k] = 0.3 * a;
      T[k] = 300.0 + 80.0 * a;
    }
  }
  template <class VapourPressure>
  void evaluate(const StageVle<3, VapourPressure>& vle) {
    BatchedVle<3, VapourPressure>(vle).partial_pressures(size, {x, T, value, by_x, by_T});
  }
  std::size_t size;
  std::vector<double> x, T, value, by_x, by_T;
};

template <class VapourPressure>
void expect_as_by_duals(const StageVle<3, VapourPressure>& vle) {
  Stages stages(43);  // ten fours and three single ones
  stages.evaluate(vle);
  for (std::size_t k = 0; k < stages.size; ++k) {
    std::array<Dual<4>, 3> x;
    for (std::size_t i = 0; i < 3; ++i) {
      x[i] = Dual<4>(stages.x[i * stages.size + k]);
      x[i].gradient[i] = 1.0;
    }
    Dual<4> T(stages.T[k]);
    T.gradient[3] = 1.0;
    const auto log_gamma = vle.nrtl.log_activity(x, T);
    const auto values = vle.template partial_pressures<double>({x[0].value, x[1].value, x[2].value}, T.value);
    for (std::size_t i = 0; i < 3; ++i) {
      const Dual<4> expected = x[i] * exp(log_gamma[i] + vle.vapour_pressure[i].log_pressure(T));
      EXPECT_EQ(stages.value[i * stages.size + k], expected.value) << k;  // to the bit
      EXPECT_EQ(stages.value[i * stages.size + k], values[i]) << k;
      constexpr double scale = 1e-13 * 1e5;  // Pa: derivatives by fractions are of the size of vapour pressures
      for (std::size_t j = 0; j < 3; ++j)
        EXPECT_NEAR(stages.by_x[(i * 3 + j) * stages.size + k], expected.gradient[j],
                    1e-13 * std::abs(expected.gradient[j]) + scale)
            << k << " " << i << " " << j;
      EXPECT_NEAR(stages.by_T[i * stages.size + k], expected.gradient[3],
                  1e-13 * std::abs(expected.gradient[3]) + 1e-3 * scale)
          << k << " " << i;
    }
  }
}

TEST(BatchedVle, GivesValuesToTheBitAndDerivativesToRoundOff) {
  expect_as_by_duals(short_form);
  expect_as_by_duals(long_form);
}

TEST(BatchedVle, AStageDoesNotDependOnItsNeighbours) {
  Stages many(8), one(1);
  many.evaluate(short_form);
  for (std::size_t k = 0; k < 8; ++k) {
    for (std::size_t i = 0; i < 3; ++i) one.x[i] = many.x[i * 8 + k];
    one.T[0] = many.T[k];
    one.evaluate(short_form);
    for (std::size_t i = 0; i < 3; ++i) {
      EXPECT_EQ(one.value[i], many.value[i * 8 + k]);
      EXPECT_EQ(one.by_T[i], many.by_T[i * 8 + k]);
      for (std::size_t j = 0; j < 3; ++j) EXPECT_EQ(one.by_x[i * 3 + j], many.by_x[(i * 3 + j) * 8 + k]);
    }
  }
}

TEST(BatchedVle, DerivativesObeyGibbsDuhem) {
  // sum_i x_i d ln p_i / d x_k = 1 at constant T: 1 from ln x_k and nothing from the activities
  Stages stages(8);
  stages.evaluate(long_form);
  for (std::size_t k = 1; k < 8; ++k) {
    for (std::size_t j = 0; j < 3; ++j) {
      double sum = 0.0;
      for (std::size_t i = 0; i < 3; ++i)
        sum += stages.x[i * 8 + k] * stages.by_x[(i * 3 + j) * 8 + k] / stages.value[i * 8 + k];
      EXPECT_NEAR(sum, 1.0, 1e-13) << k << " " << j;
    }
  }
}

}  // namespace
}  // namespace stillhouse
