#include "engine/solve/elimination_plan.h"

#include <algorithm>

#include "engine/solve/elimination_order.h"

namespace stillhouse {

namespace {

std::size_t at(int i) {
  return static_cast<std::size_t>(i);
}

int even(int n) {
  return n + n % 2;
}

/// Consecutive elements of an ascending list whose images are consecutive too.
struct Run {
  int begin, count, image;
};

template <class Image>
std::vector<Run> runs(const std::vector<int>& list, Image image) {
  std::vector<Run> result;
  for (int q = 0; q < static_cast<int>(list.size()); ++q) {
    const int to = image(list[at(q)]);
    if (to < 0) continue;
    if (!result.empty() && result.back().begin + result.back().count == q &&
        result.back().image + result.back().count == to)
      ++result.back().count;
    else
      result.push_back({q, 1, to});
  }
  return result;
}

int index_in(const std::vector<int>& list, int value) {
  const auto found = std::lower_bound(list.begin(), list.end(), value);
  return found != list.end() && *found == value ? static_cast<int>(found - list.begin()) : -1;
}

class Layout {
 public:
  Layout(const SparsePattern& pattern, EliminationOrder order) : pattern_(pattern), order_(std::move(order)) {
    plan_.row_at = order_.row_at;
    plan_.column_at = order_.column_at;
    order_by_level();
    lay_out_nodes();
    for (int s = 0; s < static_cast<int>(order_.nodes.size()); ++s) list_updates(s);
    list_entries();
  }

  EliminationPlan take() { return std::move(plan_); }

 private:
  /// Nodes of one block that do not wait for each other follow each other, so that a processor works on several.
  void order_by_level() {
    const int n = pattern_.size(), count = static_cast<int>(order_.nodes.size());
    std::vector<int> node_of(at(n), -1), level(at(count), 0), sequence(at(count)), block(at(n));
    for (int b = 0; b + 1 < static_cast<int>(order_.block_start.size()); ++b)
      for (int k = order_.block_start[at(b)]; k < order_.block_start[at(b + 1)]; ++k) block[at(k)] = b;
    for (int s = 0; s < count; ++s) {
      const NodeShape& node = order_.nodes[at(s)];
      sequence[at(s)] = s;
      for (int k = node.first; k < node.first + node.pivots; ++k) node_of[at(k)] = s;
    }
    for (int s = 0; s < count; ++s)
      for (const std::vector<int>* list : {&order_.nodes[at(s)].rows, &order_.nodes[at(s)].columns})
        for (int k : *list) level[at(node_of[at(k)])] = std::max(level[at(node_of[at(k)])], level[at(s)] + 1);
    const auto key = [&](int s) { return std::pair(block[at(order_.nodes[at(s)].first)], level[at(s)]); };
    std::stable_sort(sequence.begin(), sequence.end(), [&](int a, int b) { return key(a) < key(b); });

    // positions move with their nodes; those outside nodes stay
    std::vector<int> to(at(n));
    for (int k = 0; k < n; ++k) to[at(k)] = k;
    std::vector<NodeShape> nodes;
    int next = 0;
    for (int s : sequence) {
      NodeShape node = order_.nodes[at(s)];
      next = std::max(next, order_.block_start[at(block[at(node.first)])]);
      for (int k = 0; k < node.pivots; ++k) to[at(node.first + k)] = next + k;
      node.first = next;
      next += node.pivots;
      nodes.push_back(std::move(node));
    }
    for (NodeShape& node : nodes)
      for (std::vector<int>* list : {&node.rows, &node.columns}) {
        for (int& k : *list) k = to[at(k)];
        std::sort(list->begin(), list->end());
      }
    order_.nodes = std::move(nodes);
    const std::vector<int> rows = plan_.row_at, columns = plan_.column_at;
    for (int k = 0; k < n; ++k) {
      plan_.row_at[at(to[at(k)])] = rows[at(k)];
      plan_.column_at[at(to[at(k)])] = columns[at(k)];
    }
  }

  void lay_out_nodes() {
    const int n = pattern_.size();
    node_of_.assign(at(n), -1);
    block_of_.resize(at(n));
    std::size_t s = 0;
    for (int b = 0; b + 1 < static_cast<int>(order_.block_start.size()); ++b) {
      const int first = order_.block_start[at(b)], size = order_.block_start[at(b + 1)] - first;
      const int nodes_begin = static_cast<int>(s);
      for (int k = first; k < first + size; ++k) block_of_[at(k)] = b;
      for (; s < order_.nodes.size() && order_.nodes[s].first < first + size; ++s) {
        const NodeShape& shape = order_.nodes[s];
        EliminationPlan::Node node{};
        node.first = shape.first;
        node.pivots = shape.pivots;
        node.rows = static_cast<int>(shape.rows.size());
        node.columns = static_cast<int>(shape.columns.size());
        node.rows_begin = static_cast<int>(plan_.row_list.size());
        node.columns_begin = static_cast<int>(plan_.column_list.size());
        plan_.row_list.insert(plan_.row_list.end(), shape.rows.begin(), shape.rows.end());
        plan_.column_list.insert(plan_.column_list.end(), shape.columns.begin(), shape.columns.end());
        node.columns_adjacent =
            shape.columns.empty() || shape.columns.back() - shape.columns.front() + 1 == node.columns;
        node.own = plan_.store_size;
        node.own_stride = even(node.pivots) + even(node.columns);
        node.upper = node.own + even(node.pivots);
        node.lower = node.own + node.pivots * node.own_stride;
        node.lower_stride = even(node.rows);
        plan_.store_size = node.lower + node.pivots * node.lower_stride;
        plan_.widest = std::max(plan_.widest, std::max(node.columns, node.rows));
        plan_.nodes.push_back(node);
        for (int k = shape.first; k < shape.first + shape.pivots; ++k) node_of_[at(k)] = static_cast<int>(s);
        const long p = node.pivots, m = node.rows, c = node.columns;
        plan_.counts.entries += static_cast<int>(p * (p + m + c));
        plan_.counts.multiply_adds += p * (p - 1) * (2 * p - 1) / 6 + p * (p - 1) / 2 * (m + c) + p * m * c;
      }
      plan_.stages.push_back({first, size, nodes_begin, static_cast<int>(s), 0, 0});
    }
  }

  /// Where the entry of these positions is in the store.
  int place(int row, int column) const {
    const int s = node_of_[at(row)], t = node_of_[at(column)];
    if (t < s) {
      const EliminationPlan::Node& node = plan_.nodes[at(t)];
      return node.lower + (column - node.first) * node.lower_stride + index_in(order_.nodes[at(t)].rows, row);
    }
    const EliminationPlan::Node& node = plan_.nodes[at(s)];
    const int begin = node.own + (row - node.first) * node.own_stride;
    if (s == t) return begin + column - node.first;
    return begin + node.upper - node.own + index_in(order_.nodes[at(s)].columns, column);
  }

  /// What eliminating node s changes: rectangles of the upper panels of later nodes' rows, and of the lower panels of
  /// later nodes' columns.
  void list_updates(int s) {
    const NodeShape& shape = order_.nodes[at(s)];
    EliminationPlan::Node& source = plan_.nodes[at(s)];
    source.updates_begin = static_cast<int>(plan_.updates.size());
    const auto add = [&](int target, int stride, bool transposed, const std::vector<Run>& rows,
                         const std::vector<Run>& columns) {
      for (const Run& row : rows)
        for (const Run& column : columns)
          plan_.updates.push_back(
              {transposed ? target + column.image * stride + row.image : target + row.image * stride + column.image,
               stride, row.begin, row.count, column.begin, column.count, transposed});
    };
    std::vector<int> targets;
    for (int row : shape.rows) targets.push_back(node_of_[at(row)]);
    for (int column : shape.columns) targets.push_back(node_of_[at(column)]);
    std::sort(targets.begin(), targets.end());
    targets.erase(std::unique(targets.begin(), targets.end()), targets.end());
    for (int t : targets) {
      const EliminationPlan::Node& target = plan_.nodes[at(t)];
      const auto own = [&](int k) { return node_of_[at(k)] == t ? k - target.first : -1; };
      const auto of_rows = [&](int row) { return index_in(order_.nodes[at(t)].rows, row); };
      const auto of_columns = [&](int column) { return index_in(order_.nodes[at(t)].columns, column); };
      add(target.own, target.own_stride, false, runs(shape.rows, own), runs(shape.columns, own));
      add(target.upper, target.own_stride, false, runs(shape.rows, own), runs(shape.columns, of_columns));
      add(target.lower, target.lower_stride, true, runs(shape.rows, of_rows), runs(shape.columns, own));
    }
    source.updates_end = static_cast<int>(plan_.updates.size());
  }

  void list_entries() {
    const int n = pattern_.size();
    std::vector<int> row_position(at(n));
    for (int k = 0; k < n; ++k) row_position[at(plan_.row_at[at(k)])] = k;
    std::vector<std::vector<std::pair<int, int>>> outer(at(n));  // by row: column and source
    plan_.single_source.assign(at(n), -1);
    plan_.entry_begin.push_back(0);
    for (int k = 0; k < n; ++k) {
      const int column = plan_.column_at[at(k)];
      for (int e = pattern_.column_start[at(column)]; e < pattern_.column_start[at(column + 1)]; ++e) {
        const int row = row_position[at(pattern_.row[at(e)])];
        if (block_of_[at(row)] != block_of_[at(k)]) {
          outer[at(row)].push_back({k, e});
        } else if (node_of_[at(k)] < 0) {
          plan_.single_source[at(k)] = e;
        } else {
          plan_.entry_source.push_back(e);
          plan_.entry_target.push_back(place(row, k));
          plan_.entry_row.push_back(row);
        }
      }
      plan_.entry_begin.push_back(static_cast<int>(plan_.entry_source.size()));
    }
    join_stages(outer);
    for (EliminationPlan::Stage& stage : plan_.stages) {
      stage.outer_begin = static_cast<int>(plan_.outer_source.size());
      bool more = true;
      for (std::size_t turn = 0; more; ++turn) {
        more = false;
        for (int row = stage.first; row < stage.first + stage.size; ++row) {
          if (turn >= outer[at(row)].size()) continue;
          more = true;
          plan_.outer_row.push_back(row);
          plan_.outer_column.push_back(outer[at(row)][turn].first);
          plan_.outer_source.push_back(outer[at(row)][turn].second);
        }
      }
      stage.outer_end = static_cast<int>(plan_.outer_source.size());
    }
    plan_.counts.unknowns = n;
    plan_.counts.entries += static_cast<int>(plan_.outer_column.size());
    for (int k = 0; k < n; ++k) {
      if (node_of_[at(k)] >= 0) continue;
      ++plan_.counts.entries;
      const int column = plan_.column_at[at(k)];
      const bool unread = pattern_.column_start[at(column + 1)] - pattern_.column_start[at(column)] == 1;
      ++(unread ? plan_.counts.ledgers : plan_.counts.single);
    }
  }

  /// Blocks of one join the block of one behind them as long as they do not read it.
  void join_stages(const std::vector<std::vector<std::pair<int, int>>>& outer) {
    std::vector<EliminationPlan::Stage> joined;
    for (const EliminationPlan::Stage& stage : plan_.stages) {
      const bool single = stage.nodes_begin == stage.nodes_end;
      bool joins = single && !joined.empty() && joined.back().nodes_begin == joined.back().nodes_end;
      if (joins)
        for (int row = joined.back().first; row < stage.first; ++row)
          for (const auto& entry : outer[at(row)]) joins &= entry.first != stage.first;
      if (joins)
        ++joined.back().size;
      else
        joined.push_back(stage);
    }
    plan_.stages = std::move(joined);
  }

  const SparsePattern& pattern_;
  EliminationOrder order_;
  EliminationPlan plan_;
  std::vector<int> node_of_, block_of_;
};

}  // namespace

EliminationPlan plan_elimination(const SparsePattern& pattern, const std::vector<int>& row_of_column) {
  return Layout(pattern, order_elimination(pattern, row_of_column)).take();
}

EliminationPlan plan_elimination(const SparsePattern& pattern, const PivotSequence& pivots) {
  return Layout(pattern, order_elimination(pattern, pivots)).take();
}

}  // namespace stillhouse
