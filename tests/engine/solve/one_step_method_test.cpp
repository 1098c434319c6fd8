#include "engine/solve/one_step_method.h"

#include <gtest/gtest.h>

#include <cmath>

#include "benchmarks/problems/chemical_akzo.h"
#include "benchmarks/problems/hires.h"
#include "benchmarks/problems/medical_akzo.h"
#include "benchmarks/problems/orego.h"
#include "benchmarks/problems/pollution.h"
#include "benchmarks/problems/robertson.h"
#include "benchmarks/problems/van_der_pol.h"
#include "engine/base/random.h"
#include "engine/solve/consistent_start.h"
#include "engine/solve/integrator.h"
#include "engine/solve/radau_coefficients.h"
#include "engine/solve/state_event.h"
#include "tests/allocations/allocation_count.h"
#include "tests/engine/small_models.h"

namespace stillhouse {
namespace {

SolverSettings one_step(double relative, double of_nominal) {
  SolverSettings settings;
  settings.method = Method::one_step;
  settings.relative_tolerance = relative;
  settings.differential_tolerance = of_nominal;
  settings.algebraic_tolerance = of_nominal;
  return settings;
}

/// A problem on its way from the declared start.
struct Course {
  Course(std::shared_ptr<const Flowsheet> plant, const SolverSettings& settings)
      : problem(std::move(plant)), integrator(problem, settings), y(start_values(problem.plant())), yp(y.size(), 0.0) {
    make_consistent(problem, y, yp);
    integrator.restart(0.0, y, yp);
  }
  Integrator::Outcome advance(double time) { return integrator.advance(time, y, yp); }
  long steps() const { return integrator.costs().steps; }

  DaeProblem problem;
  Integrator integrator;
  std::vector<double> y, yp;
};

/// Significant correct digits: -log10 of the largest relative error.
template <std::size_t n>
double digits(const std::vector<double>& y, const double (&reference)[n]) {
  double worst = 0.0;
  for (std::size_t i = 0; i < n; ++i) worst = std::max(worst, std::abs(y[i] / reference[i] - 1.0));
  return -std::log10(worst);
}

template <class Problem>
void comes_to_its_reference(double of_nominal) {
  double before = 0.0;
  for (double relative : {1e-4, 1e-6, 1e-8, 1e-10}) {
    Course course(plant_of<Problem>("problem"), one_step(relative, relative * of_nominal));
    ASSERT_EQ(course.advance(Problem::end), Integrator::Outcome::reached) << relative;
    const double now = digits(course.y, Problem::reference);
    EXPECT_GT(now, -std::log10(relative) - 1.5) << relative;
    EXPECT_GT(now, before + 0.5) << relative;
    before = now;
  }
}

TEST(OneStepMethod, RobertsonComesToItsReferenceAsExactlyAsAsked) {
  comes_to_its_reference<Robertson>(1e-2);
}
TEST(OneStepMethod, HiresComesToItsReferenceAsExactlyAsAsked) {
  comes_to_its_reference<Hires>(1e-2);
}
TEST(OneStepMethod, OregonatorComesToItsReferenceAsExactlyAsAsked) {
  comes_to_its_reference<Oregonator>(1.0);
}
TEST(OneStepMethod, VanDerPolComesToItsReferenceAsExactlyAsAsked) {
  comes_to_its_reference<VanDerPol>(1.0);
}
TEST(OneStepMethod, PollutionComesToItsReferenceAsExactlyAsAsked) {
  comes_to_its_reference<Pollution>(1.0);
}
TEST(OneStepMethod, ChemicalAkzoComesToItsReferenceAsExactlyAsAsked) {
  comes_to_its_reference<ChemicalAkzo>(1.0);
}

TEST(OneStepMethod, ReferencesAreConfirmedByTwoMethods) {
  // OREGO, POLLU and CHEMAKZO are restated from the test set: both methods come to them at their tightest
  const auto confirm = []<class Problem>(const Problem*, double one_step_digits, double multistep_digits) {
    for (Method method : {Method::one_step, Method::multistep}) {
      SolverSettings settings = one_step(1e-12, 1e-12);
      settings.method = method;
      settings.newton_coefficient = 1e-3;
      Course course(plant_of<Problem>("problem"), settings);
      ASSERT_EQ(course.advance(Problem::end), Integrator::Outcome::reached);
      EXPECT_GT(digits(course.y, Problem::reference), method == Method::one_step ? one_step_digits : multistep_digits);
    }
  };
  confirm(static_cast<const Oregonator*>(nullptr), 10.0, 9.0);
  confirm(static_cast<const Pollution*>(nullptr), 9.5, 9.5);
  confirm(static_cast<const ChemicalAkzo*>(nullptr), 10.5, 9.5);
}

TEST(OneStepMethod, CoefficientsAreThoseOfCollocationAtRadauPoints) {
  using namespace radau;
  const double nodes[3] = {c1, c2, 1.0};
  EXPECT_NEAR(c1, (4.0 - std::sqrt(6.0)) / 10.0, 1e-16);
  EXPECT_NEAR(c2, (4.0 + std::sqrt(6.0)) / 10.0, 1e-16);
  const double block[3][3] = {{gamma, 0.0, 0.0}, {0.0, alpha, -beta}, {0.0, beta, alpha}};
  double A_inverse[3][3] = {};
  for (int i = 0; i < 3; ++i) {
    for (int j = 0; j < 3; ++j) {
      double identity = 0.0;
      for (int k = 0; k < 3; ++k) {
        identity += T[i][k] * inverse[k][j];
        for (int l = 0; l < 3; ++l) A_inverse[i][j] += T[i][k] * block[k][l] * inverse[l][j];
      }
      EXPECT_NEAR(identity, i == j ? 1.0 : 0.0, 1e-14);
    }
  }
  // what is t^q at the nodes has the rate q t^(q-1) there
  for (int q = 1; q <= 3; ++q) {
    for (int i = 0; i < 3; ++i) {
      double rate = 0.0;
      for (int j = 0; j < 3; ++j) rate += A_inverse[i][j] * std::pow(nodes[j], q);
      EXPECT_NEAR(rate, q * std::pow(nodes[i], q - 1), 1e-13);
    }
  }
}

/// x'' = -x written with an algebraic force: circle of radius one.
class Circle {
 public:
  explicit Circle(Declare& declare) {
    x_ = declare.differential("x", "1", {.start = 1.0}, "displacement");
    v_ = declare.differential("v", "1", {.start = 0.0}, "velocity");
    force_ = declare.algebraic("force", "1", {.start = -1.0}, "force");
  }
  template <class Real>
  void equations(Equations<Real>& eq) const {
    eq.equate("kinematics", eq.der(x_), eq[v_]);
    eq.equate("momentum", eq.der(v_), eq[force_]);
    eq.equate("spring", eq[force_] + eq[x_], Real(0.0));
  }

 private:
  Variable x_, v_, force_;
};

TEST(OneStepMethod, IsOfOrderFive) {
  // single steps, which a tolerance of one lets pass: their error falls with the sixth power of their length
  double error[2];
  for (int k : {0, 1}) {
    const double step = k == 0 ? 0.4 : 0.2;
    SolverSettings settings = one_step(1e3, 1e3);
    settings.first_step = step;
    Course course(plant_of<Circle>("circle"), settings);
    ASSERT_EQ(course.advance(step), Integrator::Outcome::reached);
    ASSERT_EQ(course.steps(), 1);
    error[k] = std::hypot(course.y[0] - std::cos(step), course.y[1] + std::sin(step));
    EXPECT_LT(error[k], 1e-4);
  }
  EXPECT_NEAR(std::log2(error[0] / error[1]), 6.0, 0.3);
}

TEST(OneStepMethod, EndsOnTheAlgebraicEquations) {
  // rates are differences of stages, so what Newton leaves shows in them first
  Course course(plant_of<ChemicalAkzo>("akzo"), one_step(1e-6, 1e-6));
  for (double t : {0.1, 1.0, 10.0, 100.0, 180.0}) {
    ASSERT_EQ(course.advance(t), Integrator::Outcome::reached);
    EXPECT_NEAR(ChemicalAkzo::Ks * course.y[0] * course.y[3] / course.y[5], 1.0, 1e-7) << t;
    // the rates it gives belong to the state
    double rate[5];
    ChemicalAkzo::rates(course.y.data(), rate);
    for (std::size_t i = 0; i < 5; ++i) EXPECT_NEAR(course.yp[i], rate[i], 1e-3 * std::abs(rate[i]) + 1e-9) << t;
  }
}

TEST(OneStepMethod, StopsExactlyAndKeepsItsStepWhenItStopsOften) {
  Course free(plant_of<Circle>("circle"), one_step(1e-6, 1e-6)),
      scanned(plant_of<Circle>("circle"), one_step(1e-6, 1e-6));
  ASSERT_EQ(free.advance(100.0), Integrator::Outcome::reached);
  EXPECT_EQ(free.integrator.reached_time(), 100.0);
  // a tenth of the free step: one step a scan, and none refused
  const double free_step = 100.0 / static_cast<double>(free.steps());
  const int scans = static_cast<int>(std::ceil(1000.0 / free_step));
  for (int k = 1; k <= scans; ++k) {
    const double to = 100.0 * k / scans;
    ASSERT_EQ(scanned.advance(to), Integrator::Outcome::reached);
    ASSERT_EQ(scanned.integrator.reached_time(), to);
  }
  EXPECT_LT(scanned.steps(), scans + 20);
  EXPECT_LE(scanned.integrator.costs().error_test_failures, 2);
  EXPECT_NEAR(scanned.y[0], std::cos(100.0), 1e-6);
  // and the step was not forgotten: what follows is passed as freely as before
  const long before = scanned.steps();
  ASSERT_EQ(scanned.advance(200.0), Integrator::Outcome::reached);
  EXPECT_LT(static_cast<double>(scanned.steps() - before), 1.2 * static_cast<double>(free.steps()));
}

TEST(OneStepMethod, AShortStopDoesNotMakeTheNextStepsShort) {
  Course free(plant_of<Circle>("circle"), one_step(1e-6, 1e-6)),
      stopped(plant_of<Circle>("circle"), one_step(1e-6, 1e-6));
  for (double t = 10.0; t <= 200.0; t += 10.0) {
    ASSERT_EQ(free.advance(t), Integrator::Outcome::reached);
    ASSERT_EQ(stopped.advance(t), Integrator::Outcome::reached);
    ASSERT_EQ(stopped.advance(t + 1e-7), Integrator::Outcome::reached);
  }
  EXPECT_LE(stopped.steps(), free.steps() + 20 * 2);
}

TEST(OneStepMethod, FollowsInputsThatChangeAtItsStops) {
  // n' = q - k n; n in closed form from scan to scan
  const double k = 0.3;
  Course course(plant_of<Tank1>("tank", 3.0, k), one_step(1e-8, 1e-8));
  double n = 3.0;
  for (int scan = 0; scan < 200; ++scan) {
    const double q = 1.0 + 0.25 * ((scan * 7) % 5);
    course.problem.inputs[0] = q;
    ASSERT_EQ(course.advance(scan + 1.0), Integrator::Outcome::reached);
    n = q / k + (n - q / k) * std::exp(-k);
    ASSERT_NEAR(course.y[0], n, 3e-8 * n) << scan;
    ASSERT_NEAR(course.y[1], k * course.y[0], 1e-9) << scan;
    ASSERT_NEAR(course.y[0] - 3.0, course.y[2], 1e-7) << scan;
  }
  EXPECT_LT(course.steps(), 600);
}

TEST(OneStepMethod, FollowsAnInputThatFallsByOrdersOfMagnitude) {
  Course course(plant_of<Logarithm>("unit"), one_step(1e-6, 1e-8));
  ASSERT_EQ(course.advance(3.0), Integrator::Outcome::reached);
  const double y = course.y[1], z = std::log(1.5);
  course.problem.inputs[0] = 1.5;
  ASSERT_EQ(course.advance(4.0), Integrator::Outcome::reached);
  EXPECT_NEAR(course.y[0], z, 1e-8);
  EXPECT_NEAR(course.y[1], z + (y - z) * std::exp(-1.0), 1e-5);
}

/// A cooled tank with an exothermic reaction that ignites and dies as its jacket is warmed and cooled.
class Reactor {
 public:
  explicit Reactor(Declare& declare) {
    c_ = declare.differential("c", "1", {.start = 1.0}, "concentration");
    T_ = declare.differential("T", "K", {.start = 310.0, .nominal = 300.0}, "temperature");
    r_ = declare.algebraic("r", "1/s", {.start = 0.01}, "rate of reaction");
    jacket_ = declare.input("jacket", "K", {.start = 300.0, .minimum = 200.0, .maximum = 400.0}, "coolant");
  }
  template <class Real>
  void equations(Equations<Real>& eq) const {
    const Real c = eq[c_], T = eq[T_];
    eq.equate("rate", eq[r_], exp(14.0 - 6000.0 / T) * c);
    eq.equate("balance", eq.der(c_), 0.02 * (2.0 - c) - eq[r_]);
    eq.equate("energy", eq.der(T_), 0.02 * (300.0 - T) + 60.0 * eq[r_] - 0.05 * (T - eq[jacket_]));
  }

 private:
  Variable c_, T_, r_;
  Input jacket_;
};

TEST(OneStepMethod, RidesThroughRandomJumpsOfAnInput) {
  Course usual(plant_of<Reactor>("reactor"), one_step(1e-5, 1e-8)),
      exact(plant_of<Reactor>("reactor"), one_step(1e-10, 1e-12));
  const RandomStream random(7, "jacket");
  double time = 0.0;
  for (int jump = 0; jump < 300; ++jump) {
    time += 0.5 + 20.0 * random.uniform(jump, 0);
    for (Course* course : {&usual, &exact}) {
      course->problem.inputs[0] = 250.0 + 140.0 * random.uniform(jump, 1);
      ASSERT_EQ(course->advance(time), Integrator::Outcome::reached) << jump;
    }
    ASSERT_NEAR(usual.y[0], exact.y[0], 5e-4) << jump;
    ASSERT_NEAR(usual.y[1], exact.y[1], 0.05) << jump;
  }
  EXPECT_LT(usual.steps(), 6 * 300);
}

TEST(OneStepMethod, FindsStateEventsToAMicrosecond) {
  using V = ReliefVessel;
  for (double relative : {1e-5, 1e-8}) {
    Course course(plant_of<ReliefVessel>("vessel"), one_step(relative, 1e-3 * relative));
    std::vector<Events::Transition> transitions(2);
    double expected = 0.0;
    for (int cycle = 0; cycle < 3; ++cycle) {
      const auto legs = V::legs(cycle == 0 ? 0.0 : V::reseat);
      for (std::size_t leg : {0u, 1u}) {
        expected += legs[leg];
        ASSERT_EQ(course.advance(100.0), Integrator::Outcome::event);
        EXPECT_NEAR(course.integrator.reached_time(), expected, relative < 1e-7 ? 1e-6 : 1e-4);
        EXPECT_NEAR(course.y[0], leg == 0 ? V::set : V::reseat, 1e-11);
        EXPECT_EQ(course.integrator.crossed()[leg], 1);
        EXPECT_EQ(course.integrator.crossed()[1 - leg], 0);
        pass_state_event(course.problem, course.integrator.crossed(), course.y, transitions);
        make_consistent(course.problem, course.y, course.yp);
        course.integrator.restart(course.integrator.reached_time(), course.y, course.yp);
      }
    }
  }
}

/// (1 + y^2) y' = 1, y y' and y in one; and z' with a square: z'^2 = 4 z, z = (1 + t)^2.
class Implicit {
 public:
  explicit Implicit(Declare& declare) {
    y_ = declare.differential("y", "1", {.start = 0.0}, "its coefficient depends on it");
    z_ = declare.differential("z", "1", {.start = 1.0}, "its rate is squared");
  }
  template <class Real>
  void equations(Equations<Real>& eq) const {
    const Real y = eq[y_], rate = eq.der(z_);
    eq.equate("coefficient", (1.0 + y * y) * eq.der(y_), Real(1.0));
    eq.equate("square", rate * rate, 4.0 * eq[z_]);
  }

 private:
  Variable y_, z_;
};

TEST(OneStepMethod, SolvesWhatIsNotLinearInItsRates) {
  DaeProblem problem(plant_of<Implicit>("implicit"));
  Integrator integrator(problem, one_step(1e-8, 1e-8));
  std::vector<double> y = {0.0, 1.0}, yp = {1.0, 2.0};
  integrator.restart(0.0, y, yp);
  ASSERT_EQ(integrator.advance(4.0 / 3.0, y, yp), Integrator::Outcome::reached);
  EXPECT_NEAR(y[0], 1.0, 1e-8);  // y + y^3 / 3 = t
  EXPECT_NEAR(y[1], 49.0 / 9.0, 1e-8);
  EXPECT_NEAR(yp[1], 2.0 * 7.0 / 3.0, 1e-7);
}

/// y' = y^2: infinite at t = 1.
class Explosion {
 public:
  explicit Explosion(Declare& declare) { y_ = declare.differential("y", "1", {.start = 1.0}, "grows by its square"); }
  template <class Real>
  void equations(Equations<Real>& eq) const {
    eq.equate("growth", eq.der(y_), eq[y_] * eq[y_]);
  }

 private:
  Variable y_;
};

TEST(OneStepMethod, SaysThatItFailed) {
  Course explosion(plant_of<Explosion>("unit"), one_step(1e-5, 1e-8));
  EXPECT_EQ(explosion.advance(0.9), Integrator::Outcome::reached);
  EXPECT_NEAR(explosion.y[0], 10.0, 1e-3);
  EXPECT_EQ(explosion.advance(2.0), Integrator::Outcome::failed);
  EXPECT_NEAR(explosion.integrator.reached_time(), 1.0, 1e-3);

  Course root(plant_of<FallsThroughARoot>("unit", 2.5), one_step(1e-5, 1e-8));
  EXPECT_EQ(root.advance(2.0), Integrator::Outcome::reached);
  EXPECT_EQ(root.advance(10.0), Integrator::Outcome::failed);
  EXPECT_NEAR(root.integrator.reached_time(), 2.5, 0.1);
}

TEST(OneStepMethod, AllocatesNothing) {
  Course vessel(plant_of<ReliefVessel>("vessel"), one_step(1e-5, 1e-8));
  Course tank(plant_of<Tank1>("tank", 3.0, 0.1), one_step(1e-5, 1e-8));
  Course pollution(plant_of<Pollution>("pollution"), one_step(1e-5, 1e-5));
  const std::vector<double> y = pollution.y, yp = pollution.yp;
  const long before = allocation_count();
  EXPECT_EQ(vessel.advance(100.0), Integrator::Outcome::event);
  tank.advance(1.0);
  tank.problem.inputs[0] = 2.0;
  tank.advance(50.0);
  pollution.advance(Pollution::end);
  pollution.integrator.restart(0.0, y, yp);
  pollution.advance(Pollution::end);
  EXPECT_EQ(allocation_count(), before);
}

/// A critically damped spring: pivots that suit its short first steps suit its long last ones no more.
class DampedSpring {
 public:
  static constexpr double end = 1e4;
  explicit DampedSpring(Declare& declare) {
    x_ = declare.differential("x", "1", {.start = 1e-4}, "displacement");
    v_ = declare.differential("v", "1", {.start = 0.0}, "velocity");
  }
  template <class Real>
  void equations(Equations<Real>& eq) const {
    eq.equate("kinematics", eq.der(x_), 1e3 * eq[v_]);
    eq.equate("momentum", eq.der(v_), -1e3 * eq[x_] - 2e3 * eq[v_]);
  }

 private:
  Variable x_, v_;
};

template <class Problem>
void depends_on_nothing_before_a_restart() {
  Course fresh(plant_of<Problem>("problem"), one_step(1e-6, 1e-8)),
      used(plant_of<Problem>("problem"), one_step(1e-6, 1e-8));
  const std::vector<double> y = used.y, yp = used.yp;
  used.advance(Problem::end);
  const SolverCosts before = used.integrator.costs();
  used.y = y;
  used.yp = yp;
  used.integrator.restart(0.0, used.y, used.yp);
  fresh.advance(1e-6 * Problem::end);
  used.advance(1e-6 * Problem::end);
  EXPECT_EQ(fresh.y, used.y);
  fresh.advance(0.3 * Problem::end);
  used.advance(0.3 * Problem::end);
  EXPECT_EQ(fresh.y, used.y);
  EXPECT_EQ(fresh.yp, used.yp);
  const SolverCosts once = fresh.integrator.costs(), twice = used.integrator.costs();
  EXPECT_EQ(once.residuals, twice.residuals - before.residuals);
  EXPECT_EQ(once.jacobians, twice.jacobians - before.jacobians);
}

TEST(OneStepMethod, DependsOnNothingBeforeARestart) {
  depends_on_nothing_before_a_restart<Robertson>();
  depends_on_nothing_before_a_restart<Hires>();
  depends_on_nothing_before_a_restart<Pollution>();
  depends_on_nothing_before_a_restart<ChemicalAkzo>();
  depends_on_nothing_before_a_restart<DampedSpring>();
}

/// Counted on 2026-11-29 at a relative tolerance of 1e-6.
template <class Problem>
void costs_what_it_cost(double of_nominal, long steps, long residuals, long jacobians) {
  Course course(plant_of<Problem>("problem"), one_step(1e-6, 1e-6 * of_nominal));
  ASSERT_EQ(course.advance(Problem::end), Integrator::Outcome::reached);
  const SolverCosts costs = course.integrator.costs();
  EXPECT_NEAR(costs.steps, steps, 0.2 * static_cast<double>(steps));
  EXPECT_NEAR(costs.residuals, residuals, 0.2 * static_cast<double>(residuals));
  EXPECT_NEAR(costs.jacobians, jacobians, 0.2 * static_cast<double>(jacobians));
}

TEST(OneStepMethod, CostsWhatItCost) {
  costs_what_it_cost<Robertson>(1e-2, 328, 2537, 75);
  costs_what_it_cost<Hires>(1e-2, 123, 1231, 53);
  costs_what_it_cost<Oregonator>(1.0, 558, 5538, 224);
  costs_what_it_cost<VanDerPol>(1.0, 524, 4590, 129);
  costs_what_it_cost<Pollution>(1.0, 109, 724, 27);
  costs_what_it_cost<ChemicalAkzo>(1.0, 52, 481, 21);
}

TEST(OneStepMethod, IsChosenForSmallPlantsAndCanBeChosenOtherwise) {
  const auto chosen = [](std::shared_ptr<const Flowsheet> plant, Method method) {
    DaeProblem problem(std::move(plant));
    SolverSettings settings;
    settings.method = method;
    return Integrator(problem, settings).method();
  };
  EXPECT_EQ(chosen(plant_of<Pollution>("pollution"), Method::automatic), Method::one_step);
  EXPECT_EQ(chosen(plant_of<Pollution>("pollution"), Method::multistep), Method::multistep);
  EXPECT_EQ(chosen(MedicalAkzo::plant(), Method::automatic), Method::multistep);
  EXPECT_EQ(chosen(MedicalAkzo::plant(), Method::one_step), Method::one_step);
}

TEST(MedicalAkzo, ComesToItsReferenceByBothMethods) {
  for (Method method : {Method::automatic, Method::one_step}) {
    SolverSettings settings = one_step(1e-7, 1e-10);
    settings.method = method;
    Course course(MedicalAkzo::plant(), settings);
    ASSERT_EQ(course.advance(MedicalAkzo::supply_ends), Integrator::Outcome::reached);
    course.problem.inputs[0] = 0.0;
    make_consistent(course.problem, course.y, course.yp);
    course.integrator.restart(MedicalAkzo::supply_ends, course.y, course.yp);
    ASSERT_EQ(course.advance(MedicalAkzo::end), Integrator::Outcome::reached);
    for (const MedicalAkzo::Known& known : MedicalAkzo::reference)
      EXPECT_NEAR(course.y[static_cast<std::size_t>(known.place)] / known.value, 1.0, 2e-5) << known.place;
  }
}

}  // namespace
}  // namespace stillhouse
