#pragma once

#include <memory>

#include "models/flow/branch.h"
#include "models/flow/stem.h"
#include "models/plant/unit_kind.h"

namespace stillhouse {

/// Control valve for a liquid or a gas.
///
///   Kv  m3/h of water at 1 bar     z  opening, 0 to 1     f(z)  share of Kv     dp = p_in - p_out
///   K  m2    Kv as an area, control_valve.h
///   u  m/s   what the pressure difference would give without resistance but 1: u^2 = dp/rho
///   liquid  F = f K u / v_m       dp at most F_L^2 (p_in - F_F p_v), where it chokes; F_F by Kay's p_c
///   gas     F = f K Y u rho / M   dp at most F_gamma x_T p, where it chokes; Y = 1 - dp/(3 F_gamma x_T p),
///           p and rho of the side it comes from
///   f(z)    control_valve.h: linear, equal percentage with a seat that shuts, quick opening
///
/// Algebraic     velocity  u
/// The stem, z: stem.h, with stroke time, stiction and slip jump.
/// Observable    choked   dp over the largest useful dp: above 1 the flow no longer grows
/// Assumes       turbulent flow, no fittings beside the valve; liquid does not flow back (check valve), gas may, and is
///               then taken as warm as that before the valve
/// Valid for     Reynolds numbers of the valve above 1e4; a gas of two atoms a molecule (gamma = 1.4), its
///               density that of the fluid
/// Source        IEC 60534-2-1:2011, clauses 5 to 7; F_L and x_T of a globe valve: control_valve.h
class Valve {
 public:
  enum class Characteristic { linear, equal_percentage, quick_opening };
  struct Parameters {
    double Kv = 1.0;  // m3/h
    Stem::Parameters stem;
    double recovery = 0.9;        // F_L
    double critical_ratio = 0.7;  // x_T
    double specific_heats = 1.4;  // of the gas
    double rangeability = 50.0;   // R
    Characteristic characteristic = Characteristic::linear;
  };

  Valve(Declare& declare, std::shared_ptr<const Fluid> fluid, const Parameters& parameters, const Port& inlet,
        const Port& outlet);

  template <class Real>
  void equations(Equations<Real>& eq) const;
  template <class Show>
  void observe(Show& show) const;
  void events(Events& events) const;

 private:
  template <class Real>
  Real share(const Real& z) const;
  template <class Real, class Eq>
  Real useful_drop(Eq& eq) const;
  /// What drives the flow, and what passes through an open valve for each m/s of u.
  template <class Real>
  struct Law {
    Real driving, width;  // m2/s2: dp/rho, and within which of rest the flow is linear
    Real conductance;     // mol/s for each m/s
  };
  template <class Real, class Eq>
  Law<Real> law(Eq& eq) const;

  std::shared_ptr<const Fluid> fluid_;
  Parameters par_;
  Branch branch_;
  Stem stem_;
  Variable u_;
  std::vector<double> critical_pressures_;  // Pa
  Observable choked_;
};

std::vector<UnitKind> valve_kinds();

extern template class UnitAdapter<Valve>;

}  // namespace stillhouse
