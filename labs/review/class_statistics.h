#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "labs/review/reviewed_run.h"

namespace stillhouse {

// Item analysis of classical test theory, on plain numbers. A share is points given over points that can be had.

/// Mean share: 1 is an item that everybody does. (Crocker, Algina: Introduction to Classical and Modern Test Theory.)
double item_difficulty(std::span<const double> shares);

/// Item-rest correlation (corrected item-total correlation; Henrysson, Psychometrika 28 (1963) 211): Pearson's r of an
/// item with the total without that item. Nothing if there are fewer than 3 or if one of both does not vary.
std::optional<double> item_rest_correlation(std::span<const double> item, std::span<const double> total);

/// Upper-lower difference D: mean share of the upper group minus that of the lower one, groups of `share` of all by
/// their totals (27 %: Kelley, J. Educ. Psychol. 30 (1939) 17). Of several with the same total at the edge of a group
/// each counts in part, so that the order of the list changes nothing. Nothing for fewer than 2.
std::optional<double> upper_lower_difference(std::span<const double> shares, std::span<const double> totals,
                                             double share = 0.27);

/// Scores of a class, in per cent of the total.
struct ScoreDistribution {
  static constexpr int kBins = 10;  ///< of 10 %; 100 % belongs to the last
  int runs = 0;
  double mean = 0.0, deviation = 0.0, median = 0.0, lowest = 0.0, highest = 0.0;  ///< deviation: of the sample, n - 1
  std::vector<int> bins = std::vector<int>(kBins, 0);
};
ScoreDistribution score_distribution(std::vector<double> percent);

struct ItemStatistics {
  std::string id;
  Text title;
  double points = 0.0;
  double difficulty = 0.0;               ///< mean share
  std::optional<double> discrimination;  ///< item-rest correlation
  std::optional<double> upper_lower;     ///< D of 27 %
};

/// The runs of one lab in a folder.
struct LabStatistics {
  std::string lab;
  Text title;
  ScoreDistribution scores;
  std::vector<ItemStatistics> items;  ///< criteria with points, in the order of the rubric
};

/// By lab, in the order of their ids. Counted are runs with a result whose file was not edited and did not differ when
/// it was simulated again; marks of people count.
std::vector<LabStatistics> class_statistics(std::span<const ReviewedRun> runs);

/// Whether the run is one of those counted.
bool counts(const ReviewedRun& run);

/// What the two numbers of an item mean, for screens and reports.
const Text& item_definition();

}  // namespace stillhouse
