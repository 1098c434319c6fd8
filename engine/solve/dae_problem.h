#pragma once

#include <memory>
#include <vector>

#include "engine/modelling/flowsheet.h"
#include "engine/solve/sparse_matrix.h"

namespace stillhouse {

/// F(y, y', inputs, modes) = 0 of one flowsheet, with its exact sparse Jacobian.
/// Inputs and modes are constant while an integrator works; nothing here allocates after construction.
class DaeProblem {
 public:
  explicit DaeProblem(std::shared_ptr<const Flowsheet> plant);

  const Flowsheet& plant() const { return *plant_; }
  int size() const { return plant_->unknown_count(); }

  /// Sparsity of dF/dy + c dF/dy', compressed columns.
  const SparsePattern& pattern() const { return pattern_; }

  void residual(const double* y, const double* yp, double* residual) const;
  /// values = y_weight dF/dy + yp_weight dF/dy', in the order of `pattern()`.
  void jacobian(const double* y, const double* yp, double y_weight, double yp_weight, double* values);

  /// The size a residual row has when every unknown is off by its nominal size: sum |J_ij| nominal_j.
  std::vector<double> row_scales(const double* jacobian_values) const;

  std::vector<double> inputs;
  std::vector<double> modes;

 private:
  struct Entry {
    int block;  // position in the sweep's block
    int value;  // position in the matrix
  };
  struct Sweep {
    std::size_t unit;
    int first;  // first of the unit's own unknowns that is seeded
    std::vector<Entry> entries;
  };

  std::shared_ptr<const Flowsheet> plant_;
  SparsePattern pattern_;
  std::vector<Sweep> sweeps_;
  std::vector<int> seed_;
  std::vector<double> block_;
};

}  // namespace stillhouse
