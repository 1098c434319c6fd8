#pragma once

#include <cmath>
#include <utility>
#include <vector>

namespace stillhouse {

/// Solves A x = b in place for a small dense matrix, rows exchanged so that the largest entry of a column divides.
/// False, with A and b spoilt, if A is singular.
inline bool solve_linear(std::vector<std::vector<double>>& A, std::vector<double>& b) {
  const std::size_t n = b.size();
  for (std::size_t k = 0; k < n; ++k) {
    std::size_t pivot = k;
    for (std::size_t i = k + 1; i < n; ++i)
      if (std::fabs(A[i][k]) > std::fabs(A[pivot][k])) pivot = i;
    if (!(std::fabs(A[pivot][k]) > 0.0)) return false;
    std::swap(A[k], A[pivot]);
    std::swap(b[k], b[pivot]);
    for (std::size_t i = k + 1; i < n; ++i) {
      const double factor = A[i][k] / A[k][k];
      for (std::size_t j = k + 1; j < n; ++j) A[i][j] -= factor * A[k][j];
      b[i] -= factor * b[k];
    }
  }
  for (std::size_t k = n; k-- > 0;) {
    for (std::size_t j = k + 1; j < n; ++j) b[k] -= A[k][j] * b[j];
    b[k] /= A[k][k];
  }
  return true;
}

}  // namespace stillhouse
