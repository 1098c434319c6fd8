#include "labs/review/class_statistics.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

namespace stillhouse {
namespace {

// "Item Analysis Worksheet", ten students and ten questions, with its answers (studylib.net/doc/25270846): difficulty
// over both groups, discrimination D of the upper and lower half.
constexpr int kStudents = 10, kQuestions = 10;
constexpr std::array<std::array<double, kQuestions>, kStudents> kAnswers = {{{1, 1, 1, 1, 1, 1, 1, 1, 1, 1},
                                                                             {1, 1, 1, 1, 1, 1, 1, 1, 0, 1},
                                                                             {1, 1, 0, 1, 1, 1, 1, 1, 0, 0},
                                                                             {0, 1, 1, 1, 1, 1, 0, 1, 0, 1},
                                                                             {1, 1, 1, 0, 1, 1, 1, 0, 0, 1},
                                                                             {1, 1, 1, 0, 1, 1, 0, 1, 0, 0},
                                                                             {0, 1, 1, 0, 1, 1, 0, 1, 0, 1},
                                                                             {0, 1, 1, 1, 0, 0, 1, 0, 1, 0},
                                                                             {1, 1, 1, 0, 1, 0, 0, 0, 0, 1},
                                                                             {0, 1, 0, 0, 0, 1, 0, 0, 1, 0}}};
constexpr std::array<double, kQuestions> kDifficulty = {0.6, 1.0, 0.8, 0.5, 0.8, 0.8, 0.5, 0.6, 0.3, 0.6};
constexpr std::array<double, kQuestions> kDiscrimination = {0.4, 0.0, 0.0, 0.6, 0.4, 0.4, 0.6, 0.4, -0.2, 0.4};

std::vector<double> question(int index) {
  std::vector<double> answers;
  for (const auto& student : kAnswers) answers.push_back(student[static_cast<std::size_t>(index)]);
  return answers;
}

std::vector<double> totals() {
  std::vector<double> sums;
  for (const auto& student : kAnswers) {
    double sum = 0.0;
    for (const double answer : student) sum += answer;
    sums.push_back(sum);
  }
  return sums;
}

double pearson(const std::vector<double>& a, const std::vector<double>& b) {
  const auto n = static_cast<double>(a.size());
  double sa = 0.0, sb = 0.0, saa = 0.0, sbb = 0.0, sab = 0.0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    sa += a[i];
    sb += b[i];
    saa += a[i] * a[i];
    sbb += b[i] * b[i];
    sab += a[i] * b[i];
  }
  return (n * sab - sa * sb) / std::sqrt((n * saa - sa * sa) * (n * sbb - sb * sb));
}

double deviation(const std::vector<double>& a) {
  double mean = 0.0, squares = 0.0;
  for (const double x : a) mean += x / static_cast<double>(a.size());
  for (const double x : a) squares += (x - mean) * (x - mean);
  return std::sqrt(squares / static_cast<double>(a.size()));
}

TEST(ItemAnalysis, AgreesWithThePublishedWorksheet) {
  for (int i = 0; i < kQuestions; ++i) {
    EXPECT_NEAR(item_difficulty(question(i)), kDifficulty[static_cast<std::size_t>(i)], 1e-12) << "question " << i + 1;
    const auto D = upper_lower_difference(question(i), totals(), 0.5);
    ASSERT_TRUE(D);
    EXPECT_NEAR(*D, kDiscrimination[static_cast<std::size_t>(i)], 1e-12) << "question " << i + 1;
  }
}

TEST(ItemAnalysis, CorrectsTheItemTotalCorrelationAsTheClosedFormSays) {
  // r(i, t - i) = (r(i, t) s_t - s_i) / sqrt(s_t^2 + s_i^2 - 2 r(i, t) s_t s_i)
  for (int i = 0; i < kQuestions; ++i) {
    if (i == 1) continue;  // everybody has it
    const double r = pearson(question(i), totals()), st = deviation(totals()), si = deviation(question(i));
    const double corrected = (r * st - si) / std::sqrt(st * st + si * si - 2.0 * r * st * si);
    const auto found = item_rest_correlation(question(i), totals());
    ASSERT_TRUE(found);
    EXPECT_NEAR(*found, corrected, 1e-12) << "question " << i + 1;
  }
}

TEST(ItemAnalysis, OfTwoItemsIsTheirCorrelation) {
  const std::vector<double> a = {1, 2, 4, 7}, b = {2, 1, 5, 5};
  std::vector<double> sum;
  for (std::size_t i = 0; i < a.size(); ++i) sum.push_back(a[i] + b[i]);
  EXPECT_NEAR(*item_rest_correlation(a, sum), pearson(a, b), 1e-12);
  EXPECT_NEAR(*item_rest_correlation(b, sum), pearson(a, b), 1e-12);
}

TEST(ItemAnalysis, SaysNothingWhereThereIsNothingToSay) {
  EXPECT_FALSE(item_rest_correlation(question(1), totals())) << "an item that everybody has";
  const std::vector<double> two = {1, 2};
  EXPECT_FALSE(item_rest_correlation(two, two));
  const std::vector<double> all = {1, 2, 3};
  EXPECT_FALSE(item_rest_correlation(all, all)) << "no rest";
  const std::vector<double> one = {1};
  EXPECT_FALSE(upper_lower_difference(one, one));
}

TEST(ItemAnalysis, TakesTheOuter27PercentAndSharesTies) {
  // 11 students: round(2.97) = 3 in each group
  const std::vector<double> totals = {11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1};
  std::vector<double> shares(11, 0.0);
  shares[0] = shares[1] = 1.0;
  EXPECT_NEAR(*upper_lower_difference(shares, totals), 2.0 / 3.0, 1e-12);
  // groups of 1; two tie at the top: each counts by half, whatever the order
  const std::vector<double> tied = {5, 5, 1, 0};
  EXPECT_NEAR(*upper_lower_difference(std::vector<double>{1, 0, 0, 0}, tied), 0.5, 1e-12);
  EXPECT_NEAR(*upper_lower_difference(std::vector<double>{0, 1, 0, 0}, tied), 0.5, 1e-12);
}

TEST(ScoreDistribution, CountsIntoTenths) {
  const ScoreDistribution scores = score_distribution({0, 9.99, 10, 55, 100, 100});
  EXPECT_EQ(scores.runs, 6);
  EXPECT_EQ(scores.bins, (std::vector<int>{2, 1, 0, 0, 0, 1, 0, 0, 0, 2}));
  EXPECT_NEAR(scores.median, 32.5, 1e-12);
  // 2, 4, 4, 4, 5, 5, 7, 9: mean 5, squares add up to 32
  const ScoreDistribution known = score_distribution({2, 4, 4, 4, 5, 5, 7, 9});
  EXPECT_NEAR(known.mean, 5.0, 1e-12);
  EXPECT_NEAR(known.deviation, std::sqrt(32.0 / 7.0), 1e-12);
  EXPECT_EQ(score_distribution({}).runs, 0);
}

ReviewedRun scored(const std::string& lab, double a, double b) {
  ReviewedRun run;
  run.lab = lab;
  run.closed = true;
  run.grade = {.criteria = {{"a", {"A", "甲"}, 6.0, a, {}}, {"b", {"B", "乙"}, 4.0, b, {}}, {"d", {}, 0.0, 0.0, {}}},
               .total = 10.0,
               .computed = a + b};
  return run;
}

TEST(ClassStatistics, CountsWhatPeopleGaveAndLeavesOutWhatMayNotBeUsed) {
  std::vector<ReviewedRun> runs = {scored("x", 6, 4), scored("x", 3, 2), scored("x", 0, 0), scored("y", 6, 0)};
  runs.push_back(scored("x", 6, 4));
  runs.back().edited.push_back({3, "changed"});
  runs.push_back(scored("x", 6, 4));
  runs.back().check = RunCheck::differs;
  runs.push_back(scored("x", 6, 4));
  runs.back().reason = "foreign";
  runs[2].grade.criteria[1].mark = MarkRecord{.criterion = "b", .points = 1.0};

  const std::vector<LabStatistics> labs = class_statistics(runs);
  ASSERT_EQ(labs.size(), 2u);
  EXPECT_EQ(labs[0].lab, "x");
  EXPECT_EQ(labs[0].scores.runs, 3);
  EXPECT_NEAR(labs[0].scores.lowest, 10.0, 1e-12) << "one point of ten was given by hand";
  ASSERT_EQ(labs[0].items.size(), 2u) << "a deduction is no item";
  EXPECT_NEAR(labs[0].items[0].difficulty, 0.5, 1e-12);
  EXPECT_NEAR(labs[0].items[1].difficulty, (1.0 + 0.5 + 0.25) / 3.0, 1e-12);
  ASSERT_TRUE(labs[0].items[0].discrimination);
  EXPECT_GT(*labs[0].items[0].discrimination, 0.9);
  EXPECT_EQ(labs[1].scores.runs, 1);
}

}  // namespace
}  // namespace stillhouse
