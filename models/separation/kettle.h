#pragma once

#include "models/separation/sampling_nozzle.h"
#include "models/separation/stage.h"

namespace stillhouse {

/// Kettle reboiler with an electric immersion heater and a bottoms valve.
///
/// Differential  n m U Tw     of the stage and its shell (stage.h)
///               T_heater K   surface of the heating element; burns when it runs dry
///               valve        actual position of the bottoms valve
/// Ledger        heat     J   electric heat since the start
/// Inputs        power    W   asked of the heater;  supply -  mains voltage as a fraction of nominal (power ~
/// supply^2);
///               sample  of the SamplingNozzle at the bottoms outlet
/// Ports         vapour_out (to tray 1, whose holes set it), liquid_in, bottoms (defined here)
/// Equations     C_h dT_h/dt = P supply^2 - UA (T_h - T),  UA = UA_dry + UA_wet (coil covered)
///               bottoms: q = K_v z sqrt(p - p_atm + rho g (h + drop)), fading when the outlet is uncovered
/// Assumes       boiling liquid mixed; nucleate boiling all along: an element of 5 to 10 W/cm2 stays far below the
///               critical heat flux, 1.1 MW/m2 for water, 0.55 MW/m2 for methanol at 1 atm
/// Valid for     the mixture's range of T; a burning element is reported by T_heater
/// Source        critical heat flux: Zuber, 0.131 dh rho_G^0.5 (sigma g (rho_L - rho_G))^0.25 (AECU-4439, 1959). Size,
/// 15 L
///               charge and 3 kW: Henry, Ozkaya, Remote Distillation Experiments via the Internet (Chattanooga).
///               Estimates: heater_wet, 5 kW/(m2 K) on 0.05 m2, 12 K at 3 kW; heater_dry, 60 W/(m2 K) of free
///               convection and radiation; wall, 8 kg of steel, 2.5 W/(m2 K) through insulation on 0.4 m2; transfer,
///               near equilibrium: boiling off 0.05 mol/s takes 100 Pa or 0.03 K; valve and drop, three times the feed
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
  template <class Show>
  void observe(Show& show) const;

 private:
  /// Volume flow through the bottoms valve, m3/s.
  template <class Real, class Eq>
  Real bottoms_flow(Eq& eq, const StageContents<Real>& s) const;

  Parameters par_;
  SamplingNozzle nozzle_;
  Stage stage_;
  Wall wall_;
  Drive valve_;
  Ports ports_;
  Input p_ambient_, power_, supply_;
  Variable T_heater_, heat_;
  Quantity energy_;
  Observable level_, volume_, x_light_, bottoms_flow_, heating_, column_dp_;
};

extern template class UnitAdapter<Kettle>;

}  // namespace stillhouse
