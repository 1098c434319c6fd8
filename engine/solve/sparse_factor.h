#pragma once

#include <memory>

#include "engine/solve/elimination_plan.h"
#include "engine/solve/sparse_matrix.h"

namespace stillhouse {

/// LU factors of a sparse matrix of fixed pattern (KLU). The first factorisation after construction or `forget()`
/// chooses pivots; later ones keep them while that is accurate, and then allocate nothing.
class SparseFactor {
 public:
  explicit SparseFactor(const SparsePattern& pattern);
  ~SparseFactor();
  SparseFactor(const SparseFactor&) = delete;
  SparseFactor& operator=(const SparseFactor&) = delete;

  /// Factors the matrix with these entries; false if it is singular.
  bool factor(const double* values);
  /// Solves in place: right-hand side in, solution out.
  void solve(double* vector) const;
  /// Lets go of the pivots: what follows depends on nothing that was factored before.
  void forget();
  /// Column at which the last factorisation found the matrix singular; -1 if it did not.
  int singular_column() const { return singular_column_; }
  /// The pivots of the last factorisation, which succeeded.
  PivotSequence pivots() const;

 private:
  struct Klu;
  std::unique_ptr<Klu> klu_;
  int singular_column_ = -1;
};

}  // namespace stillhouse
