#pragma once

#include "engine/modelling/declare.h"
#include "engine/modelling/unit_operation.h"
#include "models/separation/stage.h"

namespace stillhouse {

/// Cooling water on its way through a condenser: flow and temperature.
struct Coolant {
  Variable m;  // kg/s
  Variable T;  // K
};

/// Cooling-water main with a regulating valve.
///
/// Differential  valve       actual position
/// Algebraic     m  kg/s     flow;   T  K  temperature of the main
/// Inputs        supply  -   pressure of the main as a fraction of nominal;   supply_T  K
/// Equations     m = m_max z sqrt(supply)      turbulent flow through a valve of linear characteristic
/// Assumes       the valve takes all of the main's pressure; supply is a fraction of the nominal difference
/// Source        flow proportional to the root of the difference: IEC 60534-2-1. m_max: estimate, 3 kW warm it by 12 K
class CoolingWater {
 public:
  struct Parameters {
    double largest_flow = 0.060;  // kg/s
    double T_supply = 288.15;     // K
  };

  CoolingWater(Declare& declare, const Parameters& parameters);

  const Coolant& out() const { return out_; }

  template <class Real>
  void equations(Equations<Real>& eq) const {
    const auto supply = eq[supply_];
    eq.equate("flow of cooling water", eq[out_.m], par_.largest_flow * sqrt(supply) * valve_.position(eq));
    eq.equate("temperature of cooling water", eq[out_.T], Real(eq[T_supply_]));
    valve_.equate(eq);
  }

 private:
  Parameters par_;
  Drive valve_;
  Input supply_, T_supply_;
  Coolant out_;
};

}  // namespace stillhouse
