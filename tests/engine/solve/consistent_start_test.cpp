#include "engine/solve/consistent_start.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/base/error.h"
#include "engine/solve/declared_start.h"
#include "tests/allocations/allocation_count.h"
#include "tests/engine/small_models.h"

namespace stillhouse {
namespace {

/// z^3 + z = y with y' = -z + 1 and a coupling that makes the rows differ in size by 12 orders of magnitude.
class Cubic {
 public:
  explicit Cubic(Declare& declare) {
    y_ = declare.differential("y", "1", {.start = 10.0}, "state");
    z_ = declare.algebraic("z", "1", {.start = -50.0}, "root, first guess far away");
    w_ = declare.algebraic("w", "1", {.start = 0.0, .nominal = 1e6}, "large");
  }
  template <class Real>
  void equations(Equations<Real>& eq) const {
    const Real z = eq[z_];
    eq.equate("rate", 3.0 * eq.der(y_), 1.0 - z);
    eq.equate("cubic", z * z * z + z, eq[y_]);
    eq.equate("large", 1e-6 * eq[w_], z * 1e6);
  }

 private:
  Variable y_, z_, w_;
};

TEST(ConsistentStart, FindsAlgebraicVariablesAndRatesFromPoorGuesses) {
  DaeProblem problem(plant_of<Cubic>("unit"));
  std::vector<double> y = start_values(problem.plant()), yp(3, 7.0);
  make_consistent(problem, y, yp);
  EXPECT_EQ(y[0], 10.0);          // what has a memory is not touched
  EXPECT_NEAR(y[1], 2.0, 1e-12);  // 2^3 + 2 = 10
  EXPECT_NEAR(y[2], 2e12, 1.0);
  EXPECT_NEAR(yp[0], -1.0 / 3.0, 1e-12);
}

/// y z = 1, which determines z unless y is zero.
class Hyperbola {
 public:
  Hyperbola(Declare& declare, double y0) {
    other_ = declare.algebraic("before", "1", {.start = 1.0}, "determined all right");
    y_ = declare.differential("y", "1", {.start = y0}, "state");
    z_ = declare.algebraic("z", "1", {.start = 1.0}, "reciprocal");
  }
  template <class Real>
  void equations(Equations<Real>& eq) const {
    eq.equate("simple", eq[other_], Real(2.0));
    eq.equate("rate", eq.der(y_), eq[other_] - eq[y_]);
    eq.equate("hyperbola", eq[y_] * eq[z_], Real(1.0));
  }

 private:
  Variable other_, y_, z_;
};

TEST(ConsistentStart, NamesTheUnknownThatNothingDetermines) {
  DaeProblem problem(plant_of<Hyperbola>("unit", 0.0));
  std::vector<double> y = start_values(problem.plant()), yp(3, 0.0);
  try {
    make_consistent(problem, y, yp);
    FAIL() << "a singular start was taken";
  } catch (const ModelError& error) {
    EXPECT_THAT(error.what(), testing::HasSubstr("do not determine unit.z at the start values"));
  }
  DaeProblem regular(plant_of<Hyperbola>("unit", 0.5));
  y = start_values(regular.plant());
  make_consistent(regular, y, yp);
  EXPECT_NEAR(y[2], 2.0, 1e-12);
}

/// z^2 + 1 = 0.
class NoRoot {
 public:
  explicit NoRoot(Declare& declare) { z_ = declare.algebraic("z", "1", {.start = 0.3}, "no real number"); }
  template <class Real>
  void equations(Equations<Real>& eq) const {
    eq.equate("impossible demand", square(eq[z_]), Real(-1.0));
  }

 private:
  Variable z_;
};

TEST(ConsistentStart, NamesTheEquationThatCannotBeMet) {
  DaeProblem problem(plant_of<NoRoot>("unit"));
  std::vector<double> y{0.3}, yp{0.0};
  try {
    make_consistent(problem, y, yp, 12.5);
    FAIL() << "an impossible start was taken";
  } catch (const SolveError& error) {
    EXPECT_EQ(error.time(), 12.5);
    EXPECT_THAT(error.what(), testing::HasSubstr("impossible demand of unit"));
  }
}

TEST(ConsistentStart, FindsTheSameBitsWhateverItFoundBeforeAndAllocatesNothing) {
  DaeProblem problem(plant_of<Cubic>("unit"));
  ConsistentStart fresh(problem), used(problem);
  const std::vector<double> start = start_values(problem.plant()), rates(3, 7.0);
  std::vector<double> expected = start, expected_rates = rates;
  fresh.find(expected, expected_rates);
  std::vector<double> y = start, yp = rates;
  y[0] = -1e6;
  used.find(y, yp);
  EXPECT_NEAR(y[1], -99.996666, 1e-5);
  y = start;
  yp = rates;
  const long before = allocation_count();
  used.find(y, yp);
  EXPECT_EQ(allocation_count() - before, 0);
  EXPECT_EQ(y, expected);
  EXPECT_EQ(yp, expected_rates);
  EXPECT_EQ(used.costs().plans, 1);
}

TEST(ConsistentStart, TakesTheMatrixOfAlgebraicValuesAndRatesFromOneJacobian) {
  DaeProblem problem(plant_of<Cubic>("unit"));
  const SparsePattern& pattern = problem.pattern();
  const std::vector<double> y{10.0, 2.5, 3.0}, yp{0.1, 0.0, 0.0};
  std::vector<double> by_value(static_cast<std::size_t>(pattern.entries())), by_rate = by_value, both = by_value;
  problem.jacobian(y.data(), yp.data(), 1.0, 0.0, by_value.data());
  problem.jacobian(y.data(), yp.data(), 0.0, 1.0, by_rate.data());
  problem.jacobian(y.data(), yp.data(), 1.0, start_rate_weight, both.data());
  keep_sought_columns(problem, both.data());
  for (int column = 0; column < 3; ++column)
    for (int k = pattern.column_start[static_cast<std::size_t>(column)];
         k < pattern.column_start[static_cast<std::size_t>(column) + 1]; ++k) {
      const std::size_t e = static_cast<std::size_t>(k);
      EXPECT_EQ(both[e], column == 0 ? by_rate[e] : by_value[e]) << "column " << column;
    }
}

}  // namespace
}  // namespace stillhouse
