#pragma once

#include <array>
#include <string>

#include "benchmarks/problems/tower_mixture.h"
#include "engine/modelling/declare.h"

namespace stillhouse {

/// Vapour that rises from one unit of the tray tower into the next. Its state is defined by the unit it leaves, its
/// flow by the unit above, which has the holes.
///   p  Pa  pressure of the unit it leaves     y[i]  -  mole fractions     h  J/mol  enthalpy     V  mol/s  flow,
///   upwards
template <int N>
struct TowerVapour {
  explicit TowerVapour(Declare declare, double p_start, const std::array<double, N>& y_start) {
    p = declare.algebraic("p", "Pa", {.start = p_start, .nominal = 1e5, .minimum = 1e2, .maximum = 1e6},
                          "pressure of the vapour");
    for (int i = 0; i < N; ++i) {
      y[i] = declare.algebraic("y_" + std::string(TowerMixture<N>::standard().species(i).name), "mol/mol",
                               {.start = y_start[i], .nominal = 1.0, .minimum = -1e-3, .maximum = 1.0 + 1e-3},
                               "mole fraction in the vapour");
    }
    h = declare.algebraic("h_V", "J/mol", {.start = 4e4, .nominal = 1e4}, "enthalpy of the vapour");
    V = declare.algebraic("V", "mol/s", {.nominal = 40.0, .minimum = -1e-6, .maximum = 1e3}, "vapour flow upwards");
  }

  void define_state(Declare& declare) const {
    declare.defines(p);
    for (Variable v : y) declare.defines(v);
    declare.defines(h);
  }
  void define_flow(Declare& declare) const { declare.defines(V); }

  Variable p, h, V;
  std::array<Variable, N> y;
};

/// Liquid that runs from one unit of the tray tower into the next, defined by the unit it leaves.
///   L  mol/s  flow     x[i]  -  mole fractions     h  J/mol  enthalpy
template <int N>
struct TowerLiquid {
  explicit TowerLiquid(Declare declare, const std::array<double, N>& x_start) {
    for (int i = 0; i < N; ++i) {
      x[i] = declare.algebraic("x_" + std::string(TowerMixture<N>::standard().species(i).name), "mol/mol",
                               {.start = x_start[i], .nominal = 1.0, .minimum = -1e-3, .maximum = 1.0 + 1e-3},
                               "mole fraction in the liquid");
    }
    h = declare.algebraic("h_L", "J/mol", {.nominal = 1e4}, "enthalpy of the liquid");
    L = declare.algebraic("L", "mol/s", {.nominal = 40.0, .minimum = -1e-6, .maximum = 1e3}, "liquid flow downwards");
  }

  void define(Declare& declare) const {
    for (Variable v : x) declare.defines(v);
    declare.defines(h);
    declare.defines(L);
  }

  Variable L, h;
  std::array<Variable, N> x;
};

}  // namespace stillhouse
