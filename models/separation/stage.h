#pragma once

#include <array>
#include <cmath>

#include "models/flow/drive.h"
#include "models/flow/gas.h"
#include "models/flow/streams.h"
#include "models/properties/mixture.h"

namespace stillhouse {

/// What a stage's vapour space and liquid look like at an instant.
///
///   n[i]  mol     liquid holdup                  m[i]  mol   holdup in the vapour space: light, heavy, air
///   x[i]  -       liquid composition             N     mol   n[0] + n[1]
///   V_L   m3      volume of the liquid           rho_L kg/m3 its density
///   h_L   J/mol   enthalpy of the liquid, excess enthalpy included
///   p_eq  Pa      partial pressures in equilibrium with the liquid, fading with the last film (see Stage)
template <class Real>
struct StageContents {
  std::array<Real, 2> n;
  std::array<Real, 3> m;
  std::array<Real, 2> x;
  Real N;
  Real T;
  Real V_L;
  Real rho_L;
  Real h_L;
  std::array<Real, 2> p_eq;
  Gas<Real> gas;
};

/// A liquid of any composition and little of it: mole fractions and enthalpy that stay defined when it is gone.
template <class Real>
struct Liquid {
  std::array<Real, 2> x;
  Real N;
  Real rho;     // kg/m3
  Real volume;  // m3
  Real h;       // J/mol

  Liquid(const Mixture& mixture, const std::array<Real, 2>& n, const Real& T) {
    // a solver may leave less than nothing of a species, by its tolerance: fractions stay between 0 and 1 all the same
    constexpr double trace = 1e-6;    // mol; keeps the composition defined in an empty vessel
    constexpr double nothing = 1e-7;  // mol
    const std::array<Real, 2> left{smooth_positive(n[0], nothing) + 0.5 * trace,
                                   smooth_positive(n[1], nothing) + 0.5 * trace};
    N = n[0] + n[1];
    const Real inverse = 1.0 / (left[0] + left[1]);
    x = {left[0] * inverse, left[1] * inverse};
    rho = mixture.liquid_density(x, T);
    volume = (n[0] * mixture.molar_mass(0) + n[1] * mixture.molar_mass(1)) / rho;
    h = x[0] * mixture.liquid_enthalpy(0, T) + x[1] * mixture.liquid_enthalpy(1, T) + mixture.excess_enthalpy(x, T);
  }
};

/// Fades every liquid outflow with the last of the liquid, n^4 / (n^4 + n_d^4): what is left clings to the metal.
/// n_d = 0.02 mol is well above the adsorbed film of Stage, so that liquid too thin to be in equilibrium never runs
/// from a hot place to a cold one: otherwise it would pump heat against the second law. Engineering estimate: 0.8 mL of
/// methanol, 30 um on the 0.025 m2 of a small tray and its wall, as much as clings to metal that drains.
template <class Real>
Real drain_factor(const Real& N) {
  constexpr double n_d = 0.02;  // mol
  const Real q = square(square(N * (1.0 / n_d)));
  return q / (q + 1.0);
}

/// Liquid and gas that share a vessel and a temperature but not, at once, equilibrium: the part that trays, kettle,
/// condenser cells and drum have in common. One smooth model from an empty, cold vessel full of air to a boiling one.
///
/// Differential  n[i]  mol  liquid holdup                         (light, heavy)
///               m[i]  mol  holdup of the vapour space            (light, heavy, air)
///               U     J    internal energy of liquid and gas, and of liquid beside the stage that shares T
/// Algebraic     p T y[i]   of the gas, shown to neighbours as GasNode
/// Equations     dn_i/dt = in_i - out_i - N_i          dm_i/dt = in_i - out_i + N_i          p V_G = sum(m) R T
///               N_i = k (p_i,eq - y_i p)              finite-rate transfer: no flash, no phase switched by hand
///               p_i,eq = gamma_i psat_i n_i / (n_1 + n_2 + n_f)     n_f = 1e-3 mol: a film that thin is adsorbed
///               (estimate: 2 um on a tray's metal; 0.2 % of p_i,eq on a wet tray)
///               U = sum n_i u_i + N h^E + sum m_i (h_i - R T)       liquid u = h
/// Assumes       ideal gas; both phases mixed and at one temperature; liquid incompressible
/// Valid for     the mixture's range of T; p below 3 bar
/// Source        formulation: finite-rate transfer between separate phase inventories instead of equilibrium, as in
///               rate-based models (Taylor, Krishna, Multicomponent Mass Transfer, Wiley 1993, ch. 14); film law: ours,
///               the reasons are in DECISIONS.md, "Cold start".
class Stage {
 public:
  struct Start {
    double T;                   // K
    double p;                   // Pa
    std::array<double, 2> n{};  // mol of liquid, with which the gas is saturated; empty: the gas is dry air
  };

  Stage(Declare& declare, const Mixture& mixture, const GasNode& node, double volume, const Start& start);

  const Mixture& mixture() const { return *mixture_; }
  const GasNode& node() const { return node_; }

  /// Gas volume left by a liquid: never less than 2 % of the vessel, so that an overfull one stays finite.
  template <class Real>
  Real gas_volume(const Real& liquid) const {
    return 0.02 * volume_ + softplus(0.98 * volume_ - liquid, 0.01 * volume_);
  }

  template <class Eq>
  auto contents(Eq& eq) const {
    using Real = std::remove_cvref_t<decltype(eq[node_.T])>;
    StageContents<Real> s;
    s.T = eq[node_.T];
    for (std::size_t i = 0; i < 2; ++i) s.n[i] = eq[n_[i]];
    for (std::size_t i = 0; i < 3; ++i) s.m[i] = eq[m_[i]];
    const Liquid<Real> liquid(*mixture_, s.n, s.T);
    s.x = liquid.x;
    s.N = liquid.N;
    s.V_L = liquid.volume;
    s.h_L = liquid.h;
    s.rho_L = liquid.rho;
    const auto gamma = mixture_->activity(s.x, s.T);
    const Real film = 1.0 / (s.N + film_);
    for (int i = 0; i < 2; ++i) {
      const std::size_t k = static_cast<std::size_t>(i);
      s.p_eq[k] = gamma[k] * mixture_->vapour_pressure(i, s.T) * s.n[k] * film;
    }
    s.gas = gas_at(eq, *mixture_, node_);
    return s;
  }

  /// What enters less what leaves.
  template <class Real>
  struct Net {
    std::array<Real, 2> liquid;  // mol/s
    std::array<Real, 3> gas;     // mol/s
    Real energy;                 // W
  };

  /// The stage's equations: liquid and gas holdups, energy, temperature, pressure and composition of the gas.
  /// `k` mol/(s Pa) is the transfer coefficient, `beside` energy and volume of liquid beside the stage (downcomer).
  template <class Real, class Eq>
  void equate(Eq& eq, const StageContents<Real>& s, const Net<Real>& net, const Real& k, const Real& volume_beside,
              const Real& energy_beside) const {
    std::array<Real, 2> transfer;
    for (std::size_t i = 0; i < 2; ++i) {
      transfer[i] = k * (s.p_eq[i] - s.gas.y[i] * s.gas.p);
      eq.equate("liquid balance", species_name(i), eq.der(n_[i]), net.liquid[i] - transfer[i]);
      eq.equate("vapour balance", species_name(i), eq.der(m_[i]), net.gas[i] + transfer[i]);
    }
    eq.equate("air balance", eq.der(m_[2]), net.gas[2]);
    eq.equate("energy balance", eq.der(U_), net.energy);

    const Real RT = gas_constant * s.T;
    const Real U = s.N * s.h_L + s.m[0] * (mixture_->vapour_enthalpy(0, s.T) - RT) +
                   s.m[1] * (mixture_->vapour_enthalpy(1, s.T) - RT) + s.m[2] * (mixture_->air_enthalpy(s.T) - RT) +
                   energy_beside;
    eq.equate("temperature from energy", eq[U_], U);
    const Real M = s.m[0] + s.m[1] + s.m[2];
    eq.equate("ideal gas law", s.gas.p * gas_volume(s.V_L + volume_beside), M * RT);
    const Real per_mole = 1.0 / M;
    for (std::size_t i = 0; i < 2; ++i) eq.equate("gas composition", species_name(i), s.gas.y[i], s.m[i] * per_mole);
  }

  /// Moles of each species and energy held, for the plant's balances.
  template <class Show>
  void hold(Show& show) const {
    for (std::size_t i = 0; i < 2; ++i) show.hold(moles_[i], show[n_[i]]);
    for (std::size_t i = 0; i < 3; ++i) show.hold(moles_[i], show[m_[i]]);
    show.hold(energy_, show[U_]);
  }

  static const char* species_name(std::size_t i) { return i == 0 ? "light" : "heavy"; }

 private:
  static constexpr double film_ = 1e-3;  // mol

  const Mixture* mixture_;
  GasNode node_;
  double volume_;  // m3
  std::array<Variable, 2> n_;
  std::array<Variable, 3> m_;
  Variable U_;
  std::array<Quantity, 3> moles_;
  Quantity energy_;
};

/// Heat that a wall takes from what it holds and loses to the room.
///
/// Differential  Tw    K   temperature of the metal
/// Ledger        lost  J   heat that crossed to the room (negative: lost)
/// Equations     C_w dTw/dt = UA_i (T - Tw) - UA_o (Tw - T_amb)
class Wall {
 public:
  struct Settings {
    double capacity;  // J/K
    double inside;    // W/K
    double loss;      // W/K
  };

  Wall(Declare& declare, const Settings& settings, double T_start, Input T_ambient);

  template <class Real, class Eq>
  Real heat_from(Eq& eq, const Real& T) const {
    return settings_.inside * (T - eq[T_w_]);
  }
  /// Balances of the metal; `other` W is heat put into the metal otherwise.
  template <class Real, class Eq>
  void equate(Eq& eq, const Real& T) const {
    const Real loss = settings_.loss * (eq[T_w_] - eq[T_ambient_]);
    eq.equate("energy balance of the wall", settings_.capacity * eq.der(T_w_), heat_from(eq, T) - loss);
    eq.equate("ledger of heat loss", eq.der(lost_), -loss);
  }
  template <class Show>
  void hold(Show& show) const {
    show.hold(energy_, settings_.capacity * show[T_w_]);
  }

 private:
  Settings settings_;
  Input T_ambient_;
  Variable T_w_;
  Variable lost_;
  Quantity energy_;
};

}  // namespace stillhouse
