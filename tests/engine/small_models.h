#pragma once

#include <array>
#include <cmath>
#include <memory>
#include <string>
#include <vector>

#include "engine/modelling/declare.h"

namespace stillhouse {

/// One unit of a model class, as a plant of its own.
template <class Model, class... Arguments>
std::shared_ptr<const Flowsheet> plant_of(const std::string& path, Arguments&&... arguments) {
  FlowsheetBuilder builder;
  builder.add<Model>(path, std::forward<Arguments>(arguments)...);
  return builder.build();
}

inline std::vector<double> start_values(const Flowsheet& plant) {
  std::vector<double> y;
  for (const VariableInfo& v : plant.variables()) y.push_back(v.range.start);
  return y;
}

/// Fills a tank that an outlet drains; y in closed form: y = q/k + (y0 - q/k) e^(-k t), with a ledger of what came in.
class Tank1 {
 public:
  Tank1(Declare& declare, double y0, double k) : k_(k) {
    q_ = declare.input("q", "mol/s", {.start = 1.0, .minimum = 0.0, .maximum = 10.0}, "inflow");
    y_ = declare.differential("n", "mol", {.start = y0, .nominal = 1.0}, "contents");
    out_ = declare.algebraic("out", "mol/s", {.nominal = 1.0}, "outflow");
    moles_ = declare.conserved("moles", "mol");
    crossed_ = declare.ledger("crossed", moles_, 10.0, "net inflow since the start");
  }

  template <class Real>
  void equations(Equations<Real>& eq) const {
    eq.equate("balance", eq.der(y_), eq[q_] - eq[out_]);
    eq.equate("outflow", eq[out_], k_ * eq[y_]);
    eq.equate("ledger", eq.der(crossed_), eq[q_] - eq[out_]);
  }
  template <class Show>
  void observe(Show& show) const {
    show.hold(moles_, show[y_]);
  }

 private:
  double k_;
  Input q_;
  Variable y_, out_, crossed_;
  Quantity moles_;
};

/// Vessel that is charged through a resistance, p' = a (P - p), until a relief valve pops at `set`, which drains it as
/// well, p' = a (P - p) - b p, until it reseats at `reseat`. Each leg is an exponential.
class ReliefVessel {
 public:
  static constexpr double a = 0.5, P = 2.0, b = 1.5, set = 1.0, reseat = 0.8;

  /// How long it is charged from p0, and then blows, s: P - p = (P - p0) e^(-a t) up to the set pressure, and down to
  /// reseat p - p_rest = (set - p_rest) e^(-(a + b) t) with p_rest = a P / (a + b).
  static std::array<double, 2> legs(double p0) {
    constexpr double rest = a * P / (a + b);
    return {std::log((P - p0) / (P - set)) / a, std::log((set - rest) / (reseat - rest)) / (a + b)};
  }

  explicit ReliefVessel(Declare& declare) {
    p_ = declare.differential("p", "1", {.start = 0.0}, "gauge pressure");
    open_ = declare.mode("open", 0.0, "relief valve: 0 seated, 1 popped");
  }

  template <class Real>
  void equations(Equations<Real>& eq) const {
    eq.equate("balance", eq.der(p_), a * (P - eq[p_]) - b * eq[open_] * eq[p_]);
  }
  void events(Events& events) const {
    events.when(events[p_] - set, open_, 1.0);
    events.when(reseat - events[p_], open_, 0.0);
  }

 private:
  Variable p_;
  Mode open_;
};

/// Falls at constant rate, and an algebraic root that has no value once it is below zero: cannot be solved past
/// t = start.
class FallsThroughARoot {
 public:
  FallsThroughARoot(Declare& declare, double start) {
    y_ = declare.differential("y", "1", {.start = start}, "what falls");
    z_ = declare.algebraic("z", "1", {.start = 1.0}, "its root");
  }

  template <class Real>
  void equations(Equations<Real>& eq) const {
    eq.equate("fall", eq.der(y_), Real(-1.0));
    eq.equate("root", eq[z_], sqrt(eq[y_]));
  }

 private:
  Variable y_, z_;
};

/// An algebraic variable z = ln u: when u falls by orders of magnitude at once, Newton's method needs more iterations
/// than an integrator allows, but not more than a consistent start takes.
class Logarithm {
 public:
  explicit Logarithm(Declare& declare) {
    u_ = declare.input("u", "1", {.start = 1e10, .minimum = 1.0, .maximum = 1e12}, "argument");
    z_ = declare.algebraic("z", "1", {.start = 23.0}, "logarithm");
    y_ = declare.differential("y", "1", {.start = 0.0}, "follows z");
  }

  template <class Real>
  void equations(Equations<Real>& eq) const {
    eq.equate("logarithm", exp(eq[z_]), Real(eq[u_]));
    eq.equate("lag", eq.der(y_), eq[z_] - eq[y_]);
  }

 private:
  Input u_;
  Variable z_, y_;
};

/// A root z = sqrt(u(t)) whose radicand falls from 1 to `low` at once at 1.5 s, rises again at 3.5 s and falls at 5.5
/// s. However short a step, it sees the whole jump, and Newton's method with the Jacobian of z = 1 closes in by 1 -
/// sqrt(low) an iteration: nothing but more iterations helps. A lag follows the root.
class JumpingRoot {
 public:
  JumpingRoot(Declare& declare, double low) : low_(low) {
    clock_ = declare.differential("clock", "s", {.start = 0.0}, "time");
    z_ = declare.algebraic("z", "1", {.start = 1.0}, "root");
    y_ = declare.differential("y", "1", {.start = 1.0}, "follows the root");
  }

  template <class Real>
  void equations(Equations<Real>& eq) const {
    const Real t = eq[clock_];
    const Real fallen = 0.5 + 0.5 * (tanh((t - 1.5) * 1e18) - tanh((t - 3.5) * 1e18) + tanh((t - 5.5) * 1e18));
    eq.equate("clock", eq.der(clock_), Real(1.0));
    eq.equate("root", eq[z_] * eq[z_], 1.0 - (1.0 - low_) * fallen);
    eq.equate("lag", eq.der(y_), eq[z_] - eq[y_]);
  }

 private:
  double low_;
  Variable clock_, z_, y_;
};

}  // namespace stillhouse
