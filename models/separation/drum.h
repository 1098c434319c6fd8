#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "models/heat/heat_link.h"
#include "models/heat/vessel_jacket.h"
#include "models/plant/unit_kind.h"
#include "models/plant/unit_site.h"
#include "models/reactors/reacting_contents.h"
#include "models/separation/two_phase.h"

namespace stillhouse {

/// Closed upright vessel with liquid and gas in it, heated or cooled: flash drum, reboiler, condenser, still, receiver.
///
/// As TwoPhase, with the plant's reactions in liquid and gas if it is a pressure reactor (ReactingContents), with
/// k = V/(R 350 K tau) such that phases come to equilibrium within `equilibration` tau seconds, and
///   Q = P + u UA (T_u - T) - UA_loss (T - T_room) + Q_j + Q_w     P fades with the last 1 % of liquid in the vessel
///   p at gas ports = p      p at liquid outlets = p + rho g L      liquid outlets are wet as a tank's (open_tank.h)
///   Q_j of a jacket or coil (VesselJacket), beside the liquid or, in a condenser, in the gas
///   Q_w through walls to other vessels (HeatLink), by   Q_w = c A U (T_hot - T),  c the share that liquid covers
///   with solutes, which do not boil, of the others   p_i,eq = x_i gamma_i psat_i(T - rise)/(1 - x_s)
///     rise = a w + b w^2       x_s, w  mole and mass fraction of the solutes
///   k_i = k/(1 + k tau H_i/N) of a gas where tau is given: the liquid's film, too, resists; H_i = p_i,eq/x_i
/// Inputs        heating  W, if there is an element     utility  u, 0 to 1, and utility_T  K, if there is a coil
/// Ledger        heat     J   heating, coil and loss since the start
/// Observables   level (fraction of the height), x and y of each species; where a surface boils the liquid: flux  W/m2,
///               critical_flux  W/m2, beyond which it would burn out (only shown)
/// A drum in which n mol/s boil or condense lies n/k = 2910 Pa m3/mol tau n/V off its boiling pressure, boiling
/// above it: at the standard tau of 1 s and 10 mol/(s m3) by 29 kPa, some 8 K for water of 1 atm. Set `equilibration`
/// to 0.02 s where a stage in equilibrium is meant, as kettle and condenser of a column are (0.2 K here), and to a
/// large one for the base of a column, where gas passes over liquid but hardly touches it.
///
/// Assumes       coil: utility of one temperature (condensing steam, or much water), UA proportional to its opening
/// Valid for     p below some bar (ideal gas), or below critical with an equation of state
/// Source        balances and TwoPhase
class Drum {
 public:
  struct Parameters {
    double volume = 0.1;         // m3
    double height = 0.5;         // m
    double capacity = 1000.0;    // J/K
    double loss = 0.0;           // W/K
    double heater_limit = 0.0;   // W
    double UA = 0.0;             // W/K of the coil
    double utility_T = 288.15;   // K
    double equilibration = 1.0;  // s
    double renewal = 0.0;        // s in which gas that dissolves leaves or enters the liquid; 0: as the others
    VesselJacket::Parameters jacket;
    double tubes_to = 1.0;          // fraction of the height below which the surface lies
    bool is_jacket_in_gas = false;  // a condenser's coil
    double wall_UA = 0.0;           // W/K of the wall through which it is heated, when covered
    std::vector<double> solute;     // 1: does not boil; empty: all boil
    double rise_linear = 0.0;       // K, a
    double rise_square = 0.0;       // K, b
    double boiling_area = 0.0;      // m2 of the surface that the liquid boils on
    std::shared_ptr<const BoilingSurface> boiling;
  };
  /// Ports and what else is joined.
  struct Joined {
    std::vector<Port> inlets, outlets;
    std::optional<LiquidService> jacket_medium;
    const HeatLink* heated_by = nullptr;
    const HeatLink* heats = nullptr;
    std::shared_ptr<const Kinetics> in_liquid, in_gas;
  };

  Drum(Declare& declare, std::shared_ptr<const Fluid> fluid, Room room, const Parameters& parameters,
       const TwoPhase::Start& start, const Joined& joined);

  template <class Real>
  void equations(Equations<Real>& eq) const;
  template <class Show>
  void observe(Show& show) const;

 private:
  /// The contents; of a solution with what boils of it.
  template <class Eq>
  auto contents(Eq& eq) const;
  template <class Real, class Eq>
  Real heating(Eq& eq, const Real& V_L) const;
  template <class Real>
  PerSpecies<Real> transfer(const TwoPhase::Now<Real>& s) const;
  /// Share of the surface that heats or cools.
  template <class Real>
  Real covered(const Real& V_L) const {
    const Real reached = covered_share(Real(V_L * (1.0 / area_)), par_.tubes_to * par_.height);
    const Real share = reached - softplus(Real(reached - 1.0), 0.02);
    return par_.is_jacket_in_gas ? smooth_positive(Real(1.0 - share), 1e-3) : share;
  }

  std::shared_ptr<const Fluid> fluid_;
  Room room_;
  Parameters par_;
  double area_, transfer_;
  std::vector<MaterialStream> in_, out_;
  TwoPhase contents_;
  VesselJacket jacket_;
  std::optional<HeatLink> heated_by_, heats_;
  ReactingContents in_liquid_, in_gas_;
  Input heating_, utility_, utility_T_;
  Variable heat_;
  Observable level_, flux_, critical_flux_;
  std::vector<Observable> x_, y_;
};

/// drum, and pressure_reactor: a drum in whose liquid the plant's reactions run, and in whose gas its gas_reactions.
std::vector<UnitKind> drum_kinds();

/// Settings of a text that every kind built on a drum has: volume, height, charge, T, p, x, y, capacity, loss.
std::vector<ParameterInfo> drum_parameters();
Drum::Parameters drum_of(UnitSite& site);
TwoPhase::Start drum_start(UnitSite& site, double volume);
/// s of `equilibration` in a vessel with a surface on which a film passes so much between gas and liquid, mol/(s Pa
/// m2).
double equilibration_on(double area, double volume, double film_transfer);

extern template class UnitAdapter<Drum>;

}  // namespace stillhouse
