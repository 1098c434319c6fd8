#pragma once

#include <array>
#include <string>

#include "engine/modelling/declare.h"

namespace stillhouse {

/// OREGO, the Oregonator: the Belousov-Zhabotinskii reaction swings between states that last and leaps between them.
///
///   y1' = 77.27 (y2 + y1 (1 - 8.375e-6 y1 - y2))     y2' = (y3 - (1 + y1) y2) / 77.27     y3' = 0.161 (y1 - y3)
///
/// Source     R. J. Field, R. M. Noyes, J. Chem. Phys. 60 (1974) 1877; equations as in E. Hairer, G. Wanner, Solving
///            Ordinary Differential Equations II, Springer 1996, section IV.10
/// Reference  at t = 360: F. Mazzia, C. Magherini, Test Set for Initial Value Problem Solvers, release 2.4 (2008),
///            problem OREGO
class Oregonator {
 public:
  static constexpr double end = 360.0;
  static constexpr double reference[3] = {0.1000814870318523e1, 0.1228178521549917e4, 0.1320554942846706e3};

  /// y' of an array of three.
  template <class Real>
  static void rates(const Real* y, Real* rate) {
    rate[0] = 77.27 * (y[1] + y[0] * (1.0 - 8.375e-6 * y[0] - y[1]));
    rate[1] = (y[2] - (1.0 + y[0]) * y[1]) * (1.0 / 77.27);
    rate[2] = 0.161 * (y[0] - y[2]);
  }

  explicit Oregonator(Declare& declare) {
    for (std::size_t i = 0; i < 3; ++i)
      y_[i] = declare.differential("y" + std::to_string(i + 1), "1", {.start = static_cast<double>(i + 1)},
                                   "concentration");
  }

  template <class Real>
  void equations(Equations<Real>& eq) const {
    std::array<Real, 3> y, rate;
    for (std::size_t i = 0; i < 3; ++i) y[i] = eq[y_[i]];
    rates(y.data(), rate.data());
    for (std::size_t i = 0; i < 3; ++i) eq.equate("balance", eq.der(y_[i]), rate[i]);
  }

 private:
  std::array<Variable, 3> y_;
};

}  // namespace stillhouse
