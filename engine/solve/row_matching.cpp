#include <algorithm>
#include <cmath>
#include <queue>

#include "engine/solve/elimination_order.h"

namespace stillhouse {

namespace {

std::size_t at(int i) {
  return static_cast<std::size_t>(i);
}

constexpr int a_power = 8;  // cost of a factor of two; less than that decides among equals
constexpr int never = 1 << 28;

/// Costs of the entries, by column from zero: powers of two below the column's largest, then length of row and column.
std::vector<int> entry_costs(const SparsePattern& pattern, const double* values) {
  std::vector<int> row_length(at(pattern.size()), 0), costs(at(pattern.entries()), never);
  for (int row : pattern.row) ++row_length[at(row)];
  for (int column = 0; column < pattern.size(); ++column) {
    const int begin = pattern.column_start[at(column)], end = pattern.column_start[at(column + 1)];
    int least = never;
    for (int e = begin; e < end; ++e) {
      if (values[e] == 0.0 || !std::isfinite(values[e])) continue;
      int power = 0;
      std::frexp(values[e], &power);
      const int length = std::min((row_length[at(pattern.row[at(e)])] - 1) * (end - begin - 1) / 16, a_power - 1);
      costs[at(e)] = -a_power * power + length;
      least = std::min(least, costs[at(e)]);
    }
    for (int e = begin; e < end; ++e)
      if (costs[at(e)] != never) costs[at(e)] -= least;
  }
  return costs;
}

}  // namespace

std::vector<int> match_rows(const SparsePattern& pattern, const double* values) {
  const int n = pattern.size();
  const std::vector<int> costs = entry_costs(pattern, values);

  // prices make every remaining cost non-negative, and zero where row and column are matched
  std::vector<int> row_price(at(n), never), column_price(at(n), 0), row_of(at(n), -1), column_of(at(n), -1);
  for (int e = 0; e < pattern.entries(); ++e) {
    int& price = row_price[at(pattern.row[at(e)])];
    price = std::min(price, costs[at(e)]);
  }
  const auto left = [&](int e, int column) {
    return costs[at(e)] - row_price[at(pattern.row[at(e)])] - column_price[at(column)];
  };
  for (int column = 0; column < n; ++column) {
    const int begin = pattern.column_start[at(column)], end = pattern.column_start[at(column + 1)];
    int least = never;
    for (int e = begin; e < end; ++e)
      if (costs[at(e)] != never) least = std::min(least, costs[at(e)] - row_price[at(pattern.row[at(e)])]);
    if (least == never) return {};
    column_price[at(column)] = least;
    for (int e = begin; e < end && row_of[at(column)] < 0; ++e) {
      const int row = pattern.row[at(e)];
      if (costs[at(e)] == never || column_of[at(row)] >= 0 || left(e, column) != 0) continue;
      row_of[at(column)] = row;
      column_of[at(row)] = column;
    }
  }

  // the cheapest path from each column left to a row left; ties go to the lower row, so that nothing is accidental
  std::vector<int> distance(at(n), never), from(at(n), -1), done, touched;
  std::vector<char> is_done(at(n), 0);
  using Step = std::pair<int, int>;
  for (int start = 0; start < n; ++start) {
    if (row_of[at(start)] >= 0) continue;
    std::priority_queue<Step, std::vector<Step>, std::greater<Step>> waiting;
    int column = start, reached = 0, goal = -1;
    for (;;) {
      for (int e = pattern.column_start[at(column)]; e < pattern.column_start[at(column + 1)]; ++e) {
        const int row = pattern.row[at(e)];
        if (costs[at(e)] == never || is_done[at(row)]) continue;
        const int length = reached + left(e, column);
        if (length >= distance[at(row)]) continue;
        if (distance[at(row)] == never) touched.push_back(row);
        distance[at(row)] = length;
        from[at(row)] = column;
        waiting.push({length, row});
      }
      while (!waiting.empty() &&
             (is_done[at(waiting.top().second)] || waiting.top().first > distance[at(waiting.top().second)]))
        waiting.pop();
      if (waiting.empty()) return {};
      const int row = waiting.top().second;
      reached = waiting.top().first;
      waiting.pop();
      if (column_of[at(row)] < 0) {
        goal = row;
        break;
      }
      is_done[at(row)] = 1;
      done.push_back(row);
      column = column_of[at(row)];
    }
    // prices along the tree, then the path is turned round
    column_price[at(start)] += reached;
    for (int row : done) {
      row_price[at(row)] -= reached - distance[at(row)];
      column_price[at(column_of[at(row)])] += reached - distance[at(row)];
    }
    for (int row = goal; row >= 0;) {
      const int owner = from[at(row)];
      column_of[at(row)] = owner;
      std::swap(row, row_of[at(owner)]);
      if (owner == start) break;
    }
    for (int row : touched) {
      distance[at(row)] = never;
      is_done[at(row)] = 0;
    }
    touched.clear();
    done.clear();
  }
  return row_of;
}

}  // namespace stillhouse
