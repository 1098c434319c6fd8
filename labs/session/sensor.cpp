#include "labs/session/sensor.h"

#include <algorithm>
#include <cmath>

#include "models/instruments/pressure_based.h"

namespace stillhouse {

namespace {

constexpr double kTerminals = 298.15;  // K, of a cabinet

// where the reference functions of models/instruments hold both ways with the largest errors a text may ask for, K
constexpr double kPlatinumLow = 73.15, kPlatinumHigh = 950.0;
constexpr double kCoupleLow = 173.15, kCoupleHigh = 1400.0, kCopperHigh = 640.0;

}  // namespace

double Sensor::sensed(double truth, double density) const {
  using scenario::InstrumentKind;
  if (!std::isfinite(truth)) return truth;
  const bool felt = std::isfinite(density) && density > 0.0;
  switch (instrument_.kind) {
    case InstrumentKind::pt100: {
      const double T = std::clamp(truth, kPlatinumLow, kPlatinumHigh);
      const double leads = instrument_.lead_resistance > 0.0 ? lead_error(T, instrument_.lead_resistance) : 0.0;
      return T + individual_ * platinum_tolerance(instrument_.tolerance, T) + leads;
    }
    case InstrumentKind::thermocouple: {
      if (!instrument_.junction) return truth;
      const double high = *instrument_.junction == ThermocoupleType::T ? kCopperHigh : kCoupleHigh;
      const double T = std::clamp(truth, kCoupleLow, high);
      return compensated_temperature(*instrument_.junction, T, kTerminals,
                                     kTerminals + instrument_.cold_junction_error);
    }
    case InstrumentKind::hydrostatic_level:
      return felt ? level_by_head(head_pressure(truth, density), instrument_.calibrated_density) : truth;
    case InstrumentKind::orifice_meter: {
      double flow = truth;
      if (felt && instrument_.calibrated_density > 0.0)
        flow = instrument_.by_mass ? mass_flow_shown(truth, instrument_.calibrated_density, density)
                                   : volume_flow_shown(truth, instrument_.calibrated_density, density);
      return orifice_pressure(flow, instrument_.dp_full, instrument_.range_high);
    }
    default:
      return truth;
  }
}

double Sensor::shown(double transmitted) const {
  if (instrument_.kind != scenario::InstrumentKind::orifice_meter) return transmitted;
  return orifice_reading(transmitted, instrument_.dp_full, instrument_.range_high, instrument_.cut_off);
}

}  // namespace stillhouse
