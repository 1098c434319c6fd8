#include "engine/solve/structured_factor.h"

#include <algorithm>
#include <cmath>

#include "engine/solve/dense_kernels.h"
#include "engine/solve/elimination_order.h"

namespace stillhouse {

namespace {

std::size_t at(int i) {
  return static_cast<std::size_t>(i);
}

constexpr double most_growth = 1e8;      // of kept pivots, as KLU's limit in SparseFactor
constexpr double most_new_growth = 1e6;  // of pivots chosen for these very numbers
constexpr std::size_t most_remembered = 16;
constexpr double contentment = 0.1;  // the planned row is taken if it is that near to the largest

/// Rows of the lower panel after the node's own: x U = a, row by row.
void divide_rows(int rows, int pivots, double* lower, int lower_stride, const double* upper, int upper_stride,
                 const double* inverse) {
  int r = 0;
  for (; r + 2 <= rows; r += 2, lower += 2 * lower_stride) {
    double* a = lower;
    double* b = lower + lower_stride;
    for (int k = 0; k < pivots; ++k) {
      const double* u = upper + k * upper_stride;
      const double x = a[k] * inverse[k], y = b[k] * inverse[k];
      a[k] = x;
      b[k] = y;
      for (int j = k + 1; j < pivots; ++j) {
        a[j] -= x * u[j];
        b[j] -= y * u[j];
      }
    }
  }
  if (r < rows) {
    for (int k = 0; k < pivots; ++k) {
      const double* u = upper + k * upper_stride;
      const double x = lower[k] * inverse[k];
      lower[k] = x;
      for (int j = k + 1; j < pivots; ++j) lower[j] -= x * u[j];
    }
  }
}

}  // namespace

StructuredFactor::StructuredFactor(const SparsePattern& pattern, const std::vector<int>& block_of)
    : pattern_(pattern), block_of_(block_of), general_(pattern) {}

StructuredFactor::~StructuredFactor() = default;

std::string StructuredFactor::description() const {
  return plan_ ? describe(plan_->counts) : std::to_string(pattern_.size()) + " unknowns, not factored yet";
}

void StructuredFactor::follow(std::shared_ptr<const EliminationPlan> plan) {
  plan_ = std::move(plan);
  const std::size_t n = at(pattern_.size());
  inverse_.assign(n, 0.0);
  weight_.assign(n, 0.0);
  limit_.assign(n, 0.0);
  chosen_.assign(n, 0);
  swapped_.assign(plan_->nodes.size(), 0);
  store_.assign(at(plan_->store_size), 0.0);
  outer_.assign(plan_->outer_source.size(), 0.0);
  work_.assign(n, 0.0);
  gathered_.assign(at(plan_->widest + 1), 0.0);
  int largest = 0;
  for (const EliminationPlan::Node& node : plan_->nodes) largest = std::max(largest, node.pivots * node.upper_stride);
  spare_.assign(at(largest), 0.0);
}

void StructuredFactor::forget() {
  has_match_ = has_choice_ = planned_ = false;
  troubles_ = 0;
  general_.forget();
}

/// Takes the plan for the match of these numbers; false if that is the plan that is followed already, or there is none.
bool StructuredFactor::match(const double* values) {
  ++costs_.matched;
  std::vector<int> rows = match_rows(pattern_, values);
  if (rows.empty()) return false;
  const bool same = has_match_ && rows == match_;
  has_match_ = true;
  if (rows == match_) return !same;
  const auto known =
      std::find_if(remembered_.begin(), remembered_.end(), [&](const auto& p) { return p.first == rows; });
  if (known != remembered_.end()) {
    std::rotate(known, known + 1, remembered_.end());
  } else {
    ++costs_.plans;
    if (remembered_.size() == most_remembered) remembered_.erase(remembered_.begin());
    remembered_.emplace_back(rows, std::make_shared<EliminationPlan>(plan_elimination(pattern_, block_of_, rows)));
  }
  follow(remembered_.back().second);
  match_ = std::move(rows);
  return true;
}

bool StructuredFactor::factor(const double* values) {
  singular_column_ = -1;
  planned_ = true;
  if (has_choice_ && try_plan(values, false)) {
    ++costs_.kept;
    troubles_ = 0;
    return true;
  }
  has_choice_ = true;
  if ((has_match_ && try_plan(values, true)) || (match(values) && try_plan(values, true))) {
    ++costs_.chosen;
    troubles_ = 0;
    return true;
  }
  has_choice_ = planned_ = false;
  return use_general(values);
}

bool StructuredFactor::use_general(const double* values) {
  ++costs_.general;
  if (!general_.factor(values)) {
    singular_column_ = general_.singular_column();
    return false;
  }
  // once may be this matrix; twice is the plan, and KLU has found pivots for a better one
  if (++troubles_ < 2) return true;
  troubles_ = 0;
  ++costs_.plans;
  follow(std::make_shared<EliminationPlan>(plan_elimination(pattern_, block_of_, general_.pivots())));
  match_.clear();
  has_match_ = true;
  return true;
}

bool StructuredFactor::spread(const double* values) {
  const EliminationPlan& plan = *plan_;
  // zero times a number that is none stays none
  double none = 0.0;
  for (int e = 0; e < pattern_.entries(); ++e) none += values[e] * 0.0;
  if (none != 0.0) return false;

  std::fill(store_.begin(), store_.end(), 0.0);
  const std::size_t entries = plan.entry_source.size();
  for (std::size_t e = 0; e < entries; ++e) store_[at(plan.entry_target[e])] = values[plan.entry_source[e]];
  for (std::size_t e = 0; e < outer_.size(); ++e) outer_[e] = values[plan.outer_source[e]];
  return true;
}

void StructuredFactor::weigh(const double* values) {
  const EliminationPlan& plan = *plan_;
  std::fill(weight_.begin(), weight_.end(), 0.0);
  for (std::size_t e = 0; e < plan.entry_source.size(); ++e) {
    double& size = weight_[at(plan.entry_row[e])];
    size = std::max(size, std::abs(values[plan.entry_source[e]]));
  }
  for (double& weight : weight_) weight = weight > 0.0 ? 1.0 / weight : 1.0;
}

bool StructuredFactor::try_plan(const double* values, bool choose) {
  const EliminationPlan& plan = *plan_;
  if (!spread(values)) return false;
  if (choose) weigh(values);
  for (const EliminationPlan::Block& block : plan.blocks) {
    if (block.nodes_begin == block.nodes_end) {
      const double pivot = values[plan.single_source[at(block.first)]];
      if (pivot == 0.0) return false;
      inverse_[at(block.first)] = 1.0 / pivot;
      continue;
    }
    // how far the columns may grow
    const double growth = choose ? most_new_growth : most_growth;
    for (int k = block.first; k < block.first + block.size; ++k) {
      double size = 0.0;
      for (int e = plan.entry_begin[at(k)]; e < plan.entry_begin[at(k + 1)]; ++e)
        size = std::max(size, std::abs(values[plan.entry_source[at(e)]]) * weight_[at(plan.entry_row[at(e)])]);
      limit_[at(k)] = growth * size;
    }
    for (int s = block.nodes_begin; s < block.nodes_end; ++s) {
      if (!eliminate(plan.nodes[at(s)], choose)) return false;
    }
  }
  return true;
}

bool StructuredFactor::choose_rows(const EliminationPlan::Node& node, double* upper) {
  const int p = node.pivots, stride = node.upper_stride;
  int* chosen = chosen_.data() + node.first;
  double* weight = spare_.data();  // of the rows where they are now
  for (int k = 0; k < p; ++k) {
    chosen[k] = k;
    weight[k] = weight_[at(node.first + k)];
  }
  bool swapped = false;
  for (int k = 0; k < p; ++k) {
    int best = k;
    double largest = contentment > 0.0 ? std::abs(upper[k * stride + k]) * weight[k] / contentment : 0.0;
    for (int i = k + 1; i < p; ++i) {
      const double size = std::abs(upper[i * stride + k]) * weight[i];
      if (size > largest) {
        best = i;
        largest = size;
      }
    }
    if (best != k) {
      swapped = true;
      std::swap(chosen[k], chosen[best]);
      std::swap(weight[k], weight[best]);
      std::swap_ranges(upper + k * stride, upper + (k + 1) * stride, upper + best * stride);
    }
    const double pivot = upper[k * stride + k];
    if (pivot == 0.0) return false;
    const double inverse = 1.0 / pivot;
    inverse_[at(node.first + k)] = inverse;
    for (int i = k + 1; i < p; ++i) {
      const double l = upper[i * stride + k] * inverse;
      upper[i * stride + k] = l;
      for (int j = k + 1; j < p; ++j) upper[i * stride + j] -= l * upper[k * stride + j];
    }
  }
  swapped_[static_cast<std::size_t>(&node - plan_->nodes.data())] = swapped;
  return true;
}

bool StructuredFactor::has_grown(const EliminationPlan::Node& node) const {
  const int p = node.pivots, stride = node.upper_stride;
  const double* upper = store_.data() + node.upper;
  const double* weight = weight_.data() + node.first;
  const int* chosen = chosen_.data() + node.first;
  bool grown = false;
  for (int j = 0; j < p; ++j) {
    double largest = 0.0;
    for (int k = 0; k <= j; ++k) largest = std::max(largest, std::abs(upper[k * stride + j]) * weight[chosen[k]]);
    grown |= !(largest <= limit_[at(node.first + j)]);
  }
  const int* columns = plan_->column_list.data() + node.columns_begin;
  for (int j = 0; j < node.columns; ++j) {
    double largest = 0.0;
    for (int k = 0; k < p; ++k) largest = std::max(largest, std::abs(upper[k * stride + p + j]) * weight[chosen[k]]);
    grown |= !(largest <= limit_[at(columns[j])]);
  }
  return grown;
}

bool StructuredFactor::eliminate(const EliminationPlan::Node& node, bool choose) {
  const int p = node.pivots, stride = node.upper_stride;
  double* upper = store_.data() + node.upper;
  double* lower = store_.data() + node.lower;
  double* inverse = inverse_.data() + node.first;

  if (choose) {
    if (!choose_rows(node, upper)) return false;
  } else {
    if (swapped_[static_cast<std::size_t>(&node - plan_->nodes.data())]) {
      std::copy(upper, upper + p * stride, spare_.begin());
      for (int k = 0; k < p; ++k) {
        const double* row = spare_.data() + chosen_[at(node.first + k)] * stride;
        std::copy(row, row + stride, upper + k * stride);
      }
    }
    for (int i = 0; i < p; ++i) {
      double* row = upper + i * stride;
      for (int k = 0; k < i; ++k) {
        const double l = row[k] * inverse[k];
        const double* u = upper + k * stride;
        row[k] = l;
        for (int j = k + 1; j < p; ++j) row[j] -= l * u[j];
      }
      if (row[i] == 0.0) return false;
      inverse[i] = 1.0 / row[i];
    }
  }
  // the node's rows behind its own columns, then the later rows in its columns
  const int columns = stride - p;
  for (int i = 1; i < p; ++i)
    dense::subtract_rows<1>(columns, i, upper + i * stride, stride, upper + p, stride, upper + i * stride + p, stride);
  divide_rows(node.rows, p, lower, node.lower_stride, upper, stride, inverse);
  if (has_grown(node)) return false;

  for (int u = node.updates_begin; u < node.updates_end; ++u) {
    const EliminationPlan::Update& update = plan_->updates[at(u)];
    dense::subtract_product(update.rows, update.columns, p, lower + update.row * node.lower_stride, node.lower_stride,
                            upper + p + update.column, stride, store_.data() + update.target, update.target_stride);
  }
  return true;
}

void StructuredFactor::solve(double* vector) const {
  if (!planned_) {
    general_.solve(vector);
    return;
  }
  const EliminationPlan& plan = *plan_;
  double* x = work_.data();
  const int n = pattern_.size();
  for (int k = 0; k < n; ++k) x[k] = vector[plan.row_at[at(k)]];

  for (std::size_t b = plan.blocks.size(); b-- > 0;) {
    const EliminationPlan::Block& block = plan.blocks[b];
    for (int k = block.first; k < block.first + block.size; ++k) {
      double sum = x[k];
      for (int e = plan.outer_begin[at(k)]; e < plan.outer_begin[at(k + 1)]; ++e)
        sum -= outer_[at(e)] * x[plan.outer_column[at(e)]];
      x[k] = sum;
    }
    if (block.nodes_begin == block.nodes_end) {
      x[block.first] *= inverse_[at(block.first)];
      continue;
    }
    for (int s = block.nodes_begin; s < block.nodes_end; ++s) {
      const EliminationPlan::Node& node = plan.nodes[at(s)];
      const int p = node.pivots, stride = node.upper_stride;
      double* y = x + node.first;
      const double* upper = store_.data() + node.upper;
      if (swapped_[at(s)]) {
        std::copy(y, y + p, spare_.begin());
        for (int k = 0; k < p; ++k) y[k] = spare_[at(chosen_[at(node.first + k)])];
      }
      for (int i = 1; i < p; ++i) {
        double sum = y[i];
        for (int k = 0; k < i; ++k) sum -= upper[i * stride + k] * y[k];
        y[i] = sum;
      }
      const double* lower = store_.data() + node.lower;
      const int* rows = plan.row_list.data() + node.rows_begin;
      for (int r = 0; r < node.rows; ++r, lower += node.lower_stride) x[rows[r]] -= dense::dot(p, lower, y);
    }
    for (int s = block.nodes_end; s-- > block.nodes_begin;) {
      const EliminationPlan::Node& node = plan.nodes[at(s)];
      const int p = node.pivots, stride = node.upper_stride;
      double* y = x + node.first;
      const double* upper = store_.data() + node.upper;
      const int* columns = plan.column_list.data() + node.columns_begin;
      const double* later = gathered_.data();
      if (node.columns_adjacent) {
        later = node.columns > 0 ? x + columns[0] : x;
      } else {
        for (int c = 0; c < node.columns; ++c) gathered_[at(c)] = x[columns[c]];
      }
      for (int i = p; i-- > 0;) {
        const double* row = upper + i * stride;
        double sum = y[i] - dense::dot(node.columns, row + p, later);
        for (int k = i + 1; k < p; ++k) sum -= row[k] * y[k];
        y[i] = sum * inverse_[at(node.first + i)];
      }
    }
  }
  for (int k = 0; k < n; ++k) vector[plan.column_at[at(k)]] = x[k];
}

}  // namespace stillhouse
