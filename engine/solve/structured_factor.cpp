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
constexpr double least_pivot = 1e-13;    // of its column, or it may be nothing but round-off
constexpr double huge = 1e300;           // beyond it nothing can be computed
constexpr std::size_t most_remembered = 16;
constexpr double contentment = 0.1;  // the planned row is taken if it is that near to the largest

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
  entry_weight_.assign(plan_->entry_row.size(), 0.0);
  outer_.assign(plan_->outer_source.size(), 0.0);
  work_.assign(n, 0.0);
  gathered_.assign(at(plan_->widest + 1), 0.0);
  int largest = 0;
  for (const EliminationPlan::Node& node : plan_->nodes)
    largest = std::max(largest, node.pivots * (node.own_stride + 1));
  spare_.assign(at(largest), 0.0);
}

void StructuredFactor::prepare(const double* values) {
  std::vector<int> rows = match_rows(pattern_, values);
  if (rows.empty()) return;
  ++costs_.plans;
  prepared_.second = std::make_shared<EliminationPlan>(plan_elimination(pattern_, block_of_, rows));
  prepared_.first = std::move(rows);
  forget();
}

void StructuredFactor::forget() {
  has_match_ = has_choice_ = planned_ = is_replanned_ = false;
  troubles_ = 0;
  general_.forget();
  if (!prepared_.second) return;
  has_match_ = true;
  if (plan_ == prepared_.second) return;
  follow(prepared_.second);
  match_ = prepared_.first;
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
  if (++troubles_ < 2 || is_replanned_) return true;
  is_replanned_ = true;
  ++costs_.plans;
  follow(std::make_shared<EliminationPlan>(plan_elimination(pattern_, block_of_, general_.pivots())));
  match_.clear();
  has_match_ = true;
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
  for (std::size_t e = 0; e < plan.entry_row.size(); ++e) entry_weight_[e] = weight_[at(plan.entry_row[e])];
}

/// Brings the entries to their places and says how far the columns may grow. False if a number is none.
bool StructuredFactor::spread(const double* values, double growth) {
  const EliminationPlan& plan = *plan_;
  std::fill(store_.begin(), store_.end(), 0.0);
  const int* source = plan.entry_source.data();
  const int* target = plan.entry_target.data();
  const double* weight = entry_weight_.data();
  double* store = store_.data();
  bool sound = true;
  for (const EliminationPlan::Stage& stage : plan.stages) {
    const int first = stage.first, size = stage.size;
    if (stage.nodes_begin == stage.nodes_end) {
      for (int k = first; k < first + size; ++k) {
        const double pivot = values[plan.single_source[at(k)]];
        sound &= std::abs(pivot) > 0.0 && std::abs(pivot) < huge;
        inverse_[at(k)] = 1.0 / pivot;
      }
      continue;
    }
    for (int k = first; k < first + size; ++k) {
      double sum = 0.0;
      const int end = plan.entry_begin[at(k + 1)];
      for (int e = plan.entry_begin[at(k)]; e < end; ++e) {
        const double value = values[source[e]];
        store[target[e]] = value;
        sum += std::abs(value) * weight[e];
      }
      sound &= sum < huge;
      limit_[at(k)] = growth * sum;
    }
  }
  for (std::size_t e = 0; e < outer_.size(); ++e) {
    outer_[e] = values[plan.outer_source[e]];
    sound &= std::abs(outer_[e]) < huge;
  }
  return sound;
}

bool StructuredFactor::try_plan(const double* values, bool choose) {
  const EliminationPlan& plan = *plan_;
  if (choose) weigh(values);
  const double growth = choose ? most_new_growth : most_growth;
  least_of_limit_ = least_pivot / growth;
  if (!spread(values, growth)) return false;
  for (std::size_t s = 0; s < plan.nodes.size(); ++s) {
    const EliminationPlan::Node& node = plan.nodes[s];
    if (choose) {
      if (!choose_rows(node, s)) return false;
    } else if (swapped_[s]) {
      swap_rows(node);
    }
    if (!eliminate(node)) return false;
  }
  return true;
}

/// Factors a copy of the node's own block to see which rows to take, and takes them.
bool StructuredFactor::choose_rows(const EliminationPlan::Node& node, std::size_t s) {
  const int p = node.pivots, stride = p + 1;
  int* chosen = chosen_.data() + node.first;
  double* block = spare_.data();  // the weight behind each row
  for (int k = 0; k < p; ++k) {
    chosen[k] = k;
    const double* row = store_.data() + node.own + k * node.own_stride;
    std::copy(row, row + p, block + k * stride);
    block[k * stride + p] = weight_[at(node.first + k)];
  }
  swapped_[s] = 0;
  for (int k = 0; k < p; ++k) {
    int best = k;
    double largest = std::abs(block[k * stride + k]) * block[k * stride + p] / contentment;
    for (int i = k + 1; i < p; ++i) {
      const double size = std::abs(block[i * stride + k]) * block[i * stride + p];
      if (size > largest) {
        best = i;
        largest = size;
      }
    }
    if (best != k) {
      swapped_[s] = 1;
      std::swap(chosen[k], chosen[best]);
      std::swap_ranges(block + k * stride, block + (k + 1) * stride, block + best * stride);
    }
    if (block[k * stride + k] == 0.0) return false;
    const double inverse = 1.0 / block[k * stride + k];
    for (int i = k + 1; i < p; ++i) {
      const double l = block[i * stride + k] * inverse;
      for (int j = k + 1; j < p; ++j) block[i * stride + j] -= l * block[k * stride + j];
    }
  }
  if (swapped_[s]) swap_rows(node);
  return true;
}

void StructuredFactor::swap_rows(const EliminationPlan::Node& node) {
  const int stride = node.own_stride;
  double* rows = store_.data() + node.own;
  std::copy(rows, rows + node.pivots * stride, spare_.begin());
  for (int k = 0; k < node.pivots; ++k) {
    const double* row = spare_.data() + chosen_[at(node.first + k)] * stride;
    std::copy(row, row + stride, rows + k * stride);
  }
}

bool StructuredFactor::eliminate(const EliminationPlan::Node& node) {
  switch (node.pivots) {
    case 1:
      return eliminate_fixed<1>(node);
    case 2:
      return eliminate_fixed<2>(node);
    case 3:
      return eliminate_fixed<3>(node);
    case 4:
      return eliminate_fixed<4>(node);
    case 5:
      return eliminate_fixed<5>(node);
    case 6:
      return eliminate_fixed<6>(node);
    case 7:
      return eliminate_fixed<7>(node);
    case 8:
      return eliminate_fixed<8>(node);
    default:
      return eliminate_fixed<0>(node);
  }
}

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

void StructuredFactor::solve(double* vector) const {
  if (!planned_) {
    general_.solve(vector);
    return;
  }
  const EliminationPlan& plan = *plan_;
  double* x = work_.data();
  const int n = pattern_.size();
  for (int k = 0; k < n; ++k) x[k] = vector[plan.row_at[at(k)]];

  for (std::size_t i = plan.stages.size(); i-- > 0;) {
    const EliminationPlan::Stage& stage = plan.stages[i];
    for (int e = stage.outer_begin; e < stage.outer_end; ++e)
      x[plan.outer_row[at(e)]] -= outer_[at(e)] * x[plan.outer_column[at(e)]];
    if (stage.nodes_begin == stage.nodes_end) {
      for (int k = stage.first; k < stage.first + stage.size; ++k) x[k] *= inverse_[at(k)];
      continue;
    }
    for (int s = stage.nodes_begin; s < stage.nodes_end; ++s) {
      const EliminationPlan::Node& node = plan.nodes[at(s)];
      if (swapped_[at(s)]) {
        double* y = x + node.first;
        std::copy(y, y + node.pivots, spare_.begin());
        for (int k = 0; k < node.pivots; ++k) y[k] = spare_[at(chosen_[at(node.first + k)])];
      }
      switch (node.pivots) {
        case 1:
          forward<1>(node);
          break;
        case 2:
          forward<2>(node);
          break;
        case 3:
          forward<3>(node);
          break;
        case 4:
          forward<4>(node);
          break;
        case 5:
          forward<5>(node);
          break;
        case 6:
          forward<6>(node);
          break;
        case 7:
          forward<7>(node);
          break;
        case 8:
          forward<8>(node);
          break;
        default:
          forward<0>(node);
          break;
      }
    }
    for (int s = stage.nodes_end; s-- > stage.nodes_begin;) {
      const EliminationPlan::Node& node = plan.nodes[at(s)];
      switch (node.pivots) {
        case 1:
          backward<1>(node);
          break;
        case 2:
          backward<2>(node);
          break;
        case 3:
          backward<3>(node);
          break;
        case 4:
          backward<4>(node);
          break;
        case 5:
          backward<5>(node);
          break;
        case 6:
          backward<6>(node);
          break;
        case 7:
          backward<7>(node);
          break;
        case 8:
          backward<8>(node);
          break;
        default:
          backward<0>(node);
          break;
      }
    }
  }
  for (int k = 0; k < n; ++k) vector[plan.column_at[at(k)]] = x[k];
}

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
  const int* rows = plan_->row_list.data() + node.rows_begin;
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

}  // namespace stillhouse
