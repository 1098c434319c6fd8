#include "engine/solve/elimination_order.h"

#include <suitesparse/amd.h>
#include <suitesparse/btf.h>

#include <algorithm>
#include <numeric>
#include <span>

namespace stillhouse {

namespace {

std::size_t at(int i) {
  return static_cast<std::size_t>(i);
}

using Lists = std::vector<std::vector<int>>;

/// Sorted union of two sorted lists, without what comes before `first`.
std::vector<int> merged(const std::vector<int>& a, const std::vector<int>& b, int first) {
  std::vector<int> result;
  result.reserve(a.size() + b.size());
  std::set_union(std::lower_bound(a.begin(), a.end(), first), a.end(), std::lower_bound(b.begin(), b.end(), first),
                 b.end(), std::back_inserter(result));
  return result;
}

/// The diagonal block of a matched matrix in local numbers: which rows a column has, which columns a row has.
struct LocalBlock {
  Lists rows, columns;
  int size() const { return static_cast<int>(rows.size()); }

  LocalBlock renumbered(const std::vector<int>& order) const {
    std::vector<int> position(order.size());
    for (int k = 0; k < size(); ++k) position[at(order[at(k)])] = k;
    LocalBlock result;
    const auto renumber = [&](const Lists& from) {
      Lists to;
      for (int old : order) {
        std::vector<int> list;
        for (int other : from[at(old)]) list.push_back(position[at(other)]);
        std::sort(list.begin(), list.end());
        to.push_back(std::move(list));
      }
      return to;
    };
    result.rows = renumber(rows);
    result.columns = renumber(columns);
    return result;
  }
};

/// Fill of the symmetric pattern A + A': for every position the later ones its elimination touches.
Lists symmetric_fill(const LocalBlock& block) {
  Lists fill(at(block.size()));
  Lists children(at(block.size()));
  for (int k = 0; k < block.size(); ++k) {
    std::vector<int> touched = merged(block.rows[at(k)], block.columns[at(k)], k + 1);
    for (int child : children[at(k)]) touched = merged(touched, fill[at(child)], k + 1);
    if (!touched.empty()) children[at(touched.front())].push_back(k);
    fill[at(k)] = std::move(touched);
  }
  return fill;
}

/// Children before parents, subtrees together: eliminating in this order gives the same factors.
std::vector<int> postorder(const Lists& fill) {
  const int n = static_cast<int>(fill.size());
  Lists children(at(n));
  std::vector<int> roots;
  for (int k = 0; k < n; ++k) {
    if (fill[at(k)].empty())
      roots.push_back(k);
    else
      children[at(fill[at(k)].front())].push_back(k);
  }
  // parents first from the last root, then turned round
  std::vector<int> order, waiting = roots;
  while (!waiting.empty()) {
    const int k = waiting.back();
    waiting.pop_back();
    order.push_back(k);
    for (int child : children[at(k)]) waiting.push_back(child);
  }
  std::reverse(order.begin(), order.end());
  return order;
}

/// Another order with the same fill, in which the longest chain of eliminations that wait for each other is as short as
/// it can be: a train of blocks is eliminated from both ends. An unknown and its fill are a clique, the cliques are a
/// tree, and cliques may be taken apart from the leaves towards any root; this one is the middle of the longest path.
std::vector<int> balanced(const Lists& fill) {
  const int n = static_cast<int>(fill.size());
  Lists neighbours(at(n));
  for (int k = 0; k < n; ++k) {
    if (fill[at(k)].empty()) continue;
    neighbours[at(k)].push_back(fill[at(k)].front());
    neighbours[at(fill[at(k)].front())].push_back(k);
  }
  std::vector<int> from(at(n), -1), sequence;
  const auto walk = [&](int root) {
    sequence.assign(1, root);
    from[at(root)] = -1;
    for (std::size_t i = 0; i < sequence.size(); ++i) {
      const int k = sequence[i];
      for (int next : neighbours[at(k)]) {
        if (next == from[at(k)]) continue;
        from[at(next)] = k;
        sequence.push_back(next);
      }
    }
    return sequence.back();
  };
  const int one_end = walk(n - 1), other_end = walk(one_end);
  std::vector<int> path;
  for (int k = other_end; k >= 0; k = from[at(k)]) path.push_back(k);
  walk(path[path.size() / 2]);

  std::vector<int> order;
  std::vector<char> seen(at(n), 0);
  const auto take = [&](int k) {
    if (seen[at(k)]) return;
    seen[at(k)] = 1;
    order.push_back(k);
  };
  for (int k : sequence) {
    for (auto later = fill[at(k)].rbegin(); later != fill[at(k)].rend(); ++later) take(*later);
    take(k);
  }
  std::reverse(order.begin(), order.end());
  return order;
}

/// Sends what the elimination of each node fills to the nodes it falls into.
void propagate(const LocalBlock& block, std::vector<NodeShape>& nodes) {
  std::vector<int> node_of(at(block.size()));
  for (int s = 0; s < static_cast<int>(nodes.size()); ++s) {
    NodeShape& node = nodes[at(s)];
    node.rows.clear();
    node.columns.clear();
    const int end = node.first + node.pivots;
    for (int k = node.first; k < end; ++k) {
      node_of[at(k)] = s;
      node.rows = merged(node.rows, block.rows[at(k)], end);
      node.columns = merged(node.columns, block.columns[at(k)], end);
    }
  }
  for (const NodeShape& node : nodes) {
    const std::vector<int> rows = node.rows, columns = node.columns;
    int last = -1;
    for (int column : columns) {
      if (node_of[at(column)] == last) continue;
      last = node_of[at(column)];
      NodeShape& target = nodes[at(last)];
      target.rows = merged(target.rows, rows, target.first + target.pivots);
    }
    last = -1;
    for (int row : rows) {
      if (node_of[at(row)] == last) continue;
      last = node_of[at(row)];
      NodeShape& target = nodes[at(last)];
      target.columns = merged(target.columns, columns, target.first + target.pivots);
    }
  }
}

double time_of(const NodeShape& node) {
  return elimination_time(node.pivots, static_cast<int>(node.rows.size()), static_cast<int>(node.columns.size()));
}

double time_of(const std::vector<NodeShape>& nodes) {
  double time = 0.0;
  for (const NodeShape& node : nodes) time += time_of(node);
  return time;
}

/// Groups neighbouring positions as long as the dense work saves more time than its zeros cost.
std::vector<NodeShape> group(const LocalBlock& block, const Lists& fill) {
  std::vector<NodeShape> nodes;
  for (int k = 0; k < block.size(); ++k) nodes.push_back({k, 1, {}, {}});
  propagate(block, nodes);
  for (bool grown = true; grown;) {
    grown = false;
    std::vector<NodeShape> next;
    for (NodeShape& node : nodes) {
      // with the node before, if that is below it in the tree
      while (!next.empty()) {
        const NodeShape& before = next.back();
        const std::vector<int>& above = fill[at(before.first + before.pivots - 1)];
        if (above.empty() || above.front() >= node.first + node.pivots) break;
        const int end = node.first + node.pivots;
        NodeShape both{before.first, before.pivots + node.pivots, merged(before.rows, node.rows, end),
                       merged(before.columns, node.columns, end)};
        if (time_of(both) > time_of(before) + time_of(node)) break;
        node = std::move(both);
        next.pop_back();
        grown = true;
      }
      next.push_back(std::move(node));
    }
    nodes = std::move(next);
    propagate(block, nodes);
  }
  return nodes;
}

struct LocalOrder {
  std::vector<int> order;
  std::vector<NodeShape> nodes;
};

LocalOrder finish(const LocalBlock& block, const std::vector<int>& order) {
  const std::vector<int> post = postorder(symmetric_fill(block.renumbered(order)));
  LocalOrder result;
  for (int k : post) result.order.push_back(order[at(k)]);
  const LocalBlock ordered = block.renumbered(result.order);
  result.nodes = group(ordered, symmetric_fill(ordered));
  return result;
}

std::vector<int> minimum_degree(const LocalBlock& block) {
  std::vector<int> start{0}, rows, order(at(block.size()));
  for (const auto& column : block.rows) {
    rows.insert(rows.end(), column.begin(), column.end());
    start.push_back(static_cast<int>(rows.size()));
  }
  double control[AMD_CONTROL];
  amd_defaults(control);
  control[AMD_DENSE] = -1.0;
  amd_order(block.size(), start.data(), rows.data(), order.data(), control, nullptr);
  return order;
}

/// Block upper triangular form of the matched matrix, then the order of each block by `arrange`.
template <class Arrange>
EliminationOrder order_blocks(const SparsePattern& pattern, const std::vector<int>& row_of_column, Arrange arrange) {
  const int n = pattern.size();
  EliminationOrder result;
  std::vector<int> start = pattern.column_start, rows = pattern.row, work(at(4 * n + 4));
  result.row_at.resize(at(n));
  result.column_at.resize(at(n));
  result.block_start.resize(at(n + 1));
  for (int column = 0; column < n; ++column) result.column_at[at(row_of_column[at(column)])] = column;
  const int count = btf_strongcomp(n, start.data(), rows.data(), result.column_at.data(), result.row_at.data(),
                                   result.block_start.data(), work.data());
  result.block_start.resize(at(count + 1));

  std::vector<int> position(at(n));
  for (int k = 0; k < n; ++k) position[at(result.row_at[at(k)])] = k;
  for (int b = 0; b < count; ++b) {
    const int first = result.block_start[at(b)], end = result.block_start[at(b + 1)];
    if (end - first == 1) continue;
    LocalBlock block{Lists(at(end - first)), Lists(at(end - first))};
    for (int k = first; k < end; ++k) {
      const int column = result.column_at[at(k)];
      for (int e = start[at(column)]; e < start[at(column + 1)]; ++e) {
        const int row = position[at(rows[at(e)])];
        if (row < first || row >= end) continue;
        block.rows[at(k - first)].push_back(row - first);
        block.columns[at(row - first)].push_back(k - first);
      }
    }
    for (auto& list : block.rows) std::sort(list.begin(), list.end());
    const std::span<const int> columns(result.column_at.data() + first, at(end - first));
    LocalOrder local = arrange(block, columns);
    const std::vector<int> old_rows(result.row_at.begin() + first, result.row_at.begin() + end);
    const std::vector<int> old_columns(columns.begin(), columns.end());
    for (int k = 0; k < end - first; ++k) {
      result.row_at[at(first + k)] = old_rows[at(local.order[at(k)])];
      result.column_at[at(first + k)] = old_columns[at(local.order[at(k)])];
    }
    for (NodeShape& node : local.nodes) {
      node.first += first;
      for (int& row : node.rows) row += first;
      for (int& column : node.columns) column += first;
      result.nodes.push_back(std::move(node));
    }
  }
  return result;
}

}  // namespace

double elimination_time(int pivots, int rows, int columns) {
  const double p = pivots, m = rows, n = columns;
  return 50.0 + 10.0 * p + 0.5 * p * p * p + 0.5 * p * p * (m + n) + 0.7 * p * m * n + 5.0 * m + 3.0 * n +
         1.5 * (p * p + p * (m + n)) + 2.0 * m * n;
}

EliminationOrder order_elimination(const SparsePattern& pattern, const std::vector<int>& row_of_column) {
  return order_blocks(pattern, row_of_column, [](const LocalBlock& block, std::span<const int>) {
    const std::vector<int> least_fill = minimum_degree(block);
    std::vector<int> order;
    for (int k : balanced(symmetric_fill(block.renumbered(least_fill)))) order.push_back(least_fill[at(k)]);
    LocalOrder least = finish(block, least_fill), shortest = finish(block, order);
    // what is worth waiting less: unsymmetric patterns may fill more in the other order
    return time_of(shortest.nodes) < 1.3 * time_of(least.nodes) ? shortest : least;
  });
}

EliminationOrder order_elimination(const SparsePattern& pattern, const PivotSequence& pivots) {
  std::vector<int> row_of_column(pivots.row.size()), step(pivots.row.size());
  for (int k = 0; k < pattern.size(); ++k) {
    row_of_column[at(pivots.column[at(k)])] = pivots.row[at(k)];
    step[at(pivots.column[at(k)])] = k;
  }
  return order_blocks(pattern, row_of_column, [&](const LocalBlock& block, std::span<const int> columns) {
    std::vector<int> order(columns.size());
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(),
              [&](int a, int b) { return step[at(columns[at(a)])] < step[at(columns[at(b)])]; });
    return finish(block, order);
  });
}

}  // namespace stillhouse
