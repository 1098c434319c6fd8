#pragma once

#include "engine/modelling/declare.h"

namespace stillhouse {

/// Robertson's autocatalytic reaction, as a DAE: rate constants of nine orders of magnitude, a variable of 1e-14.
///
///   y1' = -0.04 y1 + 1e4 y2 y3     y2' = 0.04 y1 - 1e4 y2 y3 - 3e7 y2^2     0 = y1 + y2 + y3 - 1
///
/// Source     H. H. Robertson, in: Numerical Analysis, an Introduction (J. Walsh, ed.), Academic Press 1966, p. 178
/// Reference  at t = 1e11: F. Mazzia, C. Magherini, Test Set for Initial Value Problem Solvers, release 2.4 (2008),
///            problem ROBER
class Robertson {
 public:
  static constexpr double end = 1e11;
  static constexpr double reference[3] = {0.2083340149701255e-7, 0.8333360770334713e-13, 0.9999999791665050};

  explicit Robertson(Declare& declare)
      : y1_(declare.differential("y1", "1", {.start = 1.0, .nominal = 1e-6}, "reactant")),
        y2_(declare.differential("y2", "1", {.start = 0.0, .nominal = 1e-12}, "intermediate")),
        y3_(declare.algebraic("y3", "1", {.start = 0.0, .nominal = 1.0}, "product")) {}

  template <class Real>
  void equations(Equations<Real>& eq) const {
    const Real y1 = eq[y1_], y2 = eq[y2_], y3 = eq[y3_];
    eq.equate("balance of the reactant", eq.der(y1_), 1e4 * y2 * y3 - 0.04 * y1);
    eq.equate("balance of the intermediate", eq.der(y2_), 0.04 * y1 - 1e4 * y2 * y3 - 3e7 * y2 * y2);
    eq.equate("sum", y1 + y2 + y3, Real(1.0));
  }

 private:
  Variable y1_, y2_, y3_;
};

}  // namespace stillhouse
