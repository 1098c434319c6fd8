#pragma once

#include <memory>

#include "models/flow/branch.h"
#include "models/flow/drive.h"
#include "models/plant/unit_kind.h"

namespace stillhouse {

/// Control valve for a liquid or a gas.
///
///   Kv  m3/h of water at 1 bar     z  opening, 0 to 1     f(z)  share of Kv     dp = p_in - p_out
///   liquid  F = f Kv/3600 sqrt(dp/1e5 Pa 1000/rho) / v_m            dp at most F_L^2 (p_in - F_F p_v)  (choked)
///   gas     F = f 27.3 Kv Y sqrt(x p_in rho) / 3600 / M  (bar)      x = dp/p_in at most F_k x_T, Y = 1 - x/(3 F_k x_T)
///   f(z)    linear z; equal percentage (R^z - 1)/(R - 1), which shuts;  quick opening sqrt(z)
///
/// Differential  opening  z  follows its command with the stroke's time constant
/// Observable    choked   dp over the largest useful dp: above 1 the flow no longer grows
/// Assumes       turbulent flow, no fittings beside the valve; liquid does not flow back (check valve), gas may
/// Valid for     Reynolds numbers of the valve above 1e4; ideal gas
/// Source        IEC 60534-2-1 (2011), equations 1 to 12; F_F = 0.96 - 0.28 sqrt(p_v/p_c) taken at p_v/p_c = 0.03
class Valve {
 public:
  enum class Characteristic { linear, equal_percentage, quick_opening };
  struct Parameters {
    double Kv = 1.0;              // m3/h
    double stroke = 2.0;          // s
    double start = 0.0;           // opening
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

 private:
  template <class Real>
  Real share(const Real& z) const;
  template <class Real, class Eq>
  Real useful_drop(Eq& eq) const;
  template <class Real, class Eq>
  Real flow(Eq& eq) const;

  std::shared_ptr<const Fluid> fluid_;
  Parameters par_;
  Branch branch_;
  Drive stem_;
  Observable choked_;
};

std::vector<UnitKind> valve_kinds();

extern template class UnitAdapter<Valve>;

}  // namespace stillhouse
