#pragma once

#include <memory>
#include <vector>

#include "models/flow/inventory.h"
#include "models/flow/material_stream.h"
#include "models/properties/gas_constant.h"

namespace stillhouse {

/// Liquid and gas of any number of species that share a vessel and a temperature but not, at once, equilibrium: from an
/// empty vessel full of air to a boiling one in one smooth model. What drums, stills, condensers and trays have in
/// common.
///
/// Differential  n[i]  mol  liquid      m[i]  mol  gas      U  J  internal energy of liquid, gas and metal
/// Algebraic     T  K      p  Pa
/// Equations     dn_i/dt = in_i - out_i - N_i      dm_i/dt = in_i - out_i + N_i      p V_G = Z sum(m) R T
///               N_i = k (p_i,eq - y_i p)          finite-rate transfer: no flash, no phase switched by hand
///               p_i,eq = K_i x_i p N/(N + n_f)    n_f = 1e-3 mol: a film that thin is adsorbed
///               K_i p = gamma_i psat_i or phi_i^L/phi_i^V p (Fluid::contact)
///               U = N h_L + sum m_i (h_G,i - R T) + C (T - 298.15 K)
/// Observables   liquid_continued, gas_continued   with an equation of state: 1 where it has no such phase
/// Assumes       gas ideal or of the equation of state; both phases mixed and at one temperature; liquid
///               incompressible, its u = h
/// Valid for     the fluid's range of T; p below some bar, with an equation of state below the mixture's critical
///               pressure
/// Source        formulation as `Stage`: Taylor, Krishna, Multicomponent Mass Transfer, Wiley 1993, ch. 14
class TwoPhase {
 public:
  struct Start {
    double T = 298.15;        // K
    double p = 101325.0;      // Pa
    double N = 0.0;           // mol of liquid
    PerSpecies<double> x, y;  // liquid; gas
    double hottest = 0.0;     // K, up to which a dry vessel may go where that is beyond the fluid's range
  };

  /// `volume` m3 of the vessel; `capacity` J/K of its metal.
  TwoPhase(Declare& declare, const Fluid& fluid, double volume, double capacity, const Start& start);

  template <class Real>
  struct Now {
    PerSpecies<Real> n, m, x, y, p_eq;
    Real T, p, N, M, V_L, h_L, h_G, v_L, V_G, Z;
    Real share;                      // of the liquid that is more than a film
    Real liquid_margin, gas_margin;  // of an equation of state, Fluid::Contact
  };

  template <class Eq>
  auto now(Eq& eq, const Fluid& fluid) const {
    using Real = std::remove_cvref_t<decltype(eq[T_])>;
    constexpr double trace = 1e-6, nothing = 1e-7, film = 1e-3;  // mol
    const std::size_t size = n_.size();
    Now<Real> s;
    s.T = eq[T_];
    s.p = eq[p_];
    s.N = Real(0.0);
    s.M = Real(0.0);
    s.n = s.m = s.x = s.y = s.p_eq = PerSpecies<Real>(size);
    Real of_liquid(0.0), of_gas(0.0);
    for (std::size_t i = 0; i < size; ++i) {
      s.n[i] = eq[n_[i]];
      s.m[i] = eq[m_[i]];
      s.N += s.n[i];
      s.M += s.m[i];
      s.x[i] = smooth_positive(s.n[i], nothing) + trace * trace_[i];
      s.y[i] = smooth_positive(s.m[i], nothing);
      of_liquid += s.x[i];
      of_gas += s.y[i];
    }
    for (std::size_t i = 0; i < size; ++i) {
      s.x[i] = s.x[i] / of_liquid;
      s.y[i] = s.y[i] / of_gas;
    }
    s.v_L = fluid.liquid_molar_volume(s.x, s.T);
    s.V_L = s.N * s.v_L;
    // never less than 2 % of the vessel, so that an overfull one stays finite
    s.V_G = 0.02 * volume_ + softplus(Real(0.98 * volume_ - s.V_L), 0.01 * volume_);
    const Fluid::Contact<Real> c = fluid.contact(s.x, s.y, s.T, s.p, Real(s.V_G / of_gas));
    s.p_eq = c.p_eq;
    // signed, so that what lies below zero comes back
    s.share = s.N / (s.N + film);
    for (Real& p : s.p_eq) p *= s.share;
    s.h_L = c.h_L;
    s.h_G = c.h_G;
    s.Z = c.Z;
    s.liquid_margin = c.liquid_margin;
    s.gas_margin = c.gas_margin;
    return s;
  }

  /// What enters less what leaves.
  template <class Real>
  struct Net {
    PerSpecies<Real> liquid, gas;  // mol/s
    Real energy;                   // W

    explicit Net(std::size_t size) : liquid(size), gas(size), energy(0.0) {
      for (std::size_t i = 0; i < size; ++i) liquid[i] = gas[i] = Real(0.0);
    }
    void add(Phase phase, const Carried<Real>& c, double sign) {
      PerSpecies<Real>& n = phase == Phase::gas ? gas : liquid;
      for (std::size_t i = 0; i < n.size(); ++i) n[i] += sign * c.n[i];
      energy += sign * c.H;
    }
  };

  /// `k` mol/(s Pa) is the transfer coefficient of each species.
  template <class Eq, class Real>
  void equate(Eq& eq, const Fluid& fluid, const Now<Real>& s, const Net<Real>& net, const PerSpecies<Real>& k) const {
    for (std::size_t i = 0; i < n_.size(); ++i) {
      const Real transfer = k[i] * (s.p_eq[i] - s.y[i] * s.p);
      eq.equate("liquid balance", fluid.name(i), eq.der(n_[i]), net.liquid[i] - transfer);
      eq.equate("gas balance", fluid.name(i), eq.der(m_[i]), net.gas[i] + transfer);
    }
    eq.equate("energy balance", eq.der(U_), net.energy);
    const Real RT = s.Z * gas_constant * s.T;
    eq.equate("temperature from energy", eq[U_], s.N * s.h_L + s.M * (s.h_G - RT) + capacity_ * (s.T - 298.15));
    eq.equate("gas law", s.p * s.V_G, s.M * RT);
  }

  /// As above, one coefficient for all species.
  template <class Eq, class Real>
  void equate(Eq& eq, const Fluid& fluid, const Now<Real>& s, const Net<Real>& net, const Real& k) const {
    PerSpecies<Real> all(n_.size());
    for (Real& each : all) each = k;
    equate(eq, fluid, s, net, all);
  }

  template <class Show, class Real>
  void observe(Show& show, const Fluid& fluid, const Now<Real>& s) const {
    if (of_equation_) {
      show.show(liquid_continued_, s.share * smooth_step(Real(0.05 - s.liquid_margin), 0.01));
      show.show(gas_continued_, smooth_step(Real(-s.gas_margin), 0.01));
    }
    inventory_.hold(show, fluid, composition(show, n_));
    inventory_.hold(show, fluid, composition(show, m_));
    inventory_.hold_energy(show, show[U_]);
  }

 private:
  double volume_, capacity_;
  std::vector<double> trace_;
  std::vector<Variable> n_, m_;
  Variable U_, T_, p_;
  Inventory inventory_;
  bool of_equation_;
  Observable liquid_continued_, gas_continued_;
};

}  // namespace stillhouse
