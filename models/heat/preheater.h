#pragma once

#include "models/separation/stage.h"

namespace stillhouse {

/// Electric flow heater that stays full of liquid.
///
/// Differential  n[i]  mol  contents;   U  J  energy of liquid and metal
/// Algebraic     T     K    temperature, also of the outlet
/// Ledger        heat  J    electric heat less loss to the room, since the start
/// Input         power W    asked of the heater
/// Ports         inlet, outlet (defined here)
/// Equations     dn_i/dt = in_i - F x_i,  F = sum in_i (full, hence as many moles leave as enter)
///               dU/dt = H_in - H_out + P - UA (T - T_amb)
/// Assumes       mixed; the liquid stays liquid
/// Valid for     T below 371 K, where water-rich feeds boil; above, the run is flagged
/// Source        sizes are engineering estimates: 800 W heat 14 L/h by 50 K; 0.2 W/K are 10 W/(m2 K) on 0.02 m2
class Preheater {
 public:
  struct Parameters {
    double volume = 0.3e-3;      // m3
    double capacity = 400.0;     // J/K of the metal
    double loss = 0.2;           // W/K
    double power_limit = 800.0;  // W
  };

  Preheater(Declare& declare, const Mixture& mixture, const Parameters& parameters, const LiquidFlow& inlet,
            const LiquidFlow& outlet, Input T_ambient, double T_start, double x_light_start);

  template <class Real>
  void equations(Equations<Real>& eq) const;
  template <class Show>
  void observe(Show& show) const;

 private:
  const Mixture* mixture_;
  Parameters par_;
  LiquidFlow inlet_, outlet_;
  Input T_ambient_, power_;
  std::array<Variable, 2> n_;
  Variable U_, T_, heat_;
  std::array<Quantity, 2> moles_;
  Quantity energy_;
};

extern template class UnitAdapter<Preheater>;

}  // namespace stillhouse
