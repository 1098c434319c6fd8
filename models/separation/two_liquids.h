#pragma once

#include <vector>

#include "models/flow/inventory.h"
#include "models/flow/material_stream.h"

namespace stillhouse {

/// Two liquids of any number of species that share a vessel and a temperature but not, at once, equilibrium: layers
/// that appear, exchange and vanish in one smooth model. What decanters and mixer-settlers have in common.
///
/// Differential  n1[i]  n2[i]  mol  light and heavy liquid      U  J  energy of both and of the metal
/// Algebraic     T  K
/// Equations     dn1_i/dt = in - out - N_i      dn2_i/dt = in - out + N_i      N_i = k (a1_i - a2_i)
///               a_i = x_i gamma_i(x, T) N/(N + n_f)      n_f = 1e-3 mol: a layer that thin is dissolved
///               U = N1 h(x1) + N2 h(x2) + C (T - 298.15 K)
///
/// Every N_i runs down its own potential, so that the exchange can only lower the Gibbs energy: it ends where
/// activities are equal, or with one liquid, which may then lie in either layer. Close to the edge of the gap one
/// liquid may last though two are stable, as it is metastable there.
///
/// Assumes       both layers mixed and of one temperature; no vapour
/// Valid for     the fluid's range of T
/// Source        rate form as `TwoPhase`; equilibrium: equal activities (liquid_split.h)
class TwoLiquids {
 public:
  /// What the layers are known by: two liquids in equilibrium, the lighter and the heavier.
  struct Layers {
    PerSpecies<double> light, heavy;
  };
  /// The two liquids that z, or else some two of the species (any_liquid_split), separate into at T; ModelError names
  /// the species and the model if none does.
  static Layers layers(const Fluid& fluid, const PerSpecies<double>& z, double T);

  /// Starts empty. `capacity` J/K of the metal, `volume` m3 of the vessel.
  TwoLiquids(Declare& declare, const Fluid& fluid, double volume, double capacity, double T, const Layers& layers);

  template <class Real>
  struct Now {
    PerSpecies<Real> x1, x2, a1, a2;
    Real T, N1, N2, h1, h2, v1, v2;  // h J/mol, v m3/mol
  };

  template <class Eq>
  auto now(Eq& eq, const Fluid& fluid) const {
    using Real = std::remove_cvref_t<decltype(eq[T_])>;
    Now<Real> s;
    s.T = eq[T_];
    s.N1 = layer(eq, fluid, s.T, n1_, layers_.light, s.x1, s.a1);
    s.N2 = layer(eq, fluid, s.T, n2_, layers_.heavy, s.x2, s.a2);
    s.h1 = fluid.liquid_enthalpy(s.x1, s.T);
    s.h2 = fluid.liquid_enthalpy(s.x2, s.T);
    s.v1 = fluid.liquid_molar_volume(s.x1, s.T);
    s.v2 = fluid.liquid_molar_volume(s.x2, s.T);
    return s;
  }

  /// What enters less what leaves.
  template <class Real>
  struct Net {
    PerSpecies<Real> light, heavy;  // mol/s
    Real energy;                    // W

    explicit Net(std::size_t size) : light(size), heavy(size), energy(0.0) {
      for (std::size_t i = 0; i < size; ++i) light[i] = heavy[i] = Real(0.0);
    }
  };
  /// A stream comes in: each species to the layer that it prefers, by its share in the layers that it is known by.
  template <class Real>
  void enter(Net<Real>& net, const Carried<Real>& c) const {
    for (std::size_t i = 0; i < c.n.size(); ++i) {
      const double share = 0.5 * (1.0 + preference(i));
      net.light[i] += share * c.n[i];
      net.heavy[i] += (1.0 - share) * c.n[i];
    }
    net.energy += c.H;
  }

  /// `k` mol/s is the transfer coefficient.
  template <class Eq, class Real>
  void equate(Eq& eq, const Fluid& fluid, const Now<Real>& s, const Net<Real>& net, const Real& k) const {
    for (std::size_t i = 0; i < n1_.size(); ++i) {
      const Real transfer = k * (s.a1[i] - s.a2[i]);
      eq.equate("balance of the light liquid", fluid.name(i), eq.der(n1_[i]), net.light[i] - transfer);
      eq.equate("balance of the heavy liquid", fluid.name(i), eq.der(n2_[i]), net.heavy[i] + transfer);
    }
    eq.equate("energy balance", eq.der(U_), net.energy);
    eq.equate("temperature from energy", eq[U_], s.N1 * s.h1 + s.N2 * s.h2 + capacity_ * (s.T - 298.15));
  }

  template <class Show>
  void hold(Show& show, const Fluid& fluid) const {
    inventory_.hold(show, fluid, composition(show, n1_));
    inventory_.hold(show, fluid, composition(show, n2_));
    inventory_.hold_energy(show, show[U_]);
  }

 private:
  /// s_i: 1 for a species of the light liquid, -1 for one of the heavy.
  double preference(std::size_t i) const {
    return (layers_.light[i] - layers_.heavy[i]) / (layers_.light[i] + layers_.heavy[i]);
  }

  template <class Eq, class Real>
  static Real layer(Eq& eq, const Fluid& fluid, const Real& T, const std::vector<Variable>& n,
                    const PerSpecies<double>& known_by, PerSpecies<Real>& x, PerSpecies<Real>& a) {
    constexpr double trace = 1e-6, nothing = 1e-7, film = 1e-3;  // mol
    Real N(0.0), sum(0.0);
    for (std::size_t i = 0; i < n.size(); ++i) {
      N += eq[n[i]];
      x.push_back(smooth_positive(Real(eq[n[i]]), nothing) + trace * known_by[i]);
      sum += x[i];
    }
    for (Real& share : x) share = share / sum;
    a = fluid.activity(x, T);
    for (std::size_t i = 0; i < n.size(); ++i) a[i] = a[i] * x[i] * (N / (N + film));
    return N;
  }

  double capacity_;
  Layers layers_;
  std::vector<Variable> n1_, n2_;
  Variable U_, T_;
  Inventory inventory_;
};

}  // namespace stillhouse
