#pragma once

#include "models/separation/stage.h"
#include "models/separation/tray_hydraulics.h"

namespace stillhouse {

/// Sieve tray with downcomer, from dry and cold to flooded.
///
/// Differential  n m U Tw     of the stage and its shell (stage.h)
///               d[i]   mol   liquid in the downcomer beside the tray; shares the tray's temperature
/// Ports         vapour_in (from the tray below; this tray has the hydraulic law of its holes), vapour_out,
///               liquid_in, liquid_out (downcomer and weep, to below), carry_in, carry_out (entrained liquid), feed
/// Equations     holes: A_h (2 rho/xi)^0.5 sqrt(s)/M, where s is the pressure difference less the head of clear liquid
///               that the gas must lift upwards but not downwards
///               transfer: k = NTU (V_in + V0) / p_atm; with mixed vapour E_MV = NTU / (1 + NTU)
///               liquid: Bennett froth over the weir, submerged weir when the downcomer is full, weeping and dumping,
///               Fair entrainment (tray_hydraulics.h); downcomer: orifice under the apron
///               every outflow fades with the last 0.02 mol (drain factor), well above the adsorbed film, so that a
///               film too thin to be in equilibrium never runs down: otherwise it would pump heat
/// Assumes       liquid and vapour mixed on the tray; no vapour through the downcomer
/// Valid for     tray spacing 80-600 mm, holes 2-12 mm
/// Source        correlations, orifice and downcomer constants: tray_hydraulics.h, tray.cpp. Sizes: a rig of 2 to 3 kW
///               has 50 to 75 mm (Armfield UOP3: 50 mm); the rest are engineering estimates, calibrated against first
///               reflux, pressure drop, efficiency and turndown (tests/literature/pilot_columns_test.cpp):
///               efficiency 0.60-0.62: 0.52 overall; weep_factor 0.3: weeps a fifth at 1.1 kW (published form is for
///               holes from 3 mm and larger loads); apron_area: backs up above 2.7 kW; flood_factor 1: fewer holes than
///               10 % take 15 % off (Perry), the chart carried on to 100 mm puts 17 % on (digitised, libpf.com 2012);
///               wall: 0.8 kg of steel, 6 W/(m2 K) outside through thin insulation, 800 W/(m2 K) inside
class Tray {
 public:
  struct Parameters {
    double diameter = 0.060;           // m
    double spacing = 0.100;            // m
    double weir_height = 0.012;        // m
    double weir_length = 0.036;        // m
    double active_fraction = 0.85;     // of the cross-section
    double downcomer_fraction = 0.05;  // of the cross-section
    double hole_fraction = 0.07;       // of the active area
    double apron_area = 1.0e-5;        // m2, clearance under the downcomer apron
    double efficiency = 0.60;          // Murphree, vapour
    double weep_factor = 0.3;          // f_w of weep_velocity
    double flood_factor = 1.0;         // on Fair's flood velocity
    Wall::Settings wall{400.0, 15.0, 0.12};
  };
  struct Ports {
    GasNode below;          ///< gas under this tray
    GasFlow vapour_in;      ///< from below; defined here
    GasFlow vapour_out;     ///< to above; defined there
    LiquidFlow liquid_in;   ///< from above
    LiquidFlow liquid_out;  ///< to below; defined here
    LiquidHead head;        ///< of this tray's liquid; defined here
    LiquidHead head_below;
    MaybeLiquidFlow carry_in;  ///< entrained from below
    LiquidFlow carry_out;      ///< entrained to above; defined here
    MaybeLiquidFlow feed;
  };

  Tray(Declare& declare, const Mixture& mixture, const Parameters& parameters, const GasNode& node, const Ports& ports,
       Input T_ambient, const Stage::Start& start);

  template <class Real>
  void equations(Equations<Real>& eq) const;
  template <class Show>
  void observe(Show& show) const;

 private:
  template <class Real>
  struct Hydraulics;

  template <class Real, class Eq>
  Hydraulics<Real> hydraulics(Eq& eq, const StageContents<Real>& s) const;

  Parameters par_;
  double area_, active_area_, downcomer_area_, net_area_, hole_area_, transfer_units_;
  Stage stage_;
  Wall wall_;
  Ports ports_;
  std::array<Variable, 2> d_;
  std::array<Quantity, 2> moles_;
  Observable x_light_, clear_liquid_, froth_, flooding_, backup_, weeping_, pressure_drop_;
};

extern template class UnitAdapter<Tray>;

}  // namespace stillhouse
