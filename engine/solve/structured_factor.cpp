#include "engine/solve/structured_factor.h"

#include <algorithm>
#include <cmath>

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

StructuredFactor::StructuredFactor(const SparsePattern& pattern) : pattern_(pattern), general_(pattern) {}

StructuredFactor::~StructuredFactor() = default;

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
  row_at_ = plan_->row_at;
  row_list_ = plan_->row_list;
  outer_row_ = plan_->outer_row;
  now_at_.assign(n, 0);
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
  prepared_.second = std::make_shared<EliminationPlan>(plan_elimination(pattern_, rows));
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
    remembered_.emplace_back(rows, std::make_shared<EliminationPlan>(plan_elimination(pattern_, rows)));
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
  follow(std::make_shared<EliminationPlan>(plan_elimination(pattern_, general_.pivots())));
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
  if (choose) settle_rows();
  return true;
}

void StructuredFactor::settle_rows() {
  const EliminationPlan& plan = *plan_;
  row_at_ = plan.row_at;
  for (std::size_t k = 0; k < now_at_.size(); ++k) now_at_[k] = static_cast<int>(k);
  for (const EliminationPlan::Node& node : plan.nodes)
    for (int k = node.first; k < node.first + node.pivots; ++k) {
      const int from = node.first + chosen_[at(k)];
      now_at_[at(from)] = k;
      row_at_[at(k)] = plan.row_at[at(from)];
    }
  for (std::size_t i = 0; i < row_list_.size(); ++i) row_list_[i] = now_at_[at(plan.row_list[i])];
  for (std::size_t e = 0; e < outer_row_.size(); ++e) outer_row_[e] = now_at_[at(plan.outer_row[e])];
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

}  // namespace stillhouse
