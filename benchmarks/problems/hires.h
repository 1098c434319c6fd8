#pragma once

#include <array>
#include <string>

#include "engine/modelling/declare.h"

namespace stillhouse {

/// HIRES: growth of plant tissue at high irradiance, eight species; the last follows from y7 + y8 = 0.0057.
///
/// Source     E. Schaefer, J. Math. Biol. 2 (1975) 41; equations as in E. Hairer, G. Wanner, Solving Ordinary
///            Differential Equations II, Springer 1996, section IV.10
/// Reference  at t = 321.8122: F. Mazzia, C. Magherini, Test Set for Initial Value Problem Solvers, release 2.4 (2008),
///            problem HIRES
class Hires {
 public:
  static constexpr double end = 321.8122;
  static constexpr double reference[8] = {0.7371312573325668e-3, 0.1442485726316185e-3, 0.5888729740967575e-4,
                                          0.1175651343283149e-2, 0.2386356198831331e-2, 0.6238968252742796e-2,
                                          0.2849998395185769e-2, 0.2850001604814231e-2};

  explicit Hires(Declare& declare) {
    for (std::size_t i = 0; i < 7; ++i) {
      y_[i] = declare.differential("y" + std::to_string(i + 1), "1", {.start = i == 0 ? 1.0 : 0.0, .nominal = 1e-3},
                                   "concentration");
    }
    y_[7] = declare.algebraic("y8", "1", {.start = 0.0057, .nominal = 1e-3}, "concentration");
  }

  template <class Real>
  void equations(Equations<Real>& eq) const {
    std::array<Real, 8> y;
    for (std::size_t i = 0; i < 8; ++i) y[i] = eq[y_[i]];
    const Real bound = 280.0 * y[5] * y[7];
    eq.equate("balance 1", eq.der(y_[0]), -1.71 * y[0] + 0.43 * y[1] + 8.32 * y[2] + 0.0007);
    eq.equate("balance 2", eq.der(y_[1]), 1.71 * y[0] - 8.75 * y[1]);
    eq.equate("balance 3", eq.der(y_[2]), -10.03 * y[2] + 0.43 * y[3] + 0.035 * y[4]);
    eq.equate("balance 4", eq.der(y_[3]), 8.32 * y[1] + 1.71 * y[2] - 1.12 * y[3]);
    eq.equate("balance 5", eq.der(y_[4]), -1.745 * y[4] + 0.43 * y[5] + 0.43 * y[6]);
    eq.equate("balance 6", eq.der(y_[5]), 0.69 * y[3] + 1.71 * y[4] - 0.43 * y[5] + 0.69 * y[6] - bound);
    eq.equate("balance 7", eq.der(y_[6]), bound - 1.81 * y[6]);
    eq.equate("sum of 7 and 8", y[6] + y[7], Real(0.0057));
  }

 private:
  std::array<Variable, 8> y_;
};

}  // namespace stillhouse
