#pragma once

#include <vector>

#include "engine/solve/sparse_matrix.h"

namespace stillhouse {

/// How a matrix of fixed pattern is eliminated: everything about the factorisation that numbers do not change.
///
/// Rows and columns are brought to positions 0, 1, ... so that the matrix is block upper triangular with a diagonal
/// free of structural zeros. A diagonal block of one is solved by one division; the entries above the diagonal blocks
/// are used as they are. Inside a larger diagonal block positions are grouped to nodes, neighbours with nearly the
/// same pattern, whose entries are kept dense:
///
///     own block    pivots x pivots
///     upper panel  pivots x columns   the node's rows in the later columns they reach
///     lower panel  pivots x rows      the node's columns in the later rows they reach, transposed
///
/// all row by row in one store. Eliminating a node subtracts lower panel' times upper panel from later nodes; each
/// `Update` is one rectangle of that product whose target is a rectangle as well.
struct EliminationPlan {
  struct Update {
    int target, target_stride;  // in the store
    int row, rows;              // of the lower panel
    int column, columns;        // of the upper panel
    bool transposed;            // the target is a lower panel
  };
  struct Node {
    int first, pivots;
    int rows_begin, rows;        // into `row_list`: positions
    int columns_begin, columns;  // into `column_list`: positions
    bool columns_adjacent;       // ... which are neighbours, so that nothing need be gathered
    int own, own_stride;         // in the store; the upper panel follows in the same rows
    int upper, lower;
    int lower_stride;
    int updates_begin, updates_end;
  };
  /// A diagonal block, or neighbouring blocks of one that do not read each other.
  struct Stage {
    int first, size;
    int nodes_begin, nodes_end;  // none: blocks of one
    int outer_begin, outer_end;  // entries of its rows right of the diagonal blocks
  };
  struct Counts {
    int unknowns = 0;
    int ledgers = 0;  // unknowns that no other equation reads
    int single = 0;   // other diagonal blocks of one
    int entries = 0;  // in the factors, explicit zeros included
    long multiply_adds = 0;
  };

  std::vector<int> row_at, column_at;  ///< which row and column has come to a position
  std::vector<Stage> stages;           ///< a solution goes from the last to the first
  std::vector<Node> nodes;
  std::vector<Update> updates;
  std::vector<int> row_list, column_list;
  int store_size = 0;
  int widest = 0;  ///< most columns of a node

  // entries of the diagonal blocks larger than one, by column position: where each comes from and goes to
  std::vector<int> entry_begin, entry_source, entry_target, entry_row;
  // diagonal entries of blocks of one, by position; -1 elsewhere
  std::vector<int> single_source;
  // entries above the diagonal blocks, by stage; one of each row, then another of each, so that sums do not wait
  std::vector<int> outer_source, outer_row, outer_column;

  Counts counts;
};

/// A sequence of pivots: row[k] is eliminated with column[k].
struct PivotSequence {
  std::vector<int> row, column;
};

/// Plans for a match of rows to columns (elimination_order.h).
EliminationPlan plan_elimination(const SparsePattern& pattern, const std::vector<int>& row_of_column);
/// Plans for pivots that were found with numbers, keeping their order up to what cannot change the factors.
EliminationPlan plan_elimination(const SparsePattern& pattern, const PivotSequence& pivots);

}  // namespace stillhouse
