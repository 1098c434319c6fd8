#pragma once

#include <memory>
#include <string>
#include <vector>

#include "models/flow/inventory.h"
#include "models/flow/material_stream.h"
#include "models/plant/unit_kind.h"
#include "models/plant/unit_site.h"

namespace stillhouse {

/// Liquid contents of a vessel of one temperature: what tanks, mixers and heaters have in common.
///
/// Differential  n[i]  mol     U  J  energy of liquid and metal
/// Algebraic     T  K
/// Equations     dn_i/dt = sum in_i - sum out_i     dU/dt = sum H_in - sum H_out + Q     U = N h(x, T) + C (T - 298.15
/// K) Assumes       mixed; liquid u = h
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

/// Upright cylindrical tank, open to the room.
///
///   L  m  level     A  m2  cross-section     V  m3  volume
///   p at the outlets = p_room + rho g L       p at the inlets = p_room (from above)
///   overflow  F v = 1.7 b (L - L_o)^1.5, over a notch of b metres at L_o (broad-crested weir)
///   outlets are wet by (L/5 mm)^4 / (1 + (L/5 mm)^4)
///
/// As LiquidContents, with Q = P - UA (T - T_room)
/// Inputs        heating  W  of a heating element, if there is one (limit above zero); it fades with its cover
/// Ledger        heat     J  heating less loss to the room
/// Observables   level (fraction of the height), mass, x of each species
/// Assumes       mixed, no evaporation (covered), the metal as warm as the liquid
/// Valid for     liquids below their boiling point: T_boil is observed and leaving is flagged by `boiling` above 1
/// Source        balances; weir coefficient 1.7 m^0.5/s: (2/3)^1.5 sqrt(g), critical flow over a broad crest; b = 0.1 m
/// and
///               the 5 cm that cover a heating element are engineering estimates
class OpenTank {
 public:
  struct Parameters {
    double volume = 1.0;          // m3
    double height = 1.0;          // m
    double capacity = 0.0;        // J/K of the metal
    double loss = 0.0;            // W/K
    double heater_limit = 0.0;    // W
    double overflow_level = 1.0;  // fraction of the height
  };

  OpenTank(Declare& declare, std::shared_ptr<const Fluid> fluid, Room room, const Parameters& parameters,
           const LiquidContents::Start& start, const std::vector<Port>& inlets, const std::vector<Port>& outlets,
           const std::vector<Port>& overflow);

  template <class Real>
  void equations(Equations<Real>& eq) const;
  template <class Show>
  void observe(Show& show) const;

 private:
  template <class Real, class Eq>
  Real heating(Eq& eq, const Real& level) const;

  std::shared_ptr<const Fluid> fluid_;
  Room room_;
  Parameters par_;
  double area_;
  std::vector<MaterialStream> in_, out_, over_;
  LiquidContents contents_;
  Input heating_;
  Variable heat_;
  Observable level_, mass_, boiling_;
  std::vector<Observable> x_;
};

UnitKind tank_kind();

extern template class UnitAdapter<OpenTank>;

}  // namespace stillhouse
