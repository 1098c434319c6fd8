#pragma once

#include "models/heat/cooling_water.h"
#include "models/separation/stage.h"

namespace stillhouse {

/// One cell of a water-cooled condenser. Cells in a row, cooled in counter-current, make a condenser in which air
/// gathers at the cold end: the more load, the more cells are swept by vapour.
///
/// Differential  n m U     of the stage (stage.h)
///               T_w   K   cooling water and metal in this cell
/// Ledger        cooled J  heat carried in by the cooling water since the start (negative: carried away)
/// Ports         gas_in (from `before`; this cell has the law of the pipe), gas_out, condensate (defined here)
/// Equations     C_w dT_w/dt = UA (T - T_w) + m c_p (T_w,in - T_w)       condensate: n / tau, drain factor
/// Assumes       condensate and gas of a cell at one temperature; no heat loss to the room
/// Valid for     cooling water between freezing and boiling
/// Source        U of water-cooled alcohol condensers 250 to 700 W/(m2 K): Cengel, Heat and Mass Transfer, table of
///               overall coefficients; 260 W/K are then 0.4 to 1 m2. Estimates: transfer, a resistance of the gas of 5
///               kPa at full load; drain_time, capacity, pipe (entrance 0.5, exit 1.0, bends); calibrated against
///               condensate of 40 degC at 2 kW and no vapour lost through an open vent
class CondenserCell {
 public:
  struct Parameters {
    double volume = 0.6e-3;        // m3
    double UA = 130.0;             // W/K
    double capacity = 800.0;       // J/K, water and metal
    double pipe_area = 3e-4;       // m2, of the way in
    double pipe_resistance = 2.0;  // -, velocity heads
    double drain_time = 3.0;       // s
    double transfer = 1.0e-5;      // mol/(s Pa)
  };
  struct Ports {
    GasNode before;
    GasFlow gas_in;  ///< defined here
    GasFlow gas_out;
    LiquidFlow condensate;  ///< defined here
    Coolant coolant_in;
  };

  CondenserCell(Declare& declare, const Mixture& mixture, const Parameters& parameters, const GasNode& node,
                const Ports& ports, const Stage::Start& start);

  Coolant coolant_out() const { return {ports_.coolant_in.m, T_w_}; }

  template <class Real>
  void equations(Equations<Real>& eq) const;
  template <class Show>
  void observe(Show& show) const;

 private:
  Parameters par_;
  Stage stage_;
  Ports ports_;
  Variable T_w_, cooled_;
  Quantity energy_;
};

extern template class UnitAdapter<CondenserCell>;

}  // namespace stillhouse
