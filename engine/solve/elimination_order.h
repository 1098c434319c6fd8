#pragma once

#include <vector>

#include "engine/solve/elimination_plan.h"
#include "engine/solve/sparse_matrix.h"

namespace stillhouse {

/// Positions that are eliminated together and the later positions their elimination touches, ascending.
struct NodeShape {
  int first = 0, pivots = 0;
  std::vector<int> rows, columns;
};

/// In which order a matrix is eliminated; see EliminationPlan.
struct EliminationOrder {
  std::vector<int> row_at, column_at;
  std::vector<int> block_start;  ///< of the diagonal blocks, and the size
  std::vector<NodeShape> nodes;  ///< of the diagonal blocks larger than one
};

/// A row for every column, so that the product of the entries is as large as possible, sizes taken to the power of two
/// below: good pivots whatever the units of rows and columns. Among equals entries of short rows and columns. Empty if
/// these numbers have no such match; not-a-number counts as zero.
///
/// Source: Duff, Koster, "On algorithms for permuting large entries to the diagonal of a sparse matrix", SIAM J. Matrix
/// Anal. Appl. 22 (2001) 973-996: shortest augmenting paths on log |a|.
std::vector<int> match_rows(const SparsePattern& pattern, const double* values);

/// Brings the matched matrix to block upper triangular form and orders each block: for little fill, or as the pivots
/// were found.
EliminationOrder order_elimination(const SparsePattern& pattern, const std::vector<int>& row_of_column);
EliminationOrder order_elimination(const SparsePattern& pattern, const PivotSequence& pivots);

/// Estimated time to eliminate a node, in cycles of a processor of about 2020: what grouping is decided by.
double elimination_time(int pivots, int rows, int columns);

}  // namespace stillhouse
