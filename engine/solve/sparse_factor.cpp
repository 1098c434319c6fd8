#include "engine/solve/sparse_factor.h"

#include <suitesparse/klu.h>

#include "engine/base/error.h"

namespace stillhouse {

struct SparseFactor::Klu {
  SparsePattern pattern;
  klu_common common;
  klu_symbolic* symbolic = nullptr;
  klu_numeric* numeric = nullptr;

  ~Klu() {
    klu_free_numeric(&numeric, &common);
    klu_free_symbolic(&symbolic, &common);
  }
};

SparseFactor::SparseFactor(const SparsePattern& pattern) : klu_(std::make_unique<Klu>()) {
  klu_->pattern = pattern;
  klu_defaults(&klu_->common);
  klu_->common.halt_if_singular = 1;
  klu_->symbolic =
      klu_analyze(pattern.size(), klu_->pattern.column_start.data(), klu_->pattern.row.data(), &klu_->common);
  if (!klu_->symbolic) throw ModelError("the equations are structurally singular: some unknown cannot be determined");
}

SparseFactor::~SparseFactor() = default;

void SparseFactor::forget() {
  klu_free_numeric(&klu_->numeric, &klu_->common);
}

bool SparseFactor::factor(const double* values) {
  singular_column_ = -1;
  int* columns = klu_->pattern.column_start.data();
  int* rows = klu_->pattern.row.data();
  double* entries = const_cast<double*>(values);

  // keep the pivots while the estimate of the reciprocal condition stays far from round-off
  if (klu_->numeric) {
    if (klu_refactor(columns, rows, entries, klu_->symbolic, klu_->numeric, &klu_->common) &&
        klu_rgrowth(columns, rows, entries, klu_->symbolic, klu_->numeric, &klu_->common) &&
        klu_->common.rgrowth > 1e-8) {
      return true;
    }
    forget();
  }
  klu_->numeric = klu_factor(columns, rows, entries, klu_->symbolic, &klu_->common);
  if (klu_->numeric) return true;
  singular_column_ = klu_->common.singular_col;
  return false;
}

void SparseFactor::solve(double* vector) const {
  klu_solve(klu_->symbolic, klu_->numeric, klu_->pattern.size(), 1, vector, &klu_->common);
}

PivotSequence SparseFactor::pivots() const {
  const std::size_t n = static_cast<std::size_t>(klu_->pattern.size());
  return {{klu_->numeric->Pnum, klu_->numeric->Pnum + n}, {klu_->symbolic->Q, klu_->symbolic->Q + n}};
}

}  // namespace stillhouse
