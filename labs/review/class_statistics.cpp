#include "labs/review/class_statistics.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace stillhouse {

namespace {

double mean(std::span<const double> numbers) {
  return numbers.empty() ? 0.0
                         : std::accumulate(numbers.begin(), numbers.end(), 0.0) / static_cast<double>(numbers.size());
}

/// Mean share of the `size` with the highest totals; those that tie at the edge share the places that are left.
double mean_of_best(std::span<const double> shares, std::span<const double> totals, std::size_t size) {
  std::vector<double> sorted(totals.begin(), totals.end());
  std::sort(sorted.begin(), sorted.end(), std::greater<>());
  const double edge = sorted[size - 1];
  double sum = 0.0, at_edge = 0.0;
  std::size_t above = 0, tied = 0;
  for (std::size_t i = 0; i < totals.size(); ++i) {
    if (totals[i] > edge) {
      sum += shares[i];
      ++above;
    } else if (totals[i] == edge) {
      at_edge += shares[i];
      ++tied;
    }
  }
  sum += at_edge * static_cast<double>(size - above) / static_cast<double>(tied);
  return sum / static_cast<double>(size);
}

}  // namespace

double item_difficulty(std::span<const double> shares) {
  return mean(shares);
}

std::optional<double> item_rest_correlation(std::span<const double> item, std::span<const double> total) {
  if (item.size() < 3 || item.size() != total.size()) return std::nullopt;
  std::vector<double> rest(item.size());
  for (std::size_t i = 0; i < item.size(); ++i) rest[i] = total[i] - item[i];
  const double item_mean = mean(item), rest_mean = mean(rest);
  double both = 0.0, of_item = 0.0, of_rest = 0.0, size = 0.0;
  for (std::size_t i = 0; i < item.size(); ++i) {
    const double a = item[i] - item_mean, b = rest[i] - rest_mean;
    both += a * b;
    of_item += a * a;
    of_rest += b * b;
    size = std::max({size, std::fabs(item[i]), std::fabs(total[i])});
  }
  // what is left of rounding is no variation
  const double nothing = 1e-20 * size * size;
  if (of_item <= nothing || of_rest <= nothing) return std::nullopt;
  return std::clamp(both / std::sqrt(of_item * of_rest), -1.0, 1.0);
}

std::optional<double> upper_lower_difference(std::span<const double> shares, std::span<const double> totals,
                                             double share) {
  if (shares.size() < 2 || shares.size() != totals.size()) return std::nullopt;
  const auto whole = static_cast<std::size_t>(std::lround(share * static_cast<double>(shares.size())));
  const std::size_t size = std::clamp<std::size_t>(whole, 1, shares.size() / 2);
  std::vector<double> negated(totals.begin(), totals.end());
  for (double& total : negated) total = -total;
  return mean_of_best(shares, totals, size) - mean_of_best(shares, negated, size);
}

ScoreDistribution score_distribution(std::vector<double> percent) {
  ScoreDistribution scores;
  scores.runs = static_cast<int>(percent.size());
  if (percent.empty()) return scores;
  std::sort(percent.begin(), percent.end());
  scores.lowest = percent.front();
  scores.highest = percent.back();
  scores.mean = mean(percent);
  const std::size_t half = percent.size() / 2;
  scores.median = percent.size() % 2 == 1 ? percent[half] : 0.5 * (percent[half - 1] + percent[half]);
  double squares = 0.0;
  for (const double score : percent) {
    squares += (score - scores.mean) * (score - scores.mean);
    const int bin =
        std::clamp(static_cast<int>(score / (100.0 / ScoreDistribution::kBins)), 0, ScoreDistribution::kBins - 1);
    ++scores.bins[static_cast<std::size_t>(bin)];
  }
  if (percent.size() > 1) scores.deviation = std::sqrt(squares / static_cast<double>(percent.size() - 1));
  return scores;
}

bool counts(const ReviewedRun& run) {
  return run.readable() && run.closed && run.edited.empty() && run.check != RunCheck::differs &&
         run.grade.decided() > 0.0;
}

std::vector<LabStatistics> class_statistics(std::span<const ReviewedRun> runs) {
  std::map<std::string, std::vector<const ReviewedRun*>> by_lab;
  for (const ReviewedRun& run : runs)
    if (counts(run)) by_lab[run.lab].push_back(&run);

  std::vector<LabStatistics> all;
  for (const auto& [id, of_lab] : by_lab) {
    LabStatistics lab{.lab = id, .title = of_lab.front()->title, .scores = {}, .items = {}};
    std::vector<double> percent, totals;
    for (const ReviewedRun* run : of_lab) {
      totals.push_back(run->grade.given());
      percent.push_back(100.0 * run->grade.given() / run->grade.decided());
    }
    lab.scores = score_distribution(percent);
    for (const MarkedCriterion& criterion : of_lab.front()->grade.criteria) {
      if (criterion.points <= 0.0) continue;
      ItemStatistics item{.id = criterion.id, .title = criterion.title, .points = criterion.points};
      std::vector<double> shares, points, of_these;
      for (std::size_t i = 0; i < of_lab.size(); ++i) {
        for (const MarkedCriterion& row : of_lab[i]->grade.criteria) {
          if (row.id != criterion.id || row.points <= 0.0 || row.waits()) continue;
          points.push_back(row.given());
          shares.push_back(row.given() / row.points);
          of_these.push_back(totals[i]);
        }
      }
      if (shares.empty()) continue;  // nobody has been marked yet
      item.difficulty = item_difficulty(shares);
      item.discrimination = item_rest_correlation(points, of_these);
      item.upper_lower = upper_lower_difference(shares, of_these);
      lab.items.push_back(std::move(item));
    }
    all.push_back(std::move(lab));
  }
  return all;
}

const Text& item_definition() {
  static const Text text = {
      "Difficulty p: mean share of the points, 1 if everybody has them all. Discrimination r: correlation of the "
      "criterion with the rest of the score (item-rest, Henrysson 1963). D: mean share of the best 27 % minus that of "
      "the weakest 27 % (Kelley 1939). Below 0.2 a criterion hardly tells strong from weak; in a small class both "
      "numbers are uncertain.",
      "难度 p：平均得分率，1 表示人人满分。区分度 r：该项得分与其余总分的相关系数（题项-余分相关，Henrysson 1963）。"
      "D：总分最高 27 % 与最低 27 % 的平均得分率之差（Kelley 1939）。低于 0.2 "
      "的评分项难以区分强弱；人数少时两者均不确定。"};
  return text;
}

}  // namespace stillhouse
