#pragma once

#include <optional>

#include "benchmarks/problems/tower_streams.h"
#include "models/properties/gas_constant.h"

/// The units of the tray tower (tray_tower.h says what they are for, what they assume and where it is valid).
namespace stillhouse {

constexpr double tower_gravity = 9.81;  // m/s2

/// Where a unit of the tower begins: liquid of one composition and temperature.
template <int N>
struct TowerStart {
  double moles;  // mol
  std::array<double, N> x;
  double T;  // K
};

/// Mixed liquid with component and energy holdup.
///
/// Differential  n[i]  mol   holdup of species i
///               U     J     energy holdup: enthalpy of the liquid (pure liquids at 298.15 K are zero)
/// Algebraic     T     K     from U = sum n_i h_L,i(T): the one implicit equation of the unit
/// Equations     x_i = n_i / sum n;  h_L = sum x_i h_L,i(T);  dn_i/dt, dU/dt = what comes - what goes
template <int N>
class TowerHoldup {
 public:
  template <class Real>
  struct Contents {
    Real moles, T, h;
    std::array<Real, N> x;
  };

  TowerHoldup(Declare& declare, const TowerLiquid<N>& liquid, const TowerStart<N>& start) : liquid_(liquid) {
    for (int i = 0; i < N; ++i) {
      const std::string species(mixture().species(i).name);
      n_[i] = declare.differential(
          "n_" + species, "mol",
          {.start = start.moles * start.x[i], .nominal = start.moles, .minimum = -1e-3, .maximum = 1e6},
          "holdup of " + species);
      moles_[i] = declare.conserved(species, "mol");
    }
    energy_ = declare.conserved("energy", "J");
    U_ = declare.differential(
        "U", "J", {.start = start.moles * mixture().liquid_enthalpy(start.x, start.T), .nominal = start.moles * 5000.0},
        "energy holdup");
    T_ = declare.algebraic("T", "K", {.start = start.T, .nominal = 100.0, .minimum = 270.0, .maximum = 450.0},
                           "temperature");
    liquid.define(declare);
  }

  static const TowerMixture<N>& mixture() { return TowerMixture<N>::standard(); }

  template <class Eq>
  auto contents(Eq& eq) const {
    using Real = std::decay_t<decltype(eq[T_])>;
    Contents<Real> c{.moles = eq[n_[0]], .T = eq[T_], .h = eq[liquid_.h]};
    for (int i = 1; i < N; ++i) c.moles = c.moles + eq[n_[i]];
    for (int i = 0; i < N; ++i) c.x[i] = eq[liquid_.x[i]];
    return c;
  }

  template <class Real>
  void equate(Equations<Real>& eq, const Contents<Real>& c, const std::array<Real, N>& net, const Real& energy) const {
    const Real per_mole = 1.0 / c.moles;
    for (int i = 0; i < N; ++i)
      eq.equate("mole fraction", mixture().species(i).name, eq[liquid_.x[i]], eq[n_[i]] * per_mole);
    eq.equate("enthalpy of the liquid", eq[liquid_.h], mixture().liquid_enthalpy(c.x, c.T));
    eq.equate("energy holdup", eq[U_], c.moles * c.h);
    for (int i = 0; i < N; ++i) eq.equate("balance", mixture().species(i).name, eq.der(n_[i]), net[i]);
    eq.equate("energy balance", eq.der(U_), energy);
  }

  void hold(Observing& show) const {
    for (int i = 0; i < N; ++i) show.hold(moles_[i], show[n_[i]]);
    show.hold(energy_, show[U_]);
  }

  Variable temperature() const { return T_; }

 private:
  TowerLiquid<N> liquid_;
  std::array<Variable, N> n_;
  std::array<Quantity, N> moles_;
  Variable U_, T_;
  Quantity energy_;
};

/// Counts what came in through a boundary, if the tower was built with ledgers; else nothing.
template <int N>
class TowerLedger {
 public:
  TowerLedger(Declare& declare, bool on) : on_(on) {
    if (!on) return;
    for (int i = 0; i < N; ++i) {
      const std::string species(TowerMixture<N>::standard().species(i).name);
      crossed_[i] = declare.ledger("crossed_" + species, declare.conserved(species, "mol"), 1e4,
                                   species + " that came in through the boundary");
    }
    energy_ = declare.ledger("crossed_energy", declare.conserved("energy", "J"), 1e8,
                             "energy that came in through the boundary");
  }

  template <class Real>
  void equate(Equations<Real>& eq, const std::array<Real, N>& in, const Real& energy) const {
    if (!on_) return;
    for (int i = 0; i < N; ++i)
      eq.equate("ledger", TowerMixture<N>::standard().species(i).name, eq.der(crossed_[i]), in[i]);
    eq.equate("ledger of energy", eq.der(energy_), energy);
  }

 private:
  bool on_;
  std::array<Variable, N> crossed_;
  Variable energy_;
};

/// Equilibrium of the liquid: partial pressures and their sum.
template <int N, class Real>
struct TowerEquilibrium {
  TowerEquilibrium(const std::array<Real, N>& x, const Real& T)
      : partial(TowerMixture<N>::standard().vle().partial_pressures(x, T)), p(partial[0]) {
    for (int i = 1; i < N; ++i) p = p + partial[i];
  }
  std::array<Real, N> partial;  // Pa
  Real p;                       // Pa
};

/// Vapour through the holes of a plate, mol/s: V = A (2 s p / (xi R T M))^0.5, where s is the pressure difference less
/// the head of liquid. At s = 0 there are two corners: s is a hyperbola 100 Pa wide (1.5 % too large at the 400 Pa of a
/// working tray; where the difference is -500 Pa 5 Pa are left, which sets on the vapour of a cold tray gently and
/// halves the steps of a cold start against 50 Pa), and below 20 Pa the root becomes a straight line.
template <class Real>
Real tower_rising(const Real& difference, const Real& p, const Real& T, const Real& M, double area) {
  constexpr double resistance = 2.0;  // velocity heads: orifice coefficient 0.71
  constexpr double corner = 100.0;    // Pa
  constexpr double straight = 20.0;   // Pa
  const Real s = smooth_positive(difference, corner);
  return area * s * sqrt((2.0 / (resistance * gas_constant)) * p / (T * M * (s + straight)));
}

/// A factor of one that fades when a vessel runs empty: the outlet draws gas, the heater lies bare.
template <class Real>
Real tower_covered(const Real& level, double bare) {
  const Real squared = level * level;
  return squared / (squared + bare * bare);
}

/// Sieve tray: see tray_tower.h.
template <int N>
class TowerTray {
 public:
  struct Feed {
    Input F;
    std::array<double, N> z;
    double h;  // J/mol
  };
  struct Ports {
    TowerVapour<N> below, above;  // flow of `below` and state of `above` are defined here
    TowerLiquid<N> from_above, down;
    std::optional<Feed> feed;
  };

  TowerTray(Declare& declare, const Ports& ports, const TowerStart<N>& start, bool ledgers)
      : ports_(ports), holdup_(declare, ports.down, start), ledger_(declare, ledgers && ports.feed) {
    ports.above.define_state(declare);
    ports.below.define_flow(declare);
  }

  static constexpr double area = 0.68;         // m2, bubbling area of a tray of 1 m
  static constexpr double hole_area = 0.068;   // m2
  static constexpr double weir_height = 0.04;  // m
  static constexpr double weir_length = 0.6;   // m
  static constexpr double efficiency = 0.7;

  template <class Real>
  void equations(Equations<Real>& eq) const {
    const auto& mixture = holdup_.mixture();
    const auto c = holdup_.contents(eq);

    // equilibrium; the vapour that rises comes 0.7 of the way from that below to it
    const TowerEquilibrium<N, Real> at(c.x, c.T);
    eq.equate("bubble pressure", eq[ports_.above.p], at.p);
    const Real per_p = 1.0 / eq[ports_.above.p];
    std::array<Real, N> y, y_below;
    for (int i = 0; i < N; ++i) {
      y_below[i] = eq[ports_.below.y[i]];
      y[i] = eq[ports_.above.y[i]];
      eq.equate("Murphree efficiency", mixture.species(i).name, y[i],
                y_below[i] + efficiency * (at.partial[i] * per_p - y_below[i]));
    }
    eq.equate("enthalpy of the vapour", eq[ports_.above.h], mixture.vapour_enthalpy(y, c.T));

    // hydraulics: holes against the clear liquid; Francis weir
    const Real head = (tower_gravity / area) * c.moles * mixture.molar_mass(c.x);
    const Real difference = eq[ports_.below.p] - eq[ports_.above.p] - head;
    const Real V = eq[ports_.below.V];
    eq.equate("vapour through the holes", V,
              tower_rising(difference, eq[ports_.above.p], c.T, mixture.molar_mass(y_below), hole_area));
    const Real v = mixture.molar_volume(c.x);
    const Real crest = smooth_positive(Real(c.moles * v * (1.0 / area) - weir_height), 1e-3);
    const Real L = eq[ports_.down.L];
    eq.equate("liquid over the weir", L, (1.84 * weir_length) * crest * sqrt(crest) / v);

    // balances
    const Real L_in = eq[ports_.from_above.L], V_out = eq[ports_.above.V];
    std::array<Real, N> net, fed;
    for (int i = 0; i < N; ++i) net[i] = L_in * eq[ports_.from_above.x[i]] + V * y_below[i] - L * c.x[i] - V_out * y[i];
    Real energy = L_in * eq[ports_.from_above.h] + V * eq[ports_.below.h] - L * c.h - V_out * eq[ports_.above.h];
    if (ports_.feed) {
      const Real F = eq[ports_.feed->F];
      for (int i = 0; i < N; ++i) {
        fed[i] = F * ports_.feed->z[i];
        net[i] = net[i] + fed[i];
      }
      const Real heat = F * ports_.feed->h;
      energy = energy + heat;
      ledger_.equate(eq, fed, heat);
    }
    holdup_.equate(eq, c, net, energy);
  }
  void observe(Observing& show) const { holdup_.hold(show); }

 private:
  Ports ports_;
  TowerHoldup<N> holdup_;
  TowerLedger<N> ledger_;
};

/// Kettle reboiler with its level controller: see tray_tower.h.
template <int N>
class TowerReboiler {
 public:
  struct Ports {
    TowerVapour<N> above;  // state defined here
    TowerLiquid<N> from_above, bottoms;
    Input duty, level;
  };
  static constexpr double volume = 1.0;        // m3
  static constexpr double lag = 5.0;           // s, of the heating steam
  static constexpr double bias = 10.0;         // mol/s, bottoms at the set level
  static constexpr double level_gain = 500.0;  // mol/s

  TowerReboiler(Declare& declare, const Ports& ports, const TowerStart<N>& start, double duty_start, bool ledgers)
      : ports_(ports), holdup_(declare, ports.bottoms, start), ledger_(declare, ledgers) {
    ports.above.define_state(declare);
    Q_ = declare.differential("Q", "W", {.start = duty_start, .nominal = 1e6, .minimum = -1.0, .maximum = 1e8},
                              "heat from the steam");
  }

  template <class Real>
  void equations(Equations<Real>& eq) const {
    const auto& mixture = holdup_.mixture();
    const auto c = holdup_.contents(eq);
    const TowerEquilibrium<N, Real> at(c.x, c.T);
    eq.equate("bubble pressure", eq[ports_.above.p], at.p);
    const Real per_p = 1.0 / eq[ports_.above.p];
    std::array<Real, N> y;
    for (int i = 0; i < N; ++i) {
      y[i] = eq[ports_.above.y[i]];
      eq.equate("equilibrium", mixture.species(i).name, y[i], at.partial[i] * per_p);
    }
    eq.equate("enthalpy of the vapour", eq[ports_.above.h], mixture.vapour_enthalpy(y, c.T));

    const Real level = c.moles * mixture.molar_volume(c.x) * (1.0 / volume);
    const Real B = eq[ports_.bottoms.L];
    eq.equate("level control", B,
              smooth_positive(Real(bias + level_gain * (level - eq[ports_.level])), 0.1) * tower_covered(level, 0.01));
    eq.equate("lag of the steam", lag * eq.der(Q_), eq[ports_.duty] - eq[Q_]);
    const Real Q = eq[Q_] * tower_covered(level, 0.02);

    const Real L_in = eq[ports_.from_above.L], V_out = eq[ports_.above.V];
    std::array<Real, N> net, crossed;
    for (int i = 0; i < N; ++i) {
      crossed[i] = -(B * c.x[i]);
      net[i] = L_in * eq[ports_.from_above.x[i]] - V_out * y[i] + crossed[i];
    }
    const Real heat = Q - B * c.h;
    holdup_.equate(eq, c, net, Real(L_in * eq[ports_.from_above.h] - V_out * eq[ports_.above.h] + heat));
    ledger_.equate(eq, crossed, heat);
  }
  void observe(Observing& show) const { holdup_.hold(show); }

 private:
  Ports ports_;
  TowerHoldup<N> holdup_;
  TowerLedger<N> ledger_;
  Variable Q_;
};

/// Total condenser and reflux drum with its level controller: see tray_tower.h.
template <int N>
class TowerDrum {
 public:
  struct Ports {
    TowerVapour<N> below;  // flow defined here
    TowerLiquid<N> reflux;
    Input reflux_flow, level, pressure, condensate_T;
  };
  static constexpr double volume = 1.0;        // m3
  static constexpr double pipe_area = 0.068;   // m2, as the holes of a tray
  static constexpr double lag = 5.0;           // s, of the reflux pump
  static constexpr double bias = 10.0;         // mol/s, distillate at the set level
  static constexpr double level_gain = 500.0;  // mol/s

  TowerDrum(Declare& declare, const Ports& ports, const TowerStart<N>& start, double reflux_start, bool ledgers)
      : ports_(ports), holdup_(declare, ports.reflux, start), ledger_(declare, ledgers) {
    ports.below.define_flow(declare);
    pump_ = declare.differential("pump", "mol/s",
                                 {.start = reflux_start, .nominal = 40.0, .minimum = -1e-3, .maximum = 1e3},
                                 "flow the reflux pump is set to");
    D_ = declare.algebraic("D", "mol/s", {.nominal = 40.0, .minimum = -1e-6, .maximum = 1e3}, "distillate");
  }

  template <class Real>
  void equations(Equations<Real>& eq) const {
    const auto& mixture = holdup_.mixture();
    const auto c = holdup_.contents(eq);

    // all vapour condenses and leaves the condenser at the temperature that its cooling is set to
    std::array<Real, N> y_below;
    for (int i = 0; i < N; ++i) y_below[i] = eq[ports_.below.y[i]];
    const Real V = eq[ports_.below.V], p = eq[ports_.below.p];
    const Real pressure = eq[ports_.pressure], cold = eq[ports_.condensate_T];
    eq.equate("vapour to the condenser", V,
              tower_rising(Real(p - pressure), pressure, c.T, mixture.molar_mass(y_below), pipe_area));
    const Real condensed = V * mixture.liquid_enthalpy(y_below, cold);

    const Real level = c.moles * mixture.molar_volume(c.x) * (1.0 / volume);
    const Real covered = tower_covered(level, 0.01);
    const Real R = eq[ports_.reflux.L], D = eq[D_];
    eq.equate("lag of the pump", lag * eq.der(pump_), eq[ports_.reflux_flow] - eq[pump_]);
    eq.equate("reflux", R, eq[pump_] * covered);
    eq.equate("level control", D, smooth_positive(Real(bias + level_gain * (level - eq[ports_.level])), 0.1) * covered);

    std::array<Real, N> net, crossed;
    for (int i = 0; i < N; ++i) {
      crossed[i] = -(D * c.x[i]);
      net[i] = V * y_below[i] - R * c.x[i] + crossed[i];
    }
    holdup_.equate(eq, c, net, Real(condensed - (R + D) * c.h));
    ledger_.equate(eq, crossed, Real(condensed - V * eq[ports_.below.h] - D * c.h));
  }
  void observe(Observing& show) const { holdup_.hold(show); }

 private:
  Ports ports_;
  TowerHoldup<N> holdup_;
  TowerLedger<N> ledger_;
  Variable pump_, D_;
};

}  // namespace stillhouse
