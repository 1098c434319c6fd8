#include "engine/solve/linearization.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "engine/base/error.h"
#include "engine/simulation/simulator.h"
#include "tests/engine/small_models.h"

namespace stillhouse {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

/// Linearizes at the declared start, with all inputs, and outputs by name.
LinearModel linear(const std::shared_ptr<const Flowsheet>& plant, const std::vector<std::string>& outputs) {
  DaeProblem problem(plant);
  std::vector<int> inputs, signals;
  for (std::size_t i = 0; i < plant->inputs().size(); ++i) inputs.push_back(static_cast<int>(i));
  for (const std::string& name : outputs) signals.push_back(plant->find_signal(name));
  return linearize(problem, start_values(*plant), std::vector<double>(start_values(*plant).size()), inputs, signals);
}

TEST(Linearization, OfATankIsItsClosedFormWithNamesAndUnits) {
  const LinearModel model = linear(plant_of<Tank1>("tank", 3.0, 0.5), {"tank.n", "tank.out"});
  ASSERT_EQ(model.states.size(), 1u);  // the ledger is none
  EXPECT_EQ(model.states[0].name, "tank.n");
  EXPECT_EQ(model.states[0].unit, "mol");
  EXPECT_EQ(model.states[0].value, 3.0);
  EXPECT_EQ(model.inputs[0].name, "tank.q");
  EXPECT_EQ(model.inputs[0].value, 1.0);
  EXPECT_EQ(model.outputs[1].name, "tank.out");
  EXPECT_EQ(model.outputs[1].value, 1.5);
  EXPECT_THAT(model.rates, ElementsAre(-0.5));
  EXPECT_THAT(model.A.values, ElementsAre(-0.5));
  EXPECT_THAT(model.B.values, ElementsAre(1.0));
  EXPECT_THAT(model.C.values, ElementsAre(1.0, 0.5));
  EXPECT_THAT(model.D.values, ElementsAre(0.0, 0.0));
}

/// Mass on a spring, pushed: x' = v, m v' = F - c v - s with the spring's force s = k x as an algebraic variable.
class Oscillator {
 public:
  static constexpr double m = 2.0, c = 0.5, k = 8.0;

  explicit Oscillator(Declare& declare) {
    F_ = declare.input("F", "N", {.start = 3.0}, "force");
    x_ = declare.differential("x", "m", {.start = 0.25}, "position");
    v_ = declare.differential("v", "m/s", {.start = 1.5}, "velocity");
    s_ = declare.algebraic("s", "N", {}, "force of the spring");
    energy_ = declare.observable("energy", "J", {}, "energy stored");
    power_ = declare.observable("power", "W", {}, "power put in");
  }
  template <class Real>
  void equations(Equations<Real>& eq) const {
    eq.equate("spring", eq[s_], k * eq[x_]);
    eq.equate("velocity", eq.der(x_), eq[v_]);
    eq.equate("momentum", m * eq.der(v_), eq[F_] - c * eq[v_] - eq[s_]);
  }
  template <class Show>
  void observe(Show& show) const {
    show.show(energy_, 0.5 * m * square(show[v_]) + 0.5 * show[s_] * show[x_]);
    show.show(power_, show[F_] * show[v_]);
  }

 private:
  Input F_;
  Variable x_, v_, s_;
  Observable energy_, power_;
};

TEST(Linearization, CarriesInputsAndAlgebraicVariablesOverToObservables) {
  const LinearModel model = linear(plant_of<Oscillator>("o"), {"o.energy", "o.power", "o.s", "o.x"});
  EXPECT_THAT(model.A.values, ElementsAre(0.0, 1.0, -4.0, -0.25));
  EXPECT_THAT(model.B.values, ElementsAre(0.0, 0.5));
  // energy = m v^2 / 2 + k x^2 / 2 through s = k x: dE/dx = k x, dE/dv = m v; power = F v
  EXPECT_THAT(model.C.values, ElementsAre(2.0, 3.0, 0.0, 3.0, 8.0, 0.0, 1.0, 0.0));
  EXPECT_THAT(model.D.values, ElementsAre(0.0, 1.5, 0.0, 0.0));
  EXPECT_EQ(model.outputs[0].value, 2.25 + 0.25);
}

/// Rates that stand in two equations, an algebraic variable that nothing gives explicitly, and a heat capacity that
/// depends on the state whose rate it multiplies:
///   2 a' + b' = u - a      a' + 3 b' = z - b      z + z^3 = a + u^2      (1 + T^2) T' = u
class Implicit {
 public:
  static constexpr double a = 0.5, b = 0.25, u = 0.75, T = 2.0;

  explicit Implicit(Declare& declare) {
    u_ = declare.input("u", "1", {.start = u}, "drive");
    a_ = declare.differential("a", "1", {.start = a}, "one");
    b_ = declare.differential("b", "1", {.start = b}, "other");
    T_ = declare.differential("T", "K", {.start = T}, "temperature");
    z_ = declare.algebraic("z", "1", {.start = 0.7}, "root");
  }
  template <class Real>
  void equations(Equations<Real>& eq) const {
    const auto drive = eq[u_];
    eq.equate("first", 2.0 * eq.der(a_) + eq.der(b_), drive - eq[a_]);
    eq.equate("second", eq.der(a_) + 3.0 * eq.der(b_), eq[z_] - eq[b_]);
    eq.equate("energy", (1.0 + square(eq[T_])) * eq.der(T_), Real(drive));
    eq.equate("root", eq[z_] + eq[z_] * square(eq[z_]), eq[a_] + square(drive));
  }

 private:
  Input u_;
  Variable a_, b_, T_, z_;
};

TEST(Linearization, EliminatesAlgebraicVariablesAndCoupledRatesExactly) {
  const LinearModel model = linear(plant_of<Implicit>("i"), {"i.z"});
  double z = 0.7;
  for (int i = 0; i < 50; ++i) z -= (z + z * z * z - Implicit::a - Implicit::u * Implicit::u) / (1.0 + 3.0 * z * z);
  const double z_a = 1.0 / (1.0 + 3.0 * z * z), z_u = 2.0 * Implicit::u * z_a;
  // (a', b') = [3 -1; -1 2] / 5 (u - a, z - b)
  const double heat = 1.0 + Implicit::T * Implicit::T;
  const std::vector<double> A = {(-3.0 - z_a) / 5.0,
                                 0.2,
                                 0.0,
                                 (1.0 + 2.0 * z_a) / 5.0,
                                 -0.4,
                                 0.0,
                                 0.0,
                                 0.0,
                                 -2.0 * Implicit::T * Implicit::u / (heat * heat)};
  const std::vector<double> B = {(3.0 - z_u) / 5.0, (-1.0 + 2.0 * z_u) / 5.0, 1.0 / heat};
  for (std::size_t i = 0; i < A.size(); ++i) EXPECT_NEAR(model.A.values[i], A[i], 1e-14) << i;
  for (std::size_t i = 0; i < B.size(); ++i) EXPECT_NEAR(model.B.values[i], B[i], 1e-14) << i;
  EXPECT_NEAR(model.C(0, 0), z_a, 1e-14);
  EXPECT_EQ(model.C(0, 1), 0.0);
  EXPECT_NEAR(model.D(0, 0), z_u, 1e-14);
  EXPECT_NEAR(model.outputs[0].value, z, 1e-14);
}

/// Stirred tank with an exothermic reaction and a jacket; the outflow follows the level by Torricelli's law.
class Reactor {
 public:
  explicit Reactor(Declare& declare) {
    q_ = declare.input("q", "m^3/s", {.start = 0.02}, "inflow");
    T_jacket_ = declare.input("T_jacket", "K", {.start = 300.0, .nominal = 100.0}, "temperature of the jacket");
    V_ = declare.differential("V", "m^3", {.start = 1.0}, "volume");
    c_ = declare.differential("c", "mol/m^3", {.start = 0.5}, "concentration");
    T_ = declare.differential("T", "K", {.start = 310.0, .nominal = 100.0}, "temperature");
    r_ = declare.algebraic("r", "mol/m^3/s", {.start = 0.01}, "rate of reaction");
    out_ = declare.algebraic("out", "m^3/s", {.start = 0.02}, "outflow");
  }
  template <class Real>
  void equations(Equations<Real>& eq) const {
    const Real T = eq[T_];
    eq.equate("rate law", eq[r_], 2e-2 * eq[c_] * exp(20.0 - 6000.0 / T));
    eq.equate("outflow", eq[out_], 0.02 * signed_sqrt(eq[V_], 1e-6));
    eq.equate("volume", eq.der(V_), eq[q_] - eq[out_]);
    eq.equate("species balance", eq[V_] * eq.der(c_), eq[q_] * (1.0 - eq[c_]) - eq[r_] * eq[V_]);
    eq.equate("energy balance", eq[V_] * eq.der(T_),
              eq[q_] * (300.0 - T) + 40.0 * eq[r_] * eq[V_] - 0.05 * (T - eq[T_jacket_]));
  }

 private:
  Input q_, T_jacket_;
  Variable V_, c_, T_, r_, out_;
};

/// One classical Runge-Kutta step of d' = A d + B du, du constant.
void follow(const LinearModel& model, const std::vector<double>& du, double h, std::vector<double>& d) {
  const auto rate = [&](const std::vector<double>& at) {
    std::vector<double> f(d.size(), 0.0);
    for (int r = 0; r < model.A.rows; ++r) {
      for (int c = 0; c < model.A.columns; ++c) f[std::size_t(r)] += model.A(r, c) * at[std::size_t(c)];
      for (int c = 0; c < model.B.columns; ++c) f[std::size_t(r)] += model.B(r, c) * du[std::size_t(c)];
    }
    return f;
  };
  const auto moved = [&](const std::vector<double>& by, double length) {
    std::vector<double> at = d;
    for (std::size_t i = 0; i < d.size(); ++i) at[i] += length * by[i];
    return at;
  };
  const auto k1 = rate(d), k2 = rate(moved(k1, h / 2)), k3 = rate(moved(k2, h / 2)), k4 = rate(moved(k3, h));
  for (std::size_t i = 0; i < d.size(); ++i) d[i] += h / 6.0 * (k1[i] + 2.0 * k2[i] + 2.0 * k3[i] + k4[i]);
}

TEST(Linearization, RespondsToASmallStepAsTheSimulatorDoes) {
  const auto plant = plant_of<Reactor>("reactor");
  SimulatorSettings settings;
  settings.solver.relative_tolerance = 1e-11;
  settings.solver.differential_tolerance = settings.solver.algebraic_tolerance = 1e-13;
  Simulator simulator(plant, settings);
  for (int scan = 0; scan < 1200; ++scan) simulator.advance();  // at rest, with a checkpoint here
  ASSERT_TRUE(simulator.at_checkpoint());
  const PlantState rest = simulator.state();

  DaeProblem problem(plant);
  const std::vector<int> inputs = {0, 1},
                         outputs = {plant->find_signal("reactor.r"), plant->find_signal("reactor.out")};
  const LinearModel model = linearize(problem, rest.y, rest.yp, inputs, outputs);
  ASSERT_EQ(model.states.size(), 3u);

  for (const std::vector<double>& du : {std::vector<double>{2e-5, 0.0}, {0.0, 0.02}, {2e-5, -0.02}}) {
    simulator.restore(rest);
    simulator.set_input(0, rest.inputs[0] + du[0]);
    simulator.set_input(1, rest.inputs[1] + du[1]);
    std::vector<double> d(3, 0.0);
    for (int scan = 1; scan <= 240; ++scan) {
      simulator.advance();
      for (int i = 0; i < 10; ++i) follow(model, du, 0.1, d);
      if (scan % 40 != 0) continue;
      for (std::size_t k = 0; k < 2; ++k) {
        double linear = 0.0, size = 0.0;
        for (int c = 0; c < 3; ++c) linear += model.C(int(k), c) * d[std::size_t(c)];
        for (int c = 0; c < 2; ++c) linear += model.D(int(k), c) * du[std::size_t(c)];
        for (int c = 0; c < 3; ++c) size += std::abs(model.C(int(k), c) * d[std::size_t(c)]);
        const double nonlinear = simulator.signal(outputs[k]) - rest.y[std::size_t(outputs[k])];
        EXPECT_NEAR(nonlinear, linear, 5e-3 * size) << model.outputs[k].name << " after " << scan << " s";
      }
    }
  }
}

/// Shows its rate, but for plain numbers only.
class ShowsDoubles {
 public:
  explicit ShowsDoubles(Declare& declare) {
    x_ = declare.differential("x", "1", {.start = 1.0}, "x");
    twice_ = declare.observable("twice", "1", {}, "twice x");
  }
  template <class Real>
  void equations(Equations<Real>& eq) const {
    eq.equate("decay", eq.der(x_), -eq[x_]);
  }
  void observe(Observing& show) const { show.show(twice_, 2.0 * show[x_]); }

 private:
  Variable x_;
  Observable twice_;
};

std::string refusal(const std::shared_ptr<const Flowsheet>& plant, const std::string& output) {
  try {
    linear(plant, {output});
  } catch (const ModelError& error) {
    return error.what();
  }
  return "(not refused)";
}

TEST(Linearization, RefusesOutputsThatHaveNoDerivativeByName) {
  EXPECT_THAT(refusal(plant_of<ShowsDoubles>("s"), "s.twice"), HasSubstr("s.twice has no derivative"));
  EXPECT_THAT(refusal(plant_of<Tank1>("tank", 3.0, 0.5), "tank.crossed"),
              HasSubstr("tank.crossed counts what crossed"));
  EXPECT_EQ(linear(plant_of<ShowsDoubles>("s"), {"s.x"}).A.values, std::vector<double>{-1.0});
}

}  // namespace
}  // namespace stillhouse
