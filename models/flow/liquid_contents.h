#pragma once

#include <string>
#include <vector>

#include "models/flow/inventory.h"
#include "models/flow/material_stream.h"

namespace stillhouse {

/// Liquid contents of a vessel of one temperature: what tanks, mixers and heaters have in common.
///
/// Differential  n[i]  mol     U  J  energy of liquid and metal
/// Algebraic     T  K
/// Equations     dn_i/dt = sum in_i - sum out_i
///               dU/dt = sum H_in - sum H_out + Q       U = N h(x, T) + C (T - 298.15 K)
/// Assumes       mixed; liquid u = h
class LiquidContents {
 public:
  struct Start {
    double N;  // mol
    double T;  // K
    PerSpecies<double> x;
  };

  /// `prefix` stands before the names of the unknowns of a unit that has several contents.
  LiquidContents(Declare& declare, const Fluid& fluid, double capacity, const Start& start,
                 const std::string& prefix = "");

  Variable temperature() const { return T_; }

  template <class Real>
  struct Now {
    PerSpecies<Real> n, x;
    Real N, T, h, v;  // v m3/mol
  };
  template <class Eq>
  auto now(Eq& eq, const Fluid& fluid) const {
    using Real = std::remove_cvref_t<decltype(eq[T_])>;
    // what a solver leaves below zero has a composition all the same, and so has an empty vessel
    constexpr double trace = 1e-6, nothing = 1e-7;  // mol
    Now<Real> now{PerSpecies<Real>(n_.size()), PerSpecies<Real>(n_.size()), Real(0.0), eq[T_], Real(0.0), Real(0.0)};
    Real sum(0.0);
    for (std::size_t i = 0; i < n_.size(); ++i) {
      now.n[i] = eq[n_[i]];
      now.N += now.n[i];
      now.x[i] = smooth_positive(now.n[i], nothing) + trace * trace_[i];
      sum += now.x[i];
    }
    const Real inverse = 1.0 / sum;
    for (Real& share : now.x) share *= inverse;
    now.h = fluid.liquid_enthalpy(now.x, now.T);
    now.v = fluid.liquid_molar_volume(now.x, now.T);
    return now;
  }

  /// Balances from what comes in less what goes out.
  template <class Eq, class Real>
  void equate(Eq& eq, const Fluid& fluid, const Now<Real>& now, const Carried<Real>& net) const {
    for (std::size_t i = 0; i < n_.size(); ++i) eq.equate("balance", fluid.name(i), eq.der(n_[i]), net.n[i]);
    eq.equate("energy balance", eq.der(U_), net.H);
    eq.equate("temperature from energy", eq[U_], now.N * now.h + capacity_ * (now.T - 298.15));
  }

  template <class Show>
  void hold(Show& show, const Fluid& fluid) const {
    inventory_.hold(show, fluid, composition(show, n_));
    inventory_.hold_energy(show, show[U_]);
  }

 private:
  double capacity_;
  std::vector<double> trace_;
  std::vector<Variable> n_;
  Variable U_, T_;
  Inventory inventory_;
};

/// Adds what a stream carries, times `sign`.
template <class Real>
void add(Carried<Real>& net, const Carried<Real>& c, double sign) {
  for (std::size_t i = 0; i < net.n.size(); ++i) net.n[i] += sign * c.n[i];
  net.H += sign * c.H;
}

}  // namespace stillhouse
