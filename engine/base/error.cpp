#include "engine/base/error.h"

#include <algorithm>
#include <numeric>
#include <utility>
#include <vector>

namespace stillhouse {

namespace {

/// Number of insertions, deletions and replacements that turn `a` into `b`.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t above = row[j];
      row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)});
      diagonal = above;
    }
  }
  return row.back();
}

std::string located(const std::string& file, int line, const std::string& what) {
  return line > 0 ? file + ":" + std::to_string(line) + ": " + what : file + ": " + what;
}

}  // namespace

ScenarioError::ScenarioError(std::string file, int line, const std::string& what)
    : std::runtime_error(located(file, line, what)), file_(std::move(file)), line_(line) {}

SolveError::SolveError(double time, const std::string& what, std::vector<std::string> equations)
    : std::runtime_error(what), time_(time), equations_(std::move(equations)) {}

RecordError::RecordError(std::string file, int line, const std::string& what)
    : std::runtime_error(located(file, line, what)), file_(std::move(file)), line_(line) {}

std::string nearest_word(std::string_view word, std::span<const std::string> allowed) {
  const std::size_t tolerance = std::max<std::size_t>(2, word.size() / 3);
  std::string best;
  std::size_t best_distance = tolerance + 1;
  for (const std::string& candidate : allowed) {
    const std::size_t distance = edit_distance(word, candidate);
    if (distance < best_distance) {
      best_distance = distance;
      best = candidate;
    }
  }
  return best;
}

}  // namespace stillhouse
