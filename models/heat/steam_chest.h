#pragma once

#include <vector>

#include "models/flow/control_valve.h"
#include "models/flow/drive.h"
#include "models/heat/liquid_service.h"

namespace stillhouse {

/// Steam from a main, through a valve, into a space in which it condenses on a surface; the condensate is drained as it
/// forms. A part of the unit that has the surface: heater, jacket, coil, reboiler.
///
///   p_m  Pa  pressure of the main     T_m  K  where steam of that pressure condenses
///   T_s  K   of metal and condensate, at which steam condenses in the space      Q  W  into what is heated
///
/// Differential  steam_T       T_s       Algebraic     main_T  T_m
/// Equations     psat(T_m) = p_m         w = valve(p_m, psat(T_s))  kg/s, as a gas (control_valve.h), forwards only
///               C dT_s/dt = w (h_L(T_m) + h_fg(T_m) - h_L(T_s)) - Q
/// Inputs        steam  opening of the valve, which follows within `stroke` s        steam_p  p_m
/// Ledgers       steam_heat  J  brought by the steam less what its condensate takes away
///               steam_used, condensate  kg
/// Observables   steam_flow  kg/s      steam_pressure  Pa  in the space
/// Assumes       dry saturated steam; the trap passes all condensate and no steam, and air is vented: the space has no
///               content of its own; with the valve shut the space goes down to the vapour pressure at its temperature
/// Valid for     mains of 0.2 to 40 bar
/// Source        balances; valve: control_valve.h, gamma 1.3 and x_T 0.7 of a globe valve; enthalpy of saturated steam
///               as h_L + h_fg: within 0.3 % of IAPWS-97 at 1 to 10 bar
/// Example       steam of 3 bar condensed to 133.5 degC gives 2163 kJ/kg, of 10 bar 2014 kJ/kg (IAPWS-97)
class SteamChest {
 public:
  struct Parameters {
    double Kv = 1.0;       // m3/h
    double p = 4e5;        // Pa of the main at the start
    double opening = 0.0;  // at the start
    double stroke = 5.0;   // s
    double metal = 2e4;    // J/K
    double T = 293.15;     // K at the start
  };

  SteamChest(Declare& declare, const Parameters& parameters);

  template <class Eq>
  auto temperature(Eq& eq) const {
    return eq[T_s_];
  }
  /// `Q` W that the surface takes.
  template <class Eq, class Real>
  void equate(Eq& eq, const Real& Q) const {
    const Fluid& water = *utility_water();
    const Real T_m = eq[T_m_], T_s = eq[T_s_];
    const auto p_m = eq[p_];
    // an Antoine-like curve: its logarithm is nearly straight
    eq.equate("pressure of the main", log(water.vapour_pressure(0, T_m)), Real(log(p_m)));
    const Real w = flow<Real>(eq);
    const Real brought = w * (gain(T_m, T_s) * (1.0 / water.molar_mass(0)));
    eq.equate("energy of the steam space", par_.metal * eq.der(T_s_), brought - Q);
    eq.equate("ledger of steam's heat", eq.der(heat_), brought);
    eq.equate("ledger of steam", eq.der(used_), w);
    eq.equate("ledger of condensate", eq.der(drained_), -w);
    valve_.equate(eq);
  }
  template <class Show>
  void observe(Show& show) const {
    using Real = typename Show::Real;
    show.show(flow_, flow<Real>(show));
    show.show(space_p_, utility_water()->vapour_pressure(0, Real(show[T_s_])));
    show.hold(energy_, Real(par_.metal * (show[T_s_] - 298.15)));
  }

  /// J/mol that steam of a main at T_m leaves when it is drained at T_s.
  template <class Real>
  static Real gain(const Real& T_m, const Real& T_s) {
    const Fluid& water = *utility_water();
    return water.heat_of_vaporization(0, T_m) + water.liquid_enthalpy(0, T_m) - water.liquid_enthalpy(0, T_s);
  }

  /// What a kind of unit that owns one lets a text say: steam_Kv, steam_p, steam_opening, steam_stroke, steam_metal.
  static std::vector<ParameterInfo> parameters();
  static Parameters of(UnitSite& site, double T);

 private:
  static constexpr double gamma = 1.3, x_T = 0.7;
  static constexpr double corner = 50.0;  // Pa, over which the flow sets in

  template <class Real, class Eq>
  Real flow(Eq& eq) const {
    const Fluid& water = *utility_water();
    const Real p_m = Real(eq[p_]), T_m = eq[T_m_];
    const Real drop = softplus(Real(p_m - water.vapour_pressure(0, Real(eq[T_s_]))), corner);
    const Real rho = p_m * water.molar_mass(0) / (gas_constant * T_m);
    return control_valve::gas_flow(Real(par_.Kv * valve_.position(eq)), p_m, Real(p_m - drop), rho, gamma, x_T);
  }

  Parameters par_;
  Quantity energy_;
  Drive valve_;
  Input p_;
  Variable T_s_, T_m_, heat_, used_, drained_;
  Observable flow_, space_p_;
};

}  // namespace stillhouse
