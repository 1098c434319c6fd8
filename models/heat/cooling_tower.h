#pragma once

#include <memory>
#include <vector>

#include "models/flow/boundary.h"
#include "models/flow/drive.h"
#include "models/flow/liquid_contents.h"
#include "models/heat/liquid_service.h"
#include "models/plant/unit_kind.h"

namespace stillhouse {

/// Air with water vapour, per kg of dry air.
///
///   Y  = 0.622 p_w/(p - p_w)      h = 1006 t + Y (2.501e6 + 1860 t)  J/kg      t  degC      h of dry air, water of 0
///   degC p - p_w is kept above zero by a hyperbola 1 kPa wide: beyond 95 degC it is no longer air
/// Source    Perry's Handbook, 8th ed., section 12, psychrometry
/// Example   saturated at 23.9 degC: 71.7 kJ/kg (Geankoplis, example 10.5-1)
namespace moist_air {

inline constexpr double dry = 1006.0, vapour = 1860.0, latent = 2.501e6, zero = 273.15;

/// kg of vapour a kg of dry air, saturated.
template <class Real>
Real saturated_humidity(const Real& T, const Real& p) {
  const Real p_w = utility_water()->vapour_pressure(0, T);
  return 0.622 * p_w / smooth_positive(Real(p - p_w), 1e3);
}
template <class Real>
Real enthalpy(const Real& T, const Real& Y) {
  const Real t = T - zero;
  return dry * t + Y * (latent + vapour * t);
}
template <class Real>
Real saturated_enthalpy(const Real& T, const Real& p) {
  return enthalpy(T, saturated_humidity(T, p));
}

}  // namespace moist_air

/// Cooling tower with a fan: water runs down a fill in counter-current to air, into a basin.
///
///   L  kg/s  water      G  kg/s  dry air      h  J/kg of air, h_s saturated at the water's temperature
///   k  slice of the fill, 1 at the top        KaV/L  Merkel's number
///   L cp (T_k-1 - T_k) = G (h_k-1 - h_k) = KaV/slices (mean h_s - mean h)         means of both faces
///   KaV/L = Me (L/G / (L_0/G_0))^-n           G = G_0 (draught + (1 - draught) fan)
///   air enters with the enthalpy of saturation at the wet bulb, leaves saturated and takes G (Y_out - Y_in) of water
/// Differential  basin: LiquidContents       Algebraic     fill_k_T, fill_k_h, air_T
/// Inputs        fan  0 to 1 of its speed     wet_bulb, dry_bulb  K
/// Ledgers       of the water and the energy that the air takes
/// Observables   approach  K  to the wet bulb, range  K, evaporation  kg/s, level, fan_power  W  (cube of the speed)
/// Assumes       Merkel: Lewis number 1, water does not get less on its way, air leaves saturated; below 5 % of L_0
///               the fill works as at 5 % (then hardly any water is cooled)
/// Valid for     water below 80 degC
/// Source        F. Merkel, VDI-Forschungsheft 275 (1925); Perry's Handbook, 8th ed., section 12; n 0.6: ASHRAE
///               Handbook, HVAC Systems and Equipment, cooling towers
/// Example       water of 120 degF, wet bulb 75 degF, L/G 0.93, KaV/L 1.70: cooled to 85 degF (D. Q. Kern, Process Heat
///               Transfer (1950), example 17.2)
class CoolingTower {
 public:
  struct Parameters {
    double merkel = 1.5;
    double water = 1.0;      // kg/s, L_0
    double air = 1.0;        // kg/s, G_0
    double exponent = 0.6;   // n
    double draught = 0.05;   // share of the air without the fan
    double fan_power = 0.0;  // W
    double fan = 0.0;        // at the start
    double volume = 1.0;     // m3, of the basin
    double height = 0.5;     // m
    double capacity = 1e4;   // J/K of the basin
    int slices = 10;
    double wet_bulb = 293.15, dry_bulb = 298.15;  // K at the start
  };

  CoolingTower(Declare& declare, std::shared_ptr<const Fluid> fluid, Room room, const Parameters& parameters,
               const LiquidContents::Start& start, const std::vector<Port>& inlets, const std::vector<Port>& make_up,
               const std::vector<Port>& outlets);

  template <class Real>
  void equations(Equations<Real>& eq) const;
  template <class Show>
  void observe(Show& show) const;

 private:
  /// What falls onto the fill, and what the air takes of it, kg/s.
  template <class Real>
  struct Fill {
    Real L, L_work, G, T_in, evaporation;
  };
  template <class Real, class Eq>
  Fill<Real> fill(Eq& eq) const;

  std::shared_ptr<const Fluid> fluid_;
  Room room_;
  Parameters par_;
  std::size_t water_;
  std::vector<MaterialStream> in_, make_up_, out_;
  LiquidContents contents_;
  Drive fan_;
  Input wet_bulb_, dry_bulb_;
  std::vector<Variable> T_, h_;
  Variable T_air_;
  Crossing air_;
  Observable approach_, range_, evaporation_, level_, power_;
};

UnitKind cooling_tower_kind();

extern template class UnitAdapter<CoolingTower>;

}  // namespace stillhouse
