#pragma once

#include <optional>

#include "engine/solve/sparse_factor.h"
#include "engine/solve/structured_factor.h"

namespace stillhouse {

/// Which factors a solver works with: by the plant's structure, or KLU's alone, as a check.
enum class FactorKind { structured, klu };

/// Factors of either kind behind one set of calls; see StructuredFactor and SparseFactor.
class LinearFactor {
 public:
  LinearFactor(const SparsePattern& pattern, FactorKind kind);

  bool factor(const double* values) { return structured_ ? structured_->factor(values) : klu_->factor(values); }
  void solve(double* vector) const { structured_ ? structured_->solve(vector) : klu_->solve(vector); }
  /// Plans for matrices like this one, see StructuredFactor; KLU plans nothing.
  void prepare(const double* values) {
    if (structured_) structured_->prepare(values);
  }
  void forget() { structured_ ? structured_->forget() : klu_->forget(); }
  int singular_column() const { return structured_ ? structured_->singular_column() : klu_->singular_column(); }

  /// What the structured factors have cost so far; all zero for KLU.
  StructuredFactor::Costs costs() const;

 private:
  std::optional<StructuredFactor> structured_;
  std::optional<SparseFactor> klu_;
};

}  // namespace stillhouse
