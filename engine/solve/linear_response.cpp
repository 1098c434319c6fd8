#include "engine/solve/linear_response.h"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/base/error.h"

namespace stillhouse {

namespace {

using Eigen::MatrixXd;
using Eigen::VectorXd;

constexpr double epsilon = std::numeric_limits<double>::epsilon();
constexpr int most_participants = 4;

MatrixXd eigen_matrix(const DenseMatrix& from) {
  MatrixXd to(from.rows, from.columns);
  for (int r = 0; r < from.rows; ++r)
    for (int c = 0; c < from.columns; ++c) to(r, c) = from(r, c);
  return to;
}

double power_of_two(double x) {
  int exponent = 0;
  std::frexp(x, &exponent);
  return std::ldexp(1.0, exponent);
}

/// Scales of the states, powers of two, for which rows and columns of S^-1 A S have the same size: nominal sizes first,
/// then Parlett's and Reinsch's iteration.
VectorXd balance(MatrixXd& A, const std::vector<LinearQuantity>& states) {
  const Eigen::Index n = A.rows();
  VectorXd scale(n);
  for (Eigen::Index i = 0; i < n; ++i) scale(i) = power_of_two(states[static_cast<std::size_t>(i)].nominal);
  for (Eigen::Index r = 0; r < n; ++r)
    for (Eigen::Index c = 0; c < n; ++c) A(r, c) *= scale(c) / scale(r);
  for (bool done = false; !done;) {
    done = true;
    for (Eigen::Index i = 0; i < n; ++i) {
      double row = 0.0, column = 0.0;
      for (Eigen::Index j = 0; j < n; ++j) {
        if (j == i) continue;
        row += std::abs(A(i, j));
        column += std::abs(A(j, i));
      }
      if (row == 0.0 || column == 0.0) continue;
      double factor = 1.0;
      double balanced = column;
      for (; balanced < row / 2.0; balanced *= 4.0) factor *= 2.0;
      for (; balanced >= row * 2.0; balanced /= 4.0) factor /= 2.0;
      if ((balanced + row) / factor >= 0.95 * (column + row)) continue;
      done = false;
      scale(i) *= factor;
      A.row(i) /= factor;
      A.col(i) *= factor;
    }
  }
  return scale;
}

/// The largest shares, scaled so that all add up to `total`.
std::vector<Participation> largest(const VectorXd& shares, double total, Eigen::Index most) {
  std::vector<Participation> list;
  const double sum = shares.sum();
  for (Eigen::Index k = 0; k < shares.size(); ++k) list.push_back({static_cast<int>(k), total * shares(k) / sum});
  std::stable_sort(list.begin(), list.end(),
                   [](const Participation& a, const Participation& b) { return a.share > b.share; });
  list.resize(static_cast<std::size_t>(std::min(most, shares.size())));
  return list;
}

/// Eigenvalues of the balanced matrix, with participations and uncertainties, in no order.
std::vector<LinearMode> modes_of(const MatrixXd& A, double integrating_below) {
  const Eigen::Index n = A.rows();
  std::vector<LinearMode> modes;
  if (n == 0) return modes;
  const Eigen::EigenSolver<MatrixXd> solver(A);
  if (solver.info() != Eigen::Success) throw SolveError(0.0, "the eigenvalues of the linear model cannot be found");
  const MatrixXd right = solver.pseudoEigenvectors();  // of a pair: real and imaginary part, side by side
  const MatrixXd left = right.partialPivLu().inverse();
  const MatrixXd magnitude = A.cwiseAbs();
  for (Eigen::Index i = 0; i < n; ++i) {
    const auto lambda = solver.eigenvalues()(i);
    LinearMode mode{.re = lambda.real(), .im = lambda.imag()};
    const Eigen::Index first = mode.im < 0.0 ? i - 1 : i, width = mode.im == 0.0 ? 1 : 2;
    const MatrixXd v = right.middleCols(first, width), w = left.middleRows(first, width);
    VectorXd shares = (v.rowwise().norm().array() * w.colwise().norm().transpose().array());
    const MatrixXd quotient = w * A * v, round_off = w.cwiseAbs() * magnitude * v.cwiseAbs();
    mode.uncertainty = std::abs(quotient.trace() / static_cast<double>(width) - mode.re) + epsilon * round_off.norm();
    if (!std::isfinite(mode.uncertainty) || !std::isfinite(shares.sum())) {
      // equal modes in a chain share one eigenvector, to which there is no left one; half of the digits are gone
      shares = v.rowwise().squaredNorm();
      mode.uncertainty = std::sqrt(epsilon) * A.norm();
    }
    const double size = std::sqrt(mode.re * mode.re + mode.im * mode.im);
    if (size <= integrating_below)
      mode.kind = ModeKind::integrating;
    else if (mode.re > 0.0)
      mode.kind = ModeKind::growing;
    mode.time_constant =
        mode.kind == ModeKind::integrating ? std::numeric_limits<double>::infinity() : 1.0 / std::abs(mode.re);
    mode.participation = largest(shares, 1.0, most_participants);
    modes.push_back(std::move(mode));
  }
  return modes;
}

/// An orthonormal basis of the invariant subspace of the `count` eigenvalues nearest to zero, by inverse iteration.
MatrixXd slow_basis(const MatrixXd& A, Eigen::Index count, double shift) {
  const Eigen::PartialPivLU<MatrixXd> inverse(A - shift * MatrixXd::Identity(A.rows(), A.rows()));
  MatrixXd basis(A.rows(), count);
  // no column of the beginning is like another
  for (Eigen::Index c = 0; c < count; ++c)
    for (Eigen::Index r = 0; r < A.rows(); ++r) basis(r, c) = 1.0 / static_cast<double>(1 + r + c * (r + 2) % 7 + c);
  for (int iteration = 0; iteration < 8; ++iteration) {
    basis = inverse.solve(basis).eval();
    basis = (Eigen::HouseholderQR<MatrixXd>(basis).householderQ() * MatrixXd::Identity(A.rows(), count)).eval();
  }
  return basis;
}

void find_responses(const MatrixXd& A, const VectorXd& scale, const LinearModel& model, double slowest,
                    LinearResponse& response) {
  const Eigen::Index n = A.rows();
  const MatrixXd B = scale.cwiseInverse().asDiagonal() * eigen_matrix(model.B);
  const MatrixXd C = eigen_matrix(model.C) * scale.asDiagonal();
  const int p = model.C.rows, m = model.B.columns;
  response.gains = model.D;
  response.ramps = DenseMatrix(p, m);
  if (n == 0) return;

  // the part that integrates
  const Eigen::Index count = std::count_if(response.modes.begin(), response.modes.end(),
                                           [](const LinearMode& m) { return m.kind == ModeKind::integrating; });
  MatrixXd P = MatrixXd::Zero(n, n);
  if (count > 0) {
    const MatrixXd right = slow_basis(A, count, slowest), left = slow_basis(A.transpose(), count, slowest);
    const Eigen::PartialPivLU<MatrixXd> overlap(left.transpose() * right);
    P = right * overlap.solve(left.transpose());
    response.integrating = largest(P.diagonal().cwiseAbs(), static_cast<double>(count), n);
    std::erase_if(response.integrating, [](const Participation& who) { return who.share < 0.01; });
    // one that feeds another moves it by more in an hour than it was moved itself
    response.chained = (overlap.solve(left.transpose() * A * right)).norm() * 3600.0 > 1e-3;
  }

  const MatrixXd ramps = C * P * B;
  const MatrixXd rest = B - P * B;
  const MatrixXd settled = (A - P).partialPivLu().solve(rest);
  const MatrixXd gains = -C * settled;
  for (int r = 0; r < p; ++r) {
    double size = 0.0;
    for (int k = 0; k < model.C.columns; ++k)
      size += std::abs(model.C(r, k)) * model.states[static_cast<std::size_t>(k)].nominal;
    for (int c = 0; c < m; ++c) {
      response.gains(r, c) += gains(r, c);
      const double moved = std::abs(ramps(r, c)) * model.inputs[static_cast<std::size_t>(c)].nominal / slowest;
      if (moved <= 1e-3 * size) continue;
      response.ramps(r, c) = ramps(r, c);
      response.gains(r, c) = std::numeric_limits<double>::quiet_NaN();
    }
  }
}

}  // namespace

LinearResponse linear_response(const LinearModel& model, const ResponseSettings& settings) {
  for (const DenseMatrix* matrix : {&model.A, &model.B, &model.C, &model.D}) {
    if (!std::all_of(matrix->values.begin(), matrix->values.end(), [](double v) { return std::isfinite(v); }))
      throw SolveError(0.0, "the linear model has entries that are not finite");
  }
  // products are cut into blocks by the size of the caches: the same blocks, and bits, on every processor
  Eigen::setCpuCacheSizes(32 * 1024, 256 * 1024, 2 * 1024 * 1024);
  MatrixXd A = eigen_matrix(model.A);
  const VectorXd scale = balance(A, model.states);

  LinearResponse response;
  response.modes = modes_of(A, settings.integrating_below);
  const auto rank = [](const LinearMode& mode) {
    return mode.kind == ModeKind::integrating ? -1.0 : std::abs(mode.re);
  };
  std::stable_sort(response.modes.begin(), response.modes.end(),
                   [&](const LinearMode& a, const LinearMode& b) { return rank(a) < rank(b); });
  find_responses(A, scale, model, settings.integrating_below, response);
  return response;
}

}  // namespace stillhouse
