#pragma once

#include <optional>
#include <vector>

#include "models/separation/stage.h"

namespace stillhouse {

/// Covered tank at room pressure, optionally emptied by a displacement pump. Feed tank, receivers, catch pot.
///
/// Differential  n[i]  mol  liquid;   U  J  energy of liquid and metal;   pump  actual speed
/// Algebraic     T     K    temperature
/// Ledger        lost  J    heat taken up from the room since the start
/// Ports         inlets, outlet (through the pump, defined here)
/// Equations     dn_i/dt = in - out     dU/dt = H_in - H_out - UA (T - T_amb)     U = N h + C (T - T_ref)
/// Assumes       no evaporation (the lid); mixed
/// Valid for     T from 255 to 400 K; liquid that does not boil
/// Source        sizes are engineering estimates: 4 kg of steel; 0.5 W/K, 1 W/(m2 K); pump three times a feed of 5 L/h
class Tank {
 public:
  struct Parameters {
    double volume = 40e-3;     // m3
    double capacity = 2000.0;  // J/K of the metal
    double loss = 0.5;         // W/K
    double pump_limit = 4e-6;  // m3/s
  };

  Tank(Declare& declare, const Mixture& mixture, const Parameters& parameters, std::vector<LiquidFlow> inlets,
       std::optional<LiquidFlow> outlet, Input T_ambient, const Stage::Start& start);

  template <class Real>
  void equations(Equations<Real>& eq) const;
  template <class Show>
  void observe(Show& show) const;

 private:
  template <class Real, class Eq>
  Real pumped(Eq& eq, const Liquid<Real>& liquid) const;

  const Mixture* mixture_;
  Parameters par_;
  std::vector<LiquidFlow> inlets_;
  std::optional<LiquidFlow> outlet_;
  std::optional<Drive> pump_;
  Input T_ambient_;
  std::array<Variable, 2> n_;
  Variable U_, T_, lost_;
  std::array<Quantity, 2> moles_;
  Quantity energy_;
  Observable level_, x_light_, mass_, mass_light_;
  Observable pump_flow_;
};

extern template class UnitAdapter<Tank>;

}  // namespace stillhouse
