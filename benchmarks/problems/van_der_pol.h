#pragma once

#include <array>

#include "engine/modelling/declare.h"

namespace stillhouse {

/// VDPOL: van der Pol's oscillator, stiff (mu = 1000, time scaled by mu): it creeps, then leaps within 1e-6.
///
///   y1' = y2     y2' = ((1 - y1^2) y2 - y1) / 1e-6
///
/// Source     B. van der Pol, Phil. Mag. (7) 2 (1926) 978; equations as in E. Hairer, G. Wanner, Solving Ordinary
///            Differential Equations II, Springer 1996, section IV.10
/// Reference  at t = 2: F. Mazzia, C. Magherini, Test Set for Initial Value Problem Solvers, release 2.4 (2008),
///            problem VDPOL
class VanDerPol {
 public:
  static constexpr double end = 2.0;
  static constexpr double reference[2] = {0.1706167732170469e1, -0.8928097010248125};

  /// y' of an array of two.
  template <class Real>
  static void rates(const Real* y, Real* rate) {
    rate[0] = y[1];
    rate[1] = 1e6 * ((1.0 - y[0] * y[0]) * y[1] - y[0]);
  }

  explicit VanDerPol(Declare& declare)
      : y_{declare.differential("y1", "1", {.start = 2.0}, "displacement"),
           declare.differential("y2", "1", {.start = 0.0}, "its rate")} {}

  template <class Real>
  void equations(Equations<Real>& eq) const {
    const std::array<Real, 2> y = {eq[y_[0]], eq[y_[1]]};
    std::array<Real, 2> rate;
    rates(y.data(), rate.data());
    eq.equate("kinematics", eq.der(y_[0]), rate[0]);
    eq.equate("force", eq.der(y_[1]), rate[1]);
  }

 private:
  std::array<Variable, 2> y_;
};

}  // namespace stillhouse
