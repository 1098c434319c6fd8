#pragma once

#include <optional>
#include <vector>

#include "models/separation/sampling_nozzle.h"
#include "models/separation/stage.h"

namespace stillhouse {

/// Reflux drum with vent, relief valve, reflux pump and splitter.
///
/// Differential  n m U Tw         of the stage and its shell (stage.h)
///               pump, splitter, vent   actual positions;   lift  -  of the relief valve
/// Mode          relief_open      pops at the set pressure, reseats 7 % below (of gauge)
/// Ledger        light, heavy, air mol; energy J   what crossed the vent and the relief valve inwards
/// Input         sample  of the SamplingNozzle behind the reflux pump
/// Ports         gas_in (from `before`; law of the pipe here), condensate (from the cells), reflux, distillate and
///               overflow (all defined here)
/// Equations     vent:  V = sqrt(2 rho/xi) sqrt(p - p_atm) (A_vent z + A_relief lift) / M, inwards with room air
///               pump:  q = q_max z, failing when it draws gas;  distillate = split q,  reflux = (1 - split) q
///               overflow: q = k (h - h_o) over the standpipe to the catch pot
/// Assumes       liquid and gas of the drum at one temperature; a displacement pump (flow independent of head)
/// Source        blowdown: 7 % is the code's typical value (ASME BPVC; 4 to 20 % occur); 2.6 velocity heads:
/// sharp-edged
///               orifice, 1/0.62^2; pipe 2: entrance 0.5, exit 1.0, bends (Perry's Handbook, 8th ed., table 6-4).
///               Sizes are engineering estimates: pump 2.4 times the boil-up of 3 kW, relief ten times it; transfer
///               keeps the drum's gas saturated within seconds
class RefluxDrum {
 public:
  struct Parameters {
    double volume = 1.5e-3;              // m3
    double area = 8e-3;                  // m2, horizontal
    double overflow_height = 0.150;      // m
    double overflow_coefficient = 2e-3;  // m2/s
    double pump_limit = 8e-6;            // m3/s
    double pipe_area = 3e-4;             // m2
    double pipe_resistance = 2.0;
    double vent_area = 2.8e-5;   // m2 (6 mm)
    double relief_area = 2e-4;   // m2
    double relief_gauge = 30e3;  // Pa above the room
    double vent_resistance = 2.6;
    double transfer = 2e-7;  // mol/(s Pa)
    Wall::Settings wall{400.0, 5.0, 0.15};
  };
  struct Ports {
    GasNode before;
    GasFlow gas_in;  ///< defined here
    std::vector<LiquidFlow> condensate;
    LiquidFlow reflux;         ///< defined here
    LiquidFlow distillate;     ///< defined here
    LiquidFlow overflow;       ///< defined here
    MaybeLiquidFlow carry_in;  ///< liquid entrained from the top tray
  };

  RefluxDrum(Declare& declare, const Mixture& mixture, const Parameters& parameters, const GasNode& node,
             const Ports& ports, Input T_ambient, Input p_ambient, const Stage::Start& start);

  template <class Real>
  void equations(Equations<Real>& eq) const;
  template <class Show>
  void observe(Show& show) const;
  void events(Events& events) const;

 private:
  template <class Real>
  struct Flows {
    Real pumped;    // m3/s
    Real overflow;  // m3/s
    Real vent;      // mol/s outwards
  };
  template <class Real, class Eq>
  Flows<Real> flows(Eq& eq, const StageContents<Real>& s) const;

  Parameters par_;
  Stage stage_;
  Wall wall_;
  Drive pump_, splitter_, vent_;
  SamplingNozzle nozzle_;
  Ports ports_;
  Input T_ambient_, p_ambient_;
  Mode relief_open_;
  Variable lift_;
  std::array<Variable, 3> crossed_;
  Variable energy_crossed_;
  Observable level_, x_light_, density_, reflux_flow_, distillate_flow_, distillate_mass_flow_, vent_flow_,
      overflow_flow_;
};

extern template class UnitAdapter<RefluxDrum>;

}  // namespace stillhouse
