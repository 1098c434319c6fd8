#include "engine/solve/linear_response.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "engine/base/error.h"

namespace stillhouse {
namespace {

DenseMatrix matrix(int rows, int columns, std::vector<double> values) {
  DenseMatrix m(rows, columns);
  m.values = std::move(values);
  return m;
}

LinearModel model(DenseMatrix A, DenseMatrix B, DenseMatrix C, DenseMatrix D) {
  LinearModel linear;
  for (int i = 0; i < A.rows; ++i) linear.states.push_back({"x" + std::to_string(i), "1", "a state"});
  for (int i = 0; i < B.columns; ++i) linear.inputs.push_back({"u" + std::to_string(i), "1", "an input"});
  for (int i = 0; i < C.rows; ++i) linear.outputs.push_back({"y" + std::to_string(i), "1", "an output"});
  linear.A = std::move(A), linear.B = std::move(B), linear.C = std::move(C), linear.D = std::move(D);
  return linear;
}

TEST(LinearResponse, OfASecondOrderSystemIsItsClosedForm) {
  // x'' + 2 d w x' + w^2 x = K w^2 u; y = x + 0.5 u
  const double w = 0.3, d = 0.2, K = 7.0;
  const LinearResponse r =
      linear_response(model(matrix(2, 2, {0.0, 1.0, -w * w, -2.0 * d * w}), matrix(2, 1, {0.0, K * w * w}),
                            matrix(1, 2, {1.0, 0.0}), matrix(1, 1, {0.5})));
  ASSERT_EQ(r.modes.size(), 2u);
  EXPECT_NEAR(r.modes[0].re, -d * w, 1e-15);
  EXPECT_NEAR(r.modes[0].im, w * std::sqrt(1.0 - d * d), 1e-15);
  EXPECT_EQ(r.modes[1].im, -r.modes[0].im);
  EXPECT_NEAR(r.modes[0].time_constant, 1.0 / (d * w), 1e-12);
  EXPECT_LT(r.modes[0].uncertainty, 1e-14);
  EXPECT_NEAR(r.gains(0, 0), K + 0.5, 1e-13);
  EXPECT_EQ(r.ramps(0, 0), 0.0);
  EXPECT_TRUE(r.integrating.empty());
}

TEST(LinearResponse, ModesAreNamedBySlownessAndByTheStatesThatTakePart) {
  // a fast state that follows a slow one takes no part in the slow mode: its share is that of the one that remembers
  const LinearResponse r = linear_response(model(matrix(2, 2, {-10.0, 10.0, 0.0, -0.01}), matrix(2, 1, {0.0, 1.0}),
                                                 matrix(1, 2, {1.0, 0.0}), matrix(1, 1, {0.0})));
  EXPECT_NEAR(r.modes[0].time_constant, 100.0, 1e-10);
  EXPECT_NEAR(r.modes[1].time_constant, 0.1, 1e-14);
  EXPECT_EQ(r.modes[0].participation[0].state, 1);
  EXPECT_NEAR(r.modes[0].participation[0].share, 1.0, 1e-12);
  EXPECT_EQ(r.modes[1].participation[0].state, 0);
  EXPECT_NEAR(r.gains(0, 0), 100.0, 1e-10);
}

TEST(LinearResponse, OfEqualTanksInAChainHasEqualModes) {
  const int n = 4;
  DenseMatrix A(n, n);
  for (int i = 0; i < n; ++i) A(i, i) = -0.5;
  for (int i = 1; i < n; ++i) A(i, i - 1) = 0.5;
  const LinearResponse r = linear_response(
      model(A, matrix(n, 1, {0.5, 0.0, 0.0, 0.0}), matrix(1, n, {0.0, 0.0, 0.0, 3.0}), matrix(1, 1, {0.0})));
  for (const LinearMode& mode : r.modes) EXPECT_NEAR(mode.re, -0.5, 1e-15);
  EXPECT_NEAR(r.gains(0, 0), 3.0, 1e-14);
}

TEST(LinearResponse, SaysHowFarToTrustAnEigenvalue) {
  // (s + 0.5)^4 as a companion matrix: of a fourfold eigenvalue a quarter of the digits is left
  const LinearResponse r = linear_response(
      model(matrix(4, 4, {-2.0, -1.5, -0.5, -0.0625, 1.0, 0.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0, 1.0, 0.0}),
            matrix(4, 1, {1.0, 0.0, 0.0, 0.0}), matrix(1, 4, {0.0, 0.0, 0.0, 0.0625}), matrix(1, 1, {0.0})));
  for (const LinearMode& mode : r.modes) {
    const double off = std::hypot(mode.re + 0.5, mode.im);
    EXPECT_GT(off, 1e-8);
    EXPECT_LT(off, 20.0 * mode.uncertainty);
    EXPECT_LT(mode.uncertainty, 0.05);
  }
  EXPECT_NEAR(r.gains(0, 0), 1.0, 1e-13);
}

/// A tank that drains into a receiver, and a mode that grows and touches neither: x0' = u0 - 0.1 x0, x1' = 0.1 x0,
/// x2' = 0.02 x2 + u1.
LinearModel receiver() {
  return model(matrix(3, 3, {-0.1, 0.0, 0.0, 0.1, 0.0, 0.0, 0.0, 0.0, 0.02}),
               matrix(3, 2, {1.0, 0.0, 0.0, 0.0, 0.0, 1.0}),
               matrix(3, 3, {1.0, 0.0, 0.0, 0.0, 2.0, 0.0, 0.0, 0.0, 1.0}), matrix(3, 2, std::vector<double>(6, 0.0)));
}

TEST(LinearResponse, AnIntegratingPairHasARampInsteadOfAGain) {
  const LinearResponse r = linear_response(receiver());
  EXPECT_EQ(r.modes[0].kind, ModeKind::integrating);
  EXPECT_TRUE(std::isinf(r.modes[0].time_constant));
  ASSERT_EQ(r.integrating.size(), 1u);
  EXPECT_EQ(r.integrating[0].state, 1);
  EXPECT_NEAR(r.integrating[0].share, 1.0, 1e-12);
  EXPECT_NEAR(r.gains(0, 0), 10.0, 1e-12);  // the tank comes to rest
  EXPECT_EQ(r.ramps(0, 0), 0.0);
  EXPECT_TRUE(std::isnan(r.gains(1, 0)));  // its receiver does not
  EXPECT_NEAR(r.ramps(1, 0), 2.0, 1e-12);
  EXPECT_NEAR(r.gains(1, 1), 0.0, 1e-12);  // and is not reached by the other input
  EXPECT_FALSE(r.chained);
}

TEST(LinearResponse, AGrowingModeIsCalledSo) {
  const LinearResponse r = linear_response(receiver());
  EXPECT_EQ(r.modes[1].kind, ModeKind::growing);
  EXPECT_NEAR(r.modes[1].time_constant, 50.0, 1e-12);
  EXPECT_EQ(r.modes[1].participation[0].state, 2);
  EXPECT_EQ(r.modes[2].kind, ModeKind::settling);
}

TEST(LinearResponse, AReceiverOfAReceiverIsSaidToRampEverFaster) {
  const LinearResponse r = linear_response(model(matrix(2, 2, {0.0, 0.0, 1.0, 0.0}), matrix(2, 1, {1.0, 0.0}),
                                                 matrix(2, 2, {1.0, 0.0, 0.0, 1.0}), matrix(2, 1, {0.0, 0.0})));
  EXPECT_TRUE(r.chained);
  EXPECT_NEAR(r.ramps(0, 0), 1.0, 1e-12);
}

TEST(LinearResponse, DoesNotDependOnTheUnitsOfStates) {
  // the receiver again, its states in units of 1e9 and 1e-7
  LinearModel scaled = receiver();
  const double s[] = {1e9, 1e-7, 1e3};
  for (int r = 0; r < 3; ++r) {
    for (int c = 0; c < 3; ++c) scaled.A(r, c) *= s[c] / s[r], scaled.C(r, c) *= s[c];
    for (int c = 0; c < 2; ++c) scaled.B(r, c) /= s[r];
    scaled.states[static_cast<std::size_t>(r)].nominal = 1.0 / s[r];
  }
  const LinearResponse one = linear_response(receiver()), other = linear_response(scaled);
  for (std::size_t i = 0; i < 3; ++i) EXPECT_NEAR(other.modes[i].re, one.modes[i].re, 1e-14);
  EXPECT_NEAR(other.gains(0, 0), 10.0, 1e-12);
  EXPECT_NEAR(other.ramps(1, 0), 2.0, 1e-12);
}

TEST(LinearResponse, RefusesWhatIsNotFinite) {
  EXPECT_THROW(
      linear_response(model(matrix(1, 1, {NAN}), matrix(1, 1, {0.0}), matrix(1, 1, {1.0}), matrix(1, 1, {0.0}))),
      SolveError);
}

}  // namespace
}  // namespace stillhouse
