#pragma once

#include <array>
#include <string>

#include "engine/modelling/declare.h"

namespace stillhouse {

/// Chemical Akzo Nobel: two species react while carbon dioxide is fed; six unknowns, of which the last follows from an
/// equilibrium, y6 = Ks y1 y4. An index 1 DAE.
///
/// Source     W. J. H. Stortelder, CWI report (1998); equations as in the Test Set below, problem CHEMAKZO
/// Reference  at t = 180: F. Mazzia, C. Magherini, Test Set for Initial Value Problem Solvers, release 2.4 (2008),
///            problem CHEMAKZO
class ChemicalAkzo {
 public:
  static constexpr double end = 180.0;
  static constexpr double Ks = 115.83;
  static constexpr double start[5] = {0.444, 0.00123, 0.0, 0.007, 0.0};
  static constexpr double reference[6] = {0.1150794920661702,    0.1203831471567715e-2, 0.1611562887407974,
                                          0.3656156421249283e-3, 0.1708010885264404e-1, 0.4873531310307455e-2};

  /// y' of the first five of an array of six.
  template <class Real>
  static void rates(const Real* y, Real* rate) {
    const Real root = sqrt(y[1]), squared = y[0] * y[0];
    const Real r1 = 18.7 * squared * squared * root, r2 = 0.58 * y[2] * y[3], r3 = (0.58 / 34.4) * y[0] * y[4],
               r4 = 0.09 * y[0] * y[3] * y[3], r5 = 0.42 * y[5] * y[5] * root, feed = 3.3 * (0.9 / 737.0 - y[1]);
    rate[0] = -2.0 * r1 + r2 - r3 - r4;
    rate[1] = -0.5 * r1 - r4 - 0.5 * r5 + feed;
    rate[2] = r1 - r2 + r3;
    rate[3] = -r2 + r3 - 2.0 * r4;
    rate[4] = r2 - r3 + r5;
  }

  explicit ChemicalAkzo(Declare& declare) {
    for (std::size_t i = 0; i < 5; ++i)
      y_[i] = declare.differential("y" + std::to_string(i + 1), "1", {.start = start[i], .nominal = reference[i]},
                                   "concentration");
    y_[5] = declare.algebraic("y6", "1", {.start = Ks * start[0] * start[3], .nominal = reference[5]},
                              "concentration in equilibrium");
  }

  template <class Real>
  void equations(Equations<Real>& eq) const {
    std::array<Real, 6> y;
    std::array<Real, 5> rate;
    for (std::size_t i = 0; i < 6; ++i) y[i] = eq[y_[i]];
    rates(y.data(), rate.data());
    for (std::size_t i = 0; i < 5; ++i) eq.equate("balance", eq.der(y_[i]), rate[i]);
    eq.equate("equilibrium", Ks * y[0] * y[3], y[5]);
  }

 private:
  std::array<Variable, 6> y_;
};

}  // namespace stillhouse
