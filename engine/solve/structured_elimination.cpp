#include <algorithm>
#include <cmath>

#include "engine/solve/dense_kernels.h"
#include "engine/solve/structured_factor.h"

namespace stillhouse {

namespace {

std::size_t at(int i) {
  return static_cast<std::size_t>(i);
}

}  // namespace

template <int Pivots>
bool StructuredFactor::eliminate_fixed(const EliminationPlan::Node& node) {
  const int p = Pivots ? Pivots : node.pivots, stride = node.own_stride;
  double* own = store_.data() + node.own;
  double* upper = store_.data() + node.upper;
  double* lower = store_.data() + node.lower;
  double* inverse = inverse_.data() + node.first;

  dense::factor_block<Pivots>(p, own, stride, inverse);
  dense::solve_triangle<Pivots, false>(node.columns, p, own, stride, 1, nullptr, upper, stride);
  dense::solve_triangle<Pivots, true>(node.rows, p, own, 1, stride, inverse, lower, node.lower_stride);

  // has a column grown too much?
  const double* limit = limit_.data();
  const int* columns = plan_->column_list.data() + node.columns_begin;
  double weight[Pivots ? Pivots : 1];
  const double* weights = weight;
  if constexpr (Pivots > 0) {
    for (int k = 0; k < p; ++k) weight[k] = weight_[at(node.first + chosen_[at(node.first + k)])];
  } else {
    for (int k = 0; k < p; ++k) spare_[at(k)] = weight_[at(node.first + chosen_[at(node.first + k)])];
    weights = spare_.data();
  }
  bool sound = true;
  for (int j = 0; j < p; ++j) {
    double sum = 0.0;
    for (int k = 0; k <= j; ++k) sum += std::abs(own[k * stride + j]) * weights[k];
    const double pivot = std::abs(own[j * stride + j]) * weights[j];
    sound &= sum <= limit[node.first + j] && pivot > limit[node.first + j] * least_of_limit_;
  }
  for (int j = 0; j < node.columns; j += 2) {
    dense::Pair sum = dense::size_of(dense::load(upper + j)) * dense::both(weights[0]);
    for (int k = 1; k < p; ++k) sum += dense::size_of(dense::load(upper + k * stride + j)) * dense::both(weights[k]);
    sound &= sum[0] <= limit[columns[j]];
    if (j + 1 < node.columns) sound &= sum[1] <= limit[columns[j + 1]];
  }
  if (!sound) return false;

  // U of the own block is kept divided by its pivots: one operation less in the way of each unknown of a solution
  for (int k = 0; k < p; ++k)
    for (int j = k + 1; j < p; ++j) own[k * stride + j] *= inverse[k];

  for (int u = node.updates_begin; u < node.updates_end; ++u) {
    const EliminationPlan::Update& update = plan_->updates[at(u)];
    double* target = store_.data() + update.target;
    if (update.transposed)
      dense::subtract_product<Pivots>(update.columns, update.rows, p, upper + update.column, stride, lower + update.row,
                                      node.lower_stride, target, update.target_stride);
    else
      dense::subtract_product<Pivots>(update.rows, update.columns, p, lower + update.row, node.lower_stride,
                                      upper + update.column, stride, target, update.target_stride);
  }
  return true;
}

bool StructuredFactor::eliminate(const EliminationPlan::Node& node) {
  return dense::with_order(node.pivots, [&](auto order) { return eliminate_fixed<order()>(node); });
}

}  // namespace stillhouse
