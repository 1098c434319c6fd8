#pragma once

#include <cstddef>
#include <type_traits>

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

inline Pair size_of(Pair value) {
  typedef long long Bits __attribute__((vector_size(16)));
  constexpr long long without_sign = 0x7fffffffffffffff;
  return reinterpret_cast<Pair>(reinterpret_cast<Bits>(value) & Bits{without_sign, without_sign});
}

/// value where `mask` is positive, zero elsewhere, whatever the value.
inline Pair where_positive(Pair mask, Pair value) {
  typedef long long Bits __attribute__((vector_size(16)));
  return reinterpret_cast<Pair>(reinterpret_cast<Bits>(value) & (mask > both(0.0)));
}

// `Depth` and `Order` are known when compiling, or 0 and then given

/// Tile of `Rows` x 2 `Pairs` of target(r, c) -= sum over k of left(k, r) right(k, c).
template <int Depth, int Rows, int Pairs>
inline void subtract_tile(int depth, const double* left, std::ptrdiff_t left_stride, const double* right,
                          std::ptrdiff_t right_stride, double* target, std::ptrdiff_t target_stride) {
  Pair sum[Rows][Pairs];
  for (int r = 0; r < Rows; ++r)
    for (int c = 0; c < Pairs; ++c) sum[r][c] = load(target + r * target_stride + 2 * c);
  for (int k = 0; k < (Depth ? Depth : depth); ++k) {
    Pair factor[Pairs];
    for (int c = 0; c < Pairs; ++c) factor[c] = load(right + k * right_stride + 2 * c);
    for (int r = 0; r < Rows; ++r) {
      const Pair l = both(left[k * left_stride + r]);
      for (int c = 0; c < Pairs; ++c) sum[r][c] -= l * factor[c];
    }
  }
  for (int r = 0; r < Rows; ++r)
    for (int c = 0; c < Pairs; ++c) store(target + r * target_stride + 2 * c, sum[r][c]);
}

/// The same for one column.
template <int Depth, int Rows>
inline void subtract_column(int depth, const double* left, std::ptrdiff_t left_stride, const double* right,
                            std::ptrdiff_t right_stride, double* target, std::ptrdiff_t target_stride) {
  double sum[Rows];
  for (int r = 0; r < Rows; ++r) sum[r] = target[r * target_stride];
  for (int k = 0; k < (Depth ? Depth : depth); ++k)
    for (int r = 0; r < Rows; ++r) sum[r] -= left[k * left_stride + r] * right[k * right_stride];
  for (int r = 0; r < Rows; ++r) target[r * target_stride] = sum[r];
}

template <int Depth, int Rows>
inline void subtract_rows(int columns, int depth, const double* left, std::ptrdiff_t left_stride, const double* right,
                          std::ptrdiff_t right_stride, double* target, std::ptrdiff_t target_stride) {
  int c = 0;
  for (; c + 4 <= columns; c += 4)
    subtract_tile<Depth, Rows, 2>(depth, left, left_stride, right + c, right_stride, target + c, target_stride);
  if (c + 2 <= columns) {
    subtract_tile<Depth, Rows, 1>(depth, left, left_stride, right + c, right_stride, target + c, target_stride);
    c += 2;
  }
  if (c < columns)
    subtract_column<Depth, Rows>(depth, left, left_stride, right + c, right_stride, target + c, target_stride);
}

/// target (rows x columns) -= left' right, with left (depth x rows), right (depth x columns), all row by row.
template <int Depth>
inline void subtract_product(int rows, int columns, int depth, const double* left, std::ptrdiff_t left_stride,
                             const double* right, std::ptrdiff_t right_stride, double* target,
                             std::ptrdiff_t target_stride) {
  int r = 0;
  for (; r + 4 <= rows; r += 4)
    subtract_rows<Depth, 4>(columns, depth, left + r, left_stride, right, right_stride, target + r * target_stride,
                            target_stride);
  if (r + 2 <= rows) {
    subtract_rows<Depth, 2>(columns, depth, left + r, left_stride, right, right_stride, target + r * target_stride,
                            target_stride);
    r += 2;
  }
  if (r < rows)
    subtract_rows<Depth, 1>(columns, depth, left + r, left_stride, right, right_stride, target + r * target_stride,
                            target_stride);
}

/// Solves with a triangle in place: row i of the panel becomes (row i - sum over k < i of t(i, k) row k), times
/// scale[i] if there is one; t(i, k) = triangle[i * row_step + k * column_step]. Columns in pairs.
template <int Order, int Pairs, bool Scaled>
inline void solve_triangle_strip(int order, const double* triangle, std::ptrdiff_t row_step, std::ptrdiff_t column_step,
                                 const double* scale, double* panel, std::ptrdiff_t stride) {
  for (int i = 0; i < (Order ? Order : order); ++i) {
    Pair sum[Pairs];
    for (int c = 0; c < Pairs; ++c) sum[c] = load(panel + i * stride + 2 * c);
    for (int k = 0; k < i; ++k) {
      const Pair t = both(triangle[i * row_step + k * column_step]);
      for (int c = 0; c < Pairs; ++c) sum[c] -= t * load(panel + k * stride + 2 * c);
    }
    for (int c = 0; c < Pairs; ++c) store(panel + i * stride + 2 * c, Scaled ? sum[c] * both(scale[i]) : sum[c]);
  }
}

template <int Order, bool Scaled>
inline void solve_triangle(int columns, int order, const double* triangle, std::ptrdiff_t row_step,
                           std::ptrdiff_t column_step, const double* scale, double* panel, std::ptrdiff_t stride) {
  int c = 0;
  for (; c + 4 <= columns; c += 4)
    solve_triangle_strip<Order, 2, Scaled>(order, triangle, row_step, column_step, scale, panel + c, stride);
  for (; c < columns; c += 2)
    solve_triangle_strip<Order, 1, Scaled>(order, triangle, row_step, column_step, scale, panel + c, stride);
}

/// Factors a square block in place, L below the diagonal (of ones), U on and above, without looking for pivots;
/// `inverse` receives the reciprocal pivots. A pivot of zero makes infinities. Rows are padded to an even length.
template <int Order>
inline void factor_block(int order, double* block, std::ptrdiff_t stride, double* inverse) {
  const int n = Order ? Order : order;
  for (int k = 0; k < n; ++k) {
    const double* u = block + k * stride;
    const double reciprocal = 1.0 / u[k];
    inverse[k] = reciprocal;
    for (int i = k + 1; i < n; ++i) {
      double* row = block + i * stride;
      const double l = row[k] * reciprocal;
      row[k] = l;
      int j = k + 1;
      if (j % 2 && j < n) {
        row[j] -= l * u[j];
        ++j;
      }
      for (; j < n; j += 2) store(row + j, load(row + j) - both(l) * load(u + j));
    }
  }
}

/// Calls `act` with the order as a constant if it is at most ten, or with zero.
template <class Act>
inline auto with_order(int order, Act act) {
  switch (order) {
    case 1:
      return act(std::integral_constant<int, 1>());
    case 2:
      return act(std::integral_constant<int, 2>());
    case 3:
      return act(std::integral_constant<int, 3>());
    case 4:
      return act(std::integral_constant<int, 4>());
    case 5:
      return act(std::integral_constant<int, 5>());
    case 6:
      return act(std::integral_constant<int, 6>());
    case 7:
      return act(std::integral_constant<int, 7>());
    case 8:
      return act(std::integral_constant<int, 8>());
    case 9:
      return act(std::integral_constant<int, 9>());
    case 10:
      return act(std::integral_constant<int, 10>());
    default:
      return act(std::integral_constant<int, 0>());
  }
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
