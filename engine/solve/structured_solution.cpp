#include <algorithm>

#include "engine/solve/dense_kernels.h"
#include "engine/solve/structured_factor.h"

namespace stillhouse {

namespace {

std::size_t at(int i) {
  return static_cast<std::size_t>(i);
}

}  // namespace

template <int Pivots>
void StructuredFactor::forward(const EliminationPlan::Node& node) const {
  const int p = Pivots ? Pivots : node.pivots, stride = node.own_stride;
  const double* own = store_.data() + node.own;
  double* x = work_.data();
  double kept[Pivots ? Pivots : 1];  // in registers
  double* y = x + node.first;
  if constexpr (Pivots > 0) {
    std::copy(y, y + Pivots, kept);
    y = kept;
  }
  for (int k = 0; k + 1 < p; ++k)
    for (int i = k + 1; i < p; ++i) y[i] -= own[i * stride + k] * y[k];
  if constexpr (Pivots > 0) std::copy(kept, kept + Pivots, x + node.first);
  const double* lower = store_.data() + node.lower;
  const int* rows = row_list_.data() + node.rows_begin;
  for (int r = 0; r < node.rows; r += 2) {
    dense::Pair sum = dense::load(lower + r) * dense::both(y[0]);
    for (int k = 1; k < p; ++k) sum += dense::load(lower + k * node.lower_stride + r) * dense::both(y[k]);
    x[rows[r]] -= sum[0];
    if (r + 1 < node.rows) x[rows[r + 1]] -= sum[1];
  }
}

template <int Pivots>
void StructuredFactor::backward(const EliminationPlan::Node& node) const {
  const int p = Pivots ? Pivots : node.pivots, stride = node.own_stride;
  const int* columns = plan_->column_list.data() + node.columns_begin;
  double* x = work_.data();
  const double* own = store_.data() + node.own;
  const double* upper = store_.data() + node.upper;
  const double* inverse = inverse_.data() + node.first;
  double* y = x + node.first;
  if constexpr (Pivots > 0) {
    dense::Pair sums[Pivots] = {};
    int c = 0;
    for (; c + 2 <= node.columns; c += 2) {
      const dense::Pair later = {x[columns[c]], x[columns[c + 1]]};
      for (int i = 0; i < Pivots; ++i) sums[i] += dense::load(upper + i * stride + c) * later;
    }
    if (c < node.columns) {
      const dense::Pair later = {x[columns[c]], 0.0};
      for (int i = 0; i < Pivots; ++i) sums[i] += dense::load(upper + i * stride + c) * later;
    }
    double z[Pivots];
    for (int i = 0; i < Pivots; ++i) z[i] = (y[i] - (sums[i][0] + sums[i][1])) * inverse[i];
    for (int k = Pivots; k-- > 0;)
      for (int i = 0; i < k; ++i) z[i] -= own[i * stride + k] * z[k];
    std::copy(z, z + Pivots, y);
  } else {
    for (int c = 0; c < node.columns; ++c) gathered_[at(c)] = x[columns[c]];
    for (int i = 0; i < p; ++i)
      y[i] = (y[i] - dense::dot(node.columns, upper + i * stride, gathered_.data())) * inverse[i];
    for (int k = p; k-- > 0;)
      for (int i = 0; i < k; ++i) y[i] -= own[i * stride + k] * y[k];
  }
}

void StructuredFactor::solve(double* vector) const {
  if (!planned_) {
    general_.solve(vector);
    return;
  }
  const EliminationPlan& plan = *plan_;
  double* x = work_.data();
  const int n = pattern_.size();
  for (int k = 0; k < n; ++k) x[k] = vector[row_at_[at(k)]];

  for (std::size_t i = plan.stages.size(); i-- > 0;) {
    const EliminationPlan::Stage& stage = plan.stages[i];
    for (int e = stage.outer_begin; e < stage.outer_end; ++e)
      x[outer_row_[at(e)]] -= outer_[at(e)] * x[plan.outer_column[at(e)]];
    if (stage.nodes_begin == stage.nodes_end) {
      for (int k = stage.first; k < stage.first + stage.size; ++k) x[k] *= inverse_[at(k)];
      continue;
    }
    for (int s = stage.nodes_begin; s < stage.nodes_end; ++s) {
      const EliminationPlan::Node& node = plan.nodes[at(s)];
      dense::with_order(node.pivots, [&](auto order) { forward<order()>(node); });
    }
    for (int s = stage.nodes_end; s-- > stage.nodes_begin;) {
      const EliminationPlan::Node& node = plan.nodes[at(s)];
      dense::with_order(node.pivots, [&](auto order) { backward<order()>(node); });
    }
  }
  for (int k = 0; k < n; ++k) vector[plan.column_at[at(k)]] = x[k];
}

}  // namespace stillhouse
