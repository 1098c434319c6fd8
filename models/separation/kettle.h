#pragma once

#include "models/separation/stage.h"

namespace stillhouse {

/// Kettle reboiler with an electric immersion heater and a bottoms valve.
///
/// Differential  n m U Tw     of the stage and its shell (stage.h)
///               T_heater K   surface of the heating element; burns when it runs dry
///               valve        actual position of the bottoms valve
/// Ledger        heat     J   electric heat since the start
/// Inputs        power    W   asked of the heater;  supply -  mains voltage as a fraction of nominal (power ~ supply^2)
/// Ports         vapour_out (to tray 1, whose holes set it), liquid_in, bottoms (defined here)
/// Equations     C_h dT_h/dt = P supply^2 - UA (T_h - T),  UA = UA_dry + UA_wet (coil covered)
///               bottoms: q = K_v z sqrt(p - p_atm + rho g (h + drop)), fading when the outlet is uncovered
/// Assumes       boiling liquid mixed; nucleate boiling all along (the power of a laboratory heater stays far below
///               the critical heat flux of about 1 MW/m2)
/// Valid for     the mixture's range of T; a burning element is reported by T_heater
class Kettle {
 public:
  struct Parameters {
    double volume = 20e-3;            // m3
    double area = 0.055;              // m2, horizontal
    double coil_volume = 3.0e-3;      // m3 of liquid that just covers the coil
    double heater_capacity = 500.0;   // J/K
    double heater_wet = 250.0;        // W/K
    double heater_dry = 3.0;          // W/K
    double power_limit = 3000.0;      // W
    double valve_coefficient = 6e-8;  // m3/s/Pa^0.5, K_v of the open bottoms valve
    double drop = 0.4;                // m from the kettle's bottom to the receiver
    double transfer = 5e-4;           // mol/(s Pa)
    Wall::Settings wall{4000.0, 200.0, 1.0};
  };
  struct Ports {
    GasFlow vapour_out;
    LiquidFlow liquid_in;
    LiquidFlow bottoms;  ///< defined here
    LiquidHead head;     ///< over the outlet of tray 1, which ends in a seal pot: none; defined here
    GasNode top;         ///< of the column, for the pressure drop shown
  };

  Kettle(Declare& declare, const Mixture& mixture, const Parameters& parameters, const GasNode& node,
         const Ports& ports, Input T_ambient, Input p_ambient, const Stage::Start& start);

  template <class Real>
  void equations(Equations<Real>& eq) const;
  void observe(Observing& show) const;

 private:
  /// Volume flow through the bottoms valve, m3/s.
  template <class Real, class Eq>
  Real bottoms_flow(Eq& eq, const StageContents<Real>& s) const;

  Parameters par_;
  Stage stage_;
  Wall wall_;
  Actuator valve_;
  Ports ports_;
  Input p_ambient_, power_, supply_;
  Variable T_heater_, heat_;
  Quantity energy_;
  Observable level_, volume_, x_light_, bottoms_flow_, heating_, column_dp_;
};

extern template class UnitAdapter<Kettle>;

}  // namespace stillhouse
