#include "engine/solve/sparse_matrix.h"

#include <algorithm>

namespace stillhouse {

int SparsePattern::position(int r, int column) const {
  const auto first = row.begin() + column_start[static_cast<std::size_t>(column)];
  const auto last = row.begin() + column_start[static_cast<std::size_t>(column) + 1];
  const auto found = std::lower_bound(first, last, r);
  return found != last && *found == r ? static_cast<int>(found - row.begin()) : -1;
}

}  // namespace stillhouse
