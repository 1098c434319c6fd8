#pragma once

#include <vector>

namespace stillhouse {

/// Which entries of a square matrix may differ from zero, by compressed columns; rows ascend within a column.
struct SparsePattern {
  std::vector<int> column_start;  ///< size + 1
  std::vector<int> row;           ///< one an entry

  int size() const { return static_cast<int>(column_start.size()) - 1; }
  int entries() const { return static_cast<int>(row.size()); }
  /// Position of (row, column) in the list of entries; -1 if it is not in the pattern.
  int position(int r, int column) const;
};

}  // namespace stillhouse
