#pragma once

#include <cstddef>

namespace stillhouse::dense {

/// Small dense products for the factors of a sparse matrix, two numbers at a time (every x86-64 has that). Each result
/// is a sum in fixed order with every product rounded, so that all ways to tile it give the same bits.

#if defined(__GNUC__)
typedef double Pair __attribute__((vector_size(16)));
typedef double LoosePair __attribute__((vector_size(16), aligned(8), may_alias));
#else
#error "the kernels use the vector extension of gcc and clang"
#endif

inline Pair load(const double* from) {
  return *reinterpret_cast<const LoosePair*>(from);
}
inline void store(double* to, Pair value) {
  *reinterpret_cast<LoosePair*>(to) = value;
}
inline Pair both(double value) {
  return Pair{value, value};
}

/// Tile of `Rows` x 2 `Pairs` of target -= lower * upper, summed over `depth`.
template <int Rows, int Pairs>
inline void subtract_tile(int depth, const double* lower, std::ptrdiff_t lower_stride, const double* upper,
                          std::ptrdiff_t upper_stride, double* target, std::ptrdiff_t target_stride) {
  Pair sum[Rows][Pairs];
  for (int r = 0; r < Rows; ++r)
    for (int c = 0; c < Pairs; ++c) sum[r][c] = load(target + r * target_stride + 2 * c);
  for (int k = 0; k < depth; ++k) {
    Pair u[Pairs];
    for (int c = 0; c < Pairs; ++c) u[c] = load(upper + 2 * c);
    for (int r = 0; r < Rows; ++r) {
      const Pair l = both(lower[r * lower_stride + k]);
      for (int c = 0; c < Pairs; ++c) sum[r][c] -= l * u[c];
    }
    upper += upper_stride;
  }
  for (int r = 0; r < Rows; ++r)
    for (int c = 0; c < Pairs; ++c) store(target + r * target_stride + 2 * c, sum[r][c]);
}

/// The same for one column.
template <int Rows>
inline void subtract_column(int depth, const double* lower, std::ptrdiff_t lower_stride, const double* upper,
                            std::ptrdiff_t upper_stride, double* target, std::ptrdiff_t target_stride) {
  double sum[Rows];
  for (int r = 0; r < Rows; ++r) sum[r] = target[r * target_stride];
  for (int k = 0; k < depth; ++k) {
    for (int r = 0; r < Rows; ++r) sum[r] -= lower[r * lower_stride + k] * *upper;
    upper += upper_stride;
  }
  for (int r = 0; r < Rows; ++r) target[r * target_stride] = sum[r];
}

template <int Rows>
inline void subtract_rows(int columns, int depth, const double* lower, std::ptrdiff_t lower_stride, const double* upper,
                          std::ptrdiff_t upper_stride, double* target, std::ptrdiff_t target_stride) {
  int c = 0;
  for (; c + 4 <= columns; c += 4)
    subtract_tile<Rows, 2>(depth, lower, lower_stride, upper + c, upper_stride, target + c, target_stride);
  if (c + 2 <= columns) {
    subtract_tile<Rows, 1>(depth, lower, lower_stride, upper + c, upper_stride, target + c, target_stride);
    c += 2;
  }
  if (c < columns)
    subtract_column<Rows>(depth, lower, lower_stride, upper + c, upper_stride, target + c, target_stride);
}

/// target (rows x columns) -= lower (rows x depth) * upper (depth x columns); all row by row.
inline void subtract_product(int rows, int columns, int depth, const double* lower, std::ptrdiff_t lower_stride,
                             const double* upper, std::ptrdiff_t upper_stride, double* target,
                             std::ptrdiff_t target_stride) {
  int r = 0;
  for (; r + 4 <= rows; r += 4)
    subtract_rows<4>(columns, depth, lower + r * lower_stride, lower_stride, upper, upper_stride,
                     target + r * target_stride, target_stride);
  if (r + 2 <= rows) {
    subtract_rows<2>(columns, depth, lower + r * lower_stride, lower_stride, upper, upper_stride,
                     target + r * target_stride, target_stride);
    r += 2;
  }
  if (r < rows)
    subtract_rows<1>(columns, depth, lower + r * lower_stride, lower_stride, upper, upper_stride,
                     target + r * target_stride, target_stride);
}

/// Sum of a[i] b[i]: even and odd ones apart, the two sums added last.
inline double dot(int count, const double* a, const double* b) {
  Pair sum = {0.0, 0.0};
  int i = 0;
  for (; i + 2 <= count; i += 2) sum += load(a + i) * load(b + i);
  double total = sum[0] + sum[1];
  if (i < count) total += a[i] * b[i];
  return total;
}

}  // namespace stillhouse::dense
