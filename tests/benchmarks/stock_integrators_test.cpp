#include <gtest/gtest.h>

#include <cmath>

#include "benchmarks/problems/column_a_course.h"
#include "benchmarks/problems/hires.h"
#include "benchmarks/problems/stock_cvode.h"
#include "benchmarks/problems/stock_ida.h"
#include "engine/base/error.h"

namespace stillhouse {
namespace {

constexpr StockAlgebra algebras[] = {StockAlgebra::dense, StockAlgebra::band, StockAlgebra::sparse,
                                     StockAlgebra::own_vectors};

/// Where our integrator comes to with a hundredth of the tolerance.
const std::vector<double>& column_a_after_the_step() {
  static const std::vector<double> end = [] {
    const auto course = column_a::feed_step(DaeForm::complete);
    Integrator integrator(course->problem, {.relative_tolerance = 1e-8, .differential_tolerance = 1e-10});
    std::vector<double> y, yp;
    integrate(integrator, *course, column_a::step_length, y, yp);
    return y;
  }();
  return end;
}

/// Largest difference in x, and in M relative to its nominal size.
double error(const Course& course, const std::vector<double>& y) {
  double largest = 0.0;
  for (std::size_t i = 0; i < y.size(); ++i)
    largest = std::max(
        largest, std::abs(y[i] - column_a_after_the_step()[i]) / course.problem.plant().variables()[i].range.nominal);
  return largest;
}

constexpr double accepted = 1e-4;

TEST(StockIntegrators, AllComeToTheSameEndAsOurs) {
  const auto reduced = column_a::feed_step(DaeForm::reduced);
  std::vector<double> y, yp, whole_y, whole_yp;
  Integrator ours(reduced->problem, column_a::step_accuracy);
  integrate(ours, *reduced, column_a::step_length, y, yp);

  const auto course = column_a::feed_step(DaeForm::complete);
  whole_y = course->y;
  whole_yp = course->yp;
  reduced->problem.complete(y, yp, whole_y, whole_yp);
  EXPECT_LT(error(*course, whole_y), accepted);
  EXPECT_GT(error(*course, course->y), 10.0 * accepted);

  for (const StockAlgebra algebra : algebras) {
    StockIda ida(course->problem, column_a::step_accuracy, algebra);
    y = course->y;
    yp = course->yp;
    ida.restart(0.0, y, yp);
    ASSERT_TRUE(ida.advance(column_a::step_length, y, yp));
    EXPECT_LT(error(*course, y), accepted) << "IDA, algebra " << static_cast<int>(algebra);
    EXPECT_GT(ida.steps(), 50);

    StockCvode cvode(course->problem, column_a::step_accuracy, algebra);
    y = course->y;
    cvode.restart(0.0, y);
    ASSERT_TRUE(cvode.advance(column_a::step_length, y));
    EXPECT_LT(error(*course, y), accepted) << "CVODE, algebra " << static_cast<int>(algebra);
    EXPECT_GT(cvode.steps(), 50);
  }
}

TEST(StockIntegrators, BeginAnewFromTheSameStateWithTheSameBits) {
  const auto course = column_a::feed_step(DaeForm::complete);
  StockCvode cvode(course->problem, column_a::step_accuracy, StockAlgebra::band);
  std::vector<double> once = course->y, again = course->y;
  cvode.restart(0.0, once);
  ASSERT_TRUE(cvode.advance(column_a::step_length, once));
  const long steps = cvode.steps();
  cvode.restart(0.0, again);
  ASSERT_TRUE(cvode.advance(column_a::step_length, again));
  EXPECT_EQ(once, again);
  EXPECT_EQ(cvode.steps(), 2 * steps);
}

// x and M of a stage are neighbours. Its balances read x below and x and M above: two places down, three up.
TEST(StockIntegrators, BandOfColumnAIsThatOfNeighbours) {
  const DaeProblem problem(column_a::build());
  const BandWidths widths = band_widths(problem.pattern());
  EXPECT_EQ(widths.lower, 2);
  EXPECT_EQ(widths.upper, 3);
}

TEST(StockIntegrators, CvodeRefusesAlgebraicEquations) {
  FlowsheetBuilder builder;
  builder.add<Hires>("hires");
  DaeProblem problem(builder.build());
  EXPECT_THROW(StockCvode(problem, {}, StockAlgebra::dense), ModelError);
}

}  // namespace
}  // namespace stillhouse
