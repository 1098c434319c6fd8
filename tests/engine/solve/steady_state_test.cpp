#include "engine/solve/steady_state.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "engine/base/error.h"
#include "tests/engine/small_models.h"

namespace stillhouse {
namespace {

/// Adiabatic stirred tank, A -> B exothermic, in dimensionless form: conversion X and temperature T with
///   X' = (k(T) (1 - X) - X) / tau     T' = (B k(T) (1 - X) - T) / tau     k = Da exp(T / (1 + T/20))
/// At rest T = B X, so that X solves one equation, which has three roots for these numbers: the outer two are stable.
class Cstr {
 public:
  static constexpr double B = 14.0, Da = 0.02, tau = 60.0;

  Cstr(Declare& declare, double T_start) {
    X_ = declare.differential("X", "1", {.start = 0.0}, "conversion");
    T_ = declare.differential("T", "1", {.start = T_start}, "temperature rise");
    r_ = declare.algebraic("r", "1", {.start = 0.0}, "rate of reaction");
  }
  template <class Real>
  void equations(Equations<Real>& eq) const {
    const Real T = eq[T_];
    eq.equate("rate law", eq[r_], Da * exp(T / (1.0 + T / 20.0)) * (1.0 - eq[X_]));
    eq.equate("species balance", tau * eq.der(X_), eq[r_] - eq[X_]);
    eq.equate("energy balance", tau * eq.der(T_), B * eq[r_] - T);
  }

 private:
  Variable X_, T_, r_;
};

double rest_equation(double X) {
  const double T = Cstr::B * X;
  return Cstr::Da * std::exp(T / (1.0 + T / 20.0)) * (1.0 - X) - X;
}

double root_between(double low, double high) {
  for (int i = 0; i < 200; ++i) {
    const double middle = 0.5 * (low + high);
    ((rest_equation(low) > 0.0) == (rest_equation(middle) > 0.0) ? low : high) = middle;
  }
  return 0.5 * (low + high);
}

SteadyState settle(std::shared_ptr<const Flowsheet> plant) {
  DaeProblem problem(std::move(plant));
  return find_steady_state(problem, start_values(problem.plant()));
}

TEST(SteadyState, ReactorComesToTheStableStateOnItsSideOfTheIgnition) {
  const double cold = root_between(0.0, 0.12), unstable = root_between(0.12, 0.5), hot = root_between(0.5, 1.0);
  ASSERT_LT(cold, 0.1);
  ASSERT_GT(hot, 0.9);
  ASSERT_GT(unstable, cold + 0.05);
  for (const auto& [T_start, expected] : {std::pair{0.0, cold}, {20.0, hot}}) {
    const SteadyState state = settle(plant_of<Cstr>("reactor", T_start));
    EXPECT_NEAR(state.y[0], expected, 1e-11);
    EXPECT_NEAR(state.y[1], Cstr::B * expected, 1e-10);
    EXPECT_NEAR(state.y[2], expected, 1e-11);
    EXPECT_EQ(state.yp, std::vector<double>(3, 0.0));
    EXPECT_TRUE(state.moving.empty());
  }
}

/// Two tanks in series; what leaves the second is collected. Levels by Torricelli's law.
class TwoTanks {
 public:
  static constexpr double k1 = 0.5, k2 = 0.2;

  explicit TwoTanks(Declare& declare) {
    q_ = declare.input("q", "mol/s", {.start = 0.6}, "inflow");
    a_ = declare.differential("a", "mol", {.start = 0.1}, "first tank");
    b_ = declare.differential("b", "mol", {.start = 4.0}, "second tank");
    collected_ = declare.differential("collected", "mol", {.start = 2.5}, "receiver");
    in_ = declare.ledger("in", declare.conserved("moles", "mol"), 10.0, "inflow since the start");
  }
  template <class Real>
  void equations(Equations<Real>& eq) const {
    const Real from_a = k1 * signed_sqrt(eq[a_], 1e-6), from_b = k2 * signed_sqrt(eq[b_], 1e-6);
    eq.equate("first", eq.der(a_), eq[q_] - from_a);
    eq.equate("second", eq.der(b_), from_a - from_b);
    eq.equate("receiver", eq.der(collected_), from_b);
    eq.equate("ledger", eq.der(in_), Real(eq[q_]));
  }

 private:
  Input q_;
  Variable a_, b_, collected_, in_;
};

TEST(SteadyState, TanksComeToRestWhileTheReceiverIsSaidToFill) {
  const SteadyState state = settle(plant_of<TwoTanks>("train"));
  EXPECT_NEAR(state.y[0], std::pow(0.6 / 0.5, 2), 1e-10);
  EXPECT_NEAR(state.y[1], std::pow(0.6 / 0.2, 2), 1e-9);
  EXPECT_EQ(state.yp[0], 0.0);
  EXPECT_EQ(state.yp[1], 0.0);
  EXPECT_NEAR(state.yp[2], 0.6, 1e-11);  // the receiver goes on at the inflow
  EXPECT_NEAR(state.yp[3], 0.6, 1e-11);  // and so does the ledger
  ASSERT_EQ(state.moving, std::vector<int>{2});
  EXPECT_THAT(state.in_words[0], testing::AllOf(testing::HasSubstr("train.collected rises by 2.16e+03 mol an hour"),
                                                testing::HasSubstr("(receiver)")));
}

/// Two vessels that exchange what they hold: at rest anything goes, but the sum is conserved.
class Exchange {
 public:
  explicit Exchange(Declare& declare) {
    a_ = declare.differential("a", "mol", {.start = 5.0}, "one");
    b_ = declare.differential("b", "mol", {.start = 1.0}, "other");
  }
  template <class Real>
  void equations(Equations<Real>& eq) const {
    const Real flow = 0.01 * (square(eq[a_]) - 4.0 * square(eq[b_]));
    eq.equate("one", eq.der(a_), -flow);
    eq.equate("other", eq.der(b_), flow);
  }

 private:
  Variable a_, b_;
};

TEST(SteadyState, AClosedPlantKeepsWhatItConserves) {
  const SteadyState state = settle(plant_of<Exchange>("vessels"));
  EXPECT_NEAR(state.y[0], 4.0, 1e-8);  // a = 2 b and a + b = 6
  EXPECT_NEAR(state.y[1], 2.0, 1e-8);
  EXPECT_TRUE(state.moving.empty());
}

/// Charged towards 2; at 1.5 a valve pops and stays open, and then the rest is at 1.
class Pops {
 public:
  explicit Pops(Declare& declare) {
    p_ = declare.differential("p", "1", {.start = 0.0}, "pressure");
    open_ = declare.mode("open", 0.0, "valve");
  }
  template <class Real>
  void equations(Equations<Real>& eq) const {
    eq.equate("balance", eq.der(p_), 2.0 - eq[p_] - eq[open_] * eq[p_]);
  }
  void events(Events& events) const { events.when(events[p_] - 1.5, open_, 1.0); }

 private:
  Variable p_;
  Mode open_;
};

TEST(SteadyState, PassesStateEventsOnItsWay) {
  DaeProblem problem(plant_of<Pops>("vessel"));
  const SteadyState state = find_steady_state(problem, {0.0});
  EXPECT_NEAR(state.y[0], 1.0, 1e-11);
  EXPECT_EQ(problem.modes[0], 1.0);
}

/// A pendulum without friction.
class Pendulum {
 public:
  explicit Pendulum(Declare& declare) {
    x_ = declare.differential("angle", "1", {.start = 1.0}, "angle");
    v_ = declare.differential("speed", "1/s", {.start = 0.0}, "speed");
  }
  template <class Real>
  void equations(Equations<Real>& eq) const {
    eq.equate("speed", eq.der(x_), eq[v_]);
    eq.equate("momentum", eq.der(v_), -0.01 * eq[x_]);
  }

 private:
  Variable x_, v_;
};

TEST(SteadyState, SaysWhatDoesNotComeToRest) {
  DaeProblem problem(plant_of<Pendulum>("clock"));
  SteadyStateSettings settings;
  settings.solver.relative_tolerance = 1e-8;  // BDF would damp it in time
  settings.longest = 3000.0;
  try {
    find_steady_state(problem, {1.0, 0.0}, settings);
    FAIL() << "a clock stood still";
  } catch (const SolveError& error) {
    EXPECT_THAT(error.what(), testing::AllOf(testing::HasSubstr("did not come to rest"),
                                             testing::HasSubstr("clock.angle"), testing::HasSubstr("of clock")));
  }
}

TEST(SteadyState, NamesTheEquationThatCannotBeSolvedOnTheWay) {
  try {
    settle(plant_of<FallsThroughARoot>("unit", 2.5));
    FAIL() << "something was found below zero";
  } catch (const SolveError& error) {
    EXPECT_NEAR(error.time(), 2.5, 0.1);
    EXPECT_THAT(error.what(), testing::HasSubstr("root of unit"));
  }
}

/// Creeps for ever, ever more slowly: y' = -c exp(y / size), so that y = -size ln(1 + c t / size), whose pace halves
/// whenever time doubles.
class Creep {
 public:
  Creep(Declare& declare, double size) : size_(size) {
    y_ = declare.differential("y", "mol", {.start = 0.0}, "amount");
  }
  template <class Real>
  void equations(Equations<Real>& eq) const {
    eq.equate("creep", eq.der(y_), -1e-3 * exp(eq[y_] / size_));
  }

 private:
  double size_;
  Variable y_;
};

TEST(SteadyState, TellsWhatHasCreptForYearsAsADriftAndNothingQuicker) {
  // after five years 1e-5 of its nominal size in half an hour: more than a rest, less than what may creep
  const SteadyState found = settle(plant_of<Creep>("tank", 1.0));
  ASSERT_EQ(found.moving.size(), 1u);
  EXPECT_GT(found.time, 1e8);
  EXPECT_NEAR(found.y[0], -std::log(1.0 + 1e-3 * found.time), 1e-3);
  EXPECT_NEAR(found.yp[0], -1.0 / found.time, 1e-3 / found.time);
  EXPECT_THAT(found.in_words.at(0), testing::HasSubstr("falls by"));
  // a hundred times as much has no steady state
  EXPECT_THROW(settle(plant_of<Creep>("tank", 100.0)), SolveError);
}

}  // namespace
}  // namespace stillhouse
