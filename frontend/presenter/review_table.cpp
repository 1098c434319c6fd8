#include "frontend/presenter/review_table.h"

#include <algorithm>
#include <optional>

#include "labs/review/run_flags.h"

namespace stillhouse {

namespace {

std::string lowered(std::string text) {
  for (char& letter : text)
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  return text;
}

/// What is sorted by a number; nothing for what has none.
std::optional<double> number_of_run(const ReviewedRun& run, ClassColumn column) {
  if (!run.readable()) return std::nullopt;
  switch (column) {
    case ClassColumn::score:
      return run.closed && run.grade.total > 0.0 ? std::optional(run.grade.given() / run.grade.total) : std::nullopt;
    case ClassColumn::duration:
      return run.duration;
    case ClassColumn::flags: {
      double weight = 0.0;
      for (const RunFlag& flag : flags_of(run)) weight += flag.serious ? 100.0 : 1.0;
      return weight;
    }
    default:
      return std::nullopt;
  }
}

std::string text_of_run(const ReviewedRun& run, ClassColumn column) {
  switch (column) {
    case ClassColumn::student:
      return run.student.empty() ? run.operator_name : run.student;
    case ClassColumn::lab:
      return run.lab;
    default:
      return run.name;
  }
}

}  // namespace

std::vector<std::size_t> rows_shown(std::span<const ReviewedRun> runs, const ClassOrder& order) {
  const std::string wanted = lowered(order.filter);
  std::vector<std::size_t> rows;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    const ReviewedRun& run = runs[i];
    if (order.only_attention && !run.wants_attention()) continue;
    const std::string all = run.student + "\n" + run.operator_name + "\n" + run.name + "\n" + run.lab + "\n" +
                            run.title.en + "\n" + run.title.zh;
    if (!wanted.empty() && lowered(all).find(wanted) == std::string::npos) continue;
    rows.push_back(i);
  }
  const bool by_number =
      order.column == ClassColumn::score || order.column == ClassColumn::duration || order.column == ClassColumn::flags;
  std::stable_sort(rows.begin(), rows.end(), [&](std::size_t a, std::size_t b) {
    if (by_number) {
      const auto x = number_of_run(runs[a], order.column), y = number_of_run(runs[b], order.column);
      if (!x || !y) return x.has_value() && !y.has_value();
      return order.descending ? *x > *y : *x < *y;
    }
    const std::string x = text_of_run(runs[a], order.column), y = text_of_run(runs[b], order.column);
    return order.descending ? x > y : x < y;
  });
  return rows;
}

}  // namespace stillhouse
