#pragma once

#include <algorithm>
#include <cmath>
#include <map>
#include <string_view>
#include <vector>

#include "engine/base/random.h"
#include "engine/solve/sparse_matrix.h"

namespace stillhouse {

/// A sparse matrix with what a factorisation may know of where it comes from.
struct SparseSystem {
  SparsePattern pattern;
  std::vector<double> values;
  std::vector<int> block_of;  ///< unit of each unknown
};

/// Entries by row, to put a matrix together and to take it apart.
struct EntryTable {
  explicit EntryTable(int n) : rows(static_cast<std::size_t>(n)) {}
  std::vector<std::map<int, double>> rows;

  double& operator()(int row, int column) { return rows[static_cast<std::size_t>(row)][column]; }

  SparsePattern pattern() const {
    std::vector<std::vector<int>> columns(rows.size());
    for (std::size_t row = 0; row < rows.size(); ++row)
      for (const auto& entry : rows[row])
        columns[static_cast<std::size_t>(entry.first)].push_back(static_cast<int>(row));
    SparsePattern result;
    result.column_start.push_back(0);
    for (const auto& column : columns) {
      result.row.insert(result.row.end(), column.begin(), column.end());
      result.column_start.push_back(result.entries());
    }
    return result;
  }

  SparseSystem system(std::vector<int> block_of) const {
    SparseSystem result{pattern(), {}, std::move(block_of)};
    for (int column = 0; column < result.pattern.size(); ++column)
      for (int k = result.pattern.column_start[static_cast<std::size_t>(column)];
           k < result.pattern.column_start[static_cast<std::size_t>(column) + 1]; ++k)
        result.values.push_back(
            rows[static_cast<std::size_t>(result.pattern.row[static_cast<std::size_t>(k)])].at(column));
    return result;
  }
};

/// A train of `blocks` dense blocks of `size` unknowns, each coupled to its neighbours; diagonally heavy, rows scaled
/// over six decades as energy and material balances are. `controllers` single unknowns read one block and act on
/// another; a recycle leads from the last block to the first.
inline SparseSystem block_train(int blocks, int size, int controllers, bool recycle, std::uint64_t seed) {
  const RandomStream random(seed, "train");
  std::int64_t draw = 0;
  const auto number = [&] { return random.symmetric(1.0, draw++); };
  const int n = blocks * size + controllers;
  EntryTable table(n);
  std::vector<int> block_of(static_cast<std::size_t>(n));
  const auto couple = [&](int b, int c) {
    for (int i = 0; i < size; ++i)
      for (int j = 0; j < size; ++j)
        table(b * size + i, c * size + j) = number() + (b == c && i == j ? 3.0 * size : 0.0);
  };
  for (int b = 0; b < blocks; ++b) {
    for (int c = std::max(b - 1, 0); c <= std::min(b + 1, blocks - 1); ++c) couple(b, c);
    for (int i = 0; i < size; ++i) block_of[static_cast<std::size_t>(b * size + i)] = b;
  }
  if (recycle) couple(0, blocks - 1);
  for (int k = 0; k < controllers; ++k) {
    const int own = blocks * size + k;
    block_of[static_cast<std::size_t>(own)] = blocks + k;
    table(own, own) = 2.0 + number();
    table(own, (k * 7 % blocks) * size) = number();
    table(((k * 11 + 3) % blocks) * size, own) = number();
  }
  for (int row = 0; row < n; ++row) {
    double scale = 1.0;
    for (int decade = row * 5 % 7; decade > 0; --decade) scale *= 10.0;
    for (auto& entry : table.rows[static_cast<std::size_t>(row)]) entry.second *= scale;
  }
  return table.system(std::move(block_of));
}

/// A random matrix with about so many entries a column, among them those of a random permutation: regular unless the
/// numbers conspire, and with nothing on its diagonal in particular.
inline SparseSystem scattered(int n, int a_column, std::uint64_t seed) {
  const RandomStream random(seed, "scattered");
  std::int64_t draw = 0;
  const auto below = [&](int bound) { return static_cast<int>(random.uniform(draw++) * bound); };
  std::vector<int> row_of(static_cast<std::size_t>(n));
  for (int i = 0; i < n; ++i) row_of[static_cast<std::size_t>(i)] = i;
  for (int i = n - 1; i > 0; --i)
    std::swap(row_of[static_cast<std::size_t>(i)], row_of[static_cast<std::size_t>(below(i + 1))]);
  EntryTable table(n);
  for (int column = 0; column < n; ++column) {
    for (int k = below(2 * a_column - 1); k > 0; --k) table(below(n), column) = random.symmetric(1.0, draw++);
    table(row_of[static_cast<std::size_t>(column)], column) = 1.0 + random.uniform(draw++);
  }
  return table.system(std::vector<int>(static_cast<std::size_t>(n), 0));
}

/// Largest |b - A x| of a row, relative to sum |a| |x| + |b|: how exactly the system is solved.
inline double backward_error(const SparsePattern& pattern, const std::vector<double>& values,
                             const std::vector<double>& x, const std::vector<double>& b) {
  std::vector<double> residual = b, size(b.size());
  for (std::size_t i = 0; i < b.size(); ++i) size[i] = std::abs(b[i]);
  for (std::size_t column = 0; column < x.size(); ++column)
    for (int k = pattern.column_start[column]; k < pattern.column_start[column + 1]; ++k) {
      const std::size_t row = static_cast<std::size_t>(pattern.row[static_cast<std::size_t>(k)]);
      const double term = values[static_cast<std::size_t>(k)] * x[column];
      residual[row] -= term;
      size[row] += std::abs(term);
    }
  double largest = 0.0;
  for (std::size_t i = 0; i < b.size(); ++i)
    if (!(size[i] == 0.0)) largest = std::max(largest, std::abs(residual[i]) / size[i]);
  return largest;
}

}  // namespace stillhouse
